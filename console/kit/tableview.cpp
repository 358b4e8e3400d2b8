#include "console/kit/tableview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace kit {

TableView::TableView(const Theme &theme, TableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new RowDelegate(theme, this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(40);
    dress();

    connect(&theme, &Theme::changed, this, &TableView::dress);
    connect(this, &QTableView::doubleClicked, this, [this] { Q_EMIT opened(chosen()); });
    connect(&model, &QAbstractItemModel::columnsInserted, this, &TableView::spread);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_kept = chosen();
        m_keptScroll = verticalScrollBar()->value();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        spread();
        choose(m_kept);
        verticalScrollBar()->setValue(m_keptScroll);
    });
}

QString TableView::chosen() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && current.row() < m_model.rowCount() ? m_model.idAt(current.row()) : QString();
}

void TableView::choose(const QString &id)
{
    const int row = id.isEmpty() ? -1 : m_model.rowOf(id);
    if (row >= 0)
        selectRow(row);
    else
        setCurrentIndex({});
}

void TableView::dress()
{
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    horizontalHeader()->setFixedHeight(m_theme.px(34));
    horizontalHeader()->setFont(m_theme.font(Type::Small));
    spread();
    viewport()->update();
}

// Gives each column its width, hides the least important ones until the rest fits, and lets one take what is left.
void TableView::spread()
{
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    QList<int> shown;
    int needed = 0;
    for (int i = 0; i < columns; ++i) {
        shown += i;
        needed += m_theme.px(m_model.heading(i).width);
    }
    const auto importance = [this](int a, int b) { return m_model.heading(a).priority < m_model.heading(b).priority; };
    while (needed > viewport()->width() && shown.size() > 1) {
        const auto least = std::max_element(shown.begin(), shown.end(), importance);
        if (m_model.heading(*least).priority == 0)
            break;
        needed -= m_theme.px(m_model.heading(*least).width);
        shown.erase(least);
    }

    int stretcher = shown.last();
    for (int i = 0; i < columns; ++i) {
        setColumnHidden(i, !shown.contains(i));
        if (m_model.heading(i).stretches && shown.contains(i))
            stretcher = i;
    }
    for (const int i : shown) {
        const int spare = i == stretcher ? qMax(0, viewport()->width() - needed) : 0;
        setColumnWidth(i, m_theme.px(m_model.heading(i).width) + spare);
    }
}

void TableView::point(int row)
{
    m_delegate->pointAt(row);
    viewport()->update();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool isOpen = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isOpen && !chosen().isEmpty()) {
        Q_EMIT opened(chosen());
        return;
    }
    // Letters belong to the page's shortcuts, not to a search for a row that starts with them.
    if (event->modifiers() == Qt::NoModifier && event->text().size() == 1 && event->text().at(0).isPrint() &&
        event->key() != Qt::Key_Space) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    point(indexAt(event->position().toPoint()).row());
}

void TableView::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    point(-1);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    spread();
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT chosenChanged(chosen());
}

} // namespace kit
