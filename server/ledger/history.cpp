#include "server/ledger/history.h"

#include "server/ledger/service.h"

#include <QHash>

namespace ledger {

namespace {

auto refused(const PastPosting &past, const char *problem)
{
    return failure(ErrorCode::Conflict,
                   QStringLiteral("%1 of %2 at %3: %4")
                       .arg(names::text(past.kind))
                       .arg(past.subject.toString(QUuid::WithoutBraces), past.at.text(), QLatin1StringView(problem)));
}

int linesOf(const PastPosting &past)
{
    if (past.kind != Posting::Settle)
        return 1;
    return int(past.amount > past.commission) + int(past.commission > Money{});
}

} // namespace

// Keeps what the journal changes beside the tables and writes each balance once, at the end.
class Service::Intake
{
    struct Purse
    {
        QUuid available, held;
        Money free, bound, recharged, spent; // what the journal adds to the wallet as it was before
        Wallet before;

        Money freeNow() const { return before.available + free; }
        Money boundNow() const { return before.heldAmount + bound; }
    };

    struct Till
    {
        QUuid payable, inPayout;
        Money released, underway;
        VendorFunds before;
    };

public:
    Intake(Service &ledger, Tx &tx)
        : m_ledger(ledger)
        , m_tx(tx)
    {}

    Result<> take(const PastPosting &past)
    {
        if (past.amount <= Money{} || past.commission < Money{} || past.commission > past.amount)
            return refused(past, "the amount is not possible");
        if (past.at < m_last)
            return refused(past, "the journal goes back in time");
        m_last = past.at;
        m_transaction = {Ids::past<Transaction>(past.at, past.subject, quint32(stepOf(past.kind)))};
        if (!m_ledger.m_store.insertNew(m_tx, {.id = m_transaction,
                                               .kind = past.kind,
                                               .step = stepOf(past.kind),
                                               .subjectId = {past.subject},
                                               .lines = linesOf(past),
                                               .createdAt = past.at}))
            return refused(past, "this money has been moved already");
        m_line = 0;
        switch (past.kind) {
        case Posting::Recharge: return recharge(past);
        case Posting::Hold: return hold(past);
        case Posting::Release:
        case Posting::Settle: return close(past);
        case Posting::PayoutReserve:
        case Posting::PayoutComplete:
        case Posting::PayoutReturn: return payout(past);
        case Posting::TopUp:
        case Posting::Refund:
        case Posting::PayoutBounce:
        case Posting::Adjust:
        case Posting::Reverse:
        case Posting::TaxWithhold:
        case Posting::TaxDeposit:
        case Posting::CodCommission:
        case Posting::RechargeBack:
        case Posting::DebtPaid:
        case Posting::GatewaySettle:
        case Posting::Closure: return refused(past, "a journal has none of these");
        }
        return {};
    }

    Result<> finish()
    {
        m_ledger.m_store.beginEdition(m_tx); // these postings stand behind what was carried forward
        bool isRight = true;
        const auto change = [&](const QUuid &account, Money delta) {
            isRight &= delta == Money{} || m_ledger.m_store.change(m_tx, account, delta);
        };
        for (auto purse = m_purses.cbegin(); purse != m_purses.cend(); ++purse) {
            change(purse->available, purse->free);
            change(purse->held, purse->bound);
            m_ledger.m_store.addRecharged(m_tx, purse.key(), purse->recharged);
            m_ledger.m_store.addSpent(m_tx, purse.key(), purse->spent);
        }
        for (const Till &till : std::as_const(m_tills)) {
            change(till.payable, till.released);
            change(till.inPayout, till.underway);
        }
        if (!isRight)
            return failure(ErrorCode::InsufficientFunds, QStringLiteral("There is not enough money."));
        return {};
    }

private:
    Result<> recharge(const PastPosting &past)
    {
        Purse &purse = purseOf(past.buyer);
        purse.free = purse.free + past.amount;
        purse.recharged = purse.recharged + past.amount;
        transfer(platform(gatewayClearing), purse.available, past.amount);
        enter(past, purse, WalletEntryType::Recharge);
        return {};
    }

    Result<> hold(const PastPosting &past)
    {
        Purse &purse = purseOf(past.buyer);
        if (purse.freeNow() < past.amount)
            return refused(past, "the wallet has too little");
        purse.free = purse.free - past.amount;
        purse.bound = purse.bound + past.amount;
        transfer(purse.available, purse.held, past.amount);
        m_holds.insert(past.subject, past.amount);
        enter(past, purse, WalletEntryType::Hold);
        return {};
    }

    Result<> close(const PastPosting &past)
    {
        const auto known = m_holds.constFind(past.subject);
        const auto inEscrow =
            known != m_holds.cend() ? std::optional(*known) : m_ledger.m_store.escrowOf(m_tx, Id<Order>{past.subject});
        if (inEscrow != past.amount)
            return refused(past, "this is not what was held");
        Purse &purse = purseOf(past.buyer);
        purse.bound = purse.bound - past.amount;
        if (past.kind == Posting::Release) {
            purse.free = purse.free + past.amount;
            transfer(purse.held, purse.available, past.amount);
            enter(past, purse, WalletEntryType::Release);
            return {};
        }
        Till &till = tillOf(past.vendor);
        const Money net = past.amount - past.commission;
        till.released = till.released + net;
        purse.spent = purse.spent + past.amount;
        transfer(purse.held, till.payable, net);
        transfer(purse.held, platform(commissionIncome), past.commission);
        enter(past, purse, WalletEntryType::Deduct);
        return {};
    }

    Result<> payout(const PastPosting &past)
    {
        Till &till = tillOf(past.vendor);
        if (past.kind == Posting::PayoutReserve) {
            till.released = till.released - past.amount;
            till.underway = till.underway + past.amount;
            transfer(till.payable, till.inPayout, past.amount);
        } else {
            const bool returns = past.kind == Posting::PayoutReturn;
            till.underway = till.underway - past.amount;
            till.released = till.released + (returns ? past.amount : Money{});
            transfer(till.inPayout, returns ? till.payable : platform(bank), past.amount);
        }
        if (till.before.released + till.released < Money{} || till.before.inPayouts + till.underway < Money{})
            return refused(past, "the store has too little");
        return {};
    }

    void transfer(const QUuid &from, const QUuid &to, Money amount)
    {
        if (amount > Money{})
            m_ledger.m_store.insert(m_tx, m_transaction, ++m_line, from, to, amount);
    }

    void enter(const PastPosting &past, const Purse &purse, WalletEntryType type)
    {
        const Money after = purse.freeNow() + purse.boundNow();
        m_ledger.m_store.insert(
            m_tx, past.buyer, m_transaction,
            {.id = Ids::past<WalletEntry>(past.at, past.subject, ++m_entries),
             .type = type,
             .amount = past.amount,
             .balanceBefore = after - effectOf(type, past.amount),
             .balanceAfter = after,
             .heldAfter = purse.boundNow(),
             .description = past.description,
             .orderId = type == WalletEntryType::Recharge ? std::nullopt : std::optional(Id<Order>{past.subject}),
             .gatewayReference = past.gatewayReference,
             .processedAt = past.at});
    }

    Purse &purseOf(Id<Account> buyer)
    {
        Purse &purse = m_purses[buyer];
        if (purse.available.isNull()) {
            m_ledger.openWallet(m_tx, buyer);
            purse.available = BookAccount{AccountKind::BuyerAvailable, buyer.uuid}.id();
            purse.held = BookAccount{AccountKind::BuyerHeld, buyer.uuid}.id();
            purse.before = m_ledger.wallet(m_tx, buyer);
        }
        return purse;
    }

    Till &tillOf(Id<Vendor> vendor)
    {
        Till &till = m_tills[vendor];
        if (till.payable.isNull()) {
            m_ledger.openVendor(m_tx, vendor);
            till.payable = BookAccount{AccountKind::VendorPayable, vendor.uuid}.id();
            till.inPayout = BookAccount{AccountKind::VendorPayout, vendor.uuid}.id();
            till.before = m_ledger.vendorFunds(m_tx, vendor);
        }
        return till;
    }

    const QUuid &platform(const BookAccount &account)
    {
        QUuid &id = m_platform[std::size_t(account.kind)];
        if (id.isNull())
            id = account.id();
        return id;
    }

    Service &m_ledger;
    Tx &m_tx;
    QHash<Id<Account>, Purse> m_purses;
    QHash<Id<Vendor>, Till> m_tills;
    QHash<QUuid, Money> m_holds;
    std::array<QUuid, namesOf(AccountKind()).names.size()> m_platform = {}; // by kind
    Id<Transaction> m_transaction;
    int m_line = 0;
    quint32 m_entries = 0; // so that entries of the same moment keep their order
    Instant m_last;
};

Result<> Service::adopt(Tx &tx, const std::function<std::optional<PastPosting>()> &next)
{
    Intake intake(*this, tx);
    while (const auto posting = next())
        MUST(intake.take(*posting));
    return intake.finish();
}

} // namespace ledger
