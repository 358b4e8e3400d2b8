#include "console/kit/paper.h"

#include "console/kit/display.h"
#include "console/kit/donut.h"
#include "console/kit/figurestable.h"
#include "console/kit/linelist.h"
#include "console/kit/trendchart.h"
#include "shared/contract/accounts.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

namespace kit {

namespace {

// A4 in the screen's units, so that everything is as large as it is there.
constexpr int dotsPerInch = 96;
constexpr QSize sheetSize(794, 1123);
constexpr int margin = 48;
constexpr int columnsOfSheet = 6;
constexpr int gap = 12;
constexpr int pad = 14;
constexpr int footHeight = 30;
constexpr int tileHeight = 120;
constexpr int chartHeight = 240;
constexpr int ringSide = 120;
constexpr int rowHeight = 22;
constexpr int rowsOfBlock = 34;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Paper)
};

QString elided(const QPainter &painter, const QString &text, int width)
{
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, width);
}

// What fades into transparency comes out solid in PDF, so it is drawn as a picture, fine enough for a printer.
template <class Draw>
void drawPicture(QPainter &painter, const QRect &where, const Draw &draw)
{
    constexpr int fineness = 4;
    QImage image(where.size() * fineness, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(fineness);
    image.fill(Qt::white);
    QPainter inner(&image);
    draw(inner, QRect(QPoint(), where.size()));
    inner.end();
    painter.drawImage(where, image);
}

template <class T>
const T *within(const QWidget &content)
{
    const auto *self = qobject_cast<const T *>(&content);
    return self ? self : content.findChild<const T *>();
}

} // namespace

void whenNamed(Kit &kit, QObject *guard, std::function<void(const QString &business)> react)
{
    if (kit.me.role != Role::Vendor)
        return react(QStringLiteral("Kabaadwala"));
    // Without an answer the paper bears the name of who prints it.
    whenDone(guard, kit.api.call(api::readVendorProfile),
             [&kit, react](const Result<Vendor> &vendor) { react(vendor ? vendor->storeName : kit.me.name); });
}

QString asOf(const Kit &kit)
{
    const Instant now = kit.clock.now();
    return Words::tr("As of %1, %2, for %3").arg(display::date(now), display::time(now), kit.me.name);
}

Paper::Paper(const QString &title, const QString &business, const QStringList &facts)
    : m_title(title)
    , m_business(business)
    , m_facts(facts)
{}

int Paper::words(Type type) const
{
    return QFontMetrics(m_theme.font(type)).height();
}

void Paper::add(const FigureTile &tile)
{
    m_blocks += {2, tileHeight, [this, &tile](QPainter &painter, const QRect &where) {
                     drawPicture(painter, where,
                                 [this, &tile](QPainter &inner, const QRect &all) { tile.draw(inner, all, m_theme); });
                 }};
}

void Paper::add(const Card &card)
{
    const QWidget *content = card.content();
    if (!content) {
        m_blocks += boxed(3, card.title(), card.note(), words(Type::Small) * 2,
                          [this, why = card.standIn()](QPainter &painter, const QRect &where) {
                              painter.setFont(m_theme.font(Type::Small));
                              painter.setPen(m_theme.text2);
                              painter.drawText(where, Qt::TextWordWrap, why);
                          });
        return;
    }
    if (const auto *trend = within<TrendChart>(*content)) {
        // Nobody can ask a picture on paper what a day was.
        m_blocks += chart(*trend, card.title(), card.note());
        m_numbers += tables(card.title(), {}, card.figures());
    } else if (const auto *lines = within<LineList>(*content))
        m_blocks += list(*lines, within<Donut>(*content), card.title(), card.note());
    else
        m_blocks += tables(card.title(), card.note(), card.figures());
}

// So many rows in each box that a box never outgrows a sheet.
QList<Paper::Block> Paper::tables(const QString &title, const QString &note, const Figures &figures) const
{
    QList<Block> out;
    for (qsizetype first = 0; first < figures.rows.size(); first += rowsOfBlock) {
        Figures part{.headings = figures.headings, .rows = figures.rows.mid(first, rowsOfBlock)};
        const int height = int(part.rows.size() + 1) * rowHeight;
        out += boxed(columnsOfSheet, title, note, height, [this, part](QPainter &painter, const QRect &where) {
            for (int row = -1; row < part.rows.size(); ++row)
                drawRow(painter, QRect(where.left(), where.top() + (row + 1) * rowHeight, where.width(), rowHeight),
                        part, row);
        });
    }
    return out;
}

Paper::Block Paper::boxed(int columns, const QString &title, const QString &note, int height, const Drawing &draw) const
{
    const int titleHeight = words(Type::Heading3), noteHeight = note.isEmpty() ? 0 : words(Type::Small) + 3;
    const int above = pad + titleHeight + noteHeight + 8;
    return {columns, above + height + pad, [=, this](QPainter &painter, const QRect &where) {
                painter.setPen(QPen(m_theme.border, 1));
                painter.setBrush(m_theme.surface);
                painter.drawRoundedRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
                const QRect inner = where.adjusted(pad, pad, -pad, -pad);
                painter.setFont(m_theme.font(Type::Heading3));
                painter.setPen(m_theme.text);
                painter.drawText(inner, Qt::AlignTop, elided(painter, title, inner.width()));
                painter.setFont(m_theme.font(Type::Small));
                painter.setPen(m_theme.text2);
                painter.drawText(inner.adjusted(0, titleHeight + 3, 0, 0), Qt::AlignTop,
                                 elided(painter, note, inner.width()));
                draw(painter, QRect(inner.left(), where.top() + above, inner.width(), height));
            }};
}

Paper::Block Paper::chart(const TrendChart &chart, const QString &title, const QString &note) const
{
    return boxed(columnsOfSheet, title, note, chartHeight, [this, &chart](QPainter &painter, const QRect &where) {
        drawPicture(painter, where,
                    [this, &chart](QPainter &inner, const QRect &all) { chart.draw(inner, all, m_theme); });
    });
}

Paper::Block Paper::list(const LineList &lines, const Donut *ring, const QString &title, const QString &note) const
{
    // Nothing leads anywhere from paper.
    QList<ListLine> rows = lines.lines();
    for (ListLine &row : rows)
        row.key.clear();
    const LineDelegate measure(m_theme, nullptr);
    LineModel model;
    model.show(rows);
    QList<int> heights;
    int height = 0;
    for (int row = 0; row < rows.size(); ++row) {
        heights += measure.sizeHint({}, model.index(row, 0)).height();
        height += heights.last();
    }
    const int side = ring ? ringSide : 0;
    return boxed(3, title, note, qMax(height, side), [=, this](QPainter &painter, const QRect &where) {
        if (ring)
            ring->draw(painter, QRect(where.left(), where.top(), side, side), m_theme);
        LineModel shown;
        shown.show(rows);
        const LineDelegate delegate(m_theme, nullptr);
        QStyleOptionViewItem option;
        option.rect = where.adjusted(ring ? side + gap : 0, 0, 0, 0);
        for (int row = 0; row < rows.size(); ++row) {
            option.rect.setHeight(heights.at(row));
            delegate.paint(&painter, option, shown.index(row, 0));
            option.rect.translate(0, heights.at(row));
        }
    });
}

// The first column has what the others leave; −1 is the headings.
void Paper::drawRow(QPainter &painter, const QRect &where, const Figures &figures, int row) const
{
    const int columns = int(figures.headings.size());
    const int first = columns > 7 ? where.width() / columns : where.width() * 3 / 10;
    const int other = columns > 1 ? (where.width() - first) / (columns - 1) : 0;
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(row < 0 ? m_theme.text2 : m_theme.text);
    for (int column = 0; column < columns; ++column) {
        const QRect cell(where.left() + (column == 0 ? 0 : first + (column - 1) * other), where.top(),
                         (column == 0 ? first : other) - 6, where.height());
        const Figures::Cell body =
            row < 0 ? Figures::Cell{.text = figures.headings.at(column)} : figures.rows.at(row).value(column);
        const bool isRight = figures.rows.first().value(column).isNumber;
        painter.drawText(cell, int(Qt::AlignVCenter | (isRight ? Qt::AlignRight : Qt::AlignLeft)),
                         elided(painter, body.text, cell.width()));
    }
    painter.setPen(QPen(m_theme.border, 1));
    painter.drawLine(where.bottomLeft(), where.bottomRight());
}

int Paper::headHeight() const
{
    return words(Type::BodyStrong) + words(Type::Heading1) + int(m_facts.size()) * (words(Type::Small) + 2) + 26;
}

// Blocks stand beside each other as long as there is room and they are equally wide.
QList<Paper::Placed> Paper::placed() const
{
    QList<Placed> out;
    const int width = sheetSize.width() - 2 * margin;
    const int bottom = sheetSize.height() - margin - footHeight;
    int sheet = 0, top = margin + headHeight();
    const QList<Block> blocks = m_blocks + m_numbers;
    for (qsizetype i = 0; i < blocks.size();) {
        const int columns = blocks.at(i).columns;
        const qsizetype most = columnsOfSheet / columns;
        qsizetype end = i;
        int height = 0;
        for (; end < blocks.size() && end - i < most && blocks.at(end).columns == columns; ++end)
            height = qMax(height, blocks.at(end).height);
        if (top + height > bottom && top > margin) {
            ++sheet;
            top = margin;
        }
        // One that stands alone in its row has the room of the others.
        const int beside = int(columns == 3 ? end - i : most);
        const int each = (width - (beside - 1) * gap) / beside;
        for (qsizetype at = i; at < end; ++at)
            out += {sheet, QRect(margin + int(at - i) * (each + gap), top, each, height), blocks.at(at).draw};
        top += height + gap;
        i = end;
    }
    return out;
}

void Paper::drawHead(QPainter &painter) const
{
    int top = margin;
    const auto line = [&](Type type, const QColor &ink, const QString &text, int below) {
        painter.setFont(m_theme.font(type));
        painter.setPen(ink);
        const QRect where(margin, top, sheetSize.width() - 2 * margin, words(type));
        painter.drawText(where, Qt::AlignVCenter, elided(painter, text, where.width()));
        top += words(type) + below;
    };
    line(Type::BodyStrong, m_theme.accentText, m_business, 0);
    line(Type::Heading1, m_theme.text, m_title, 2);
    for (const QString &fact : m_facts)
        line(Type::Small, m_theme.text2, fact, 2);
    painter.setPen(QPen(m_theme.borderStrong, 1));
    painter.drawLine(margin, top + 6, sheetSize.width() - margin, top + 6);
}

void Paper::drawFoot(QPainter &painter, int sheet, int sheets) const
{
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(m_theme.text2);
    const QRect where(margin, sheetSize.height() - margin - words(Type::Small), sheetSize.width() - 2 * margin,
                      words(Type::Small));
    painter.drawText(where, Qt::AlignLeft, QStringLiteral("%1 · %2").arg(m_business, m_title));
    painter.drawText(where, Qt::AlignRight, Words::tr("Page %1 of %2").arg(sheet + 1).arg(sheets));
}

QByteArray Paper::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(m_title);
    writer.setCreator(m_business);
    QPainter painter;
    if (!painter.begin(&writer))
        return {};
    const QList<Placed> all = placed();
    const int sheets = all.isEmpty() ? 1 : all.last().sheet + 1;
    int sheet = 0;
    drawHead(painter);
    drawFoot(painter, sheet, sheets);
    for (const Placed &block : all) {
        if (block.sheet > sheet) {
            if (!writer.newPage())
                return {};
            drawFoot(painter, ++sheet, sheets);
        }
        painter.save();
        block.draw(painter, block.where);
        painter.restore();
    }
    return painter.end() ? bytes : QByteArray();
}

} // namespace kit
