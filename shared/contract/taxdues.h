#pragma once

// What the books hold for the tax office: the GST within the commission, and what was withheld from payouts; and what
// was paid of it.

#include "shared/base/page.h"
#include "shared/contract/tax.h"

NAMED_ENUM(TaxHead, Gst, Tcs, Tds)

struct TaxDue
{
    TaxHead head = TaxHead::Gst;
    Money due; // in the books now
    Money deposited;

    FIELDS(TaxDue, FIELD(head, .label = QT_TRANSLATE_NOOP("fields", "Tax")),
           FIELD(due, .label = QT_TRANSLATE_NOOP("fields", "Due")),
           FIELD(deposited, .label = QT_TRANSLATE_NOOP("fields", "Paid")))
};

struct DepositTax
{
    TaxHead head = TaxHead::Gst;
    QString month;
    Money amount;
    QString challan; // the number on the receipt

    FIELDS(DepositTax, FIELD(head, .label = QT_TRANSLATE_NOOP("fields", "Tax")), TAX_MONTH,
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount"), .min = 1, .max = 100'000'000'000'000),
           FIELD(challan, .label = QT_TRANSLATE_NOOP("fields", "Challan"), .lengthMin = 4, .lengthMax = 50,
                 .pattern = "[A-Za-z0-9/_-]+"))
};

struct TaxDeposit
{
    Id<TaxDeposit> id;
    TaxHead head = TaxHead::Gst;
    QString month;
    Money amount;
    QString challan;
    QString paidBy;
    Instant paidAt;
    std::optional<Instant> reversedAt = {}; // taken back, because it was entered wrongly
    std::optional<QString> reversedBy = {};
    std::optional<QString> reversalReason = {};

    FIELDS(TaxDeposit, FIELD(id), FIELD(head, .label = QT_TRANSLATE_NOOP("fields", "Tax")),
           FIELD(month, .label = QT_TRANSLATE_NOOP("fields", "Month")),
           FIELD(amount, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(challan, .label = QT_TRANSLATE_NOOP("fields", "Challan")),
           FIELD(paidBy, .label = QT_TRANSLATE_NOOP("fields", "Entered by")),
           FIELD(paidAt, .label = QT_TRANSLATE_NOOP("fields", "Entered")), FIELD(reversedAt), FIELD(reversedBy),
           FIELD(reversalReason))
};

struct ReverseTaxDeposit
{
    QString reason;

    FIELDS(ReverseTaxDeposit,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 3, .lengthMax = 500))
};

struct ListTaxDeposits
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<TaxHead> head;

    FIELDS(ListTaxDeposits, PAGE_FIELDS, FIELD(head))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<TaxDue>> listTaxDues{.method = Method::Get,
                                                              .path = "/api/v1/admin/tax/dues",
                                                              .access = Access::Admin,
                                                              .owner = Owner::Nobodys,
                                                              .rate = Rate::Account,
                                                              .summary = "What the books hold for the tax office",
                                                              .permission = Permission::ReadReports,
                                                              .heavy = true,
                                                              .most = 3};

inline constexpr Endpoint<ListTaxDeposits, Page<TaxDeposit>> listTaxDeposits{
    .method = Method::Get,
    .path = "/api/v1/admin/tax/deposits",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "What was paid to the tax office, newest first",
    .permission = Permission::ReadReports};

inline constexpr Endpoint<DepositTax, TaxDeposit> depositTax{.method = Method::Post,
                                                             .path = "/api/v1/admin/tax/deposits",
                                                             .access = Access::Admin,
                                                             .owner = Owner::Nobodys,
                                                             .rate = Rate::Money,
                                                             .summary = "Enter that tax was paid to the tax office",
                                                             .permission = Permission::ManagePayouts,
                                                             .repeat = Repeat::Keyed,
                                                             .status = 201};

inline constexpr Endpoint<ReverseTaxDeposit, TaxDeposit, Id<TaxDeposit>> reverseTaxDeposit{
    .method = Method::Post,
    .path = "/api/v1/admin/tax/deposits/{id}/reverse",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Take a payment to the tax office back that was entered wrongly",
    .permission = Permission::ManagePayouts,
    .repeat = Repeat::Keyed};

inline constexpr auto taxDues = std::tuple{listTaxDues, listTaxDeposits, depositTax, reverseTaxDeposit};

} // namespace api
