#pragma once

// What the server says about tax: a rule that holds, one that is unsettled, and a month of two stores.

#include "shared/contract/taxdues.h"
#include "tests/console/pages/samples.h"
#include "tests/support/faketransport.h"

namespace samples {

inline TaxRule settledRule()
{
    return {.key = QStringLiteral("gst_tcs_operator.2024-07-10"),
            .rule = QStringLiteral("gst_tcs_operator"),
            .kind = TaxRuleKind::GstTcs,
            .title = QStringLiteral("GST collected by the operator of a marketplace"),
            .basis = QStringLiteral("CGST Act 2017, s. 52"),
            .validFrom = QStringLiteral("2024-07-10"),
            .rate = BasisPoints{50},
            .certainty = TaxCertainty::Confirmed,
            .note = QStringLiteral("0.5 % of the net value of taxable supplies."),
            .source = QStringLiteral("Two pages that agree."),
            .shipsOn = true,
            .isOn = true};
}

inline TaxRule unsettledRule()
{
    return {.key = QStringLiteral("income_tcs_scrap.2026-04-01"),
            .rule = QStringLiteral("income_tcs_scrap"),
            .kind = TaxRuleKind::IncomeTcs,
            .title = QStringLiteral("Income tax collected by the seller of scrap"),
            .basis = QStringLiteral("Income-tax Act 2025, s. 394"),
            .validFrom = QStringLiteral("2026-04-01"),
            .rate = BasisPoints{200},
            .certainty = TaxCertainty::Unsettled,
            .note = QStringLiteral("2 % was seen as a proposal of the Finance Bill 2026 only."),
            .source = QStringLiteral("Finance Bill 2026.")};
}

inline QList<TcsLine> tcsLines()
{
    return {{.vendorId = id<Vendor>(77),
             .storeName = QStringLiteral("Sharma Metals"),
             .gstin = QStringLiteral("27AAPFU0939F1ZV"),
             .supplies = {19'067'800},
             .returns = {6'356'000},
             .net = {12'711'800},
             .cgst = {31'780},
             .sgst = {31'780},
             .tax = {63'560},
             .withheld = {60'000}},
            {.vendorId = id<Vendor>(78), .storeName = QStringLiteral("=Second Yard"), .untaxed = {75'000}}};
}

inline QList<TdsLine> tdsLines()
{
    return {{.vendorId = id<Vendor>(77),
             .storeName = QStringLiteral("Sharma Metals"),
             .panMasked = QStringLiteral("•••• 939F"),
             .holder = PanHolder::Other,
             .grossBefore = {50'000'000},
             .gross = {22'500'000},
             .base = {22'500'000},
             .rate = {10},
             .tax = {22'500},
             .withheld = {22'500}},
            {.vendorId = id<Vendor>(79),
             .storeName = QStringLiteral("Asha Kabadi"),
             .panMasked = QStringLiteral("•••• 234F"),
             .holder = PanHolder::Individual,
             .gross = {4'000'000},
             .rate = {10},
             .exemption = TaxExemption::BelowThreshold}};
}

inline TaxMonth taxMonth()
{
    return {.month = QStringLiteral("2026-11"),
            .stores = 2,
            .gross = {26'500'000},
            .net = {12'711'800},
            .tcsCgst = {31'780},
            .tcsSgst = {31'780},
            .tcs = {63'560},
            .tds = {22'500},
            .tcsWithheld = {60'000},
            .tdsWithheld = {22'500},
            .tcsDeposited = {50'000}};
}

inline QList<TaxDue> taxDues()
{
    return {{TaxHead::Gst, {22'900}, {}}, {TaxHead::Tcs, {10'000}, {50'000}}, {TaxHead::Tds, {22'500}, {}}};
}

inline TaxDeposit taxDeposit()
{
    return {.id = id<TaxDeposit>(80),
            .head = TaxHead::Tcs,
            .month = QStringLiteral("2026-11"),
            .amount = {50'000},
            .challan = QStringLiteral("CPIN-1"),
            .paidBy = QStringLiteral("boss"),
            .paidAt = now};
}

inline void tax(FakeTransport &server)
{
    server.answer(api::listTaxDues, taxDues());
    server.answer(api::listTaxDeposits, page(QList<TaxDeposit>{taxDeposit()}));
    server.answer(api::listTaxRules, {settledRule(), unsettledRule()});
    server.answer(api::listTcsLines, page(tcsLines()));
    server.answer(api::listTdsLines, page(tdsLines()));
    server.answer(api::readTaxMonth, taxMonth());
}

} // namespace samples
