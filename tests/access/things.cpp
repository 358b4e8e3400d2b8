// The objects of Stage.

#include "tests/access/stage.h"

#include <QFile>

namespace {

struct NoticeRow
{
    Id<Notice> id;
    Id<Account> accountId;
    NoticeKind kind = NoticeKind::OrderUpdate;
    QString title;
    QString text;
    Instant createdAt;

    FIELDS(NoticeRow, FIELD(id), FIELD(accountId), FIELD(kind), FIELD(title), FIELD(text), FIELD(createdAt))
};

template <class Of>
QByteArray text(const Id<Of> &id)
{
    return id.text().toLatin1();
}

bool isOfAll(Owner owner)
{
    return owner == Owner::Anyones || owner == Owner::Nobodys || owner == Owner::Everybodys;
}

bool isVendor(Who who)
{
    return roleOf(who) == Role::Vendor;
}

Who sellerOf(Who who)
{
    return isVendor(who) ? who : Who::Vendor;
}

// Before a party confirms: a store that it has handed over, a buyer that it was received.
OrderStatus lastStepOf(Who who)
{
    return isVendor(who) ? OrderStatus::OutForDelivery : OrderStatus::Delivered;
}

} // namespace

QByteArray Stage::jpeg()
{
    return QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000") + QByteArray(200, '\x11');
}

StoredFile Stage::upload(const Caller &caller, FilePurpose purpose, const QByteArray &content)
{
    const QString path = m_folder.filePath(unused("body"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the upload");
    file.close();
    return market.storage
        .uploadFile(caller, {.query = {purpose, QStringLiteral("paper.jpg")},
                             .path = path,
                             .size = content.size(),
                             .declaredType = QStringLiteral("image/jpeg")})
        .value();
}

PutReportDefinition Stage::savedReport()
{
    return {.name = ReportName::DailySales,
            .title = QStringLiteral("Sales of yesterday"),
            .format = ReportFormat::Csv,
            .frequency = ReportFrequency::Daily};
}

// A run is made by whoever works off those that wait.
QByteArray Stage::run(RunStatus status)
{
    const auto made =
        market.reports.runReport(root.caller, ReportName::DailySales, {.format = ReportFormat::Csv}).value();
    if (status == RunStatus::Done)
        market.reports.workOff();
    if (status == RunStatus::Cancelled)
        (void)market.reports.cancelRun(root.caller, made.id).value();
    return text(made.id);
}

SubmitKyc Stage::documents(const Caller &vendor)
{
    return {.pan = QStringLiteral("AAPFU0939F"),
            .gstin = QStringLiteral("27AAPFU0939F1ZV"),
            .bankAccountNumber = QStringLiteral("50100123456620"),
            .bankIfsc = QStringLiteral("HDFC0000001"),
            .bankAccountHolder = QStringLiteral("Ramesh Sharma"),
            .panFileId = upload(vendor, FilePurpose::Kyc, jpeg()).id,
            .gstinFileId = upload(vendor, FilePurpose::Kyc, jpeg()).id,
            .chequeFileId = upload(vendor, FilePurpose::Kyc, jpeg()).id};
}

PutProduct Stage::offer()
{
    return {.categoryId = m_category,
            .title = QStringLiteral("Copper wire"),
            .description = QStringLiteral("Bare bright, without insulation"),
            .price = {72'000},
            .stockQuantity = Quantity{100'000'000}};
}

PutAd Stage::campaign(Id<StoredFile> image)
{
    constexpr qint64 tenDaysMs = 864'000'000;
    return {.title = QStringLiteral("Monsoon offer"),
            .imageId = image,
            .clickUrl = QStringLiteral("https://shop.example/offer"),
            .startDate = db.clock.now(),
            .endDate = db.clock.now().after(tenDaysMs),
            .categoryId = market.catalog.addCategory(root.caller, {.name = unused("Category ")}).value().id};
}

void Stage::recharge(const Asker &buyer, Money amount)
{
    // A payment that was paid: the check of the books, which somebody may have asked for, looks for it.
    must(market.db().write([&](Tx &tx) -> Result<> {
        const auto payment = market.ids.next<Payment>();
        tx.run(
            "INSERT INTO payments (id, account_id, provider, gateway_payment_id, amount, currency, instrument, status,"
            " created_at, updated_at) VALUES (?1, ?2, 'razorpay', ?3, ?4, 'INR', 'upi', 'paid', ?5, ?5)",
            payment, buyer.caller.id, payment.text(), amount, tx.now());
        return market.ledger.recharge(tx, buyer.caller.id, amount, payment, payment.text());
    }));
}

// An order of this buyer's, or one at this vendor's store.
Order Stage::order(Who who, OrderStatus until)
{
    Asker &vendor = standing(isVendor(who) ? who : Who::Vendor);
    Asker &buyer = standing(roleOf(who) == Role::Buyer || roleOf(who) == Role::Distributor ? who : Who::Buyer);
    Asker payer = who == Who::Limited ? spare() : buyer;
    const Money price{72'000};
    recharge(payer, price);
    const Sale sale(*this, who, vendor);
    const PlacedOrders placed =
        market.orders
            .placeOrder(payer.caller,
                        {.addressId = *payer.address, .lines = {{vendor.product->id, Quantity{1000}, std::nullopt}}})
            .value();
    const Order out = advanced(vendor, payer, placed.orders.constFirst(), until);
    market.outbox.drain();
    return out;
}

Order Stage::advanced(const Asker &vendor, const Asker &buyer, Order order, OrderStatus until)
{
    using enum OrderStatus;
    for (const OrderStatus next : {Confirmed, Packed, OutForDelivery, Delivered}) {
        if (order.orderStatus == until)
            return order;
        order = market.orders.advanceOrder(vendor.caller, order.id, {.status = next}).value();
    }
    return market.orders.confirmDelivery(buyer.caller, order.id).value();
}

QByteArray Stage::room(Who who)
{
    const Order placed = order(who, OrderStatus::Placed);
    const Caller &vendor = standing(isVendor(who) ? who : Who::Vendor).caller;
    return text(market.chat.listRooms(vendor, {.order = placed.id}).value().items.constFirst().id);
}

QByteArray Stage::payout(Who vendor)
{
    order(vendor, OrderStatus::Completed);
    return text(market.payouts.requestPayout(standing(vendor).caller).value().id);
}

QByteArray Stage::submission()
{
    Asker vendor = spare(Role::Vendor);
    (void)market.accounts.updateVendorProfile(vendor.caller, shop(vendor.caller)).value();
    return text(market.kyc.submitKyc(vendor.caller, documents(vendor.caller)).value().id);
}

// An account in the state that the act on it asks for.
QByteArray Stage::somebody(Thing thing)
{
    const PersonReason why{QStringLiteral("Sold stolen cable")};
    if (thing == Thing::Staff)
        return text(admin({}).caller.id);
    if (thing == Thing::PersonUnverified) {
        const QString name = unused("unverified");
        return text(
            market.auth
                .enrol({.username = name, .email = name + QStringLiteral("@example.in")}, QStringLiteral("Kabaad#2026"))
                .value()
                .id);
    }
    const bool isPending = thing == Thing::PersonPending;
    const Id<Account> id = (isPending ? spare(Role::Distributor, DistributorStatus::Pending) : spare()).caller.id;
    if (thing == Thing::PersonBanned)
        (void)market.people.ban(root.caller, id, why).value();
    if (thing == Thing::PersonSuspended)
        (void)market.people.suspend(root.caller, id, why).value();
    return text(id);
}

// A store of nobody's in particular, so that the vendors of the stage go on selling.
QByteArray Stage::someStore(Thing thing)
{
    const Asker vendor = spare(Role::Vendor);
    (void)market.accounts.updateVendorProfile(vendor.caller, shop(vendor.caller)).value();
    if (thing == Thing::StoreSuspended)
        (void)market.vendors.suspend(root.caller, *vendor.caller.vendorId, {QStringLiteral("Complaints of buyers")})
            .value();
    return text(*vendor.caller.vendorId);
}

QByteArray Stage::deadJob()
{
    return market.db()
        .write([&](Tx &tx) -> Result<QByteArray> {
            market.jobs.enqueue(tx, "test.nothing", Nothing{});
            tx.run("UPDATE jobs SET status = 'dead', attempts = 4 WHERE kind = 'test.nothing' AND status = 'waiting'");
            const auto job = tx.one<Job>("FROM jobs WHERE kind = 'test.nothing' ORDER BY id DESC LIMIT 1");
            return text(job->id);
        })
        .value();
}

QByteArray Stage::notice(const Asker &person)
{
    const NoticeRow row{.id = market.ids.next<Notice>(),
                        .accountId = person.caller.id,
                        .title = QStringLiteral("News"),
                        .text = QStringLiteral("Something happened."),
                        .createdAt = db.clock.now()};
    must(market.db().write([&](Tx &tx) -> Result<> {
        tx.insert("notices", row);
        return {};
    }));
    return text(row.id);
}

// As if one had been asked for on another day.
QByteArray Stage::copy(const Asker &person)
{
    if (market.privacy.listCopies(person.caller).value().isEmpty())
        (void)market.privacy.requestCopy(person.caller).value();
    market.settleDown(); // it may have been asked for over the wire
    return text(market.privacy.listCopies(person.caller).value().constLast().id);
}

QByteArray Stage::session(const Asker &person)
{
    const SessionTokens tokens = enter(person).value();
    return text(market.auth.callerOf(tokens.accessToken.toUtf8()).value().sessionId);
}

QByteArray Stage::product(Who vendor)
{
    Asker &owner = standing(vendor);
    const Sale sale(*this, vendor, owner);
    return text(market.catalog.addProduct(owner.caller, offer()).value().id);
}

QByteArray Stage::payment(const Asker &person)
{
    // Only buyers may recharge; a row of somebody else is needed all the same, to show that no call reaches it.
    Caller payer = person.caller;
    payer.role = Role::Buyer;
    return text(market.payments.rechargeWallet(payer, {.amount = {50'000}}).value().id);
}

// Money on the bank's statement that nobody asked for.
QByteArray Stage::moneyFlag()
{
    (void)market.payments.takeStatement(root.caller, statement()).value();
    return text(market.payments.listMoneyFlags(root.caller, {.limit = 1}).value().items.constFirst().id);
}

TakeStatement Stage::statement()
{
    return {.columns = {QStringLiteral("Date"), QStringLiteral("Words"), QStringLiteral("Credit")},
            .csv = QStringLiteral("Date,Words,Credit\n27/11/26,%1,500.00\n").arg(unused("transfer "))};
}

QByteArray Stage::ad()
{
    return text(market.ads.addAd(root.caller, campaign(upload(root.caller, FilePurpose::Ad, jpeg()).id)).value().id);
}

QByteArray Stage::fresh(Thing thing, Who who)
{
    switch (thing) {
    case Thing::None: return {};
    case Thing::Address: return text(market.accounts.addAddress(standing(who).caller, home()).value().id);
    case Thing::Session: return session(standing(who));
    case Thing::Notice: return notice(standing(who));
    case Thing::File: return text(upload(standing(who).caller, FilePurpose::ProfilePhoto, jpeg()).id);
    case Thing::Document: return text(upload(standing(who).caller, FilePurpose::Kyc, jpeg()).id);
    case Thing::Payment: return payment(standing(who));
    case Thing::PaymentOfOrder: return paymentOfOrder();
    case Thing::Order: return text(order(who, OrderStatus::Placed).id);
    case Thing::OrderOnItsWay: return text(order(who, lastStepOf(who)).id);
    case Thing::OrderInEscrow: return text(heldOrder().id);
    case Thing::OrderToWeigh: return text(order(who, OrderStatus::Packed).id);
    case Thing::OrderWithTopUp: return text(shortOf(who));
    case Thing::WeighTicket: return text(weighed(order(who, OrderStatus::Packed)).id);
    case Thing::Room: return room(who);
    case Thing::Product: return product(sellerOf(who));
    case Thing::Payout: return payout(sellerOf(who));
    case Thing::Refund: return refund(who);
    case Thing::Dispute: return dispute(who);
    case Thing::Store: return text(*standing(sellerOf(who)).caller.vendorId);
    case Thing::Copy: return copy(standing(who));
    case Thing::Statement: return statement(sellerOf(who));
    case Thing::Invoice: return text(invoiced(who).id);
    case Thing::OrderInvoiced: return text(*invoiced(who).orderId);
    case Thing::SavedMethod: return savedMethod(standing(who));
    case Thing::Device: return device(standing(who));
    case Thing::Sku: return sku(sellerOf(who));
    case Thing::Message: return message(who);
    case Thing::Picture: return picture(sellerOf(who)).second;
    case Thing::PictureOfProduct: return pictureOfProduct(sellerOf(who));
    default: return freshOfMarket(thing);
    }
}

// Somebody of the same kind.
Who Stage::other(Who who)
{
    switch (who) {
    case Who::Buyer: return Who::OtherBuyer;
    case Who::Vendor: return Who::OtherVendor;
    case Who::OtherVendor:
    case Who::UnapprovedVendor:
    case Who::RejectedVendor:
    case Who::SuspendedVendor: return Who::Vendor;
    default: return Who::Buyer;
    }
}

QByteArray Stage::shown(const Subject &subject, Who who, Whose whose)
{
    if (whose == Whose::Unknown) {
        if (subject.thing == Thing::PictureOfProduct)
            return "0192f7a0-0000-7000-8000-00000000dead/images/0192f7a0-0000-7000-8000-00000000dead";
        const bool isNamed = subject.thing == Thing::Setting || subject.thing == Thing::Provider ||
                             subject.thing == Thing::Report || subject.thing == Thing::TaxRule ||
                             subject.thing == Thing::Sku;
        return isNamed ? "nothing.like_this" : QByteArray("0192f7a0-0000-7000-8000-00000000dead");
    }
    const bool isRefused = refusalOf(subject, who, whose).has_value();
    const bool isOverseen = whose == Whose::Foreign && roleOf(who) == Role::Admin;
    if (!isRefused)
        return fresh(subject.thing, isOfAll(subject.owner) || isOverseen ? Who::Buyer : who);
    // A refused caller tries what belongs to somebody else.
    return kept(subject.thing, other(who));
}

QByteArray Stage::kept(Thing thing, Who who)
{
    const std::pair key{thing, who};
    const auto known = m_shown.find(key);
    if (known != m_shown.end())
        return known->second;
    return m_shown.emplace(key, fresh(thing, who)).first->second;
}
