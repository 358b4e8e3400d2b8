#include "tests/people/house.h"

Order House::bought(const Account &buyer, const Account &vendor)
{
    const Caller caller = callerFor(buyer);
    Caller clerk = root;
    const auto category = catalog.addCategory(clerk, {.name = QStringLiteral("Metals")}).value().id;
    const auto copper = catalog.addProduct(callerFor(vendor), {.categoryId = category,
                                                               .title = QStringLiteral("Copper wire"),
                                                               .description = QStringLiteral("Bare bright"),
                                                               .price = {72'000},
                                                               .stockQuantity = Quantity{10'000}});
    (void)accounts.updateMe(caller, {QStringLiteral("Asha Rao"), QStringLiteral("+919812345678")}).value();
    const auto address = accounts.addAddress(caller, People::address()).value().id;
    const auto filled = db->write([&](Tx &tx) {
        return ledger.recharge(tx, caller.id, {200'000}, ids.next<Payment>(), QStringLiteral("pay_test"));
    });
    if (!filled)
        qFatal("cannot fill the wallet");
    const auto placed =
        orders.placeOrder(caller, {.addressId = address, .lines = {{copper.value().id, Quantity{1000}, std::nullopt}}});
    return placed.value().orders.constFirst();
}

Result<Person> House::tried(const Caller &who, const Account &whom, const QString &what)
{
    if (what == QLatin1String("ban"))
        return people.ban(who, whom.id, why);
    if (what == QLatin1String("unban"))
        return people.unban(who, whom.id, why);
    if (what == QLatin1String("suspend"))
        return people.suspend(who, whom.id, why);
    if (what == QLatin1String("activate"))
        return people.activate(who, whom.id, why);
    if (what == QLatin1String("verify"))
        return people.verifyEmail(who, whom.id, why);
    if (what == QLatin1String("reset"))
        return people.sendReset(who, whom.id);
    if (what == QLatin1String("end"))
        return people.endSessions(who, whom.id);
    if (what == QLatin1String("approve"))
        return people.approveDistributor(who, whom.id);
    if (what == QLatin1String("invite"))
        return people.inviteStaff(who, {.username = whom.username, .email = QStringLiteral("new@example.com")});
    if (what == QLatin1String("powers"))
        return people.changePowers(who, whom.id, {.reason = why.reason});
    if (what == QLatin1String("none"))
        return people.changePowers(who, whom.id, {.permissions = {Permission::None}, .reason = why.reason});
    return people.changeRole(who, whom.id, {*names::fromText<Role>(what), why.reason});
}
