// The objects of Stage that somebody keeps for himself, what is printed on his goods, and what admins make.

#include "tests/access/stage.h"

QByteArray Stage::savedMethod(const Asker &person)
{
    // Only buyers keep one; a row of somebody else is needed all the same, to show that no call reaches it. Nobody can
    // keep as many as are asked for here, so the others go.
    Caller payer = person.caller;
    payer.role = Role::Buyer;
    const QList<SavedMethod> kept = market.buyers.listSavedMethods(payer).value();
    if (kept.size() > 1)
        (void)market.buyers.removeSavedMethod(payer, kept.constLast().id);
    return market.buyers
        .saveMethod(payer, {.kind = SavedMethodKind::Upi,
                            .reference = unused("asha") + QStringLiteral("@okbank"),
                            .label = QStringLiteral("My bank")})
        .value()
        .id.text()
        .toLatin1();
}

QByteArray Stage::device(const Asker &person)
{
    // Only a session has one; not everybody whose device is shown to others has signed in himself.
    Caller owner = person.caller;
    if (owner.sessionId.isNull())
        owner.sessionId = provenSession(owner.id);
    const QList<PushDevice> known = market.notifications.listDevices(owner).value();
    if (known.size() > 1)
        (void)market.notifications.removeDevice(owner, known.constFirst().id);
    return market.notifications.registerDevice(owner, {.token = unused("a-token-of-a-phone-")})
        .value()
        .id.text()
        .toLatin1();
}

QByteArray Stage::sku(Who vendor)
{
    const Id<Product> offered = Id<Product>::parse(QString::fromLatin1(product(vendor)));
    return market.catalog.readProduct(standing(vendor).caller, offered).value().sku.toLatin1();
}

QByteArray Stage::message(Who who)
{
    // What somebody has said in a room that was his to speak in then.
    Caller speaker = standing(who).caller;
    speaker.superAdmin = speaker.role == Role::Admin;
    const auto place = Id<ChatRoom>::parse(QString::fromLatin1(room(who)));
    return market.chat
        .sendMessage(speaker, place, {.clientId = unused("said"), .content = QStringLiteral("Is it dry?")})
        .value()
        .id.text()
        .toLatin1();
}

QByteArray Stage::category()
{
    return market.catalog.addCategory(root.caller, {.name = unused("Category ")}).value().id.text().toLatin1();
}

QByteArray Stage::apiKey()
{
    const CreateApiKey wish{.name = unused("key"), .scopes = {ReportName::DailySales}};
    return market.auth.createApiKey(root.caller, wish).value().key.id.text().toLatin1();
}

// The product and the picture of it, as they stand in a path.
std::pair<QByteArray, QByteArray> Stage::picture(Who vendor)
{
    const QByteArray offered = product(vendor);
    const Caller &owner = standing(vendor).caller;
    const ProductImage image = market.pictures
                                   .addProductImage(owner, Id<Product>::parse(QString::fromLatin1(offered)),
                                                    {.fileId = upload(owner, FilePurpose::StoreBanner, jpeg()).id})
                                   .value();
    return {offered, image.id.text().toLatin1()};
}

QByteArray Stage::pictureOfProduct(Who vendor)
{
    const auto [offered, image] = picture(vendor);
    return offered + "/images/" + image;
}

// What is nobody's in particular.
QByteArray Stage::freshOfMarket(Thing thing)
{
    switch (thing) {
    case Thing::Submission: return submission();
    case Thing::Job: return deadJob();
    case Thing::Category: return category();
    case Thing::Setting: return "kyc.sla_hours";
    case Thing::Provider: return "razorpay";
    case Thing::Ad: return ad();
    case Thing::Report: return "daily_sales";
    case Thing::Run: return run(RunStatus::Done);
    case Thing::RunWaiting: return run(RunStatus::Waiting);
    case Thing::RunCancelled: return run(RunStatus::Cancelled);
    case Thing::Definition:
        return market.reports.addDefinition(root.caller, savedReport()).value().id.text().toLatin1();
    case Thing::Person:
    case Thing::PersonBanned:
    case Thing::PersonSuspended:
    case Thing::PersonUnverified:
    case Thing::PersonPending:
    case Thing::Staff: return somebody(thing);
    case Thing::StoreActive:
    case Thing::StoreSuspended: return someStore(thing);
    case Thing::Batch: return batch();
    case Thing::CommissionRate: return commissionRate();
    case Thing::Legal: return "terms";
    case Thing::LedgerAccount:
    case Thing::FrozenAccount:
    case Thing::Posting: return ofBooks(thing);
    case Thing::MoneyFlag: return moneyFlag();
    case Thing::OrderSettled: return order(Who::Buyer, OrderStatus::Completed).id.text().toLatin1();
    case Thing::TaxRule: return "income_tcs_scrap.2026-04-01";
    case Thing::TaxPayment: return taxPayment();
    case Thing::ApiKey: return apiKey();
    default: return {};
    }
}
