#pragma once

// Sums and charts, gathered while the rows go by.

#include "server/reports/kinds.h"
#include "server/reports/words.h"
#include "server/reports/writer.h"

#include <QHash>

namespace reports {

class Summary
{
public:
    static constexpr int pointsMax = 400;     // days of a line
    static constexpr int barsMax = 10;        // the largest ones; the others are said in one sum
    static constexpr int labelsMax = 100'000; // further ones belong to the others at once

    Summary(const Kind &kind, const Words &words, const QString &language);

    void add(const Cells &row);
    Closing closing() const;

private:
    struct Series
    {
        qsizetype label = 0; // columns
        qsizetype value = 0;
        QStringList labels = {}; // in the order they came
        QHash<QString, qint64> sums = {};
        qint64 rest = 0;
    };

    qsizetype columnOf(const QString &name) const;
    DocumentChart chart(const ChartPlan &plan, const Series &series) const;
    void addLargest(DocumentChart &chart, const Series &series) const;

    const Kind &m_kind;
    const Words &m_words;
    const QString m_language;
    qint64 m_rows = 0;
    QList<qint64> m_sums; // by column
    QList<Series> m_series;
};

} // namespace reports
