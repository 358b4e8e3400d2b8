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

namespace payouts {

namespace {

constexpr int sharesMax = 10'000;
constexpr int numberAttempts = 3;
constexpr QLatin1StringView payoutWord("payout");

struct AuditedChange
{
    PayoutStatus old = PayoutStatus::Requested;
    PayoutStatus now = PayoutStatus::Requested;
    Money amount;
    std::optional<QString> reference;
    std::optional<QString> reason;

    FIELDS(AuditedChange, FIELD(old), FIELD(now), FIELD(amount), FIELD(reference), FIELD(reason))
};

Payout describe(const PayoutRow &row)
{
    return {.id = row.id,
            .payoutNumber = row.payoutNumber,
            .vendorId = row.vendorId,
            .storeName = row.storeName,
            .amount = row.amount,
            .ordersCount = row.ordersCount,
            .bankAccountMasked = row.bankAccountMasked,
            .bankIfsc = row.bankIfsc,
            .bankAccountHolder = row.bankAccountHolder,
            .status = row.status,
            .transactionReference = row.transactionReference,
            .failureReason = row.failureReason,
            .processedBy = row.processedBy,
            .requestedAt = row.requestedAt,
            .processedAt = row.processedAt};
}

void publish(Tx &tx, const PayoutRow &row)
{
    tx.publish(PayoutChanged{row.id, row.payoutNumber, row.vendorId, row.vendorAccountId, row.status, row.amount,
                             row.failureReason});
}

tl::unexpected<Error> belowMinimum(Money released, Money least)
{
    return tl::unexpected(
        Error{.code = ErrorCode::BelowMinimum,
              .message = QStringLiteral("A payout is at least %1; %2 is released.").arg(least.text(), released.text()),
              .details = "{\"released\":\"" + released.text().toLatin1() + "\",\"minimum\":\"" +
                         least.text().toLatin1() + "\"}"});
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

Service::Service(Db &db, const Ids &ids, ledger::Service &ledger, orders::Service &orders, kyc::Service &kyc,
                 accounts::Service &accounts, audit::Service &audit, settings::Service &settings)
    : m_db(db)
    , m_ids(ids)
    , m_ledger(ledger)
    , m_orders(orders)
    , m_kyc(kyc)
    , m_accounts(accounts)
    , m_audit(audit)
    , m_settings(settings)
{}

Result<VendorBalance> Service::readBalance(const Caller &caller)
{
    LET(vendor, storeOf(caller));
    return m_db.read([&](Tx &tx) -> Result<VendorBalance> {
        const ledger::VendorFunds funds = m_ledger.vendorFunds(tx, vendor);
        return VendorBalance{.released = funds.released,
                             .inEscrow = m_orders.heldFor(tx, vendor),
                             .inPayouts = funds.inPayouts,
                             .paidOut = m_store.paidOut(tx, vendor),
                             .commission = m_orders.commissionOf(tx, vendor),
                             .payoutMin = m_settings.money(settings::Key::PayoutsMinimum)};
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

// Orders and money are taken by conditional changes, so of two requests at once the second finds nothing left
// (PAYO-04, PAYO-05).
Result<Payout> Service::requestPayout(const Caller &caller)
{
    LET(vendorId, storeOf(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<Payout> {
        const auto vendor = m_accounts.vendor(tx, vendorId);
        if (!vendor)
            return notFound(QLatin1StringView("store"));
        if (vendor->status == StoreStatus::Suspended)
            return failure(ErrorCode::BalanceFrozen, QStringLiteral("The store is suspended."));
        const auto bank = m_kyc.verifiedBankOf(tx, vendorId);
        if (!bank)
            return failure(ErrorCode::NotVerified, QStringLiteral("There is no verified bank account yet."));

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
        for (const auto &order : taken)
            row.amount = row.amount + order.net;
        row.ordersCount = taken.size();
        const Money least = m_settings.money(settings::Key::PayoutsMinimum);
        if (row.amount < least)
            return belowMinimum(row.amount, least);
        MUST(m_ledger.reservePayout(tx, vendorId, row.id, row.amount));
        MUST(insert(tx, row));
        for (const auto &order : taken)
            m_store.insert(tx, Share{row.id, order.id, order.orderNumber, order.gross, order.commission, order.net,
                                     order.settledAt});
        publish(tx, row);
        return describe(row);
    });
}

Result<> Service::insert(Tx &tx, PayoutRow &row)
{
    for (int attempt = 0; attempt < numberAttempts; ++attempt) {
        row.payoutNumber = readable::number(QLatin1StringView("PO"), m_ids.next<PayoutRow>().uuid);
        if (m_store.insertNew(tx, row))
            return {};
    }
    return failure(ErrorCode::Unavailable, QStringLiteral("No payout number is free at the moment."));
}

Result<Page<Payout>> Service::listPayouts(const Caller &caller, const ListPayouts &wish)
{
    LET(vendor, storeOf(caller));
    LET(own, page({.vendor = vendor}, wish));
    for (Payout &payout : own.items)
        if (payout.processedBy)
            payout.processedBy = accounts::marketName();
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
    return cursor::pageById(m_db.read([&](Tx &tx) { return m_store.list(tx, scope, wish, before, wish.limit + 1); }),
                            wish.limit);
}

Result<PayoutDetail> Service::readPayout(const Caller &caller, Id<Payout> id)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.read([&](Tx &tx) -> Result<PayoutDetail> {
        const auto row = m_store.find(tx, id);
        if (!row)
            return notFound(payoutWord);
        PayoutDetail detail{.payout = describe(*row)};
        for (const Share &share : m_store.shares(tx, id, sharesMax))
            detail.earnings +=
                Earning{share.orderId,   share.orderNumber, share.gross,       share.commission, share.net,
                        share.settledAt, row->id,           row->payoutNumber, row->status};
        return detail;
    });
}

// Nothing leaves for a suspended store, also what was asked for before; it can still be sent back (VEN-10).
Result<> Service::checkFrozen(Tx &tx, const PayoutRow &row, PayoutStatus wanted)
{
    const auto vendor = m_accounts.vendor(tx, row.vendorId);
    if (wanted != PayoutStatus::Failed && vendor && vendor->status == StoreStatus::Suspended)
        return failure(ErrorCode::BalanceFrozen, QStringLiteral("The store is suspended."));
    return {};
}

// One admin's decision: who and when is written into the row and on record, and the store hears of it.
template <class Effect>
Result<Payout> Service::decide(const Caller &caller, Id<Payout> id, PayoutRow wanted, Effect &&effect)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<Payout> {
        const auto seen = m_store.find(tx, id);
        if (!seen)
            return notFound(payoutWord);
        if (!mayBecome(seen->status, wanted.status))
            return failure(ErrorCode::IllegalTransition,
                           QStringLiteral("A payout that is %1 cannot become %2.")
                               .arg(names::text(seen->status), names::text(wanted.status)));
        MUST(checkFrozen(tx, *seen, wanted.status));
        if (wanted.status != PayoutStatus::Failed)
            MUST(m_ledger.booksAreSound(tx));
        PayoutRow next = *seen;
        next.status = wanted.status;
        next.transactionReference = wanted.transactionReference;
        next.failureCode = wanted.failureCode;
        next.failureReason = wanted.failureReason;
        const auto admin = m_accounts.find(tx, caller.id);
        next.processedBy = admin ? std::optional(admin->username) : std::nullopt;
        next.processedById = caller.id;
        (next.status == PayoutStatus::Approved ? next.approvedAt : next.processedAt) = tx.now();
        if (!m_store.change(tx, seen->status, next))
            return failure(ErrorCode::Conflict, QStringLiteral("The payout has changed meanwhile."));
        MUST(effect(tx, next));
        m_audit.record(tx, caller, "payouts." + names::text(next.status).toString().toStdString(), "payout", id.text(),
                       {json::bytes(AuditedChange{seen->status, next.status, next.amount, next.transactionReference,
                                                  next.failureReason})});
        publish(tx, next);
        return describe(next);
    });
}

Result<Payout> Service::approvePayout(const Caller &caller, Id<Payout> id)
{
    return decide(caller, id, {.status = PayoutStatus::Approved},
                  [](Tx &, const PayoutRow &) -> Result<> { return {}; });
}

Result<Payout> Service::rejectPayout(const Caller &caller, Id<Payout> id, const RejectPayout &wish)
{
    const PayoutRow wanted{
        .status = PayoutStatus::Failed, .failureCode = QStringLiteral("rejected"), .failureReason = wish.reason};
    return decide(caller, id, wanted, [this](Tx &tx, const PayoutRow &row) -> Result<> {
        m_orders.returnFromPayout(tx, row.id);
        m_store.dismissShares(tx, row.id);
        return m_ledger.returnPayout(tx, row.vendorId, row.id, row.amount);
    });
}

Result<Payout> Service::processPayout(const Caller &caller, Id<Payout> id, const ProcessPayout &wish)
{
    const PayoutRow wanted{.status = PayoutStatus::Processed, .transactionReference = wish.transactionReference};
    return decide(caller, id, wanted, [this](Tx &tx, const PayoutRow &row) {
        return m_ledger.completePayout(tx, row.vendorId, row.id, row.amount);
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
