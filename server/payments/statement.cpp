#include "server/payments/statement.h"

#include "server/core/crypto.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace payments {

namespace {

constexpr int headWithinRows = 60; // banks write the owner's address first
constexpr qsizetype narrationMax = 300;

using Rows = QList<QStringList>;

struct Places
{
    qsizetype head = -1; // the row
    qsizetype date = -1, narration = -1, amount = -1, reference = -1, balance = -1;
};

qsizetype placeOf(const QStringList &row, const QString &name)
{
    for (qsizetype i = 0; i < row.size(); ++i)
        if (row[i].compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return i;
    return -1;
}

std::optional<Places> placesIn(const Rows &rows, const StatementColumns &columns)
{
    for (qsizetype i = 0; i < qMin<qsizetype>(rows.size(), headWithinRows); ++i) {
        const Places found{.head = i,
                           .date = placeOf(rows[i], columns.date),
                           .narration = placeOf(rows[i], columns.narration),
                           .amount = placeOf(rows[i], columns.amount),
                           .reference = columns.reference ? placeOf(rows[i], *columns.reference) : -1,
                           .balance = columns.balance ? placeOf(rows[i], *columns.balance) : -1};
        const bool hasOthers = (!columns.reference || found.reference >= 0) && (!columns.balance || found.balance >= 0);
        if (found.date >= 0 && found.narration >= 0 && found.amount >= 0 && hasOthers)
            return found;
    }
    return std::nullopt;
}

// "₹ 1,234.50 Cr" and its like. What went out stands in another column, below zero or behind "Dr".
void readAmount(BankLine &line, QString text)
{
    static const QRegularExpression ornaments(QStringLiteral("[\\s,₹]|INR|Rs\\.?"),
                                              QRegularExpression::CaseInsensitiveOption);
    text.remove(ornaments);
    const bool isDebit = text.endsWith(u"dr", Qt::CaseInsensitive);
    if (isDebit || text.endsWith(u"cr", Qt::CaseInsensitive))
        text.chop(2);
    const auto amount = text.isEmpty() || text == u"-" ? std::optional(Money{}) : Money::parse(text);
    if (!amount) {
        line.idle = LineOutcome::Unreadable;
        return;
    }
    line.amount = *amount;
    if (isDebit || *amount <= Money{})
        line.idle = LineOutcome::Debit;
}

// Banks break and pad what the payer's app said, so that one may begin anywhere.
QStringList referencesIn(QString words)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    static const QRegularExpression ours(QStringLiteral("(?=(KW[A-Z2-7]{26}))"));
    QStringList out;
    for (const auto &match : ours.globalMatch(words.remove(space).toUpper()))
        out += match.captured(1);
    return out;
}

// "27/11/26", "27-Nov-2026", "2026-11-27 10:15": each export of a bank writes the day in its own way, days before
// months.
QDate dayIn(const QString &text)
{
    static const QRegularExpression ofMachines(QStringLiteral("^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"));
    static const QRegularExpression ofPeople(
        QStringLiteral("^(\\d{1,2})[-/. ]+(\\d{1,2}|[A-Za-z]{3})[A-Za-z]*[-/., ]+(\\d{4}|\\d{2})(?!\\d)"));
    static const QStringList months = QStringLiteral("jan feb mar apr may jun jul aug sep oct nov dec").split(u' ');
    if (const auto found = ofMachines.match(text); found.hasMatch())
        return QDate(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt());
    const auto found = ofPeople.match(text);
    const QString month = found.captured(2).toLower(), year = found.captured(3);
    const int number = month.toInt();
    constexpr int century = 2000;
    return QDate(year.size() == 2 ? century + year.toInt() : year.toInt(),
                 number > 0 ? number : int(months.indexOf(month)) + 1, found.captured(1).toInt());
}

// From its column, or the twelve digits that UPI gives every transfer, when the bank's words have only one such number.
// Banks pad numbers with zeros.
QString bankNumberIn(const QString &cell, const QString &narration)
{
    static const QRegularExpression transfer(QStringLiteral("(?<!\\d)\\d{12}(?!\\d)"));
    static const QRegularExpression padding(QStringLiteral("^0+"));
    constexpr qsizetype enough = 60;
    static const QRegularExpression digit(QStringLiteral("\\d"));
    const QString number = cell.left(enough).remove(u' ').toUpper().remove(padding);
    if (number.contains(digit) && referencesIn(cell).isEmpty()) // ours is in the hands of every payer
        return number;
    QSet<QString> found;
    for (const auto &match : transfer.globalMatch(narration))
        found += match.captured();
    return found.size() == 1 ? QString(*found.cbegin()).remove(padding) : QString();
}

// By the bank's number where it has one, whatever the columns and the form of the day are. Two lines that say the same
// are two payments, and the balance behind them tells which of the two it is; the same line in another file is not.
QString hashOf(const BankLine &line, const QString &balance, QHash<QString, int> &before)
{
    const QString amount = QString::number(line.amount.minor);
    const QString plain = line.day.toString(Qt::ISODate) + u'|' + amount + u'|' + line.narration + u'|' + balance;
    const QString text = line.bankNumber.isEmpty() ? plain : line.bankNumber + u'|' + amount;
    const int nth = ++before[text];
    return QString::fromLatin1(crypto::sha256((text + u'|' + QString::number(nth)).toUtf8()).toHex());
}

} // namespace

QString BankLine::transaction() const
{
    constexpr qsizetype enough = 16;
    return bankNumber.isEmpty() ? hash : bankNumber + u'-' + hash.first(enough);
}

QList<QStringList> csvRows(const QString &csv, QChar separator)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const QChar c = csv[i];
        if (isQuoted) {
            const bool isDoubled = c == u'"' && i + 1 < csv.size() && csv[i + 1] == u'"';
            if (c == u'"' && !isDoubled)
                isQuoted = false;
            else
                cell += c;
            i += isDoubled ? 1 : 0;
        } else if (c == u'"' && cell.trimmed().isEmpty()) {
            isQuoted = true;
        } else if (c == separator) {
            row += cell.trimmed();
            cell.clear();
        } else if (c == u'\n') {
            row += cell.trimmed();
            rows += row;
            row.clear();
            cell.clear();
        } else {
            cell += c;
        }
    }
    row += cell.trimmed();
    rows += row;
    return isQuoted ? QList<QStringList>() : rows;
}

Result<QList<BankLine>> readStatement(const TakeStatement &statement)
{
    const bool isMarked = statement.csv.startsWith(QChar(QChar::ByteOrderMark));
    const QString csv = isMarked ? statement.csv.sliced(1) : statement.csv;
    Rows rows;
    std::optional<Places> places;
    for (const QChar separator : {u',', u';', u'\t', u'|'}) {
        rows = csvRows(csv, separator);
        places = placesIn(rows, statement.columns);
        if (places)
            break;
    }
    if (!places)
        return refusal(QStringLiteral("csv"), QStringLiteral("has no line with the names of these columns"));
    if (rows.size() > statementLinesMax)
        return refusal(QStringLiteral("csv"), QStringLiteral("has more than %1 lines").arg(statementLinesMax));

    QList<BankLine> lines;
    QHash<QString, int> before;
    for (qsizetype i = places->head + 1; i < rows.size(); ++i) {
        const QStringList &row = rows[i];
        if (row.join(QString()).isEmpty())
            continue;
        const QString words = row.value(places->narration).simplified(), number = row.value(places->reference);
        BankLine line{.number = int(i + 1),
                      .day = dayIn(row.value(places->date)),
                      .narration = words.left(narrationMax),
                      .references = referencesIn(words) + referencesIn(number),
                      .bankNumber = bankNumberIn(number, words)};
        readAmount(line, row.value(places->amount));
        if (!line.idle && !line.day.isValid())
            line.idle = LineOutcome::Unreadable;
        line.hash = hashOf(line, row.value(places->balance), before);
        lines += line;
    }
    return lines;
}

} // namespace payments
