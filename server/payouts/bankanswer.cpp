#include "server/payouts/bankanswer.h"

#include "server/core/csvrows.h"
#include "shared/base/check.h"

namespace payouts {

namespace {

using Rows = QList<csvrows::Row>;

struct Places
{
    qsizetype head = -1; // the row
    qsizetype number = -1, status = -1, reference = -1, reason = -1, amount = -1;
};

qsizetype placeOf(const csvrows::Row &row, QLatin1StringView name)
{
    for (qsizetype i = 0; i < row.cells.size(); ++i)
        if (row.cells[i].compare(name, Qt::CaseInsensitive) == 0)
            return i;
    return -1;
}

// The names stand in the first line that is not empty.
std::optional<Places> placesIn(const Rows &rows)
{
    qsizetype at = 0;
    while (at < rows.size() && rows[at].isEmpty())
        ++at;
    const auto place = [&](const char *name) {
        return at < rows.size() ? placeOf(rows[at], QLatin1StringView(name)) : -1;
    };
    const Places found{.head = at,
                       .number = place("payout_number"),
                       .status = place("status"),
                       .reference = place("reference"),
                       .reason = place("reason"),
                       .amount = place("amount")};
    return found.number >= 0 && found.status >= 0 ? std::optional(found) : std::nullopt;
}

// What the row says that cannot be; nothing when it can.
std::optional<QString> problemOf(const QString &word, const QString &reference, const QString &reason)
{
    if (word == u"paid") {
        const auto problem = fields::problemOf(reference, fields::checkOf(&ProcessPayout::transactionReference));
        return problem ? std::optional(QStringLiteral("The reference %1.").arg(*problem)) : std::nullopt;
    }
    if (word != u"failed" && word != u"returned")
        return QStringLiteral("The status is none of paid, failed and returned.");
    auto problem = fields::problemOf(reason, fields::checkOf(&ReturnPayout::reason));
    if (!problem)
        problem = fields::lineProblemOf(reason);
    return problem ? std::optional(QStringLiteral("The reason %1.").arg(*problem)) : std::nullopt;
}

Decision decisionOf(const QString &word, const QString &reference, const QString &reason)
{
    if (word == u"paid")
        return {.status = PayoutStatus::Processed, .reference = reference};
    return {.status = PayoutStatus::Failed,
            .failure = word == u"failed" ? PayoutFailure::BankRefused : PayoutFailure::Returned,
            .reason = reason};
}

// Banks group digits in their own ways. False when the cell is no amount.
bool readAmount(const QString &cell, std::optional<Money> &amount)
{
    if (cell.isEmpty())
        return true;
    amount = Money::parse(QString(cell).remove(u','));
    return amount.has_value();
}

AnsweredRow answered(const csvrows::Row &row, const Places &places)
{
    const auto cell = [&](qsizetype place) { return row.cells.value(place); };
    const QString word = cell(places.status).toLower(), reference = cell(places.reference),
                  reason = cell(places.reason);
    AnsweredRow out{.line = row.line, .payoutNumber = cell(places.number).left(100)};
    out.problem = problemOf(word, reference, reason);
    if (!out.problem && !readAmount(cell(places.amount), out.amount))
        out.problem = QStringLiteral("The amount cannot be read.");
    if (!out.problem)
        out.decision = decisionOf(word, reference, reason);
    return out;
}

} // namespace

Result<QList<AnsweredRow>> readBankAnswer(const QString &text)
{
    Rows rows;
    std::optional<Places> places;
    bool isBroken = false;
    for (const QChar separator : {u',', u';', u'\t'}) {
        const auto read = csvrows::read(text, separator);
        isBroken = isBroken || !read;
        rows = read.value_or(Rows());
        places = placesIn(rows);
        if (places)
            break;
    }
    if (!places)
        return refusal(QStringLiteral("text"),
                       isBroken
                           ? QStringLiteral("has a quotation mark without its end")
                           : QStringLiteral("has no line of names with payout_number, status, reference and reason"));
    QList<AnsweredRow> out;
    for (const csvrows::Row &row : std::as_const(rows).sliced(places->head + 1)) {
        if (row.isEmpty())
            continue;
        if (out.size() == bankAnswerRowsMax)
            return refusal(QStringLiteral("text"), QStringLiteral("has more than %1 rows").arg(bankAnswerRowsMax));
        out += answered(row, *places);
    }
    return out;
}

} // namespace payouts
