#include "server/payments/settlement.h"

#include "server/core/csvrows.h"

#include <algorithm>
#include <array>

namespace payments {

namespace {

constexpr int headWithinRows = 10;

// What the columns are called. What came to the bank by a line is net, or credit without debit; what the provider has
// kept is what is missing between that and the amount.
struct Layout
{
    const char *lineRef, *kind, *amount, *settlementRef;
    const char *net = nullptr, *credit = nullptr, *debit = nullptr;
    // Of a payment its own transaction stands in the first, of what came of it later in the second.
    const char *ownTransaction, *itsTransaction;
    const char *currency;
    const char *payment;              // the kind of what came in
    const char *passing;              // of the way to the bank
    std::array<const char *, 4> owns; // and of what the provider takes or gives by itself, where no payment is named
};

constexpr Layout ofRazorpay{.lineRef = "entity_id",
                            .kind = "type",
                            .amount = "amount",
                            .settlementRef = "settlement_id",
                            .credit = "credit",
                            .debit = "debit",
                            .ownTransaction = "entity_id",
                            .itsTransaction = "payment_id",
                            .currency = "currency",
                            .payment = "payment",
                            .passing = "settlement",
                            .owns = {"adjustment", "fee"}};

constexpr Layout ofStripe{.lineRef = "balance_transaction_id",
                          .kind = "reporting_category",
                          .amount = "gross",
                          .settlementRef = "automatic_payout_id",
                          .net = "net",
                          .ownTransaction = "charge_id",
                          .itsTransaction = "charge_id",
                          .currency = "currency",
                          .payment = "charge",
                          .passing = "payout",
                          .owns = {"fee", "network_cost", "tax", "other_adjustment"}};

const Layout *layoutOf(Provider provider)
{
    switch (provider) {
    case Provider::Razorpay: return &ofRazorpay;
    case Provider::Stripe: return &ofStripe;
    case Provider::Sslcommerz:
    case Provider::Upi: return nullptr;
    }
    return nullptr;
}

class Head
{
public:
    explicit Head(const QStringList &names)
        : m_names(names)
    {}

    bool has(const char *name) const { return !name || place(name) >= 0; }
    bool fits(const Layout &layout) const
    {
        const std::array all{
            layout.lineRef, layout.kind,  layout.amount,         layout.settlementRef,  layout.net,
            layout.credit,  layout.debit, layout.ownTransaction, layout.itsTransaction, layout.currency};
        return std::all_of(all.begin(), all.end(), [this](const char *name) { return has(name); });
    }
    QString cell(const QStringList &row, const char *name) const { return name ? row.value(place(name)) : QString(); }

private:
    qsizetype place(const char *name) const
    {
        for (qsizetype i = 0; i < m_names.size(); ++i)
            if (m_names[i].compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
                return i;
        return -1;
    }

    const QStringList m_names;
};

// An empty cell is nothing.
std::optional<Money> moneyIn(QString text)
{
    text.remove(u',');
    return text.isEmpty() ? std::optional(Money{}) : Money::parse(text);
}

bool isSame(const QString &kind, const char *name)
{
    return name && kind.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0;
}

// What no payment has to do with is a fee, or the return of one: nothing of it was outside at the gateway.
void makeOwn(SettledLine &line)
{
    line.about = LineAbout::Own;
    line.fee = line.fee - line.gross;
    line.gross = {};
}

SettledLine lineOf(const Layout &layout, const Head &head, const QStringList &row)
{
    const QString kind = head.cell(row, layout.kind);
    const bool isPayment = isSame(kind, layout.payment);
    SettledLine out{.lineRef = head.cell(row, layout.lineRef),
                    .about = isPayment ? LineAbout::Payment : LineAbout::Later,
                    .transaction = head.cell(row, isPayment ? layout.ownTransaction : layout.itsTransaction),
                    .currency = head.cell(row, layout.currency).toUpper(),
                    .settlementRef = head.cell(row, layout.settlementRef)};
    if (isSame(kind, layout.passing)) {
        out.idle = SettlementOutcome::Passing;
        return out;
    }
    const auto amount = moneyIn(head.cell(row, layout.amount)), net = moneyIn(head.cell(row, layout.net)),
               credit = moneyIn(head.cell(row, layout.credit)), debit = moneyIn(head.cell(row, layout.debit));
    if (!amount || !net || !credit || !debit || out.lineRef.isEmpty()) {
        out.idle = SettlementOutcome::Unreadable;
        return out;
    }
    const Money came = layout.net ? *net : *credit - *debit;
    const bool wentAway = !layout.net && *debit > Money{};
    out.gross = wentAway ? -*amount : *amount;
    out.fee = out.gross - came;
    const bool isOwn =
        std::any_of(layout.owns.begin(), layout.owns.end(), [&kind](const char *name) { return isSame(kind, name); });
    if (out.gross == Money{} && out.fee == Money{})
        out.idle = SettlementOutcome::Unreadable;
    else if (isOwn && out.transaction.isEmpty() && came != Money{})
        makeOwn(out);
    return out;
}

} // namespace

Result<QList<SettledLine>> readSettlement(Provider provider, const QString &csv)
{
    const Layout *const layout = layoutOf(provider);
    if (!layout)
        return refusal(QStringLiteral("provider"), QStringLiteral("gives out no settlement file that is known here"));
    const QList<csvrows::Row> rows = csvrows::read(csv, u',').value_or(QList<csvrows::Row>());
    qsizetype at = 0;
    while (at < qMin<qsizetype>(rows.size(), headWithinRows) && !Head(rows[at].cells).fits(*layout))
        ++at;
    if (at >= qMin<qsizetype>(rows.size(), headWithinRows))
        return refusal(QStringLiteral("csv"), QStringLiteral("has no line with the columns of this provider"));
    if (rows.size() - at > settlementLinesMax)
        return refusal(QStringLiteral("csv"), QStringLiteral("has more than %1 lines").arg(settlementLinesMax));

    QList<SettledLine> lines;
    const Head head(rows[at].cells);
    for (qsizetype i = at + 1; i < rows.size(); ++i) {
        if (rows[i].isEmpty())
            continue;
        SettledLine line = lineOf(*layout, head, rows[i].cells);
        line.number = int(rows[i].line);
        lines += line;
    }
    return lines;
}

} // namespace payments
