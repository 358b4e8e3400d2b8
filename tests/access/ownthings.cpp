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
    const QList<PushDevice> known = market.notifications.listDevices(person.caller).value();
    if (known.size() > 1)
        (void)market.notifications.removeDevice(person.caller, known.constFirst().id);
    return market.notifications.registerDevice(person.caller, {.token = unused("a-token-of-a-phone-")})
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
