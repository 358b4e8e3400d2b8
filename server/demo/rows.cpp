#include "server/demo/rows.h"

#include "server/demo/trade.h"

#include <QtEndian>

namespace demo {

namespace {

constexpr quint32 submissionIds = 1, checkoutId = 2, roomId = 3, staffIds = 9'000;

QString emailOf(const QString &username)
{
    return username + QStringLiteral("@demo.kabaadwala.example");
}

QString levelName(RateLevel level)
{
    switch (level) {
    case RateLevel::Vendor: return QStringLiteral("vendor");
    case RateLevel::Category: return QStringLiteral("category");
    case RateLevel::Global: return QStringLiteral("global");
    }
    return {};
}

// Letters and digits of an id, as gateways and banks give them.
QString reference(const QUuid &id, QLatin1StringView prefix, qsizetype size)
{
    return prefix + QString::fromLatin1(id.toRfc4122().toHex().last(size));
}

const QUuid staffSubject(0x6b616261, 0x6164, 0x6977, 's', 't', 'a', 'f', 'f', 0, 0, 0);

} // namespace

accounts::PastAccount Rows::staff(int at) const
{
    const StaffTable &table = m_tables.population.staff[at];
    const Instant joined = m_plan.start.after(-100 * dayMs);
    return {.id = Ids::past<Account>(joined, staffSubject, staffIds + quint32(at)),
            .username = table.username,
            .email = emailOf(table.username),
            .phone = QStringLiteral("+9198000010%1").arg(10 + at),
            .fullName = table.fullName,
            .role = Role::Admin,
            .permissions = table.permissions,
            .joinedAt = joined,
            .lastLogin = m_plan.today.after(-hourMs * (at + 1))};
}

accounts::PastAccount Rows::store(const StoreEntry &store) const
{
    const CityTable &city = m_tables.population.cities[store.site.city];
    accounts::PastStore profile{.id = store.id,
                                .profile = {.storeName = store.name,
                                            .ownerName = store.owner.fullName,
                                            .businessPhone = store.owner.phone,
                                            .logoId = m_premise.logo,
                                            .bannerId = m_premise.banner,
                                            .streetAddress = store.site.street,
                                            .city = city.name,
                                            .pincode = store.site.pincode,
                                            .state = city.state,
                                            .location = store.site.place},
                                .commissionRate = store.rate,
                                .openedAt = store.owner.joined};
    return {.id = store.owner.account,
            .username = store.owner.username,
            .email = emailOf(store.owner.username),
            .phone = store.owner.phone,
            .fullName = store.owner.fullName,
            .role = Role::Vendor,
            .joinedAt = store.owner.joined,
            .lastLogin = m_plan.today.after(-qint64(store.pace * double(6 * hourMs))),
            .store = profile};
}

Address Rows::addressOf(const BuyerEntry &buyer) const
{
    const CityTable &city = m_tables.population.cities[buyer.site.city];
    return {.id = buyer.address,
            .addressType = buyer.role == Role::Distributor ? AddressType::Office : AddressType::Home,
            .recipientName = buyer.self.fullName,
            .recipientPhone = buyer.self.phone,
            .streetAddress = buyer.site.street,
            .city = city.name,
            .pincode = buyer.site.pincode,
            .state = city.state,
            .country = QStringLiteral("India"),
            .location = buyer.site.place,
            .isDefault = true};
}

accounts::PastAccount Rows::buyer(const BuyerEntry &buyer) const
{
    return {.id = buyer.self.account,
            .username = buyer.self.username,
            .email = emailOf(buyer.self.username),
            .phone = buyer.self.phone,
            .fullName = buyer.self.fullName,
            .role = buyer.role,
            .distributorStatus = buyer.distributorStatus,
            .joinedAt = buyer.self.joined,
            .lastLogin = buyer.lastOrder.value_or(buyer.self.joined),
            .addresses = {addressOf(buyer)}};
}

kyc::PastSubmission Rows::submission(const StoreEntry &store, qsizetype attempt) const
{
    const HandIn &handIn = store.handIns[attempt];
    kyc::PastSubmission past{.id = Ids::past<KycSubmission>(handIn.at, store.id.uuid, submissionIds + quint32(attempt)),
                             .vendorId = store.id,
                             .documents = {.pan = store.pan,
                                           .gstin = store.gstin,
                                           .bankAccountNumber = store.bankAccount,
                                           .bankIfsc = store.ifsc,
                                           .bankAccountHolder = store.owner.fullName.toUpper(),
                                           .panFileId = m_premise.pan,
                                           .gstinFileId = m_premise.gstin,
                                           .chequeFileId = m_premise.cheque},
                             .status = handIn.status,
                             .submittedAt = handIn.at,
                             .decidedAt = handIn.decided};
    if (handIn.decided) {
        past.decidedById = staff(0).id;
        past.decidedBy = m_tables.population.staff[0].fullName;
    }
    if (handIn.reason >= 0)
        past.reason = m_tables.phrases.kycReasons[handIn.reason];
    return past;
}

Product Rows::offered(const ProductEntry &product, Money price, Quantity stock) const
{
    const GoodsTable &good = m_tables.trade.goods[product.good];
    Product out{.id = product.id,
                .vendorId = m_plan.stores[std::size_t(product.store)].id,
                .categoryId = m_premise.categories.value(good.category),
                .title = good.title,
                .description = good.description,
                .unit = good.unit,
                .price = price,
                .stockQuantity = stock,
                .minimumOrderQuantity = good.minimum,
                .sku = product.sku,
                .hsnCode = good.hsn,
                .gstRate = good.gst,
                .tags = good.tags,
                .createdAt = product.listed,
                .updatedAt = product.listed};
    if (product.isForDistributors)
        out.distributorPrice = distributorPrice(price);
    return out;
}

catalog::PastProduct Rows::product(const ProductEntry &product) const
{
    catalog::PastProduct past{
        .product = offered(product, m_prices.price(product.good, product.factor, m_plan.today), product.stock)};
    past.product.ordersCount = product.sold;
    past.product.updatedAt = product.movements.back().at;
    Quantity stock;
    quint32 number = 0;
    past.movements.reserve(qsizetype(product.movements.size()));
    const StoreEntry &store = m_plan.stores[std::size_t(product.store)];
    for (const Movement &movement : product.movements) {
        catalog::StockMovement row{.id = Ids::past<catalog::StockMovement>(movement.at, product.id.uuid, number++),
                                   .productId = product.id,
                                   .vendorId = past.product.vendorId,
                                   .cause = movement.cause,
                                   .quantityBefore = stock,
                                   .quantityAfter = stock + movement.delta,
                                   .createdAt = movement.at};
        if (movement.cause == StockCause::Manual)
            row.actorId = store.owner.account;
        stock = row.quantityAfter;
        past.movements += row;
    }
    return past;
}

QList<orders::PastChange> Rows::changes(const OrderEntry &order) const
{
    QList<orders::PastChange> changes;
    changes.reserve(stepCount);
    for (int step = 0; step < stepCount; ++step) {
        const qint64 at = order.steps[std::size_t(step)];
        const auto status = OrderStatus(step);
        if (!at)
            continue;
        changes += {.status = status, .actor = Actor::Vendor, .at = {at}};
        if (status == OrderStatus::Placed)
            changes.back().actor = Actor::Buyer;
        if (status == OrderStatus::Completed)
            changes.back().actor = Actor::System;
        if (status == OrderStatus::Completed && !order.buyerConfirmed)
            changes.back().reason =
                QStringLiteral("The receipt was not disputed for %1 days.").arg(m_terms.autoCompleteMs / dayMs);
    }
    if (order.cancelled) {
        orders::PastChange change{
            .status = OrderStatus::Cancelled, .actor = order.cancelledBy, .at = {order.cancelled}};
        const Phrases &phrases = m_tables.phrases;
        switch (order.cancelledBy) {
        case Actor::Buyer: change.reason = phrases.buyerCancels[order.reason]; break;
        case Actor::Vendor: change.reason = phrases.vendorRefuses[order.reason]; break;
        case Actor::Admin:
        case Actor::System: change.reason = QStringLiteral("The store did not confirm the order in time."); break;
        }
        changes += change;
    }
    return changes;
}

orders::PastOrder Rows::order(const OrderEntry &order) const
{
    const BuyerEntry &buyer = m_plan.buyers[std::size_t(order.buyer)];
    const StoreEntry &store = m_plan.stores[std::size_t(order.store)];
    orders::PastOrder past{.id = order.id,
                           .checkoutId = Ids::past<PlacedOrders>({order.placedAt()}, order.id.uuid, checkoutId),
                           .buyerId = buyer.self.account,
                           .buyerRole = buyer.role,
                           .vendorId = store.id,
                           .customerName = buyer.self.fullName,
                           .customerPhone = buyer.self.phone,
                           .customerEmail = emailOf(buyer.self.username),
                           .deliveryAddress = addressOf(buyer),
                           .changes = changes(order)};
    if (order.note >= 0)
        past.notes = m_tables.phrases.notes[order.note];
    if (order.carrier >= 0)
        past.carrier = m_tables.phrases.carriers[order.carrier];
    if (order.buyerConfirmed)
        past.buyerConfirmedAt = Instant{order.buyerConfirmed};
    if (order.payout >= 0)
        past.payoutId = m_plan.payouts[std::size_t(order.payout)].id;
    for (int i = order.firstLine; i < order.firstLine + order.lines; ++i) {
        const LineEntry &line = m_plan.lines[std::size_t(i)];
        const ProductEntry &product = m_plan.products[std::size_t(line.product)];
        const auto [rate, level] = rateFor(m_terms, store, m_tables.trade.goods[product.good].category);
        past.lines += {.product = offered(product, line.price, line.listed - line.ordered),
                       .listed = line.listed,
                       .ordered = line.ordered,
                       .commissionRate = rate,
                       .commissionLevel = levelName(level)};
    }
    return past;
}

payments::PastPayment Rows::payment(const PaymentEntry &payment) const
{
    constexpr qsizetype idSize = 14;
    payments::PastPayment past{.id = payment.id,
                               .accountId = m_plan.buyers[std::size_t(payment.buyer)].self.account,
                               .gatewayOrderId = reference(payment.id.uuid, QLatin1StringView("order_"), idSize),
                               .amount = payment.amount,
                               .instrument = payment.instrument,
                               .createdAt = payment.created,
                               .endedAt = payment.ended};
    if (payment.failure >= 0) {
        past.status = PaymentStatus::Failed;
        past.failureReason = m_tables.phrases.paymentFailures[payment.failure];
    } else
        past.gatewayPaymentId = reference(payment.id.uuid, QLatin1StringView("pay_"), idSize);
    return past;
}

payouts::PastPayout Rows::payout(const PayoutEntry &payout) const
{
    constexpr qsizetype referenceSize = 12;
    payouts::PastPayout past{.id = payout.id,
                             .vendorId = m_plan.stores[std::size_t(payout.store)].id,
                             .amount = payout.amount,
                             .status = payout.status,
                             .requestedAt = payout.requested,
                             .approvedAt = payout.approved,
                             .processedAt = payout.processed};
    if (payout.status == PayoutStatus::Processed)
        past.transactionReference = reference(payout.id.uuid, QLatin1StringView("NEFT"), referenceSize).toUpper();
    if (payout.status == PayoutStatus::Failed)
        past.failureReason = m_tables.phrases.payoutRefusals[payout.refusal];
    if (payout.status != PayoutStatus::Requested) {
        past.processedBy = m_tables.population.staff[1].username;
        past.processedById = staff(1).id;
    }
    for (const int order : payout.returned)
        past.returned += m_plan.orders[std::size_t(order)].id;
    return past;
}

ledger::PastPosting Rows::posting(const MoneyEntry &entry) const
{
    ledger::PastPosting past{.kind = entry.kind, .at = {entry.at}};
    const auto index = std::size_t(entry.index);
    switch (entry.kind) {
    case ledger::Posting::Recharge: {
        const PaymentEntry &payment = m_plan.payments[index];
        past.subject = payment.id.uuid;
        past.buyer = m_plan.buyers[std::size_t(payment.buyer)].self.account;
        past.amount = payment.amount;
        past.description = QStringLiteral("Wallet recharge");
        past.gatewayReference = this->payment(payment).gatewayPaymentId;
        break;
    }
    case ledger::Posting::Hold:
    case ledger::Posting::Release:
    case ledger::Posting::Settle: {
        const OrderEntry &order = m_plan.orders[index];
        past.subject = order.id.uuid;
        past.buyer = m_plan.buyers[std::size_t(order.buyer)].self.account;
        past.vendor = m_plan.stores[std::size_t(order.store)].id;
        past.amount = order.total;
        past.commission = entry.kind == ledger::Posting::Settle ? order.commission : Money{};
        past.description = QStringLiteral("Order ") + orders::numberOf(order.id);
        if (entry.kind == ledger::Posting::Release)
            past.description += QStringLiteral(" cancelled");
        break;
    }
    case ledger::Posting::PayoutReserve:
    case ledger::Posting::PayoutComplete:
    case ledger::Posting::PayoutReturn:
        past.subject = m_plan.payouts[index].id.uuid;
        past.vendor = m_plan.stores[std::size_t(m_plan.payouts[index].store)].id;
        past.amount = m_plan.payouts[index].amount;
        break;
    case ledger::Posting::TopUp:
    case ledger::Posting::Refund:
    case ledger::Posting::PayoutBounce:
    case ledger::Posting::Adjust:
    case ledger::Posting::Reverse:
    case ledger::Posting::TaxWithhold:
    case ledger::Posting::TaxDeposit:
    case ledger::Posting::CodCommission:
    case ledger::Posting::RechargeBack:
    case ledger::Posting::DebtPaid:
    case ledger::Posting::GatewaySettle:
    case ledger::Posting::Closure: break; // the year has none
    }
    return past;
}

// The words of a talk fall between the order and its delivery, or between the order and now.
void Rows::talk(Chance &chance, const OrderEntry &order, QList<chat::PastMessage> &messages) const
{
    const QList<Saying> &sayings = chance.oneOf(m_tables.phrases.talks);
    const qint64 delivered = order.steps[std::size_t(OrderStatus::Delivered)];
    const qint64 last = order.cancelled ? order.cancelled : delivered ? delivered : m_plan.today.ms;
    qint64 at = order.placedAt() + (last - order.placedAt()) / chance.between(3, 12);
    for (const Saying &saying : sayings) {
        messages += {.sender = saying.sender, .content = saying.text, .at = {at}};
        at = std::min(last, at + chance.between(20'000, 40 * minuteMs));
    }
}

std::optional<chat::PastRoom> Rows::room(const OrderEntry &order) const
{
    constexpr qint64 recentMs = 14 * dayMs;
    constexpr int talked = 1'300, unread = 2'500;
    Chance chance(qFromBigEndian<quint64>(order.id.uuid.data4), "talk");
    const bool hasTalk = chance.happens(talked);
    const bool isRecent = order.isOpen() || m_plan.today.ms - order.placedAt() < recentMs;
    if (!hasTalk && !isRecent)
        return std::nullopt;
    chat::PastRoom past{.id = Ids::past<ChatRoom>({order.placedAt()}, order.id.uuid, roomId), .orderId = order.id};
    for (const orders::PastChange &change : changes(order))
        past.messages += {.status = change.status, .at = change.at};
    if (hasTalk)
        talk(chance, order, past.messages);
    std::stable_sort(past.messages.begin(), past.messages.end(),
                     [](const chat::PastMessage &a, const chat::PastMessage &b) { return a.at < b.at; });
    if (hasTalk && isRecent && chance.happens(unread))
        past.unreadByStore = chance.between(1, 3);
    if (hasTalk && isRecent && chance.happens(unread))
        past.unreadByBuyer = chance.between(1, 3);
    return past;
}

} // namespace demo
