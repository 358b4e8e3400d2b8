#include "server/notifications/gateways/smtp.h"

#include <QFile>

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace notifications::gateways {

namespace {

using Handle = std::unique_ptr<CURL, decltype([](CURL *curl) { curl_easy_cleanup(curl); })>;
using Recipients = std::unique_ptr<curl_slist, decltype([](curl_slist *list) { curl_slist_free_all(list); })>;

struct Unsent
{
    QByteArrayView rest;
};

std::size_t give(char *buffer, std::size_t size, std::size_t count, void *target)
{
    Unsent &unsent = *static_cast<Unsent *>(target);
    const qsizetype taken = std::min(qsizetype(size * count), unsent.rest.size());
    std::memcpy(buffer, unsent.rest.data(), std::size_t(taken));
    unsent.rest = unsent.rest.sliced(taken);
    return std::size_t(taken);
}

// A refused greeting, TLS or password is no fault of this mail; it is put right at the server or in the configuration.
bool isAboutTheMail(CURLcode code, long response, bool isBodySent)
{
    constexpr long authenticationRequired = 530;
    if (response < 500 || response == authenticationRequired)
        return false;
    // libcurl says the first of sender, recipient and DATA, the second of the reply to the body, but also of a
    // greeting.
    return code == CURLE_SEND_ERROR || (code == CURLE_WEIRD_SERVER_REPLY && isBodySent);
}

} // namespace

Result<> sendBySmtp(const SmtpServer &server, const QString &from, const QString &to, const QByteArray &message)
{
    const Handle curl(curl_easy_init());
    const Recipients recipients(curl_slist_append(nullptr, ('<' + to.toLatin1() + '>').constData()));
    if (!curl || !recipients)
        return failure(ErrorCode::Unavailable, QStringLiteral("There is no memory to send mail."));

    Unsent unsent{message};
    char words[CURL_ERROR_SIZE] = "";
    const QByteArray url = server.url.toUtf8(), sender = '<' + from.toLatin1() + '>';
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.constData());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT_MS, long(server.timeoutMs));
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, long(server.timeoutMs));
    curl_easy_setopt(curl.get(), CURLOPT_USE_SSL, server.needsTls ? CURLUSESSL_ALL : CURLUSESSL_NONE);
    if (!server.authorities.isEmpty())
        curl_easy_setopt(curl.get(), CURLOPT_CAINFO, QFile::encodeName(server.authorities).constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, sender.constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &unsent);
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, words);
    if (!server.user.isEmpty()) {
        curl_easy_setopt(curl.get(), CURLOPT_USERNAME, server.user.toUtf8().constData());
        curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, server.password.constData());
    }
    const CURLcode code = curl_easy_perform(curl.get());
    long response = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &response);
    if (code == CURLE_OK)
        return {};
    const bool isFinal = isAboutTheMail(code, response, unsent.rest.isEmpty());
    return failure(isFinal ? ErrorCode::ValidationFailed : ErrorCode::Unavailable,
                   QStringLiteral("The mail server: %1 (%2)")
                       .arg(QString::fromUtf8(words[0] ? words : curl_easy_strerror(code)))
                       .arg(response));
}

} // namespace notifications::gateways
