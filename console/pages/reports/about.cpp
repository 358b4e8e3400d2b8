#include "console/pages/reports/about.h"

#include <QCoreApplication>

namespace reports {

namespace {

const char *sentenceOf(ReportName name)
{
    switch (name) {
    case ReportName::DailySales:
        return QT_TRANSLATE_NOOP("reports",
                                 "Orders placed, cancelled and settled on each day, by store and the store's state.");
    case ReportName::VendorPerformance:
        return QT_TRANSLATE_NOOP(
            "reports",
            "How each store did: orders, how many of these were cancelled, time to confirm and what it earned.");
    case ReportName::PlatformAnalytics:
        return QT_TRANSLATE_NOOP("reports", "The whole market by day: orders, buyers, money and new accounts.");
    case ReportName::Financial:
        return QT_TRANSLATE_NOOP("reports",
                                 "From the books by day: what came in, went into escrow, was settled and paid out.");
    case ReportName::UserActivity:
        return QT_TRANSLATE_NOOP("reports", "New accounts, sign-ins, orders and messages of each day, by role.");
    case ReportName::Ledger: return QT_TRANSLATE_NOOP("reports", "Every transfer of the double-entry books.");
    case ReportName::Users: return QT_TRANSLATE_NOOP("reports", "Accounts by the day they joined.");
    case ReportName::Vendors: return QT_TRANSLATE_NOOP("reports", "Stores by the day they opened.");
    case ReportName::Products: return QT_TRANSLATE_NOOP("reports", "What stores list, by the day it was listed.");
    case ReportName::Orders: return QT_TRANSLATE_NOOP("reports", "Orders by the day they were placed.");
    case ReportName::Payments: return QT_TRANSLATE_NOOP("reports", "Gateway payments by the day they were opened.");
    case ReportName::WalletTransactions: return QT_TRANSLATE_NOOP("reports", "What moved in buyers' wallets.");
    case ReportName::Commissions:
        return QT_TRANSLATE_NOOP("reports", "Commission of each settled line, by the day of settlement.");
    case ReportName::Payouts: return QT_TRANSLATE_NOOP("reports", "Payouts by the day they were asked for.");
    case ReportName::Audit: return QT_TRANSLATE_NOOP("reports", "Who did what.");
    case ReportName::VendorStatement:
        return QT_TRANSLATE_NOOP("reports", "What a store earned, was paid and is owed on each day, from the books.");
    case ReportName::CommissionSummary:
        return QT_TRANSLATE_NOOP(
            "reports", "From the books by day and store: commission, the GST within it and what refunds gave back.");
    case ReportName::PayoutSummary:
        return QT_TRANSLATE_NOOP("reports",
                                 "Payouts by the day they were asked for and store: what waits, was paid and failed.");
    case ReportName::AdPerformance:
        return QT_TRANSLATE_NOOP("reports", "How often each campaign was seen and followed in the slot it stood in.");
    }
    return "";
}

} // namespace

QString about(ReportName name)
{
    return QCoreApplication::translate("reports", sentenceOf(name));
}

} // namespace reports
