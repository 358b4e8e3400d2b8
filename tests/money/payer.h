#pragma once

// An office that pays stores through the stand-in for Stripe Connect.

#include "tests/money/office.h"
#include "tests/money/till.h"

#include <QJsonArray>

struct ToldByProvider
{
    QByteArray body;

    FIELDS(ToldByProvider, FIELD(body))
};

struct Payer
{
    Office office;
    World &world = office.world;
    PaygateThread gateway{world.db.clock};
    payments::GatewayConfig connect{.provider = QStringLiteral("stripe_connect"),
                                    .baseUrl = gateway.url() + QStringLiteral("/stripe"),
                                    .keySecret = stripeKey,
                                    .webhookSecret = stripeSecret,
                                    .firstRetryMs = 1,
                                    .siteUrl = QStringLiteral("https://market.example")};
    payments::Service payments{*world.db,    world.db.clock, world.ids,   world.accounts,  world.auth,
                               world.ledger, world.settings, world.audit, world.secrets(), {connect}};
    payouts::Service payouts{*world.db,      world.ids,  world.ledger, world.orders,   world.tax, world.kyc,
                             world.accounts, world.auth, world.audit,  world.settings, payments};

    Payer() { office.store.sessionId = world.prove(office.store.id); }

    void switchOn() { world.set(QStringLiteral("payouts.provider"), QStringLiteral("stripe_connect")); }
    // Hands the news of the provider in, and lets what they set off happen.
    void hear(qsizetype count)
    {
        const auto news = gateway.inbox.take(count);
        for (const RawBody &each : news)
            if (!payments.receiveWebhook({}, QStringLiteral("stripe_connect"), each))
                qFatal("the news of the provider are refused");
        const auto told = world.db->read([](Tx &tx) {
            return tx.all<ToldByProvider>("FROM outbox WHERE topic = 'payouts.provider_told' ORDER BY seq LIMIT 100");
        });
        for (const ToldByProvider &each : told)
            (void)world.db->write(
                [&](Tx &tx) { return payouts.onProviderTold(tx, json::parse<PayoutProviderTold>(each.body).value()); });
    }
    PayoutAccount account() { return payouts.readPayoutAccount(office.store).value(); }
    // What the store does on its page: finish or restrict.
    void onboard(const char *button = "finish")
    {
        if (!payouts.openPayoutAccount(office.store))
            qFatal("there is no page for the store");
        gateway.post(
            QStringLiteral("/stripe/onboarding/%1/%2").arg(*account().accountRef, QString::fromLatin1(button)));
        hear(1);
        payouts.followUp();
    }
    void control(const QJsonObject &wish) { gateway.post(QStringLiteral("/stripe/control"), wish); }
    Id<Payout> approved()
    {
        const Id<Payout> id = payouts.requestPayout(office.store).value().id;
        if (!payouts.approvePayout(world.admin, id))
            qFatal("cannot approve the payout");
        return id;
    }
    PayoutTransfer transfer(Id<Payout> id) { return payouts.listPayoutTransfers(world.admin, id)->constFirst(); }
    Payout read(Id<Payout> id) { return payouts.readPayout(world.admin, id).value().payout; }
    // As the provider has them.
    QJsonArray made(Id<Payout> id)
    {
        const auto answer = payments::call(
            {.url = connect.baseUrl + QStringLiteral("/v1/transfers?transfer_group=") + id.text(), .user = stripeKey});
        return QJsonDocument::fromJson(answer.body).object().value("data").toArray();
    }
};
