#pragma once

// Figures as a document to print: a head that says whose they are and of when, tiles, and cards with their charts,
// lists and tables. Always dark on light, whatever the console wears.

#include "console/kit/card.h"
#include "console/kit/figuretile.h"
#include "console/kit/kit.h"

#include <functional>

namespace kit {

class Donut;
class LineList;
class TrendChart;

// Whose figures they are: the platform's, or those of the store, whose name the server knows.
void whenNamed(Kit &kit, QObject *guard, std::function<void(const QString &business)> react);
// Of when they are, and who asked for them.
QString asOf(const Kit &kit);

class Paper
{
public:
    // business: whose figures they are; facts: period, filters, when and by whom, a line each.
    Paper(const QString &title, const QString &business, const QStringList &facts);

    void add(const FigureTile &tile);
    void add(const Card &card); // a chart also as a table, after everything else
    // Empty when it cannot be made.
    QByteArray pdf() const;

private:
    using Drawing = std::function<void(QPainter &painter, const QRect &where)>;
    // columns: of the six that a sheet has.
    struct Block
    {
        int columns = 6;
        int height = 0;
        Drawing draw;
    };
    struct Placed
    {
        int sheet = 0;
        QRect where;
        Drawing draw;
    };

    QList<Placed> placed() const;
    QList<Block> tables(const QString &title, const QString &note, const Figures &figures) const;
    void drawHead(QPainter &painter) const;
    void drawFoot(QPainter &painter, int sheet, int sheets) const;
    int headHeight() const;
    int words(Type type) const;
    Block boxed(int columns, const QString &title, const QString &note, int height, const Drawing &draw) const;
    Block chart(const TrendChart &chart, const QString &title, const QString &note) const;
    Block list(const LineList &lines, const Donut *ring, const QString &title, const QString &note) const;
    void drawRow(QPainter &painter, const QRect &where, const Figures &figures, int row) const;

    Theme m_theme;
    QString m_title, m_business;
    QStringList m_facts;
    QList<Block> m_blocks;
    QList<Block> m_numbers; // of the charts
};

} // namespace kit
