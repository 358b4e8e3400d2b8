#include "server/payments/gateways/stripeconnect.h"

#include "server/payments/gateways/form.h"
#include "server/payments/gateways/stripesignature.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace payments {

namespace {

QString part(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

// Where an account can be: Stripe has one per currency of the platform.
QString countryOf(const QString &currency)
{
    constexpr qsizetype letters = 2;
    return currency.first(qMin(letters, currency.size()));
}

PayoutAccountStatus statusIn(const QJsonObject &account)
{
    const QString transfers = account.value("capabilities").toObject().value("transfers").toString();
    if (transfers == u"active" && account.value("payouts_enabled").toBool())
        return PayoutAccountStatus::Active;
    const QString why = account.value("requirements").toObject().value("disabled_reason").toString();
    const bool isHandedIn = account.value("details_submitted").toBool();
    // While it only waits for what the store has still to say, nothing is wrong with it.
    const bool isWaiting = why.isEmpty() || why.startsWith(u"requirements.");
    return isHandedIn && !isWaiting ? PayoutAccountStatus::Restricted : PayoutAccountStatus::Pending;
}

// As the bank account there says it, or else whoever was identified.
QString holderIn(const QJsonObject &account)
{
    constexpr int lettersMax = 200;
    const QJsonObject bank = account.value("external_accounts").toObject().value("data").toArray().first().toObject();
    const QJsonObject person = account.value("individual").toObject();
    const QString names[] = {bank.value("account_holder_name").toString(),
                             person.value("first_name").toString() + u' ' + person.value("last_name").toString(),
                             account.value("company").toObject().value("name").toString()};
    for (const QString &name : names)
        if (const QString told = name.simplified(); !told.isEmpty())
            return told.left(lettersMax);
    return {};
}

SeenTransfer transferIn(const QJsonObject &transfer)
{
    return {.id = transfer.value("id").toString(),
            .amount = {transfer.value("amount").toInteger()},
            .reversed = {transfer.value("amount_reversed").toInteger()}};
}

// What lies with us and not with the store is tried again: keys, an empty balance. Of a call that is under way, or was
// another one, nothing is known.
Sent::Fate fateOf(int status, const QJsonObject &error)
{
    constexpr int unauthorized = 401, forbidden = 403, underWay = 409;
    if (status == underWay || error.value("type").toString() == u"idempotency_error")
        return Sent::Fate::Unknown;
    const bool isOurs =
        status == unauthorized || status == forbidden || error.value("code").toString() == u"balance_insufficient";
    return isOurs ? Sent::Fate::NotNow : Sent::Fate::Refused;
}

} // namespace

StripeConnect::StripeConnect(const Clock &clock, const GatewayConfig &config)
    : m_clock(clock)
    , m_config(config)
    , m_line(clock, config)
{}

// Of the store Stripe learns nothing from us but our own id: it asks the store itself for what it needs.
Result<QString> StripeConnect::openAccount(const QString &receipt)
{
    LET(account, m_line.ask(posting(QStringLiteral("/v1/accounts"),
                                    {{"type", QStringLiteral("express")},
                                     {"country", countryOf(m_config.currency)},
                                     {"capabilities[transfers][requested]", QStringLiteral("true")},
                                     {"metadata[store]", receipt}},
                                    QStringLiteral("account-") + receipt),
                            Line::Again::Always));
    const QString id = account.value("id").toString();
    if (id.isEmpty())
        return gatewayFailed();
    return id;
}

// A link opens once and for minutes, so each wish gets another one.
Result<OnboardingLink> StripeConnect::onboard(const QString &accountRef)
{
    LET(link, m_line.ask(posting(QStringLiteral("/v1/account_links"),
                                 {{"account", accountRef},
                                  {"refresh_url", m_config.siteUrl},
                                  {"return_url", m_config.siteUrl},
                                  {"type", QStringLiteral("account_onboarding")}},
                                 {}),
                         Line::Again::Always));
    const QString url = link.value("url").toString();
    if (url.isEmpty())
        return gatewayFailed();
    return OnboardingLink{.url = url, .expiresAt = Instant{link.value("expires_at").toInteger() * secondMs}};
}

Result<SeenAccount> StripeConnect::accountFor(const QString &accountRef)
{
    LET(account, m_line.ask(reading(QStringLiteral("/v1/accounts/") + part(accountRef)), Line::Again::Always));
    return SeenAccount{statusIn(account), holderIn(account)};
}

// The platform's fee is the commission that was taken from each order; no application_fee is asked for here (C33).
Sent StripeConnect::send(const TransferOrder &order)
{
    const auto answer = m_line.hear(posting(QStringLiteral("/v1/transfers"),
                                            {{"amount", QString::number(order.amount.minor)},
                                             {"currency", m_config.currency.toLower()},
                                             {"destination", order.accountRef},
                                             {"transfer_group", order.payoutId},
                                             {"metadata[payout]", order.payoutNumber}},
                                            order.key),
                                    Line::Again::Always);
    if (!answer)
        return {.problem = answer.error().message};
    constexpr int refusals = 400, lettersMax = 300;
    const QJsonObject body = answer->object.value_or(QJsonObject());
    const QJsonObject error = body.value("error").toObject();
    if (answer->status >= refusals && !error.isEmpty())
        return {.fate = fateOf(answer->status, error), .problem = error.value("message").toString().left(lettersMax)};
    const SeenTransfer made = transferIn(body);
    if (made.id.isEmpty() || made.amount != order.amount)
        return {.problem = gatewayFailed().value().message};
    return {.fate = Sent::Fate::Done, .transferRef = made.id};
}

Result<std::optional<SeenTransfer>> StripeConnect::transferFor(const QString &payoutId)
{
    LET(found, m_line.ask(reading(QStringLiteral("/v1/transfers?limit=1&transfer_group=") + part(payoutId)),
                          Line::Again::Always));
    const QJsonValue list = found.value("data");
    if (!list.isArray())
        return gatewayFailed();
    const QJsonObject first = list.toArray().first().toObject();
    return first.isEmpty() ? std::optional<SeenTransfer>() : std::optional(transferIn(first));
}

Result<ConnectEvent> StripeConnect::readWebhook(const RawBody &body)
{
    const Instant now = m_clock.now();
    if (!stripe::isSigned(body, m_config.webhookSecrets(now), now))
        return notSigned();
    const QJsonObject event = QJsonDocument::fromJson(body.bytes).object();
    const QString id = event.value("id").toString(), kind = event.value("type").toString();
    if (id.isEmpty() || kind.isEmpty())
        return failure(ErrorCode::MalformedRequest, QStringLiteral("The body is not an event."));
    const QJsonObject object = event.value("data").toObject().value("object").toObject();
    ConnectEvent out{.id = id, .kind = kind, .about = {}};
    // Also of a bank account in it.
    if (kind.startsWith(u"account."))
        out.about.accountRef = event.value("account").toString(object.value("id").toString());
    else if (kind.startsWith(u"transfer."))
        out.about.transferRef = object.value("id").toString();
    return out;
}

Result<Probe> StripeConnect::probe()
{
    return m_line.probe(reading(QStringLiteral("/v1/balance")));
}

WebCall StripeConnect::reading(const QString &path) const
{
    return {.url = m_config.baseUrl + path, .user = m_config.keySecret};
}

// With a key every repeat is harmless, also of a call whose answer was lost.
WebCall StripeConnect::posting(const QString &path, const Form &form, const QString &key) const
{
    WebCall out{.method = "POST",
                .url = m_config.baseUrl + path,
                .user = m_config.keySecret,
                .body = form::written(form),
                .contentType = form::contentType};
    if (!key.isEmpty())
        out.headers += "Idempotency-Key: " + key.toUtf8();
    return out;
}

} // namespace payments
