#include "server/notifications/gateways/sms.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <curl/curl.h>

#include <memory>

namespace notifications::gateways {

namespace {

constexpr qsizetype answerMax = 16'384;

using Handle = std::unique_ptr<CURL, decltype([](CURL *curl) { curl_easy_cleanup(curl); })>;

std::size_t take(char *bytes, std::size_t size, std::size_t count, void *target)
{
    auto *body = static_cast<QByteArray *>(target);
    const qsizetype length = qsizetype(size * count);
    if (body->size() + length > answerMax)
        return 0; // ends the transfer
    body->append(bytes, length);
    return std::size_t(length);
}

QByteArray form(const QString &to, const QString &from, const QString &text)
{
    const auto part = [](const QString &value) { return QUrl::toPercentEncoding(value); };
    return "To=" + part(to) + "&From=" + part(from) + "&Body=" + part(text);
}

} // namespace

Result<> sendBySms(const SmsProvider &provider, const QString &to, const QString &text)
{
    const Handle curl(curl_easy_init());
    if (!curl)
        return failure(ErrorCode::Unavailable, QStringLiteral("There is no memory to send a message."));
    const QByteArray url =
        (provider.url + QStringLiteral("/2010-04-01/Accounts/") +
         QString::fromLatin1(QUrl::toPercentEncoding(provider.account)) + QStringLiteral("/Messages.json"))
            .toUtf8();
    const QByteArray account = provider.account.toUtf8(), body = form(to, provider.sender, text);
    QByteArray answer;
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.constData());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, long(provider.timeoutMs));
    curl_easy_setopt(curl.get(), CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
    curl_easy_setopt(curl.get(), CURLOPT_USERNAME, account.constData());
    curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, provider.token.constData());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, long(body.size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.constData());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);

    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK)
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("The SMS provider: %1").arg(QString::fromLatin1(curl_easy_strerror(code))));
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    constexpr long created = 201, refused = 400;
    if (status == created)
        return {};
    // What it says of a number stays so; a wrong key, too many at once and its own faults are put right elsewhere.
    const QString why = QJsonDocument::fromJson(answer).object().value("message").toString().left(answerMax / 64);
    return failure(status == refused ? ErrorCode::ValidationFailed : ErrorCode::Unavailable,
                   QStringLiteral("The SMS provider: %1 (%2)").arg(why).arg(status));
}

} // namespace notifications::gateways
