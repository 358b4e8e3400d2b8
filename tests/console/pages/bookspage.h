#pragma once

// The books page in front of a paper server: seven accounts, a statement, a settled order and a correction.

#include "console/pages/books/page.h"
#include "shared/contract/custody.h"
#include "shared/contract/vendors.h"
#include "tests/console/pages/samples.h"
#include "tests/support/consolekit.h"

namespace samples {

inline LedgerAccount ledgerAccount(int number, LedgerAccountKind kind, const QString &owner, qint64 paise)
{
    LedgerAccount out{.id = id<LedgerAccount>(number), .kind = kind, .balance = {paise}};
    if (!owner.isEmpty())
        out.ownerName = owner;
    return out;
}

inline QList<LedgerAccount> ledgerAccounts()
{
    using enum LedgerAccountKind;
    LedgerAccount frozen = ledgerAccount(4, BuyerAvailable, QStringLiteral("Meera Nair"), 81'250);
    frozen.frozenAt = now.after(-26 * hourMs);
    frozen.frozenReason = QStringLiteral("A chargeback is being looked into.");
    return {ledgerAccount(1, GatewayClearing, {}, -1'284'300'00),
            ledgerAccount(2, CommissionIncome, {}, 31'412'50),
            ledgerAccount(3, VendorPayable, QStringLiteral("Sharma Metals & Alloys"), 1'24'800'50),
            frozen,
            ledgerAccount(5, BuyerHeld, QStringLiteral("Meera Nair"), 75'000),
            ledgerAccount(6, VendorDebt, QStringLiteral("GreenScrap Co."), -4'310'00)};
}

inline QList<StatementLine> statement()
{
    using enum PostingKind;
    const auto line = [](int number, PostingKind kind, qint64 paise, qint64 balance, LedgerAccountKind other) {
        return StatementLine{.postingId = id<LedgerPosting>(number),
                             .line = 1,
                             .at = now.after(-number * 7 * hourMs),
                             .kind = kind,
                             .amount = {paise},
                             .balance = {balance},
                             .otherKind = other};
    };
    return {line(21, Settle, 73'500'00, 1'24'800'50, LedgerAccountKind::BuyerHeld),
            line(22, Adjust, 1'500'00, 51'300'50, LedgerAccountKind::CommissionIncome),
            line(23, PayoutReserve, -90'000'00, 49'800'50, LedgerAccountKind::VendorPayout)};
}

inline LedgerPosting settledPosting()
{
    LedgerPosting out{.id = id<LedgerPosting>(21),
                      .kind = PostingKind::Settle,
                      .at = now.after(-7 * hourMs),
                      .subjectId = id<Order>(9).text(),
                      .orderId = id<Order>(9),
                      .sealNumber = 48'211};
    out.lines = {{.line = 1,
                  .debitId = id<LedgerAccount>(5),
                  .debitKind = LedgerAccountKind::BuyerHeld,
                  .debitName = QStringLiteral("Meera Nair"),
                  .creditId = id<LedgerAccount>(3),
                  .creditKind = LedgerAccountKind::VendorPayable,
                  .creditName = QStringLiteral("Sharma Metals & Alloys"),
                  .amount = {73'500'00}},
                 {.line = 2,
                  .debitId = id<LedgerAccount>(5),
                  .debitKind = LedgerAccountKind::BuyerHeld,
                  .debitName = QStringLiteral("Meera Nair"),
                  .creditId = id<LedgerAccount>(2),
                  .creditKind = LedgerAccountKind::CommissionIncome,
                  .amount = {1'500'00}}};
    return out;
}

inline LedgerPosting correction()
{
    LedgerPosting out{.id = id<LedgerPosting>(22),
                      .kind = PostingKind::Adjust,
                      .at = now.after(-14 * hourMs),
                      .subjectId = id<AdjustCommission>(8).text(),
                      .note = QStringLiteral("The rate of copper was taken for iron."),
                      .isReversible = true,
                      .sealNumber = 48'190};
    out.lines = {{.line = 1,
                  .debitId = id<LedgerAccount>(2),
                  .debitKind = LedgerAccountKind::CommissionIncome,
                  .creditId = id<LedgerAccount>(3),
                  .creditKind = LedgerAccountKind::VendorPayable,
                  .creditName = QStringLiteral("Sharma Metals & Alloys"),
                  .amount = {1'500'00}}};
    return out;
}

inline BooksState soundBooks()
{
    return {.checkedAt = now.after(-9 * hourMs), .checkedPostings = 48'205, .sealNumber = 48'205, .postings = 48'211};
}

inline CustodyBalance custodyBalance(int number, qint64 paise, qint64 expected)
{
    return {.id = id<CustodyBalance>(number),
            .day = QStringLiteral("2026-11-%1").arg(number),
            .amount = {paise},
            .expected = {expected},
            .difference = {paise - expected},
            .reference = QStringLiteral("STMT-%1").arg(number),
            .enteredBy = QStringLiteral("clerk"),
            .enteredAt = now};
}

inline Custody custody(WalletMode mode)
{
    Custody out{.mode = mode, .acknowledgedBy = QStringLiteral("root"), .acknowledgedAt = now};
    if (mode == WalletMode::Mirror)
        out.newest = custodyBalance(20, 12'84'200'00, 12'84'300'00);
    return out;
}

inline TrialBalance trialBalance()
{
    using enum LedgerAccountKind;
    return {.at = now,
            .lines = {{BuyerAvailable, 412, {846'200'00}},
                      {BuyerHeld, 412, {212'500'00}},
                      {CommissionIncome, 1, {31'412'50}},
                      {GatewayClearing, 1, {-1'284'300'00}},
                      {VendorDebt, 1, {-4'310'00}},
                      {VendorPayable, 38, {198'497'50}}}};
}

} // namespace samples

inline void answerBooks(ConsoleKit &console)
{
    console.me.isSuperAdmin = true;
    console.server.answer(api::readBooks, samples::soundBooks());
    console.server.answer(api::readCustody, samples::custody(WalletMode::Own));
    console.server.answer(api::listCustodyBalances, samples::page(QList<CustodyBalance>{
                                                        samples::custodyBalance(20, 12'84'200'00, 12'84'300'00),
                                                        samples::custodyBalance(19, 12'00'000'00, 12'00'000'00)}));
    console.server.answer(api::listLedgerAccounts, samples::page(samples::ledgerAccounts()));
    for (const LedgerAccount &account : samples::ledgerAccounts()) {
        console.server.answer(api::readLedgerAccount, account, account.id);
        console.server.answer(api::readLedgerStatement, samples::page(samples::statement()), account.id);
    }
    for (const LedgerPosting &posting : {samples::settledPosting(), samples::correction()})
        console.server.answer(api::readPosting, posting, posting.id);
    console.server.answer(api::readTrialBalance, samples::trialBalance());
    console.server.answer(api::listVendors, samples::page(QList<Vendor>{samples::store()}));
}

inline kit::Page *booksPage(ConsoleKit &console)
{
    answerBooks(console);
    return new books::Page(console.kit);
}
