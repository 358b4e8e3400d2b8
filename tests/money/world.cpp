#include "tests/money/world.h"

#include <QFile>
#include <QTest>

namespace {

// For what has to work before the test begins.
template <class T>
auto must(Result<T> result)
{
    if (!result)
        qFatal("the test's world cannot be made: %s", qPrintable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

const QByteArray &picture()
{
    static const QByteArray png = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                                                         "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    return png;
}

PutVendor profileOf(const QString &name, GeoPoint place)
{
    return {.storeName = name,
            .ownerName = QStringLiteral("Owner"),
            .businessPhone = QStringLiteral("+919800000001"),
            .streetAddress = QStringLiteral("1 Dock Road"),
            .city = QStringLiteral("Mumbai"),
            .pincode = QStringLiteral("400001"),
            .state = QStringLiteral("Maharashtra"),
            .location = place};
}

} // namespace

World::World(Engine engine)
    : db(engine)
{
    settings.load();
    weighing.endContestsBy([this](Tx &tx, Id<Order> order) { return refunds.endContest(tx, order); });
    admin = addAdmin(QStringLiteral("boss"));
    metals = must(catalog.addCategory(admin, {.name = QStringLiteral("Metals")})).id;
    store = openStore(QStringLiteral("Iron Yard"));
    buyer = addBuyer(QStringLiteral("asha"));
}

Id<Session> World::prove(Id<Account> who)
{
    // Proven for as long as a test lasts, whatever its clock does.
    const Instant farAway = db.clock.now().after(10'000 * dayMs);
    const auth::SessionRow session{.id = ids.next<Session>(),
                                   .accountId = who,
                                   .ip = QStringLiteral("192.0.2.1"),
                                   .createdAt = db.clock.now(),
                                   .lastSeenAt = db.clock.now(),
                                   .expiresAt = farAway,
                                   .confirmedUntil = farAway,
                                   .confirmedBy = auth::Confirmation::Password};
    must(db->write([&](Tx &tx) -> Result<> {
        tx.insert("sessions", session);
        return {};
    }));
    return session.id;
}

Caller World::addAdmin(const QString &name)
{
    const Account account = must(db->write([&](Tx &tx) {
        return accounts.create(tx, {.username = name,
                                    .email = name + QStringLiteral("@example.org"),
                                    .role = Role::Admin,
                                    .isActive = true,
                                    .isVerified = true,
                                    .isSuperAdmin = true});
    }));
    return {.id = account.id, .role = Role::Admin, .known = true, .superAdmin = true, .sessionId = prove(account.id)};
}

Store World::openStore(const QString &name, GeoPoint place)
{
    const QString user = name.toLower().replace(u' ', u'-');
    const Account account = must(db->write([&](Tx &tx) {
        return accounts.create(tx, {.username = user,
                                    .email = user + QStringLiteral("@example.org"),
                                    .role = Role::Vendor,
                                    .isActive = true,
                                    .isVerified = true});
    }));
    Store out{.caller = {.id = account.id, .role = Role::Vendor, .known = true, .vendorId = account.vendorId},
              .id = account.vendorId.value()};
    must(accounts.updateVendorProfile(out.caller, profileOf(name, place)));
    must(db->write([&](Tx &tx) { return accounts.setKycStatus(tx, out.id, KycStatus::Approved, std::nullopt); }));
    out.copper = addProduct(out, QStringLiteral("Copper wire"), copperPrice, kilograms(100));
    return out;
}

Customer World::addBuyer(const QString &name, Role role)
{
    const Account account = must(db->write([&](Tx &tx) {
        return accounts.create(tx, {.username = name,
                                    .email = name + QStringLiteral("@example.org"),
                                    .role = role,
                                    .isActive = true,
                                    .isVerified = true});
    }));
    Customer out{.caller = {.id = account.id, .role = role, .known = true}};
    out.address = must(accounts.addAddress(out.caller, {.recipientName = name,
                                                        .recipientPhone = QStringLiteral("+919800000002"),
                                                        .streetAddress = QStringLiteral("2 Hill Road"),
                                                        .city = QStringLiteral("Mumbai"),
                                                        .pincode = QStringLiteral("400050"),
                                                        .state = QStringLiteral("Maharashtra"),
                                                        .location = mumbai}))
                      .id;
    return out;
}

Id<Product> World::addProduct(const Store &of, const QString &title, Money price, Quantity stock)
{
    return must(catalog.addProduct(of.caller, {.categoryId = metals,
                                               .title = title,
                                               .description = QStringLiteral("Clean and sorted."),
                                               .price = price,
                                               .stockQuantity = stock,
                                               .minimumOrderQuantity = {1}}))
        .id;
}

void World::fill(const Customer &wallet, Money amount)
{
    must(db->write([&](Tx &tx) {
        return ledger.recharge(tx, wallet.caller.id, amount, ids.next<Payment>(), QStringLiteral("pay_test"));
    }));
}

void World::set(const QString &key, const QString &value)
{
    must(settings.changeSetting(admin, key, {value}));
}

Result<PlacedOrders> World::order(const Customer &who, Quantity quantity)
{
    return orders.placeOrder(who.caller, {.addressId = who.address, .lines = {{store.copper, quantity}}});
}

Order World::placed(Quantity quantity)
{
    return must(order(quantity)).orders.constFirst();
}

Result<Order> World::advance(const Caller &who, Id<Order> id, OrderStatus status, const QString &reason)
{
    AdvanceOrder wish{.status = status};
    if (!reason.isEmpty())
        wish.reason = reason;
    return orders.advanceOrder(who, id, wish);
}

void World::walkTo(Id<Order> id, OrderStatus status)
{
    using enum OrderStatus;
    for (const OrderStatus step : {Confirmed, Packed, Shipped, OutForDelivery, Delivered})
        if (step <= status)
            must(advance(id, step));
}

Order World::settled(Quantity quantity)
{
    const Order order = placed(quantity);
    walkTo(order.id, OrderStatus::Delivered);
    return must(orders.confirmDelivery(buyer.caller, order.id));
}

Wallet World::wallet(const Customer &of)
{
    return db->read([&](Tx &tx) { return ledger.wallet(tx, of.caller.id); });
}

ledger::VendorFunds World::funds()
{
    return db->read([&](Tx &tx) { return ledger.vendorFunds(tx, store.id); });
}

Quantity World::stock(Id<Product> id)
{
    return {db.number("stock_quantity FROM products WHERE id = ?", id)};
}

Order World::read(Id<Order> id)
{
    return must(orders.readOrder(admin, id));
}

QList<qint64> World::traces() const
{
    QList<qint64> out;
    for (const char *count : {"count(*) FROM orders",
                              "count(*) FROM order_lines",
                              "count(*) FROM order_history",
                              "count(*) FROM outbox",
                              "count(*) FROM ledger_transactions",
                              "count(*) FROM ledger_transfers",
                              "count(*) FROM wallet_entries",
                              "count(*) FROM stock_movements",
                              "count(*) FROM payouts",
                              "count(*) FROM payout_orders",
                              "count(*) FROM weigh_tickets",
                              "sum(version) FROM weigh_standings",
                              "count(*) FROM weigh_top_ups",
                              "sum(last_number) FROM weigh_desks",
                              "count(*) FROM audit_log",
                              "count(*) FROM refunds",
                              "count(*) FROM disputes",
                              "count(*) FROM dispute_statements",
                              "sum(refunded_amount) FROM orders",
                              "sum(version) FROM orders",
                              "sum(stock_quantity) FROM products",
                              "sum(balance) FROM ledger_accounts WHERE kind = 'buyer_held'"})
        out += db.number(count);
    return out;
}

Id<StoredFile> World::photo(const Caller &of)
{
    return upload(of, FilePurpose::Chat, QStringLiteral("photo.png"), picture());
}

Id<StoredFile> World::upload(const Caller &of, FilePurpose purpose, const QString &name, const QByteArray &content)
{
    QFile file(m_files.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the test's folder cannot be written");
    file.close();
    return must(storage.uploadFile(of, {.query = {purpose, name}, .path = file.fileName(), .size = content.size()})).id;
}

void World::verifyBank(const Store &of)
{
    const QByteArray paper = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    const auto vendor = db->read([&](Tx &tx) { return accounts.vendor(tx, of.id); });
    PutVendor profile = profileOf(vendor.value().storeName, mumbai);
    profile.logoId = upload(of.caller, FilePurpose::StoreLogo, QStringLiteral("logo.png"), picture());
    profile.bannerId = upload(of.caller, FilePurpose::StoreBanner, QStringLiteral("banner.png"), picture());
    must(accounts.updateVendorProfile(of.caller, profile));
    must(db->write([&](Tx &tx) { return accounts.setKycStatus(tx, of.id, KycStatus::None, std::nullopt); }));
    const auto submission = must(kyc.submitKyc(
        of.caller, {.pan = QStringLiteral("AAPFU0939F"),
                    .gstin = QStringLiteral("27AAPFU0939F1ZV"),
                    .bankAccountNumber = QStringLiteral("123456786620"),
                    .bankIfsc = QStringLiteral("HDFC0000001"),
                    .bankAccountHolder = QStringLiteral("Owner"),
                    .panFileId = upload(of.caller, FilePurpose::Kyc, QStringLiteral("pan.pdf"), paper),
                    .gstinFileId = upload(of.caller, FilePurpose::Kyc, QStringLiteral("gst.pdf"), paper)}));
    must(kyc.approveKyc(admin, submission.id, {QStringLiteral("Known to us")})); // his PAN may be a neighbour's, too
}
