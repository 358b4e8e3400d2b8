#pragma once

// How a bank wants its file of transfers, and the file itself. Layouts are data: resources/banks, and a folder of the
// operator's.

#include "shared/base/fields.h"
#include "shared/base/names.h"
#include "shared/base/values.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace payouts {

NAMED_ENUM(BankValue, PayoutNumber, BatchNumber, Position, Amount, AccountNumber, Ifsc, Holder, Narration, Day)

// Always the same text, or a value of the payout.
struct BankColumn
{
    QString title;
    std::optional<QString> text;
    std::optional<BankValue> value;

    FIELDS(BankColumn, FIELD(title), FIELD(text), FIELD(value))
};

struct BankLayoutFile
{
    QString name;
    QString title;
    Money amountMin;
    bool hasHeader = true;
    QString separator;
    QList<BankColumn> columns;

    FIELDS(BankLayoutFile, FIELD(name), FIELD(title), FIELD(amountMin), FIELD(hasHeader), FIELD(separator),
           FIELD(columns))
};

// One transfer.
struct BankOrder
{
    QString payoutNumber;
    Money amount;
    QString accountNumber;
    QString ifsc;
    QString holder;
};

constexpr int bankLayoutsMax = 50;

// Every layout that this program brings, and those of the operator, of which one takes the place of ours by its name.
// Throws runtime_error when one cannot be read or used.
QList<BankLayoutFile> bankLayouts(const QString &ownFolder = {});

// The lines in the order of the payouts' numbers. Names are made of letters, digits and what stands in names, so that
// neither a bank nor a spreadsheet takes one for a formula or for a further column.
QByteArray bankFile(const BankLayoutFile &layout, const QString &batchNumber, Instant madeAt, QList<BankOrder> orders);

} // namespace payouts
