#include "server/sandbox/invoicetable.h"

namespace invoice {

using report::Paper;
using report::perPoint;
using report::Weight;

namespace {

constexpr int headingHeight = 22 * perPoint;
constexpr int rowHeight = 20 * perPoint;
constexpr int padding = 4 * perPoint;

int bodyHeight()
{
    return Paper::sheet(report::Way::Upright).height() - report::footHeight;
}

} // namespace

Table::Table(Paper &paper, const InvoicePaper &invoice, const Room &room)
    : m_paper(paper)
    , m_invoice(invoice)
    , m_room(room)
    , m_columns(columns())
{}

QList<Table::Column> Table::columns() const
{
    const report::Words &words = m_paper.words();
    QList<Column> out{{words("Item"), m_invoice.isInterstate ? 34 : 24, false},
                      {words("HSN/SAC"), 10, false},
                      {words("Quantity"), 12},
                      {words("GST"), 8},
                      {words("Taxable value"), 13}};
    if (m_invoice.isInterstate)
        out += Column{words("IGST"), 10};
    else
        out += QList<Column>{{words("CGST"), 10}, {words("SGST"), 10}};
    out += Column{words("Total"), 13};
    return out;
}

QStringList Table::cells(qsizetype at) const
{
    const report::Words &words = m_paper.words();
    const InvoiceItem &item = m_invoice.items[at];
    const auto money = [&](Money amount) { return words.value(ValueKind::Money, amount.text()); };
    QStringList out{item.quantity ? item.title : words(item.title.toUtf8().constData()), item.code,
                    item.quantity ? words.value(ValueKind::Quantity, item.quantity->text()) + u' ' + item.unit
                                  : QString(),
                    words.value(ValueKind::Rate, item.gstRate.text()), money(item.taxable)};
    if (m_invoice.isInterstate)
        out += money(item.igst);
    else
        out += QStringList{money(item.cgst), money(item.sgst)};
    out += money(item.total);
    return out;
}

int Table::rowsOn(int top) const
{
    return qMax(0, (bodyHeight() - top - headingHeight) / rowHeight);
}

// Item by item as draw() goes, so that both count alike.
qint64 Table::sheets() const
{
    qint64 sheets = 1;
    int used = 0, room = rowsOn(m_room.head), top = m_room.head;
    for (qsizetype i = 0; i < m_invoice.items.size(); ++i) {
        if (used == room) {
            ++sheets;
            used = top = 0;
            room = rowsOn(0);
        }
        ++used;
    }
    const int end = top + headingHeight + used * rowHeight;
    return end + m_room.close > bodyHeight() ? sheets + 1 : sheets;
}

int Table::draw()
{
    const QFont font = Paper::font(85, Weight::Normal);
    int top = m_room.head, used = 0, room = rowsOn(top);
    heading(top);
    for (qsizetype i = 0; i < m_invoice.items.size(); ++i) {
        if (used == room) {
            m_paper.turnOver(report::Way::Upright);
            used = top = 0;
            room = rowsOn(0);
            heading(top);
        }
        const QRect body = m_paper.body();
        const QRect where(body.x(), body.y() + top + headingHeight + used * rowHeight, body.width(), rowHeight);
        m_paper.painter().setPen(QPen(m_paper.inks().border, perPoint * 0.4));
        m_paper.painter().drawLine(where.bottomLeft(), where.bottomRight());
        row(where, cells(i), font, m_paper.inks().text);
        ++used;
    }
    const int end = top + headingHeight + used * rowHeight;
    if (end + m_room.close <= bodyHeight())
        return m_paper.body().y() + end;
    m_paper.turnOver(report::Way::Upright);
    return m_paper.body().y();
}

void Table::heading(int top)
{
    const QRect body = m_paper.body();
    const QRect where(body.x(), body.y() + top, body.width(), headingHeight);
    m_paper.painter().fillRect(where, m_paper.inks().accentSoft);
    QStringList labels;
    for (const Column &column : m_columns)
        labels += column.label;
    row(where, labels, Paper::font(85, Weight::Bold), m_paper.inks().accentText);
}

void Table::row(const QRect &where, const QStringList &cells, const QFont &font, const QColor &ink)
{
    int x = where.x();
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const int width = where.width() * m_columns[i].width / 100;
        const QRect cell(x + padding, where.y(), width - 2 * padding, where.height());
        if (m_columns[i].isNumber)
            m_paper.number(cell, cells[i], font, ink);
        else
            m_paper.line(cell, cells[i], font, ink);
        x += width;
    }
}

} // namespace invoice
