#pragma once

// Reads the statement of a bank: CSV with whatever names, order and separator the bank has, and with lines before its
// head. Nothing is decided here but what a line says.

#include "shared/base/result.h"
#include "shared/contract/reconciliation.h"

#include <QDate>
#include <QStringList>

namespace payments {

struct BankLine
{
    int number = 0; // of the row in the file
    // Why there is nothing to look for; empty for money that came in.
    std::optional<LineOutcome> idle = {};
    Money amount;
    QDate day;
    QString narration;
    QStringList references; // what looks like one of ours
    QString hash;           // the same whenever and from whatever export the line is read again
    QString bankNumber;     // of the transaction; empty when the bank prints none

    // Of the attempt to pay. A bank's number alone may be that of several lines.
    QString transaction() const;
};

// RFC 4180: a quoted cell may hold separators, line ends and doubled quotes. A mark within words that are not quoted is
// only that; one without its end makes the file unreadable, because it would swallow the lines behind it.
QList<QStringList> csvRows(const QString &csv, QChar separator);

// Refuses what has no head with these columns, and what is too long.
Result<QList<BankLine>> readStatement(const TakeStatement &statement);

} // namespace payments
