#pragma once

// The words of a report in its language. English stands in the program, Hindi in resources/reports.

#include "server/reports/cells.h"

#include <QHash>

namespace reports {

class Words
{
public:
    Words();

    // English when there is no other.
    QString in(const QString &language, const QString &english) const;
    // What a reader sees for a value that programs know by a code; other kinds stay as they are.
    QString shown(const QString &language, ValueKind kind, const QString &text) const;
    Cells shown(const QString &language, const QList<ReportColumn> &columns, Cells row) const;
    bool knows(const QString &english) const { return m_hindi.contains(english); }

private:
    QHash<QString, QString> m_hindi;
};

} // namespace reports
