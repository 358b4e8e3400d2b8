#include "server/invoices/rules.h"

#include "shared/base/indiatime.h"
#include "shared/base/json.h"

#include <QFile>

#include <algorithm>
#include <stdexcept>

namespace invoices {

namespace {

constexpr int whole = 10'000; // basis points
constexpr int digits = 6;

struct TermRate
{
    QString validFrom;
    qint64 rateBasisPoints = 0;

    FIELDS(TermRate, FIELD(validFrom), FIELD(rateBasisPoints, .min = 0, .max = whole))
};

struct TermsFile
{
    QString code;
    QList<TermRate> rates;

    FIELDS(TermsFile, FIELD(code, .pattern = "[0-9]{6}"), FIELD(rates, .countMin = 1, .countMax = 100))
};

[[noreturn]] void complain(const char *problem)
{
    throw std::runtime_error(std::string("the terms of commission: ") + problem);
}

QByteArray shipped()
{
    QFile file(QStringLiteral(":/invoices/commission.json"));
    if (!file.open(QIODevice::ReadOnly))
        complain("there are none");
    return file.readAll();
}

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

Terms::Terms()
    : Terms(shipped())
{}

Terms::Terms(const QByteArray &text)
{
    const auto file = json::parse<TermsFile>(text);
    if (!file)
        complain("a field is not as it should be");
    m_code = file->code;
    for (const TermRate &each : file->rates) {
        const auto from = india::dayFrom(each.validFrom);
        if (!from || (!m_rates.isEmpty() && *from <= m_rates.constLast().from))
            complain("a first day is none, or does not follow the one before it");
        m_rates += Rate{*from, {each.rateBasisPoints}};
    }
}

BasisPoints Terms::rateOn(qint64 day) const
{
    BasisPoints out;
    for (const Rate &each : m_rates)
        if (each.from <= day)
            out = each.rate;
    return out;
}

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
