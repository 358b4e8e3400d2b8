#pragma once

// Reads the lines of a document twice: once to learn how long and how wide everything is, once to draw it. The page
// numbers at the foot say how many pages there are, so that has to be known before the first one.

#include "shared/contract/reportdocument.h"

#include <QByteArray>

#include <cstdio>
#include <functional>

namespace report {

// What the first reading has learned of one table. Only the first rows are kept: they say how wide the columns are.
struct Sample
{
    DocumentTable table;
    QList<DocumentRow> rows;
    qint64 count = 0;
    bool hasTotals = false;
};

struct Outline
{
    DocumentHead head;
    QList<Sample> tables;
};

class Lines
{
public:
    explicit Lines(std::FILE *in)
        : m_in(in)
    {}

    void rewind();
    // The next line that says something; none at the end and where the document is damaged.
    std::optional<DocumentLine> next();
    bool isDamaged() const { return m_isDamaged; }

private:
    bool readLine();

    std::FILE *m_in;
    QByteArray m_line;
    bool m_isDamaged = false;
};

// None when the document is damaged or was cut off.
std::optional<Outline> outlineOf(Lines &lines);

} // namespace report
