#include "server/payouts/bankfile.h"

#include "shared/base/indiatime.h"
#include "shared/base/json.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

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

// The first thing that no bank could read, or that would leave out what a transfer needs.
std::optional<QString> problemOf(const BankLayoutFile &layout)
{
    static const QRegularExpression plainName(QStringLiteral("^[a-z0-9_-]{1,40}$"));
    static const QString separators = QStringLiteral(",;|\t");
    if (!plainName.match(layout.name).hasMatch())
        return QStringLiteral("name is not made of small letters and digits");
    if (layout.title.isEmpty() || layout.amountMin < Money{})
        return QStringLiteral("title is empty, or amount_min below zero");
    if (layout.separator.size() != 1 || !separators.contains(layout.separator))
        return QStringLiteral("separator is none of comma, semicolon, bar and tab");
    QList<BankValue> said;
    for (const BankColumn &column : layout.columns) {
        if (column.text.has_value() == column.value.has_value())
            return QStringLiteral("the column %1 has not either a text or a value").arg(column.title);
        if (column.value)
            said += *column.value;
    }
    for (const BankValue needed : {BankValue::Amount, BankValue::AccountNumber, BankValue::Ifsc})
        if (!said.contains(needed))
            return QStringLiteral("no column has the value %1").arg(names::text(needed));
    return std::nullopt;
}

QList<BankLayoutFile> layoutsIn(const QString &path)
{
    QList<BankLayoutFile> out;
    const QDir folder(path);
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            throw std::runtime_error("cannot read the layout " + file.fileName().toStdString());
        const auto layout = json::parse<BankLayoutFile>(file.readAll());
        const auto problem = layout ? problemOf(*layout) : std::optional(QStringLiteral("it is malformed"));
        if (problem)
            throw std::runtime_error("the layout " + file.fileName().toStdString() + ": " + problem->toStdString());
        out += *layout;
    }
    return out;
}

} // namespace

QList<BankLayoutFile> bankLayouts(const QString &ownFolder)
{
    QList<BankLayoutFile> out = layoutsIn(QStringLiteral(":/banks"));
    if (ownFolder.isEmpty())
        return out;
    for (const BankLayoutFile &own : layoutsIn(ownFolder)) {
        const auto known =
            std::find_if(out.begin(), out.end(), [&](const BankLayoutFile &layout) { return layout.name == own.name; });
        if (known == out.end())
            out += own;
        else
            *known = own;
    }
    if (out.size() > bankLayoutsMax)
        throw std::runtime_error("there are more than " + std::to_string(bankLayoutsMax) + " layouts of bank files");
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
