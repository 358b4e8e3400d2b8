#include "server/invoices/rules.h"

#include "shared/base/indiatime.h"

namespace invoices {

namespace {

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

BasisPoints rateWithin(Money gross, Money tax)
{
    constexpr qint64 percents = 100, percent = 100; // basis points
    const qint64 net = gross.minor - tax.minor;
    if (net <= 0)
        return {};
    const __int128 exact = static_cast<__int128>(tax.minor) * percents;
    return {percent * qint64((exact + net / 2) / net)};
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

QString monthAfter(const QString &month)
{
    return monthOf(lastDayOf(month) + 1);
}

QString seriesOf(InvoiceKind kind, Id<Vendor> store, const QString &financialYear)
{
    const QString owner = isOfMarket(kind) ? QStringLiteral("market") : store.text();
    return owner + u'/' + wordOf(kind) + u'/' + financialYear;
}

QString numberOf(InvoiceKind kind, const QString &financialYear, qint64 serial)
{
    const QString number = QStringLiteral("%1").arg(serial, digits, 10, QChar(u'0'));
    const QString year = financialYear.sliced(2);
    if (number.size() == digits)
        return wordOf(kind) + u'/' + year + u'/' + number;
    if (number.size() == digits + 1)
        return wordOf(kind) + year + u'/' + number;
    const QString stroke = number.size() == digits + 2 ? QStringLiteral("/") : QString();
    return wordOf(kind) + year.left(2) + year.right(2) + stroke + number;
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
