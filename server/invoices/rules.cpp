#include "server/invoices/rules.h"

#include "shared/base/indiatime.h"

#include <algorithm>

namespace invoices {

namespace {

constexpr int whole = 10'000; // basis points
constexpr int digits = 6;

QString wordOf(InvoiceKind kind)
{
    switch (kind) {
    case InvoiceKind::TaxInvoice:
    case InvoiceKind::SaleInvoice: return QStringLiteral("INV");
    case InvoiceKind::CreditNote: return QStringLiteral("CRN");
    case InvoiceKind::CommissionInvoice: return QStringLiteral("COM");
    case InvoiceKind::CommissionCreditNote: return QStringLiteral("CCN");
    }
    return {};
}

} // namespace

Money taxWithin(Money gross, BasisPoints rate)
{
    const qint64 parts = whole + rate.value;
    const __int128 exact = static_cast<__int128>(gross.minor) * rate.value;
    return {qint64((exact + parts / 2) / parts)};
}

Money taxOf(const Charge &charge, Money part)
{
    const qint64 all = charge.amount.minor;
    const auto taxUntil = [&](Money givenBack) {
        const __int128 exact = static_cast<__int128>(charge.tax.minor) * std::min(givenBack.minor, all);
        return all > 0 ? qint64((exact + all / 2) / all) : 0;
    };
    return {taxUntil(charge.givenBack + part) - taxUntil(charge.givenBack)};
}

bool isOfMarket(InvoiceKind kind)
{
    return kind == InvoiceKind::CommissionInvoice || kind == InvoiceKind::CommissionCreditNote;
}

QString financialYearOf(qint64 day)
{
    constexpr int april = 4;
    const QDate date = india::dateOf(day);
    const int first = date.month() >= april ? date.year() : date.year() - 1;
    return QStringLiteral("%1-%2").arg(first).arg((first + 1) % 100, 2, 10, QChar(u'0'));
}

QString monthOf(qint64 day)
{
    return india::dayText(day).left(7);
}

qint64 lastDayOf(const QString &month)
{
    const QDate first = QDate::fromString(month + QStringLiteral("-01"), Qt::ISODate);
    return india::dayNumber(first.addMonths(1)) - 1;
}

QString seriesOf(InvoiceKind kind, Id<Vendor> store, const QString &financialYear)
{
    const QString owner = isOfMarket(kind) ? QStringLiteral("market") : store.text();
    return owner + u'/' + wordOf(kind) + u'/' + financialYear;
}

QString numberOf(InvoiceKind kind, const QString &financialYear, qint64 serial)
{
    return QStringLiteral("%1/%2/%3").arg(wordOf(kind), financialYear.sliced(2)).arg(serial, digits, 10, QChar(u'0'));
}

InvoiceItem taxed(InvoiceItem item, Money tax, Reach reach)
{
    const bool isAcross = reach == Reach::AcrossStates;
    item.igst = isAcross ? tax : Money{};
    item.cgst = {isAcross ? 0 : tax.minor / 2};
    item.sgst = tax - item.igst - item.cgst;
    return item;
}

void addUp(InvoicePaper &paper)
{
    for (const InvoiceItem &item : paper.items) {
        paper.taxable = paper.taxable + item.taxable;
        paper.igst = paper.igst + item.igst;
        paper.cgst = paper.cgst + item.cgst;
        paper.sgst = paper.sgst + item.sgst;
        paper.total = paper.total + item.total;
    }
}

} // namespace invoices
