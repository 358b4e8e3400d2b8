#pragma once

// The shape of resources/demo/cases.json.

#include "shared/base/fields.h"
#include "shared/contract/commissions.h"
#include "shared/contract/disputes.h"
#include "shared/contract/payouts.h"
#include "shared/contract/reconciliation.h"
#include "shared/contract/weighing.h"

// What happens to an order, one after the other. Whoever it is that can do it does it: the store weighs and answers,
// the buyer contests and disputes, the admin decides.
NAMED_ENUM(DemoDeed, Confirm, Pack, Send, Arrive, Receive, Weigh, TakeBack, Accept, Contest, TopUp, AskRefund,
           ApproveRefund, ProcessRefund, RejectRefund, Dispute, Answer, Withdraw, Decide)

struct DemoAct
{
    DemoDeed deed = DemoDeed::Confirm;
    std::optional<QString> text;
    std::optional<Money> amount; // of a refund, or what a decision gives the buyer
    std::optional<Quantity> gross, tare;
    QList<WeighDeduction> deductions;
    std::optional<RefundReason> refundFor;
    std::optional<DisputeKind> about;
    std::optional<QString> picture;

    FIELDS(DemoAct, FIELD(deed), FIELD(text), FIELD(amount), FIELD(gross), FIELD(tare),
           FIELD(deductions, .standard = true), FIELD(refundFor), FIELD(about), FIELD(picture))
};

struct DemoCase
{
    QString buyer;
    QString vendor;
    int product = 0; // index in the vendor's list
    Quantity quantity;
    int minutesAgo = 0;
    int pace = 120; // minutes between two acts
    QList<DemoAct> acts;

    FIELDS(DemoCase, FIELD(buyer), FIELD(vendor), FIELD(product), FIELD(quantity), FIELD(minutesAgo), FIELD(pace),
           FIELD(acts))
};

struct DemoRate
{
    CommissionLevel level = CommissionLevel::Global;
    std::optional<QString> subject; // a category's name or a store's
    BasisPoints rate;
    int minutesAgo = 0;
    std::optional<int> fromDay, untilDay; // counted from today
    QString reason;

    FIELDS(DemoRate, FIELD(level), FIELD(subject), FIELD(rate), FIELD(minutesAgo), FIELD(fromDay), FIELD(untilDay),
           FIELD(reason))
};

NAMED_ENUM(DemoPayoutEnd, Requested, FirstApproved, Approved, InFile, Paid, Returned, Rejected)

struct DemoPayoutCase
{
    QString vendor;
    int minutesAgo = 0;
    int pace = 180;
    DemoPayoutEnd end = DemoPayoutEnd::Requested;
    std::optional<QString> reason;

    FIELDS(DemoPayoutCase, FIELD(vendor), FIELD(minutesAgo), FIELD(pace), FIELD(end), FIELD(reason))
};

struct DemoFlag
{
    FlagKind kind = FlagKind::Unknown;
    FlagStatus status = FlagStatus::Open;
    QString provider;
    QString transactionId;
    std::optional<QString> buyer; // whose payment it belongs to
    Money amount;
    std::optional<Money> expected;
    QString currency;
    int minutesAgo = 0;
    std::optional<QString> note;
    std::optional<QString> reason;

    FIELDS(DemoFlag, FIELD(kind), FIELD(status), FIELD(provider), FIELD(transactionId), FIELD(buyer), FIELD(amount),
           FIELD(expected), FIELD(currency), FIELD(minutesAgo), FIELD(note), FIELD(reason))
};

struct DemoCases
{
    QList<DemoRate> rates;
    QList<DemoCase> cases;
    QList<DemoPayoutCase> payouts;
    QList<DemoFlag> flags;

    FIELDS(DemoCases, FIELD(rates), FIELD(cases), FIELD(payouts), FIELD(flags))
};
