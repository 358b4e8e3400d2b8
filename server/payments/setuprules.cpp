#include "server/payments/setuprules.h"

#include <QRegularExpression>
#include <QUrl>

namespace payments {

namespace {

struct Way
{
    const char *live;
    const char *test;
    const char *mock; // below the stand-in
    const char *checkout;
};

constexpr QLatin1StringView standIn("http://127.0.0.1:8081");

Way wayOf(GatewayName name)
{
    switch (name) {
    case GatewayName::Razorpay: return {"https://api.razorpay.com", "https://api.razorpay.com", "", "/checkout"};
    case GatewayName::Stripe:
        return {"https://api.stripe.com", "https://api.stripe.com", "/stripe", "/stripe/checkout"};
    case GatewayName::Sslcommerz:
        return {"https://securepay.sslcommerz.com", "https://sandbox.sslcommerz.com", "/sslcommerz", ""};
    case GatewayName::Upi: return {"", "", "", ""};
    case GatewayName::StripeConnect: return {"https://api.stripe.com", "https://api.stripe.com", "/stripe", ""};
    }
    return {};
}

bool isStandIn(const QString &url)
{
    const QString host = QUrl(url).host();
    return host == u"127.0.0.1" || host == u"localhost";
}

// How the keys of a mode begin, where the provider tells them apart.
QStringList beginningsOf(GatewayName name, GatewayMode mode)
{
    const bool isLive = mode == GatewayMode::Live;
    switch (name) {
    case GatewayName::Razorpay: return {isLive ? QStringLiteral("rzp_live_") : QStringLiteral("rzp_test_")};
    case GatewayName::Stripe: return {isLive ? QStringLiteral("pk_live_") : QStringLiteral("pk_test_")};
    case GatewayName::StripeConnect:
        return isLive ? QStringList{QStringLiteral("sk_live_"), QStringLiteral("rk_live_")}
                      : QStringList{QStringLiteral("sk_test_"), QStringLiteral("rk_test_")};
    case GatewayName::Sslcommerz:
    case GatewayName::Upi: break;
    }
    return {};
}

bool beginsAs(const QString &key, const QStringList &beginnings)
{
    for (const QString &each : beginnings)
        if (key.startsWith(each))
            return true;
    return beginnings.isEmpty();
}

} // namespace

GatewayMode setup::modeOf(const GatewayConfig &config)
{
    if (isStandIn(config.baseUrl))
        return GatewayMode::Mock;
    const bool isTest = config.baseUrl.contains(u"sandbox") || config.keyId.startsWith(u"rzp_test_") ||
                        config.keyId.startsWith(u"pk_test_") || config.keySecret.startsWith("sk_test_");
    return isTest ? GatewayMode::Test : GatewayMode::Live;
}

GatewayConfig setup::inMode(GatewayName name, GatewayMode mode, GatewayConfig config)
{
    if (name == GatewayName::Upi || modeOf(config) == mode)
        return config;
    const Way way = wayOf(name);
    const QString at = standIn;
    const bool isMock = mode == GatewayMode::Mock;
    config.checkoutUrl =
        isMock && *way.checkout ? at + QLatin1StringView(way.checkout) + QStringLiteral("/{order}") : QString();
    if (isMock)
        config.baseUrl = at + QLatin1StringView(way.mock);
    else
        config.baseUrl = QString::fromLatin1(mode == GatewayMode::Live ? way.live : way.test);
    return config;
}

Result<> setup::checkWish(GatewayName name, const ChangeGateway &wish, const GatewayConfig &file)
{
    if (wish.mode != GatewayMode::Live && !file.isMockable)
        return refusal(QStringLiteral("mode"), QStringLiteral("moves no money, and this market is in production"));
    const QString unused = QStringLiteral("is nothing that this provider has");
    const GatewayKeys has = gatewayKeysOf(name);
    if (wish.keyId && !has.keyId)
        return refusal(QStringLiteral("key_id"), unused);
    if (wish.keySecret && !has.keySecret)
        return refusal(QStringLiteral("key_secret"), unused);
    if (wish.webhookSecret && !has.webhookSecret)
        return refusal(QStringLiteral("webhook_secret"), unused);
    static const QRegularExpression address(QStringLiteral("^[A-Za-z0-9._-]{2,}@[A-Za-z][A-Za-z0-9.]+$"));
    if (name == GatewayName::Upi && wish.keyId && !address.match(*wish.keyId).hasMatch())
        return refusal(QStringLiteral("key_id"), QStringLiteral("is no UPI address"));
    return {};
}

Result<> setup::checkReady(GatewayName name, GatewayMode mode, const GatewayConfig &config)
{
    const QString missing = QStringLiteral("is needed before this provider can be open");
    const GatewayKeys has = gatewayKeysOf(name);
    if (has.keyId && config.keyId.isEmpty())
        return refusal(QStringLiteral("key_id"), missing);
    if (has.keySecret && config.keySecret.isEmpty())
        return refusal(QStringLiteral("key_secret"), missing);
    if (has.webhookSecret && config.webhookSecret.isEmpty())
        return refusal(QStringLiteral("webhook_secret"), missing);
    if (mode == GatewayMode::Mock)
        return {};
    const bool isById = has.keyId;
    const QString key = isById ? config.keyId : QString::fromUtf8(config.keySecret);
    const QStringList beginnings = beginningsOf(name, mode);
    if (!beginsAs(key, beginnings))
        return refusal(isById ? QStringLiteral("key_id") : QStringLiteral("key_secret"),
                       QStringLiteral("begins with %1 in this mode").arg(beginnings.constFirst()));
    return {};
}

std::optional<QString> setup::lastFourOf(const QString &plain)
{
    constexpr qsizetype enough = 12, shown = 4;
    return plain.size() >= enough ? std::optional(plain.right(shown)) : std::nullopt;
}

} // namespace payments
