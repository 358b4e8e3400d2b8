#include "server/reports/cells.h"

#include "server/reports/rules.h"
#include "shared/contract/payments.h"

namespace reports {

QString text(ValueKind kind, const Cell &cell)
{
    if (const auto *words = std::get_if<QString>(&cell))
        return *words;
    const auto *number = std::get_if<qint64>(&cell);
    if (!number)
        return {};
    switch (kind) {
    case ValueKind::Text:
    case ValueKind::Word:
    case ValueKind::State:
    case ValueKind::Id:
    case ValueKind::Number: return QString::number(*number);
    case ValueKind::Money: return Money{*number}.text();
    case ValueKind::Quantity: return Quantity{*number}.text();
    case ValueKind::Rate: return BasisPoints{*number}.text();
    case ValueKind::Instant: return Instant{*number}.text();
    case ValueKind::Day: return dayText(*number);
    }
    return {};
}

QString spoken(const QString &code)
{
    if (code == names::text(Instrument::Upi))
        return QStringLiteral("UPI");
    if (code == names::text(Instrument::Netbanking))
        return QStringLiteral("Net banking");
    QString out = QString(code).replace(u'_', u' ');
    if (!out.isEmpty())
        out[0] = out[0].toUpper();
    return out;
}

QByteArray object(const QList<ReportColumn> &columns, const Cells &row)
{
    QByteArray out;
    {
        json::Pen pen(out);
        pen.put('{');
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (i > 0)
                pen.put(',');
            pen.string(columns[i].name);
            pen.put(':');
            if (std::holds_alternative<std::monostate>(row[i]))
                pen.put("null");
            else if (columns[i].kind == ValueKind::Number)
                pen.number(std::get<qint64>(row[i]));
            else
                pen.string(text(columns[i].kind, row[i]));
        }
        pen.put('}');
    }
    return out;
}

QString labelOf(const fields::Check &check, QLatin1StringView name)
{
    return check.label ? QString::fromUtf8(check.label) : spoken(QString(name));
}

} // namespace reports
