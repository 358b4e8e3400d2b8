#pragma once

// The sheets of a report: A4, upright or on their side, with a foot that says where one is. Every length is in tenths
// of a point. The sheets leave while they are drawn, and the same document at the same time makes the same bytes.

#include "server/sandbox/reportwords.h"

#include <QColor>
#include <QFont>
#include <QIODevice>
#include <QPainter>
#include <QPdfWriter>

#include <cstdio>

namespace report {

constexpr int perPoint = 10;
constexpr int margin = 36 * perPoint;
constexpr int footHeight = 26 * perPoint;

// The light tokens of the console, so that a report looks like the place it comes from.
struct Inks
{
    QColor text, text2, text3, border, borderStrong, surfaceAlt, accent, accentSoft, accentText;
    QList<QColor> series;

    static Inks read();
};

// Hands on what Qt writes, but with the document's own time in the place of the clock's.
class Outlet : public QIODevice
{
    Q_OBJECT

public:
    Outlet(std::FILE *out, const QByteArray &createdAt);
    bool isWhole() const { return m_isWhole; }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *bytes, qint64 size) override;

private:
    std::FILE *m_out;
    QByteArray m_createdAt; // "20261120150100"
    bool m_isWhole = true;
};

enum class Weight { Normal, Medium, Bold };
enum class Way { Upright, Sideways };

class Paper
{
public:
    Paper(std::FILE *out, const DocumentHead &head, const Words &words);

    // The foot needs to know how many sheets there will be.
    void begin(qint64 sheets, Way way);
    void turnOver(Way way);
    bool finish();

    static QSize sheet(Way way); // without the margins
    QRect body() const;          // inside the margins and above the foot
    QPainter &painter() { return m_painter; }
    const Inks &inks() const { return m_inks; }
    const Words &words() const { return m_words; }

    static QFont font(int size, Weight weight);
    // One line; what is too long ends in an ellipsis.
    void line(const QRect &where, const QString &text, const QFont &font, const QColor &ink,
              Qt::Alignment alignment = Qt::AlignLeft);
    // A number that loses digits is another number: it gets narrower instead.
    void number(const QRect &where, const QString &text, const QFont &font, const QColor &ink);
    // At most this many lines; returns the height that was used.
    int lines(const QRect &where, const QString &text, const QFont &font, const QColor &ink, int most,
              Qt::Alignment alignment = Qt::AlignLeft);

private:
    void place(Way way);
    void foot();

    const DocumentHead &m_head;
    const Words &m_words;
    const Inks m_inks;
    Outlet m_outlet;
    QPdfWriter m_writer;
    QPainter m_painter;
    Way m_way = Way::Upright;
    qint64 m_sheet = 1;
    qint64 m_sheets = 1;
};

} // namespace report
