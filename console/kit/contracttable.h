#pragma once

// A table of any contract type: the page names the members it wants to see, and where the rows come from.
//     m_table.show(&Order::number, &Order::status, &Order::total, &Order::placedAt);
//     m_table.column(&Order::number).look = Cell::Look::Link;
//     m_table.add({.heading = {.key = "buyer", .label = QT_TRANSLATE_NOOP("fields", "Buyer"), .stretches = true},
//                  .cell = [](const Order &order) { return Cell{order.buyerName, .look = Cell::Look::Avatar}; }});
//     m_table.from([this](const std::optional<QString> &cursor) {
//         return m_kit.api.call(api::listOrders, {.limit = pageLimitMax, .cursor = cursor});
//     });
// Sorting, filtering and paging are the server's; the view asks for more while it scrolls down.

#include "console/kit/api.h"
#include "console/kit/display.h"
#include "console/kit/tablemodel.h"

#include <QSet>

#include <functional>

namespace kit {

// How a value stands in a cell when the page says nothing else.
template <class V>
Cell cellOf(const V &value)
{
    Cell cell{.text = display::text(value)};
    if constexpr (names::NamedEnum<V>) {
        const display::Word word = display::word(value);
        cell.chip = word.tone;
        cell.icon = word.icon;
    }
    if constexpr (std::is_same_v<V, Money>)
        cell.look = Cell::Look::Strong;
    if constexpr (std::is_same_v<V, Money> || std::is_same_v<V, Quantity> || std::is_same_v<V, BasisPoints> ||
                  (std::is_arithmetic_v<V> && !std::is_same_v<V, bool>))
        cell.alignment = Qt::AlignRight;
    if constexpr (std::is_same_v<V, Instant>)
        cell.look = Cell::Look::Quiet;
    return cell;
}
template <class V>
Cell cellOf(const std::optional<V> &value)
{
    Cell cell = cellOf(value.value_or(V{}));
    return value ? cell : Cell{.text = QStringLiteral("–"), .look = Cell::Look::Quiet, .alignment = cell.alignment};
}

template <fields::Contract T>
class ContractTable : public TableModel
{
public:
    struct Column
    {
        Heading heading;
        std::function<Cell(const T &)> cell;
        std::optional<Cell::Look> look = {};
    };
    using Rows = ::Page<T>;
    using Source = std::function<QFuture<Result<::Page<T>>>(const std::optional<QString> &cursor)>;

    // So many rows are asked for again by a refresh.
    static constexpr qsizetype rowsAgainMax = 500;

    using TableModel::TableModel;

    template <class... Member>
    void show(Member T::*...members)
    {
        beginResetModel();
        m_columns.clear();
        m_headings.clear();
        endResetModel();
        (add(columnOf(members)), ...);
    }

    Column &add(Column column)
    {
        const int at = int(m_columns.size());
        beginInsertColumns({}, at, at);
        m_headings += column.heading;
        m_columns += std::move(column);
        endInsertColumns();
        return m_columns.last();
    }

    template <class V>
    Column &column(V T::*member)
    {
        const QByteArray key = keyOf(member);
        for (Column &column : m_columns) {
            if (column.heading.key == key)
                return column;
        }
        return add(columnOf(member));
    }
    // Changes made to a column's heading show after this.
    void settle()
    {
        beginResetModel();
        m_headings.clear();
        for (const Column &column : std::as_const(m_columns))
            m_headings += column.heading;
        endResetModel();
    }

    void from(Source source) { m_source = std::move(source); }

    // Fetches as many rows as there are, so that nobody who has scrolled down is thrown back. Rows on screen stay until
    // the answer is there, or when it is an error.
    void refresh()
    {
        if (m_source)
            fetch({}, {}, m_isNew ? 0 : qMin(m_rows.size(), rowsAgainMax));
    }
    void startOver() override { m_isNew = true; }

    bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && m_cursor.has_value() && !m_isLoading;
    }
    void fetchMore(const QModelIndex &) override
    {
        if (m_cursor && !m_isLoading)
            fetchNext();
    }

    void setRows(QList<T> rows)
    {
        m_cursor.reset();
        m_hasLoaded = true;
        replace(std::move(rows));
        Q_EMIT loaded();
    }
    const QList<T> &rows() const { return m_rows; }
    const T &at(const QModelIndex &index) const { return m_rows.at(index.row()); }
    const T *find(const QString &id) const
    {
        const int row = rowOf(id);
        return row < 0 ? nullptr : &m_rows.at(row);
    }
    // Puts a changed row in the place of the old one; an unknown one comes first.
    void put(const T &changed)
    {
        const int row = rowOf(idOf(changed));
        if (row < 0) {
            beginInsertRows({}, 0, 0);
            m_rows.prepend(changed);
            endInsertRows();
        } else {
            m_rows[row] = changed;
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
    void drop(const QString &id)
    {
        const int row = rowOf(id);
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QString idAt(int row) const override { return idOf(m_rows.at(row)); }

protected:
    Cell cellAt(int row, int column) const override
    {
        const Column &shown = m_columns.at(column);
        Cell cell = shown.cell(m_rows.at(row));
        if (shown.look)
            cell.look = *shown.look;
        if (shown.heading.alignment != Qt::AlignLeft)
            cell.alignment = shown.heading.alignment;
        return cell;
    }

private:
    static QString idOf(const T &row)
    {
        if constexpr (requires { row.id.text(); })
            return row.id.text();
        else if constexpr (requires { QString(row.id); })
            return row.id;
        else
            return display::text(row.*fields::first(fields::of<T>).member);
    }

    template <class V>
    static QByteArray keyOf(V T::*member)
    {
        QByteArray key;
        fields::forEach<T>([&](const auto &field) {
            if constexpr (std::is_same_v<decltype(field.member), V T::*>) {
                if (field.member == member)
                    key = QByteArray(field.wire.text, qsizetype(field.wire.size));
            }
        });
        return key;
    }

    template <class V>
    static Column columnOf(V T::*member)
    {
        Column column{.heading = {.key = keyOf(member)},
                      .cell = [member](const T &row) { return cellOf(row.*member); }};
        fields::forEach<T>([&](const auto &field) {
            if (column.heading.key == QByteArrayView(field.wire.text, qsizetype(field.wire.size)))
                column.heading.label = display::source(field.check.label, field.wire.latin1());
        });
        column.heading.alignment = cellOf(V{}).alignment;
        return column;
    }

    // Page after page until there are as many rows as wanted; then they stand in the place of the old ones. Only the
    // newest question counts: an answer to an older filter must not land in the list.
    void fetch(const std::optional<QString> &cursor, QList<T> sofar, qsizetype wanted)
    {
        setLoading(true);
        const int asked = ++m_asked;
        whenDone(this, m_source(cursor), [this, asked, sofar, wanted](const Result<::Page<T>> &page) {
            if (asked != m_asked)
                return;
            if (!page) {
                // The cursor belongs to the old question, and so would what it leads to.
                m_cursor.reset();
                fail(page.error());
                return;
            }
            const QList<T> rows = sofar + page->items;
            if (page->nextCursor && !page->items.isEmpty() && rows.size() < wanted)
                fetch(page->nextCursor, rows, wanted);
            else
                settleRefresh(rows, *page);
        });
    }

    void settleRefresh(QList<T> rows, const ::Page<T> &last)
    {
        // Rows further down than are asked for again stay as they were, and so does what comes after them.
        const bool hasTail = last.nextCursor && !m_isNew && m_rows.size() > rows.size() && rows.size() >= rowsAgainMax;
        if (hasTail) {
            QSet<QString> known;
            for (const T &row : std::as_const(rows))
                known += idOf(row);
            for (const T &row : m_rows.mid(rows.size())) {
                if (!known.contains(idOf(row)))
                    rows += row;
            }
        } else {
            m_cursor = last.nextCursor;
        }
        m_isNew = false;
        replace(std::move(rows));
        land(last);
    }

    void fetchNext()
    {
        setLoading(true);
        const int asked = ++m_asked;
        whenDone(this, m_source(m_cursor), [this, asked](const Result<::Page<T>> &page) {
            if (asked != m_asked)
                return;
            if (!page) {
                fail(page.error());
                return;
            }
            m_cursor = page->nextCursor;
            append(page->items);
            land(*page);
        });
    }

    void land(const ::Page<T> &page)
    {
        m_total = page.total;
        m_hasLoaded = true;
        setLoading(false);
        Q_EMIT loaded();
    }

    void fail(const Error &error)
    {
        setLoading(false);
        Q_EMIT failed(error);
    }

    void append(const QList<T> &more)
    {
        if (more.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + more.size()) - 1);
        m_rows += more;
        endInsertRows();
    }

    // The same rows in the same order only change their cells, so that nothing moves under the pointer.
    void replace(QList<T> rows)
    {
        const bool isSame =
            rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(),
                                                       [](const T &a, const T &b) { return idOf(a) == idOf(b); });
        if (isSame && !rows.isEmpty()) {
            m_rows = std::move(rows);
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            return;
        }
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    QList<Column> m_columns;
    QList<T> m_rows;
    Source m_source;
    std::optional<QString> m_cursor;
    int m_asked = 0;
    bool m_isNew = false; // the next refresh asks something else than the last one
};

} // namespace kit
