#pragma once

// A till where buyers may pay by every provider at once.

#include "tests/money/till.h"

struct Counter : Till
{
    payments::GatewayConfig stripe{.provider = QStringLiteral("stripe"),
                                   .baseUrl = gateway.url() + QStringLiteral("/stripe"),
                                   .keyId = QStringLiteral("pk_test_key"),
                                   .keySecret = stripeKey,
                                   .webhookSecret = stripeSecret,
                                   .firstRetryMs = 1};
    payments::GatewayConfig sslcommerz{.provider = QStringLiteral("sslcommerz"),
                                       .baseUrl = gateway.url() + QStringLiteral("/sslcommerz"),
                                       .keyId = QStringLiteral("store"),
                                       .keySecret = storePassword,
                                       .webhookSecret = storePassword,
                                       .firstRetryMs = 1,
                                       .siteUrl = gateway.postUrl(),
                                       .returnUrl = QStringLiteral("https://market.example/paid")};
    payments::GatewayConfig upi{.provider = QStringLiteral("upi"),
                                .keyId = QStringLiteral("market@bank"),
                                .payeeName = QStringLiteral("Kabaadwala & Sons"),
                                .merchantCode = QStringLiteral("5093")};
    payments::Service all{
        *world.db,    world.db.clock, world.ids,   world.accounts,  world.auth,
        world.ledger, world.settings, world.audit, world.secrets(), {config, stripe, sslcommerz, upi}};

    Payment open(const QString &provider, qint64 paise = 50'000)
    {
        const Instrument instrument = provider == u"upi" ? Instrument::Upi : Instrument::Card;
        return all.rechargeWallet(world.buyer.caller, {{paise}, instrument, provider}).value();
    }
    QJsonObject visit(const Payment &payment, const char *button)
    {
        return gateway.visit(payment.provider, payment.gatewayOrderId, button);
    }
    void control(const QString &provider, const QJsonObject &wish)
    {
        gateway.post(u'/' + provider + QStringLiteral("/control"), wish);
    }
    Result<> tell(const QString &provider, const RawBody &news) { return all.receiveWebhook({}, provider, news); }
    PaymentStatus statusOf(const Payment &payment) { return all.readPayment(world.buyer.caller, payment.id)->status; }
    QList<MoneyFlag> flags() { return all.listMoneyFlags(world.admin, {})->items; }
    qint64 count(const char *table) { return world.db.number("count(*) FROM " + std::string(table)); }
    // Credits minus debits, of all accounts of a kind.
    qint64 balanceOf(const char *kind)
    {
        return world.db.number("CAST(coalesce(sum(CASE WHEN c.kind = ?1 THEN x.amount ELSE 0 END), 0)"
                               " - coalesce(sum(CASE WHEN d.kind = ?1 THEN x.amount ELSE 0 END), 0) AS BIGINT)"
                               " FROM ledger_transfers x JOIN ledger_accounts c ON c.id = x.credit_account_id"
                               " JOIN ledger_accounts d ON d.id = x.debit_account_id",
                               std::string_view(kind));
    }
};

// Four different things that happen to one payment, the last of them that it is paid; what the provider told of each.
inline QList<RawBody> story(Counter &counter, const Payment &payment)
{
    if (payment.provider == u"sslcommerz") {
        for (const char *button : {"fail", "cancel", "expire", "pay"})
            counter.visit(payment, button);
        return counter.gateway.inbox.take(4);
    }
    counter.visit(payment, "fail");
    counter.visit(payment, "authorize");
    payments::call({.method = "POST",
                    .url = counter.stripe.baseUrl + "/v1/payment_intents/" + payment.gatewayOrderId + "/capture",
                    .user = stripeKey});
    return counter.gateway.inbox.take(4); // with the one that the intent was created
}

// Of what was told, the one with these words; providers keep no order.
inline RawBody withWords(const QList<RawBody> &news, const char *words)
{
    for (const RawBody &each : news)
        if (each.bytes.contains(words))
            return each;
    return {};
}

inline RawBody paidIn(const QList<RawBody> &news, const QString &provider)
{
    return withWords(news, provider == u"stripe" ? "payment_intent.succeeded" : "status=VALID");
}
