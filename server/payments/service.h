#pragma once

// Money that comes in through gateways. A gateway is asked outside of transactions; what it says is believed only when
// its signature, amount and currency are right, and is applied exactly once.

#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/core/stopping.h"
#include "server/payments/checkouts.h"
#include "server/payments/history.h"
#include "server/payments/providers.h"
#include "server/payments/store.h"
#include "shared/contract/gateways.h"
#include "shared/contract/reconciliation.h"
#include "shared/contract/settlements.h"

#include <functional>
#include <mutex>

class Secrets;

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace auth {
class Service;
}
namespace ledger {
struct Place;
class Service;
struct Transaction;
} // namespace ledger
namespace settings {
class Service;
}

namespace payments {

struct BankLine;
struct SettledLine;

// What the audit log says of an attempt (PAY-12): never the payer or the instrument.
struct PaymentDetails
{
    QString provider;
    Money amount;
    PaymentStatus status = PaymentStatus::Pending;
    std::optional<QString> transactionId; // at the gateway
    std::optional<QString> reason;

    FIELDS(PaymentDetails, FIELD(provider), FIELD(amount), FIELD(status), FIELD(transactionId), FIELD(reason))
};

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, auth::Service &auth,
            ledger::Service &ledger, settings::Service &settings, audit::Service &audit, const Secrets &secrets,
            const QList<GatewayConfig> &gateways);

    // Takes over how the providers are set up in the console; at start and after a change on another node.
    void load();

    Result<Payment> rechargeWallet(const Caller &caller, const RechargeWallet &wish);
    Result<Page<Payment>> listPayments(const Caller &caller, const ListPayments &wish);
    Result<Payment> readPayment(const Caller &caller, Id<Payment> id);
    Result<FileBody> readPaymentQr(const Caller &caller, Id<Payment> id);
    Result<Payment> confirmPayment(const Caller &caller, const ConfirmPayment &wish);
    Result<QList<PaymentMethod>> listPaymentMethods(const Caller &caller);
    Result<> receiveWebhook(const Caller &caller, const QString &provider, const RawBody &body);

    Result<StatementReport> takeStatement(const Caller &caller, const TakeStatement &wish);
    Result<SettlementReport> takeSettlement(const Caller &caller, const TakeSettlement &wish);
    Result<Page<MoneyFlag>> listMoneyFlags(const Caller &caller, const ListMoneyFlags &wish);
    Result<MoneyFlag> readMoneyFlag(const Caller &caller, Id<MoneyFlag> id);
    Result<MoneyFlag> resolveMoneyFlag(const Caller &caller, Id<MoneyFlag> id, const ResolveFlag &wish);
    Result<Page<PaymentOfPayer>> listAllPayments(const Caller &caller, const ListAllPayments &wish);
    Result<QList<ProviderHealth>> listProviders(const Caller &caller);
    Result<Wallet> readWalletOf(const Caller &caller, Id<Account> owner);
    Result<Page<WalletEntry>> listWalletEntriesOf(const Caller &caller, Id<Account> owner,
                                                  const ListWalletEntries &wish);
    Result<WalletClosure> readWalletClosure(const Caller &caller, Id<Account> id);
    Result<WalletClosure> closeWallet(const Caller &caller, Id<Account> id, const CloseWallet &wish);

    Result<QList<GatewaySetup>> listGateways(const Caller &caller);
    Result<GatewaySetup> changeGateway(const Caller &caller, const QString &provider, const ChangeGateway &wish);
    Result<GatewayCheck> checkGateway(const Caller &caller, const QString &provider);
    // Seals anew the keys that an older master sealed, and says how many those were.
    int reseal(const std::function<void(int)> &progress);

    // For the figures of the server.
    QList<ProviderHealth> health();

    // Who pays stores out, for payouts; null when nobody is set up. It lives as long as this does. One that is closed
    // takes nothing new, and what was begun there goes on.
    Connect *connect() const;
    bool isConnectOpen() const;
    // Payouts say whether they have anything under way there.
    void payOut(std::function<bool(Tx &)> isSending) { m_isSending = std::move(isSending); }
    // A part of what a store was paid has gone back at the provider: an admin hears of it once for each sum.
    void flagWayBack(Tx &tx, const SeenTransfer &seen, const QString &payoutNumber);
    // A store was paid there after its payout had been left to other hands.
    void flagLate(Tx &tx, const SeenTransfer &made, const QString &payoutNumber);

    // For what is paid for at a checkout (checkouts.h). A bill is asked for in the transaction that makes what it is
    // for, opened at the gateway outside of any, and becomes payable in another one. Doing a step again is harmless.
    void payFor(Checkouts checkouts) { m_checkouts = std::move(checkouts); }
    Result<PaymentRow> ask(Tx &tx, const Caller &caller, const Bill &bill);
    std::optional<PaymentRow> askedBy(Tx &tx, Id<Account> payer, const QString &requestKey);
    std::optional<PaymentRow> paymentOf(Tx &tx, Id<PlacedOrders> checkout);
    std::optional<PaymentRow> find(Tx &tx, Id<Payment> id) { return m_store.find(tx, id); }
    Result<Opened> openAtGateway(const PaymentRow &row);
    Result<Payment> payable(Tx &tx, const PaymentRow &row, const Opened &order);
    // Whether so much can be asked for now. There is a limit, or a checkout that is taken back would fill a wallet
    // beyond what a recharge may (WAL-04).
    Result<> permitCheckout(Money amount) const;

    personal::Parts exportOf(Tx &tx, Id<Account> account);
    // Whether the gateway may still take money for something that was asked of it.
    bool hasPending(Tx &tx, Id<Account> account);

    // Takes in a payment from another system (history.h).
    Result<> adopt(Tx &tx, const PastPayment &past);
    Result<> adoptFlag(Tx &tx, const PastFlag &past);

    // Asks the gateways about payments that are pending for a while; says how many were settled.
    int reconcile(const Stopping &isStopping = goOn);
    // Gives back what was taken twice for one payment; says how many attempts.
    int refundSurplus(const Stopping &isStopping = goOn);
    // Flags money of events whose payment does not come, removes those that waited in vain, and secrets whose time is
    // over; says how many events were removed.
    qint64 sweep(const Stopping &isStopping = goOn);

    // Calls that wait for another try end at once.
    void stop();

    // For the check of the books (books/service.h): looks at some payments behind the place, moves it on and says the
    // first one in words of which the books say something else.
    std::optional<QString> difference(Tx &tx, ledger::Place &place);
    std::optional<QString> differenceOfSettlements(Tx &tx, ledger::Place &place); // the same of their lines
    // The first of these postings that is about payments and has none.
    std::optional<QString> stray(Tx &tx, const QList<ledger::Transaction> &postings);

private:
    GatewayConfig fromFile(GatewayName name) const;
    GatewayConfig merged(const GatewayRow &row, const QList<GatewayKeyRow> &keys) const;
    GatewaySetup shown(Tx &tx, GatewayName name);
    GatewayConfig current(Tx &tx, GatewayName name);
    Result<> changeMode(Tx &tx, GatewayName name, GatewayMode seen);
    void keep(Tx &tx, GatewayName name, const ChangeGateway &wish, const QByteArray &earlierSecret);
    Result<> hearPayer(const RawBody &body);

    Result<Payment> readable(const Caller &caller, Id<Payment> id);
    Result<> checkAmount(Money amount) const;
    Result<PaymentRow> opened(const Caller &caller, const RechargeWallet &wish, const Providers::One &provider);
    Result<> fits(Tx &tx, const PaymentRow &row);
    bool begun(Tx &tx, const Caller &caller, const PaymentRow &row);
    Result<PaymentRow> attached(Tx &tx, const PaymentRow &row, const Opened &order);
    Result<Payment> confirmed(const Caller &caller, const Providers::One &provider, const CheckoutReturn &returned);
    Result<PaymentRow> settledNow(const PaymentRow &row, Attempt attempt);
    Result<Outcome> accept(Tx &tx, const PaymentRow &row, const Attempt &attempt);
    Result<Outcome> acceptMismatch(Tx &tx, const PaymentRow &row, const Attempt &attempt);
    bool noteReturned(Tx &tx, const PaymentRow &row, const Attempt &attempt);
    static std::optional<FlagKind> disputeIn(const Attempt &attempt);
    Outcome acceptDispute(Tx &tx, const PaymentRow &row, const Attempt &attempt, FlagKind kind);
    void acceptParkedWins(Tx &tx, const PaymentRow &row, const QString &attempt);
    Money ofDispute(Tx &tx, const MoneyFlag &about, FlagKind kind, const std::optional<FlagStatus> &status = {});
    PaymentRow holderOf(Tx &tx, const PaymentRow &row, const Attempt &attempt);
    Money goneOf(Tx &tx, Id<Payment> payment, const QString &transaction, FlagKind kind);
    bool hasGone(Tx &tx, const MoneyFlag &flag);
    Result<> credited(Tx &tx, const PaymentRow &row, const QString &transaction);
    Result<PaymentUse> used(Tx &tx, const PaymentRow &row);
    // transaction: the provider's, when one of its attempts has failed.
    Result<Outcome> fail(Tx &tx, const PaymentRow &row, const QString &reason, const QString &transaction = {});
    bool isAsked(const PaymentRow &row) const;
    bool check(const PaymentRow &row);
    Result<bool> endedUnpaid(const PaymentRow &row);
    Result<bool> settledByAsking(const PaymentRow &row);
    void noteSurplus(Tx &tx, const PaymentRow &row, const Attempt &attempt);
    bool wantRefund(Tx &tx, Id<Payment> payment, const QString &provider, const QString &attempt, Money amount,
                    const std::optional<Id<WalletClosure>> &closure = {});
    bool refund(const RefundRow &row);
    Result<> refundAtGateway(RefundRow &row);
    void noteRefusal(RefundRow row, const Error &refusal);
    Result<> tryAgain(Tx &tx, const MoneyFlag &flag);
    Result<> payByHand(Tx &tx, const MoneyFlag &flag, const std::optional<QString> &bankReference);

    void flagUnclaimed(const Stopping &isStopping);
    void flagUnclaimed(Tx &tx, const EventRow &event);

    std::optional<QString> wrongClosure(Tx &tx);
    WalletClosure closureOf(Tx &tx, Id<Account> id);
    Result<> mayClose(Tx &tx, Id<Account> wallet);
    bool isCounting(Tx &tx, const ClosureRow &waiting, const WalletClosure &now);
    std::optional<PastClosure> lastClosureOf(Tx &tx, Id<Account> wallet);
    Result<> askSecond(Tx &tx, const Caller &caller, const ClosureRow &row, WalletClosure &closure,
                       const CloseWallet &wish);
    Result<> giveBack(Tx &tx, const Caller &caller, ClosureRow row, WalletClosure &closure, const CloseWallet &wish);

    void flag(Tx &tx, MoneyFlag found);
    void flag(Tx &tx, const PaymentRow &row, const Attempt &attempt, FlagKind kind);
    Result<> checkForm(Tx &tx, const TakeStatement &wish);
    Result<LineOutcome> take(Tx &tx, const GatewayConfig &upi, const BankLine &line, StatementRow &told);
    Result<SettlementOutcome> take(Tx &tx, const Caller &caller, const GatewayConfig &config, const SettledLine &line);
    SettlementOutcome judge(Tx &tx, const GatewayConfig &config, const SettledLine &line);
    bool isTakenBack(Tx &tx, const SettlementLineRow &row);
    void ask(Tx &tx, const GatewayConfig &config, const SettledLine &line, SettlementOutcome outcome);
    void closeQuestions(Tx &tx, const Caller &caller, const QString &provider, const QString &lineRef);
    Result<> resolvable(Tx &tx, const MoneyFlag &flag, FlagAction action);
    Result<> perform(Tx &tx, const Caller &caller, const MoneyFlag &flag, const ResolveFlag &wish);
    Result<> endTogether(Tx &tx, const Caller &caller, const MoneyFlag &ended);
    Result<> creditFlagged(Tx &tx, const MoneyFlag &flag);
    Result<> giveBack(Tx &tx, const MoneyFlag &flag);
    Result<> book(Tx &tx, const Caller &caller, const MoneyFlag &flag);
    std::optional<QString> wrongBooking(Tx &tx, const QList<PaymentRow> &rows);

    void record(Tx &tx, const Caller &caller, std::string_view action, const PaymentRow &row,
                const PaymentDetails &details);
    Payment describe(const PaymentRow &row) const;

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    accounts::Service &m_accounts;
    auth::Service &m_auth;
    ledger::Service &m_ledger;
    settings::Service &m_settings;
    audit::Service &m_audit;
    const Secrets &m_secrets;
    const QList<GatewayConfig> m_fromFile;
    std::mutex m_loadMutex;
    Providers m_providers;
    Checkouts m_checkouts;
    std::function<bool(Tx &)> m_isSending;
    Store m_store;
};

} // namespace payments
