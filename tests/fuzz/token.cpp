// Access tokens of strangers, and claims of any kind behind a signature that is right.

#include "tests/fuzz/fuzz.h"

#include "server/core/crypto.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QByteArray key(crypto::keyBytes, 'k');
    static const crypto::Tokens tokens({key}, QStringLiteral("kabaadwala"), QStringLiteral("api"));
    const Instant now{1'790'000'000'000};
    static const QByteArray good = tokens.issue({{QStringLiteral("sub"), QStringLiteral("a")}}, now, 900'000);
    if (size == 0)
        return 0;
    const QByteArray text = bytesOf(data + 1, size - 1);
    if (data[0] % 2 == 0) {
        // Nobody but us makes a token, and a token has one form only.
        MUST_HOLD(!tokens.check(text, now) || text == good);
        return 0;
    }
    const QByteArray body = good.first(good.indexOf('.') + 1) +
                            text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QByteArray mark =
        crypto::hmacSha256(key, body).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (const auto claims = tokens.check(body + '.' + mark, now))
        MUST_HOLD(claims->value(QStringLiteral("iss")) == QStringLiteral("kabaadwala"));
    return 0;
}
