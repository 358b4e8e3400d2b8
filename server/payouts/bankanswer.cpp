#include "server/payouts/bankanswer.h"

#include "shared/base/check.h"

namespace payouts {

namespace {

struct Line
{
    qint64 number = 0;
    QStringList cells;
};

// Quotes may hold separators, line ends and, twice, themselves.
class Lines
{
public:
    explicit Lines(const QString &text)
        : m_text(text.startsWith(QChar(0xfeff)) ? text.mid(1) : text)
        , m_separator(m_text.section(u'\n', 0, 0).contains(u';') ? u';' : u',')
    {}

    std::optional<Line> next()
    {
        while (m_at < m_text.size()) {
            Line out = read();
            // A spreadsheet writes an empty row as separators.
            if (!out.cells.join(QString()).isEmpty())
                return out;
        }
        return std::nullopt;
    }

private:
    Line read()
    {
        Line out{.number = ++m_line, .cells = {QString()}};
        bool isQuoted = false;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"' && isQuoted && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"')
                out.cells.last() += m_text[m_at++];
            else if (c == u'"')
                isQuoted = !isQuoted;
            else if (c == m_separator && !isQuoted)
                out.cells += QString();
            else if (c == u'\n' && !isQuoted)
                break;
            else
                out.cells.last() += c;
            m_line += c == u'\n' ? 1 : 0;
        }
        ++m_at;
        for (QString &cell : out.cells)
            cell = cell.trimmed();
        return out;
    }

    const QString m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 0;
};

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

} // namespace

Result<QList<AnsweredRow>> readBankAnswer(const QString &text)
{
    Lines lines(text);
    const auto names = lines.next();
    const auto columnOf = [&](const char *name) { return names ? names->cells.indexOf(QLatin1StringView(name)) : -1; };
    const qsizetype number = columnOf("payout_number"), status = columnOf("status"), reference = columnOf("reference"),
                    reason = columnOf("reason"), amount = columnOf("amount");
    if (number < 0 || status < 0)
        return refusal(QStringLiteral("text"),
                       QStringLiteral("has no line of names with payout_number, status, reference and reason"));
    QList<AnsweredRow> out;
    while (const auto line = lines.next()) {
        if (out.size() == bankAnswerRowsMax)
            return refusal(QStringLiteral("text"), QStringLiteral("has more than %1 rows").arg(bankAnswerRowsMax));
        const QString word = line->cells.value(status).toLower();
        AnsweredRow row{.line = line->number, .payoutNumber = line->cells.value(number).left(100)};
        row.problem = problemOf(word, line->cells.value(reference), line->cells.value(reason));
        if (!row.problem && !readAmount(line->cells.value(amount), row.amount))
            row.problem = QStringLiteral("The amount cannot be read.");
        if (!row.problem)
            row.decision = decisionOf(word, line->cells.value(reference), line->cells.value(reason));
        out += row;
    }
    return out;
}

} // namespace payouts
