#include "server/core/configrules.h"

#include "server/core/networks.h"

#include <QUrl>
#include <QUrlQuery>

namespace {

using Problem = std::optional<QString>;

constexpr qsizetype secretMin = 16; // characters

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || host == u"::1" || host == u"[::1]" || host.startsWith(u"127.");
}

Problem aboutTheWeb(const HttpConfig &http)
{
    if (http.tlsCertificate.isEmpty() != http.tlsKey.isEmpty())
        return QStringLiteral("http.tls_certificate and http.tls_key belong together");
    if (http.tlsCertificate.isEmpty() && !http.behindTlsProxy && !isThisMachine(http.listen))
        return QStringLiteral("http.listen may be an address that others reach only with http.tls_certificate"
                              " and http.tls_key, or with http.behind_tls_proxy = true");
    if (http.redirectPort != 0 && (http.tlsCertificate.isEmpty() || http.redirectPort == http.port))
        return QStringLiteral("http.redirect_port needs http.tls_certificate and differs from http.port");
    if (http.redirectPort != 0 && http.publicUrl.startsWith(u"http://"))
        return QStringLiteral("http.redirect_port leads to http.public_url, which must begin with https://");
    return std::nullopt;
}

Problem aboutNetworks(const HttpConfig &http)
{
    if (const auto wrong = Networks::wrong(http.trustedProxies))
        return QStringLiteral("http.trusted_proxies: %1 is neither an address nor a network").arg(*wrong);
    if (const auto wrong = Networks::wrong(http.adminNetworks))
        return QStringLiteral("http.admin_networks: %1 is neither an address nor a network").arg(*wrong);
    return std::nullopt;
}

// SEC-20. A socket of this machine needs no TLS, and one of another machine has to show whose it is.
Problem aboutTheDatabase(const Config &config)
{
    if (!config.isPostgres())
        return std::nullopt;
    const QUrl url(config.database.url);
    const QUrlQuery query(url);
    const QString host =
        query.hasQueryItem(QStringLiteral("host")) ? query.queryItemValue(QStringLiteral("host")) : url.host();
    const bool isHere = host.isEmpty() || host.startsWith(u'/') || isThisMachine(host);
    if (!isHere && query.queryItemValue(QStringLiteral("sslmode")) != u"verify-full")
        return QStringLiteral("database.url needs sslmode=verify-full for a PostgreSQL on another machine");
    return std::nullopt;
}

template <fields::Contract T>
Problem weakSecret(const T &part, const QString &prefix)
{
    Problem problem;
    fields::forEach<T>([&](const auto &field) {
        using Type = typename std::decay_t<decltype(field)>::Type;
        const QString name = prefix + field.wire.latin1();
        if constexpr (fields::Contract<Type>) {
            if (!problem)
                problem = weakSecret(part.*field.member, name + u'.');
        } else if constexpr (std::is_same_v<Type, QString>) {
            const QString &value = part.*field.member;
            if (field.check.secret && !value.isEmpty() && value.size() < secretMin)
                problem = QStringLiteral("%1 is shorter than %2 characters").arg(name).arg(secretMin);
        }
    });
    return problem;
}

// Who takes real money is reached with TLS, and what it tells can be checked.
Problem aboutProviders(const Config &config)
{
    const GatewayConfig &gateway = config.gateway;
    if (!gateway.url.isEmpty() && !gateway.url.startsWith(u"https://"))
        return QStringLiteral("gateway.url has to begin with https://");
    const bool isUsed = !gateway.url.isEmpty() || !gateway.keyId.isEmpty();
    if (isUsed && (gateway.keySecret.isEmpty() || gateway.webhookSecret.isEmpty()))
        return QStringLiteral("gateway.key_secret and gateway.webhook_secret are missing");
    const StripeConfig &stripe = config.stripe;
    if (!stripe.url.startsWith(u"https://"))
        return QStringLiteral("stripe.url has to begin with https://");
    if (!stripe.publishableKey.isEmpty() && (stripe.secretKey.isEmpty() || stripe.webhookSecret.isEmpty()))
        return QStringLiteral("stripe.secret_key and stripe.webhook_secret are missing");
    if (!config.sslcommerz.url.startsWith(u"https://"))
        return QStringLiteral("sslcommerz.url has to begin with https://");
    if (!config.sslcommerz.storeId.isEmpty() && config.sslcommerz.storePassword.isEmpty())
        return QStringLiteral("sslcommerz.store_password is missing");
    return std::nullopt;
}

// What a developer may go without.
Problem aboutProduction(const Config &config)
{
    if (config.http.allowedHosts.isEmpty())
        return QStringLiteral("http.allowed_hosts has to name the hosts that are answered");
    if (!config.publicUrl().startsWith(u"https://"))
        return QStringLiteral("http.public_url has to begin with https://");
    if (config.smtp.host.isEmpty())
        return QStringLiteral("smtp.host is missing: nobody would get a mail");
    if (config.log.level == LogLevel::Debug)
        return QStringLiteral("log.level may not be debug");
    if (config.uploads.undecoded)
        return QStringLiteral("uploads.undecoded may not be true");
    if (const Problem problem = aboutProviders(config))
        return problem;
    return weakSecret(config, {});
}

} // namespace

std::optional<QString> config::contradiction(const Config &config)
{
    if (const Problem problem = aboutTheWeb(config.http))
        return problem;
    if (const Problem problem = aboutNetworks(config.http))
        return problem;
    if (!config.smtp.host.isEmpty() && config.smtp.tls == MailTls::None && !isThisMachine(config.smtp.host))
        return QStringLiteral("smtp.tls may be none only for a mail server on this machine");
    if (const Problem problem = aboutTheDatabase(config))
        return problem;
    if (!config.upi.address.isEmpty() && config.currency != u"INR")
        return QStringLiteral("upi.address can be paid only where currency = INR");
    if (!config.sslcommerz.storeId.isEmpty() && config.currency == u"PKR")
        return QStringLiteral("sslcommerz.store_id is for markets whose currency is BDT or INR");
    const Problem problem = config.profile == Profile::Production ? aboutProduction(config) : std::nullopt;
    return problem ? std::optional(QStringLiteral("profile = production: %1").arg(*problem)) : std::nullopt;
}
