#include "server/payments/gateways/webcall.h"

#include <curl/curl.h>

#include <memory>

namespace payments {

namespace {

constexpr qsizetype answerMax = 1 << 20;

size_t take(char *bytes, size_t size, size_t count, void *answer)
{
    auto *body = static_cast<QByteArray *>(answer);
    const qsizetype length = qsizetype(size * count);
    if (body->size() + length > answerMax)
        return 0; // ends the transfer
    body->append(bytes, length);
    return size_t(length);
}

bool isUnreached(CURLcode code)
{
    return code == CURLE_COULDNT_CONNECT || code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY ||
           code == CURLE_SSL_CONNECT_ERROR || code == CURLE_PEER_FAILED_VERIFICATION;
}

} // namespace

WebAnswer call(const WebCall &what)
{
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    if (ready != CURLE_OK || !curl)
        return {.problem = QStringLiteral("libcurl does not start")};
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };

    WebAnswer answer;
    const QByteArray url = what.url.toUtf8();
    using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
    Headers headers(curl_slist_append(nullptr, "Accept: application/json"), curl_slist_free_all);
    set(CURLOPT_URL, url.constData());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, long(what.timeoutMs));
    set(CURLOPT_CONNECTTIMEOUT_MS, long(what.timeoutMs));
    if (!what.user.isEmpty()) {
        set(CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
        set(CURLOPT_USERNAME, what.user.constData());
        set(CURLOPT_PASSWORD, what.password.constData());
    }
    set(CURLOPT_USERAGENT, "kabaadwala-server");
    set(CURLOPT_WRITEFUNCTION, take);
    set(CURLOPT_WRITEDATA, &answer.body);
    for (const QByteArray &header : what.headers)
        curl_slist_append(headers.get(), header.constData());
    if (what.method == "POST") {
        curl_slist_append(headers.get(), ("Content-Type: " + what.contentType).constData());
        set(CURLOPT_POSTFIELDSIZE, long(what.body.size()));
        set(CURLOPT_COPYPOSTFIELDS, what.body.constData());
    }
    set(CURLOPT_HTTPHEADER, headers.get());

    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) {
        answer.fate = isUnreached(code) ? WebAnswer::Fate::Unreached : WebAnswer::Fate::Lost;
        answer.problem = QString::fromLatin1(curl_easy_strerror(code));
        return answer;
    }
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    answer.fate = WebAnswer::Fate::Answered;
    answer.status = int(status);
    return answer;
}

} // namespace payments
