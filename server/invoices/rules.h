#pragma once

// How invoices are numbered and dated, and how tax stands on them.

#include "shared/base/values.h"
#include "shared/contract/invoicedocument.h"

namespace invoices {

// What the market does for a store, as the list of services numbers it: for a fee or commission in retail trade.
constexpr QLatin1StringView serviceCode("996211");

// The rate at which so much is tax of it, to the whole percent: the books keep the tax and no rate.
BasisPoints rateWithin(Money gross, Money tax);

bool isOfMarket(InvoiceKind kind);
QString financialYearOf(qint64 day); // "2026-27", from 1 April on
QString monthOf(qint64 day);         // "2026-11"
qint64 lastDayOf(const QString &month);
QString monthAfter(const QString &month);

// Who numbers, what, in which year. Kinds of one owner that share a series are told apart by their papers alone.
QString seriesOf(InvoiceKind kind, Id<Vendor> store, const QString &financialYear);
// "INV/26-27/000001": 16 characters at most, as rule 46 wants it, so strokes give way to what has more than six digits.
QString numberOf(InvoiceKind kind, const QString &financialYear, qint64 serial);

enum class Reach { WithinState, AcrossStates };

// IGST across states; within one half is CGST and half SGST, to which an odd paisa goes.
InvoiceItem taxed(InvoiceItem item, Money tax, Reach reach);
// The paper's sums, out of its items.
void addUp(InvoicePaper &paper);

} // namespace invoices
