#include "server/payouts/service.h"

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/core/readable.h"
#include "server/core/resealing.h"
#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/orders/service.h"
#include "server/payouts/rules.h"
#include "server/settings/service.h"
#include "server/tax/service.h"

namespace payouts {

namespace {

constexpr int sharesMax = orders::ordersInPayoutMax;
constexpr QLatin1StringView payoutWord("payout");

} // namespace

PayoutProvider Service::plannedProvider() const
{
    return isByProvider() ? PayoutProvider::StripeConnect : PayoutProvider::Manual;
}

Payout Service::describe(Tx &tx, const PayoutRow &row)
{
    return {.id = row.id,
            .payoutNumber = row.payoutNumber,
            .vendorId = row.vendorId,
            .storeName = row.storeName,
            .amount = row.amount,
            .corrections = row.corrections,
            .withheld = row.withheld,
            .ordersCount = row.ordersCount,
            .bankAccountMasked = row.bankAccountMasked,
            .bankIfsc = row.bankIfsc,
            .bankAccountHolder = row.bankAccountHolder,
            .provider = row.status == PayoutStatus::Requested ? plannedProvider() : m_store.providerOf(tx, row.id),
            .status = row.status,
            .firstApprovedBy = row.firstApprovedBy,
            .firstApprovedById = row.firstApprovedById,
            .batchNumber = row.batchNumber,
            .transactionReference = row.transactionReference,
            .failureCode = row.failureCode,
            .failureReason = row.failureReason,
            .processedBy = row.processedBy,
            .requestedAt = row.requestedAt,
            .processedAt = row.processedAt,
            .returnedAt = row.returnedAt};
}

void Service::publish(Tx &tx, const PayoutRow &row)
{
    tx.publish(PayoutChanged{row.id, row.payoutNumber, row.vendorId, row.vendorAccountId, row.status, row.amount,
                             row.failureReason});
}

namespace {

struct Shortfall
{
    Money released;
    Money minimum;

    FIELDS(Shortfall, FIELD(released), FIELD(minimum))
};

struct Debt
{
    Money released;
    Money minimum;
    Money owed;

    FIELDS(Debt, FIELD(released), FIELD(minimum), FIELD(owed))
};

struct Contest
{
    Money released; // and free to be paid out
    Money minimum;
    Money contested;

    FIELDS(Contest, FIELD(released), FIELD(minimum), FIELD(contested))
};

tl::unexpected<Error> belowMinimum(Money released, Money least, Money owed, Money contested)
{
    const bool isOwing = owed > Money{};
    if (!isOwing && contested > Money{})
        return tl::unexpected(Error{
            .code = ErrorCode::BelowMinimum,
            .message = QStringLiteral("A payout is at least %1; %2 is free, %3 waits for the decision of disputes.")
                           .arg(least.text(), released.text(), contested.text()),
            .details = json::bytes(Contest{released, least, contested})});
    Error error{
        .code = ErrorCode::BelowMinimum,
        .message = isOwing
                       ? QStringLiteral("Nothing can be paid out: %1 is owed after refunds.").arg(owed.text())
                       : QStringLiteral("A payout is at least %1; %2 is released.").arg(least.text(), released.text())};
    error.details = isOwing ? json::bytes(Debt{released, least, owed}) : json::bytes(Shortfall{released, least});
    return tl::unexpected(error);
}

struct Consumed
{
    Money released;
    Money withheld;

    FIELDS(Consumed, FIELD(released), FIELD(withheld))
};

tl::unexpected<Error> withheldWhole(Money released, Money withheld)
{
    return tl::unexpected(
        Error{.code = ErrorCode::BelowMinimum,
              .message = QStringLiteral("Nothing can be paid out: %1 is to be withheld as tax, %2 is released.")
                             .arg(withheld.text(), released.text()),
              .details = json::bytes(Consumed{released, withheld})});
}

Result<std::optional<orders::SettledBefore>> readCursor(const std::optional<QString> &text)
{
    LET(parts, cursor::key(text, 2));
    if (parts.isEmpty())
        return std::optional<orders::SettledBefore>();
    bool isNumber = false;
    const orders::SettledBefore before{{parts[0].toLongLong(&isNumber)}, Id<Order>::parse(parts[1])};
    if (!isNumber || before.id.isNull())
        return cursor::refused();
    return std::optional(before);
}

} // namespace

Service::Service(Db &db, const Ids &ids, ledger::Service &ledger, orders::Service &orders, tax::Service &tax,
                 kyc::Service &kyc, accounts::Service &accounts, auth::Service &auth, audit::Service &audit,
                 settings::Service &settings, payments::Service &payments, const QString &layoutFolder)
    : m_db(db)
    , m_ids(ids)
    , m_ledger(ledger)
    , m_orders(orders)
    , m_tax(tax)
    , m_kyc(kyc)
    , m_accounts(accounts)
    , m_auth(auth)
    , m_audit(audit)
    , m_settings(settings)
    , m_payments(payments)
    , m_layouts(bankLayouts(layoutFolder))
{}

Result<VendorBalance> Service::readBalance(const Caller &caller)
{
    LET(vendor, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<VendorBalance> {
        const ledger::VendorFunds funds = m_ledger.vendorFunds(tx, vendor);
        const Money free = freeOf(funds.released, m_orders.contestedOf(tx, vendor));
        return VendorBalance{.released = free,
                             .inEscrow = m_orders.heldFor(tx, vendor),
                             .inPayouts = funds.inPayouts,
                             .paidOut = m_store.paidOut(tx, vendor),
                             .commission = m_orders.commissionOf(tx, vendor),
                             .payoutMin = m_settings.money(settings::Key::PayoutsMinimum),
                             .owed = funds.owed,
                             .contested = funds.released - free};
    });
}

Result<Page<Earning>> Service::listEarnings(const Caller &caller, const ListEarnings &wish)
{
    LET(vendor, storeOf(caller));
    LET(before, readCursor(wish.cursor));
    return m_db.read([&](Tx &tx) -> Result<Page<Earning>> {
        const auto settled = m_orders.settledOf(tx, vendor, before, wish.limit + 1);
        QList<Id<Payout>> ids;
        for (const auto &order : settled)
            if (order.payoutId && !ids.contains(*order.payoutId))
                ids += *order.payoutId;
        QHash<Id<Payout>, Payout> payouts;
        for (const Payout &payout : m_store.named(tx, ids))
            payouts.insert(payout.id, payout);

        QList<Earning> earnings;
        for (const auto &order : settled) {
            Earning earning{order.id, order.orderNumber, order.gross, order.commission, order.net, order.settledAt};
            if (const auto payout = payouts.constFind(order.payoutId.value_or(Id<Payout>()));
                payout != payouts.cend()) {
                earning.payoutId = payout->id;
                earning.payoutNumber = payout->payoutNumber;
                earning.payoutStatus = payout->status;
            }
            earnings += earning;
        }
        return cursor::page(std::move(earnings), wish.limit, [](const Earning &last) {
            return QStringList{QString::number(last.settledAt.ms), last.orderId.text()};
        });
    });
}

Result<Payout> Service::requestPayout(const Caller &caller)
{
    LET(vendorId, storeOf(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<Payout> {
        LET(row, request(tx, vendorId));
        return describe(tx, row);
    });
}

// Orders and money are taken by conditional changes, so of two requests at once the second finds nothing left
// (PAYO-04, PAYO-05).
Result<PayoutRow> Service::request(Tx &tx, Id<Vendor> vendorId)
{
    const auto vendor = m_accounts.vendor(tx, vendorId);
    if (!vendor)
        return notFound(QLatin1StringView("store"));
    if (vendor->status == StoreStatus::Suspended)
        return failure(ErrorCode::BalanceFrozen, QStringLiteral("The store is suspended."));
    const auto bank = m_kyc.verifiedBankOf(tx, vendorId);
    if (!bank)
        return failure(ErrorCode::NotVerified, QStringLiteral("There is no verified bank account yet."));
    MUST(mayReceive(tx, vendorId));

    PayoutRow row{.id = m_ids.next<Payout>(),
                  .vendorId = vendorId,
                  .vendorAccountId = vendor->accountId,
                  .region = vendor->region.value_or(QString()),
                  .storeName = vendor->storeName,
                  .kycSubmissionId = bank->submissionId,
                  .bankAccountSealed = {bank->sealed},
                  .bankAccountMasked = bank->masked,
                  .bankIfsc = bank->ifsc,
                  .bankAccountHolder = bank->holder,
                  .requestedAt = tx.now()};
    const auto taken = m_orders.takeForPayout(tx, vendorId, row.id);
    Money ofOrders;
    QList<Id<Order>> orders;
    for (const auto &order : taken) {
        ofOrders = ofOrders + order.net;
        orders += order.id;
    }
    const ledger::VendorFunds funds = m_ledger.vendorFunds(tx, vendorId);
    const Money contested = m_orders.contestedOf(tx, vendorId);
    row.amount = amountOf(ofOrders, freeOf(funds.released, contested),
                          taken.size() < orders::ordersInPayoutMax ? Taken::AllOrders : Taken::SomeOrders);
    row.corrections = row.amount - ofOrders;
    row.ordersCount = taken.size();
    MUST(withhold(tx, row, orders));
    const Money least = m_settings.money(settings::Key::PayoutsMinimum);
    if (row.amount < least)
        return belowMinimum(row.amount, least, funds.owed, contested);
    MUST(m_ledger.reservePayout(tx, vendorId, row.id, row.amount));
    MUST(insert(tx, row));
    for (const auto &order : taken)
        m_store.insert(
            tx, Share{row.id, order.id, order.orderNumber, order.gross, order.commission, order.net, order.settledAt});
    publish(tx, row);
    return row;
}

// Where the market has to: a payout takes what is left (tax/service.h). A payout of nothing is not made, and then
// nothing is withheld either.
Result<> Service::withhold(Tx &tx, PayoutRow &row, const QList<Id<Order>> &orders)
{
    if (!m_settings.truth(settings::Key::TaxWithhold))
        return {};
    const ledger::Withheld tax = m_tax.withhold(tx, row.vendorId, row.id, orders);
    row.withheld = tax.whole();
    if (row.withheld == Money{})
        return {};
    if (row.withheld >= row.amount)
        return withheldWhole(row.amount, row.withheld);
    row.amount = row.amount - row.withheld;
    return m_ledger.withholdTax(tx, row.vendorId, row.id, tax);
}

Result<> Service::insert(Tx &tx, PayoutRow &row)
{
    for (int attempt = 0; attempt < readable::attemptsMax; ++attempt) {
        row.payoutNumber = readable::number(QLatin1StringView("PO"), m_ids.next<PayoutRow>().uuid);
        if (m_store.insertNew(tx, row))
            return {};
    }
    return failure(ErrorCode::Unavailable, QStringLiteral("No payout number is free at the moment."));
}

// Who of the market acted is not told outside of it.
void Service::hideAdmins(Payout &payout)
{
    payout.firstApprovedBy.reset();
    payout.firstApprovedById.reset();
    if (payout.processedBy)
        payout.processedBy = accounts::marketName();
}

Result<Page<Payout>> Service::listPayouts(const Caller &caller, const ListPayouts &wish)
{
    LET(vendor, storeOf(caller));
    LET(own, page({.vendor = vendor}, wish));
    for (Payout &payout : own.items)
        hideAdmins(payout);
    return std::move(own);
}

Result<Page<Payout>> Service::listAllPayouts(const Caller &caller, const ListPayouts &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return page({}, wish);
}

Result<Page<Payout>> Service::page(const Scope &scope, const ListPayouts &wish)
{
    LET(before, cursor::idOf<Payout>(wish.cursor));
    QList<Payout> found = m_db.read([&](Tx &tx) { return m_store.list(tx, scope, wish, before, wish.limit + 1); });
    for (Payout &payout : found)
        if (payout.status == PayoutStatus::Requested)
            payout.provider = plannedProvider();
    return cursor::pageById(std::move(found), wish.limit);
}

Result<PayoutDetail> Service::readPayout(const Caller &caller, Id<Payout> id)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<PayoutDetail> {
        const auto row = m_store.find(tx, id);
        if (!row)
            return notFound(payoutWord);
        PayoutDetail detail{.payout = describe(tx, *row), .holderNote = row->holderNote};
        const auto account = m_store.account(tx, row->vendorId);
        if (account && detail.payout.provider != PayoutProvider::Manual) {
            detail.providerHolder = account->holder;
            detail.isHolderKnown = isPayee(*account, *row);
        }
        for (const Share &share : m_store.shares(tx, id, sharesMax))
            detail.earnings +=
                Earning{share.orderId,   share.orderNumber, share.gross,       share.commission, share.net,
                        share.settledAt, row->id,           row->payoutNumber, row->status};
        return detail;
    });
}

int Service::reseal(int most, const std::function<void(int)> &progress)
{
    return resealing::run<Payout>(
        m_db, most, progress, [&](Tx &tx, Id<Payout> after, int count) { return m_store.after(tx, after, count); },
        [](const PayoutRow &row) { return row.id; },
        [&](Tx &tx, const PayoutRow &row) {
            const auto number = m_kyc.resealedNumber(row.bankAccountSealed.bytes, row.kycSubmissionId);
            if (number)
                m_store.reseal(tx, row.id, *number);
            return number.has_value();
        });
}

} // namespace payouts
