#include "server/payouts/bankfile.h"

#include "shared/base/indiatime.h"
#include "shared/base/json.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <stdexcept>

namespace payouts {

namespace {

QString nameForBank(const QString &name)
{
    static const QString inside = QStringLiteral(" .&'/-()");
    QString out;
    for (const QChar c : name) {
        const bool isKept = c.isLetterOrNumber() || c.isMark() || (!out.isEmpty() && inside.contains(c));
        if (isKept)
            out += c;
        else if (!out.isEmpty() && !out.endsWith(u' '))
            out += u' ';
    }
    return out.trimmed();
}

QString cell(const QString &text, const QString &separator)
{
    const bool isSpecial = text.contains(separator) || text.contains(u'"') || text.contains(u'\n');
    return isSpecial ? u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"' : text;
}

} // namespace

QList<BankLayoutFile> bankLayouts()
{
    QList<BankLayoutFile> out;
    const QDir folder(QStringLiteral(":/banks"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            throw std::logic_error("cannot read the layout " + name.toStdString());
        const auto layout = json::parse<BankLayoutFile>(file.readAll());
        if (!layout)
            throw std::logic_error("the layout " + name.toStdString() + " is malformed");
        out += *layout;
    }
    return out;
}

QByteArray bankFile(const BankLayoutFile &layout, const QString &batchNumber, Instant madeAt, QList<BankOrder> orders)
{
    std::sort(orders.begin(), orders.end(),
              [](const BankOrder &a, const BankOrder &b) { return a.payoutNumber < b.payoutNumber; });
    const auto valueOf = [&](const BankOrder &order, BankValue value, qsizetype position) -> QString {
        switch (value) {
        case BankValue::PayoutNumber: return order.payoutNumber;
        case BankValue::BatchNumber: return batchNumber;
        case BankValue::Position: return QString::number(position);
        case BankValue::Amount: return order.amount.text();
        case BankValue::AccountNumber: return order.accountNumber;
        case BankValue::Ifsc: return order.ifsc;
        case BankValue::Holder: return nameForBank(order.holder);
        case BankValue::Narration: return QStringLiteral("Kabaadwala %1").arg(order.payoutNumber);
        case BankValue::Day: return india::dayText(india::dayNumber(madeAt));
        }
        return {};
    };
    const auto line = [&](auto &&cellOf) {
        QStringList cells;
        for (const BankColumn &column : layout.columns)
            cells += cell(cellOf(column), layout.separator);
        return cells.join(layout.separator) + QStringLiteral("\r\n");
    };
    QString out;
    if (layout.hasHeader)
        out += line([](const BankColumn &column) { return column.title; });
    for (qsizetype at = 0; at < orders.size(); ++at)
        out += line([&](const BankColumn &column) {
            return column.value ? valueOf(orders[at], *column.value, at + 1) : column.text.value_or(QString());
        });
    return out.toUtf8();
}

} // namespace payouts
