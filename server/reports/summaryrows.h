#pragma once

// The rows of the summaries of commissions and payouts.

#include "server/reports/cells.h"
#include "shared/contract/payouts.h"

namespace reports {

// From the books alone. Commissions have their tax within; income is what is left of the earned ones without it.
struct CommissionSummaryRow
{
    qint64 day = 0;
    Id<Vendor> vendorId;
    QString storeName;
    qint64 orders = 0;
    Money gross;
    BasisPoints rate;
    Money commission;
    Money gst;
    Money refunded;
    Money commissionBack;
    Money corrections;
    Money earned;
    Money gstDue;
    Money income;
    Money net;

    FIELDS(CommissionSummaryRow, FIELD(day), FIELD(vendorId, .label = "Store id"), FIELD(storeName, .label = "Store"),
           FIELD(orders, .label = "Settled orders"), FIELD(gross, .label = "Settled value"),
           FIELD(rate, .label = "Commission %"), FIELD(commission), FIELD(gst, .label = "GST within"),
           FIELD(refunded, .label = "Refunded to buyers"), FIELD(commissionBack, .label = "Commission given back"),
           FIELD(corrections, .label = "Corrections of commission"), FIELD(earned, .label = "Commission kept"),
           FIELD(gstDue, .label = "GST due"), FIELD(income, .label = "Commission without GST"),
           FIELD(net, .label = "Net to store"))
};

// What the row above is reckoned from.
struct CommissionSums
{
    qint64 day = 0;
    Id<Vendor> vendorId;
    QString storeName;
    qint64 orders = 0;
    Money gross;
    Money commission;
    Money gst;
    Money refunded;
    Money commissionBack;
    Money corrections;
    Money gstDue;

    FIELDS(CommissionSums, FIELD(day), FIELD(vendorId), FIELD(storeName), FIELD(orders), FIELD(gross),
           FIELD(commission), FIELD(gst), FIELD(refunded), FIELD(commissionBack), FIELD(corrections), FIELD(gstDue))
};

// By the day on which they were asked for; the amount is what waits, was paid and failed.
struct PayoutSummaryRow
{
    qint64 day = 0;
    Id<Vendor> vendorId;
    QString storeName;
    qint64 payouts = 0;
    qint64 orders = 0;
    Money ofOrders;
    Money corrections;
    Money withheld;
    Money amount;
    Money waiting;
    Money paid;
    Money failed;

    FIELDS(PayoutSummaryRow, FIELD(day), FIELD(vendorId, .label = "Store id"), FIELD(storeName, .label = "Store"),
           FIELD(payouts), FIELD(orders), FIELD(ofOrders, .label = "Net of the orders"), FIELD(corrections),
           FIELD(withheld, .label = "Tax withheld"), FIELD(amount), FIELD(waiting), FIELD(paid, .label = "Paid out"),
           FIELD(failed))
};

} // namespace reports
