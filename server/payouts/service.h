#pragma once

// How a vendor's released money leaves for the bank: requested by the store or by itself on its day, approved and
// processed by admins, one by one or in files of the bank.

#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/core/stopping.h"
#include "server/payouts/bankanswer.h"
#include "server/payouts/bankfile.h"
#include "server/payouts/history.h"
#include "server/payouts/store.h"
#include "shared/contract/payouts.h"

#include <functional>

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace auth {
class Service;
}
namespace kyc {
class Service;
}
namespace ledger {
struct Place;
class Service;
struct Transaction;
} // namespace ledger
namespace orders {
class Service;
}
namespace payments {
class Connect;
struct SeenTransfer;
class Service;
} // namespace payments
namespace settings {
class Service;
}
namespace tax {
class Service;
}

namespace payouts {

class Service
{
public:
    Service(Db &db, const Ids &ids, ledger::Service &ledger, orders::Service &orders, tax::Service &tax,
            kyc::Service &kyc, accounts::Service &accounts, auth::Service &auth, audit::Service &audit,
            settings::Service &settings, payments::Service &payments, const QString &layoutFolder = {});

    Result<VendorBalance> readBalance(const Caller &caller);
    Result<Page<Earning>> listEarnings(const Caller &caller, const ListEarnings &wish);
    Result<Payout> requestPayout(const Caller &caller);
    Result<Page<Payout>> listPayouts(const Caller &caller, const ListPayouts &wish);
    Result<Page<Payout>> listAllPayouts(const Caller &caller, const ListPayouts &wish);
    Result<PayoutDetail> readPayout(const Caller &caller, Id<Payout> id);
    Result<Payout> approvePayout(const Caller &caller, Id<Payout> id);
    Result<Payout> rejectPayout(const Caller &caller, Id<Payout> id, const RejectPayout &wish);
    Result<Payout> processPayout(const Caller &caller, Id<Payout> id, const ProcessPayout &wish);
    Result<Payout> returnPayout(const Caller &caller, Id<Payout> id, const ReturnPayout &wish);

    Result<QList<BankLayout>> listBankLayouts(const Caller &caller);
    Result<Page<PayoutBatch>> listPayoutBatches(const Caller &caller, const ListPayoutBatches &wish);
    Result<PayoutBatch> makePayoutBatch(const Caller &caller, const MakePayoutBatch &wish);
    Result<BankFile> openPayoutBatch(const Caller &caller, Id<PayoutBatch> id);
    Result<PayoutBatch> cancelPayoutBatch(const Caller &caller, Id<PayoutBatch> id);
    Result<PayoutBatch> withdrawPayoutBatch(const Caller &caller, Id<PayoutBatch> id, const WithdrawPayoutBatch &wish);
    Result<BankAnswer> enterBankAnswer(const Caller &caller, const EnterBankAnswer &wish);

    Result<PayoutAccount> readPayoutAccount(const Caller &caller);
    Result<OnboardingLink> openPayoutAccount(const Caller &caller);
    Result<QList<PayoutTransfer>> listPayoutTransfers(const Caller &caller, Id<Payout> id);
    Result<PayoutTransfer> endPayoutTransfer(const Caller &caller, Id<Payout> id, const EndPayoutTransfer &wish);
    Result<Payout> notePayoutHolder(const Caller &caller, Id<Payout> id, const NotePayoutHolder &wish);
    // Whether anything is to be sent through the provider, or may have been.
    bool isSending(Tx &tx);

    // The provider has told something; what it is now is asked by followUp().
    Result<> onProviderTold(Tx &tx, const PayoutProviderTold &event);
    // Sends what is approved, and asks how accounts and transfers stand; says how much has changed.
    int followUp(const Stopping &isStopping = goOn);

    // Makes the payouts of every store when the settings say that it is the day; each store in its own transaction.
    // Says how many were made.
    int makeDue(const Stopping &isStopping = goOn);

    // For a story of the past: what an admin has done, who is not asked anew whether it is still him. What was not
    // approved is approved by the payment.
    Result<Payout> approvedBy(Tx &tx, const Caller &admin, Id<Payout> id);
    Result<Payout> paidBy(Tx &tx, const Caller &admin, Id<Payout> id, const QString &reference);
    Result<Payout> endedBy(Tx &tx, const Caller &admin, Id<Payout> id, PayoutFailure how, const QString &reason);
    Result<PayoutBatch> batchedBy(Tx &tx, const Caller &admin, const MakePayoutBatch &wish);

    // Seals anew the bank numbers that an older master sealed, at most that many, and says how many those were.
    int reseal(int most, const std::function<void(int)> &progress);
    personal::Parts exportOf(Tx &tx, Id<Vendor> vendor);
    // At the provider; it stays with the books when the store is erased.
    bool hasAccount(Tx &tx, Id<Vendor> vendor);

    // Takes in a payout from another system (history.h). The orders in it have to be there.
    Result<> adopt(Tx &tx, const PastPayout &past);

    // For the check of the books (books/service.h): looks at some payouts behind the place, moves it on and says the
    // first one in words of which the books say something else.
    std::optional<QString> difference(Tx &tx, ledger::Place &place);
    // The first of these postings that is about payouts and has none.
    std::optional<QString> stray(Tx &tx, const QList<ledger::Transaction> &postings);

private:
    Payout describe(Tx &tx, const PayoutRow &row);
    PayoutProvider plannedProvider() const;
    static void publish(Tx &tx, const PayoutRow &row);
    static void hideAdmins(Payout &payout);
    Result<PayoutRow> request(Tx &tx, Id<Vendor> vendor);
    Result<> insert(Tx &tx, PayoutRow &row);
    Result<> withhold(Tx &tx, PayoutRow &row, const QList<Id<Order>> &orders);
    Result<Page<Payout>> page(const Scope &scope, const ListPayouts &wish);

    // Deciding.
    Result<Payout> decide(const Caller &caller, Id<Payout> id, const Decision &decision);
    Result<PayoutRow> approve(Tx &tx, const Caller &caller, const PayoutRow &seen);
    Result<PayoutRow> decided(Tx &tx, const Caller &caller, const PayoutRow &seen, const Decision &decision);
    Result<> mayLeave(Tx &tx, const PayoutRow &row);
    Result<> checkLeaving(Tx &tx, const PayoutRow &row, const Decision &decision);
    Result<> moveMoney(Tx &tx, const PayoutRow &row);
    std::optional<QString> nameOf(Tx &tx, const Caller &caller);

    // Files of the bank.
    Result<BankLayoutFile> layoutNamed(const QString &name) const;
    QByteArray fileOf(const BankLayoutFile &layout, const BatchRow &batch, const QList<PayoutRow> &rows) const;
    Result<> insertBatch(Tx &tx, BatchRow &batch, const BankLayoutFile &layout, const QList<PayoutRow> &rows);
    PayoutBatch emptied(Tx &tx, const Caller &caller, Id<PayoutBatch> id, std::string_view action);
    Result<bool> enter(Tx &tx, const Caller &caller, const AnsweredRow &row);

    // Accounts at the provider, and transfers to them.
    bool isByProvider() const;
    Result<> mayReceive(Tx &tx, Id<Vendor> vendor);
    Result<> wantTransfer(Tx &tx, const PayoutRow &row);
    Result<> leaveToProvider(Tx &tx, const PayoutRow &row, const Decision &decision);
    Result<> mayOpenAccount(Tx &tx, const Caller &caller, Id<Vendor> vendor);
    static bool isPayee(const AccountRow &account, const PayoutRow &row);
    Result<> checkHolder(Tx &tx, const PayoutRow &row);
    void noteHolder(Tx &tx, const AccountRow &row, const QString &holder);
    void tellOfAccount(Tx &tx, Id<Vendor> vendor, PayoutAccountAct act);
    bool askAccount(payments::Connect &provider, const AccountRow &row);
    template <class Row, class Next, class Work>
    int walk(Next &&next, Work &&work, const Stopping &isStopping);
    bool follow(payments::Connect &provider, const TransferRow &row);
    Result<std::optional<Instant>> claimed(const TransferRow &row);
    bool isStillClaimed(const TransferRow &row, Instant until);
    Result<> maySend(Tx &tx, const PayoutRow &row);
    bool send(payments::Connect &provider, const TransferRow &row, Instant claimedUntil);
    Result<std::optional<payments::SeenTransfer>> sentBefore(payments::Connect &provider, const TransferRow &row);
    bool paid(const TransferRow &row, const QString &transferRef);
    Result<bool> askWhetherBack(payments::Connect &provider, const TransferRow &row);
    Result<TransferRow> takenUp(Tx &tx, const Caller &admin, Id<Payout> id, const QString &reason);
    Result<> endAsked(const TransferRow &row);
    bool ended(const TransferRow &row, TransferStatus seen, const TransferEnd &end, const Decision &decision);
    Result<bool> madeLate(Tx &tx, Id<Payout> id, const QString &transferRef);
    Result<> refuseLate(Tx &tx, const PayoutRow &row);
    Result<> payLate(Tx &tx, const PayoutRow &payout, const TransferRow &row);
    Result<> endLate(payments::Connect &provider, const TransferRow &row);
    void putOff(const TransferRow &row, const QString &problem);

    // Payouts that are made by themselves.
    bool tryFor(Id<Vendor> vendor);
    bool makeFor(Id<Vendor> vendor);

    Db &m_db;
    const Ids &m_ids;
    ledger::Service &m_ledger;
    orders::Service &m_orders;
    tax::Service &m_tax;
    kyc::Service &m_kyc;
    accounts::Service &m_accounts;
    auth::Service &m_auth;
    audit::Service &m_audit;
    settings::Service &m_settings;
    payments::Service &m_payments;
    const QList<BankLayoutFile> m_layouts;
    Store m_store;
};

} // namespace payouts
