#pragma once

// SQL of the payments and of what gateways reported.

#include "server/core/db.h"
#include "server/payments/gateways/gateway.h"
#include "server/payments/rules.h"
#include "shared/contract/closures.h"
#include "shared/contract/gateways.h"
#include "shared/contract/purses.h"
#include "shared/contract/reconciliation.h"

#include <QSet>

namespace payments {

struct PaymentRow
{
    Id<Payment> id;
    Id<Account> accountId;
    std::optional<QString> requestKey;
    QString provider;
    std::optional<QString> gatewayOrderId;
    std::optional<QString> gatewayPaymentId;
    Money amount;
    QString currency;
    Instrument instrument = Instrument::Upi;
    PaymentStatus status = PaymentStatus::Pending;
    std::optional<QString> failureReason;
    Instant createdAt;
    Instant updatedAt;
    std::optional<Instant> nextCheckAt;
    std::optional<QString> checkoutUrl;
    std::optional<QString> checkoutToken;
    std::optional<Id<PlacedOrders>> checkoutId;
    Money returnedAmount = {}; // out of the wallet again, because it went back at the bank

    FIELDS(PaymentRow, FIELD(id), FIELD(accountId), FIELD(requestKey), FIELD(provider), FIELD(gatewayOrderId),
           FIELD(gatewayPaymentId), FIELD(amount), FIELD(currency), FIELD(instrument), FIELD(status),
           FIELD(failureReason), FIELD(createdAt), FIELD(updatedAt), FIELD(nextCheckAt), FIELD(checkoutUrl),
           FIELD(checkoutToken), FIELD(checkoutId), FIELD(returnedAmount))
};

struct EventRow
{
    Id<EventRow> id;
    QString provider;
    QString eventId;
    QString kind;
    std::optional<Attempt> attempt;
    std::optional<QString> gatewayOrderId;
    Outcome outcome = Outcome::Parked;
    Instant receivedAt;

    FIELDS(EventRow, FIELD(id), FIELD(provider), FIELD(eventId), FIELD(kind), FIELD(attempt), FIELD(gatewayOrderId),
           FIELD(outcome), FIELD(receivedAt))
};

struct RefundRow
{
    Id<RefundRow> id;
    Id<Payment> paymentId;
    QString provider;
    QString gatewayPaymentId;
    Money amount;
    RefundStatus status = RefundStatus::Wanted;
    Instant createdAt;
    std::optional<Instant> nextTryAt;
    std::optional<Id<WalletClosure>> closureId = {}; // else it was taken twice, or an admin gives it back
    int tries = 0;                                   // in vain, since it was wanted
    int refusals = 0;                                // of them
    std::optional<QString> bankReference = {};       // by hand

    FIELDS(RefundRow, FIELD(id), FIELD(paymentId), FIELD(provider), FIELD(gatewayPaymentId), FIELD(amount),
           FIELD(status), FIELD(createdAt), FIELD(nextTryAt), FIELD(closureId), FIELD(tries), FIELD(refusals),
           FIELD(bankReference))
};

struct ClosureRow
{
    Id<WalletClosure> id;
    Id<Account> accountId;
    ClosureStatus status = ClosureStatus::Waiting; // or done
    Money amount;
    Money byHand; // the rest went through gateways
    QString reason;
    std::optional<QString> bankReference;
    Id<Account> requestedById;
    Instant requestedAt;
    std::optional<Id<Account>> closedById;
    std::optional<Instant> closedAt;

    FIELDS(ClosureRow, FIELD(id), FIELD(accountId), FIELD(status), FIELD(amount), FIELD(byHand), FIELD(reason),
           FIELD(bankReference), FIELD(requestedById), FIELD(requestedAt), FIELD(closedById), FIELD(closedAt))
};

struct TakenLine
{
    QString lineHash;
    Money amount;
    Instant receivedAt;

    FIELDS(TakenLine, FIELD(lineHash), FIELD(amount), FIELD(receivedAt))
};

// What a provider has settled to the bank, by one line of its file.
struct SettlementLineRow
{
    Id<SettlementLineRow> id;
    QString provider;
    QString lineRef;
    int entry = 1; // one more each time that it was taken back and came again
    LineAbout about = LineAbout::Payment;
    QString transactionId;
    Money gross;
    Money fee;
    QString settlementRef;
    Instant takenAt;

    FIELDS(SettlementLineRow, FIELD(id), FIELD(provider), FIELD(lineRef), FIELD(entry), FIELD(about),
           FIELD(transactionId), FIELD(gross), FIELD(fee), FIELD(settlementRef), FIELD(takenAt))
};

// How the columns of a statement were called.
struct FormRow
{
    Id<FormRow> id;
    Json form;
    Instant usedAt;

    FIELDS(FormRow, FIELD(id), FIELD(form), FIELD(usedAt))
};

// How a provider is set up in the console.
struct GatewayRow
{
    GatewayName provider = GatewayName::Razorpay;
    GatewayMode mode = GatewayMode::Mock;
    bool isOn = false;
    int place = 0;
    qint64 version = 1;
    QString changedBy;
    Id<Account> changedById;
    Instant changedAt;

    FIELDS(GatewayRow, FIELD(provider), FIELD(mode), FIELD(isOn), FIELD(place), FIELD(version), FIELD(changedBy),
           FIELD(changedById), FIELD(changedAt))
};

NAMED_ENUM(GatewayKey, KeyId, KeySecret, WebhookSecret)

struct GatewayKeyRow
{
    GatewayName provider = GatewayName::Razorpay;
    GatewayKey name = GatewayKey::KeyId;
    sql::Blob keySealed;
    std::optional<QString> lastFour;
    Instant changedAt;
    std::optional<sql::Blob> earlierSealed; // of webhooks: what they were signed with before
    std::optional<Instant> earlierUntil;

    FIELDS(GatewayKeyRow, FIELD(provider), FIELD(name), FIELD(keySealed), FIELD(lastFour), FIELD(changedAt),
           FIELD(earlierSealed), FIELD(earlierUntil))
};

// Payments that were opened, and how those ended that have.
struct Attempts
{
    qint64 attempts = 0;
    qint64 paid = 0;
    qint64 failed = 0;

    FIELDS(Attempts, FIELD(attempts), FIELD(paid), FIELD(failed))
};

class Store
{
public:
    // False when the account used the key before.
    bool insertNew(Tx &tx, const PaymentRow &row);
    std::optional<PaymentRow> find(Tx &tx, Id<Payment> id);
    std::optional<PaymentRow> findByKey(Tx &tx, Id<Account> account, const QString &key);
    std::optional<PaymentRow> findByOrder(Tx &tx, const QString &provider, const QString &gatewayOrderId);
    std::optional<PaymentRow> findByCheckout(Tx &tx, Id<PlacedOrders> checkout);
    std::optional<PaymentRow> findByAttempt(Tx &tx, const QString &provider, const QString &gatewayPaymentId);
    QList<PaymentRow> ofAccount(Tx &tx, Id<Account> account, int limit); // newest first
    QList<PaymentRow> ofAccount(Tx &tx, Id<Account> account, const ListPayments &wish,
                                const std::optional<Id<Payment>> &before, int limit);
    bool hasPending(Tx &tx, Id<Account> account);
    Money pendingOf(Tx &tx, Id<Account> account, Instant since);   // recharges that were opened after it
    QList<PaymentRow> dueForCheck(Tx &tx, Instant now, int limit); // newest first

    // Each changes nothing and says false when the payment is not in the state it needs.
    bool attach(Tx &tx, Id<Payment> id, const Opened &opened);
    bool markPaid(Tx &tx, Id<Payment> id, const QString &gatewayPaymentId);
    bool markFailed(Tx &tx, Id<Payment> id, const QString &reason);
    // More of it went back; all of it makes it refunded.
    bool takeBack(Tx &tx, Id<Payment> id, Money amount);
    void checkAgainAt(Tx &tx, Id<Payment> id, const std::optional<Instant> &at);

    // False when the event was told before.
    bool insertNew(Tx &tx, const EventRow &row);
    void setOutcome(Tx &tx, Id<EventRow> id, Outcome outcome);
    QList<EventRow> parked(Tx &tx, const QString &provider, const QString &gatewayOrderId, int limit);
    QList<EventRow> parkedBefore(Tx &tx, Instant before, Id<EventRow> after, int limit); // in the order of their ids
    int countParked(Tx &tx);
    qint64 removeParked(Tx &tx, Instant before);

    // False when the attempt is to be refunded already.
    bool insertNew(Tx &tx, const RefundRow &row);
    QList<RefundRow> dueForRefund(Tx &tx, Instant now, int limit);
    std::optional<RefundRow> refundOf(Tx &tx, const QString &provider, const QString &gatewayPaymentId);
    QList<RefundRow> refundsOf(Tx &tx, Id<WalletClosure> closure);
    // False when it is not wanted any more.
    bool tryRefundAt(Tx &tx, Id<RefundRow> id, Instant at);
    bool markRefunded(Tx &tx, Id<RefundRow> id);
    bool markTried(Tx &tx, const RefundRow &row);
    bool giveUp(Tx &tx, Id<RefundRow> id);
    // False when it was not given up.
    bool wantAgain(Tx &tx, Id<RefundRow> id);
    bool markByHand(Tx &tx, Id<RefundRow> id, const QString &bankReference);
    bool isTransferred(Tx &tx, const QString &bankReference);
    QSet<QUuid> knownRefunds(Tx &tx, const QList<QUuid> &ids);
    bool isGoingBack(Tx &tx, const QString &provider, const QString &gatewayPaymentId);

    // Paid since then, not gone back and not on the way, newest first.
    QList<PaymentRow> refundable(Tx &tx, Id<Account> account, Instant since, int limit);
    std::optional<ClosureRow> waitingClosure(Tx &tx, Id<Account> account);
    // False when one waits already, or the bank's reference stands at another one.
    bool insertNew(Tx &tx, const ClosureRow &row);
    // False when it does not wait any more.
    bool withdraw(Tx &tx, Id<WalletClosure> waiting);
    std::optional<ClosureRow> lastClosure(Tx &tx, Id<Account> account); // that is done
    // Whether money may have left that is still in the wallet.
    bool hasOpenWayBack(Tx &tx, Id<Account> account);
    QList<ClosureRow> closuresAfter(Tx &tx, const QUuid &id, int limit);     // that are done, by their ids
    QList<SettlementLineRow> linesAfter(Tx &tx, const QUuid &id, int limit); // by their ids
    QSet<QUuid> knownClosures(Tx &tx, const QList<QUuid> &ids);

    // For admins, newest first.
    QList<PaymentRow> list(Tx &tx, const ListAllPayments &wish, const std::optional<Id<Payment>> &before, int limit);
    int countPending(Tx &tx, const QString &provider);
    // Payments that may still bring money, and money that is still to go back.
    qint64 countOpen(Tx &tx, GatewayName provider);
    Attempts attempts(Tx &tx, const QString &provider, Instant since);

    QList<GatewayRow> gateways(Tx &tx);
    std::optional<GatewayRow> gateway(Tx &tx, GatewayName name);
    // False when somebody was faster.
    bool insertNew(Tx &tx, const GatewayRow &row);
    bool change(Tx &tx, const GatewayRow &next, qint64 seen);
    QList<GatewayKeyRow> keysOf(Tx &tx, GatewayName name);
    void put(Tx &tx, const GatewayKeyRow &key);
    void forgetEarlier(Tx &tx, GatewayName provider);
    void forgetEarlier(Tx &tx, Instant until);

    // False when it was flagged before.
    bool insertNew(Tx &tx, const MoneyFlag &flag);
    std::optional<MoneyFlag> flag(Tx &tx, Id<MoneyFlag> id);
    QList<MoneyFlag> flagsOf(Tx &tx, Id<Payment> payment); // of money that went back, or may
    QList<MoneyFlag> bookedBetween(Tx &tx, Id<Payment> first, Id<Payment> last);
    QSet<QUuid> knownFlags(Tx &tx, const QList<QUuid> &ids);
    QList<MoneyFlag> flags(Tx &tx, const ListMoneyFlags &wish, const std::optional<Id<MoneyFlag>> &before, int limit);
    // False when it is resolved already.
    bool resolve(Tx &tx, const MoneyFlag &resolved);
    bool isReturned(Tx &tx, const QString &provider, const QString &transaction);
    bool isOfNobody(Tx &tx, const QString &provider, const QString &transaction);
    // False when the line was taken before.
    bool insertNew(Tx &tx, const TakenLine &row);
    bool insertNew(Tx &tx, const SettlementLineRow &row);
    std::optional<SettlementLineRow> lastEntry(Tx &tx, const QString &provider, const QString &lineRef);
    QList<SettlementLineRow> settled(Tx &tx, const QString &provider, const QString &transaction);
    QList<MoneyFlag> questions(Tx &tx, const QString &provider, const QString &lineRef); // of settlements, about a line
    QSet<QUuid> knownLines(Tx &tx, const QList<QUuid> &ids);                             // of settlements
    std::optional<FormRow> lastForm(Tx &tx);
    void insert(Tx &tx, const FormRow &row);
    QList<PaymentRow> after(Tx &tx, const QUuid &id, int limit); // by their ids
    QSet<QUuid> known(Tx &tx, const QList<QUuid> &ids);
};

} // namespace payments
