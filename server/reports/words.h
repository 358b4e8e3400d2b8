#pragma once

// The words of a report in its language. English stands in the program, Hindi in resources/reports.

#include <QHash>
#include <QString>

namespace reports {

class Words
{
public:
    Words();

    // English when there is no other.
    QString in(const QString &language, const QString &english) const;
    bool knows(const QString &english) const { return m_hindi.contains(english); }

private:
    QHash<QString, QString> m_hindi;
};

} // namespace reports
