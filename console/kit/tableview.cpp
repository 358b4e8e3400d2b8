#include "console/kit/tableview.h"

#include "console/kit/paint.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace kit {

namespace {

constexpr int measuredRows = 100; // further down a wider one may come; it is shown when the rows are fetched anew
constexpr int leftOfFirst = 16, leftOfOthers = 10, rightOfAll = 10; // as RowDelegate paints

} // namespace

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
    connect(&model, &QAbstractItemModel::headerDataChanged, this, [this] {
        measure();
        spread();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, [this] {
            measure();
            spread();
        });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_kept = chosen();
        m_keptScroll = verticalScrollBar()->value();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        measure();
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
    measure();
    spread();
    viewport()->update();
}

void TableView::measure()
{
    const QFontMetrics strong(m_theme.font(Type::BodyStrong)), small(m_theme.font(Type::Small));
    QFont ofHeadings = m_theme.font(Type::Small);
    ofHeadings.setWeight(QFont::Medium); // as the style sheet has it
    const QFontMetrics headings(ofHeadings);
    const int columns = m_model.columnCount(), rows = qMin(m_model.rowCount(), measuredRows);
    m_named.clear();
    m_measured = QList<int>(columns, 0);
    m_whole = QList<int>(columns, 0);
    for (int column = 0; column < columns; ++column) {
        const QString heading = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int around = m_theme.px(column == 0 ? leftOfFirst : leftOfOthers) + m_theme.px(rightOfAll) + 1;
        m_named += headings.horizontalAdvance(heading) + around + m_theme.px(4);
        m_measured[column] = m_named.last();
        for (int row = 0; row < rows; ++row) {
            const Cell cell = m_model.data(m_model.index(row, column), TableModel::CellRole).value<Cell>();
            int width = 0;
            if (cell.chip && !cell.text.isEmpty())
                width = paint::chipWidth(m_theme, {.text = cell.text, .tone = *cell.chip, .icon = cell.icon});
            else if (cell.alignment & Qt::AlignRight)
                width = qMax(strong.horizontalAdvance(cell.text), small.horizontalAdvance(cell.second));
            if (m_model.heading(column).isWhole) {
                width = qMax(width, strong.horizontalAdvance(cell.text));
                m_whole[column] = qMax(m_whole[column], width + around);
            }
            if (width > 0)
                m_measured[column] = qMax(m_measured[column], width + around);
        }
    }
}

int TableView::widthOf(int column) const
{
    return qMax(m_theme.px(m_model.heading(column).width), m_measured.value(column));
}

// Gives each column its width, hides the least important ones until the rest fits, and lets one take what is left.
void TableView::spread()
{
    const int columns = m_model.columnCount();
    if (columns == 0)
        return;
    QList<int> shown;
    int needed = 0, wished = 0, slack = 0;
    for (int i = 0; i < columns; ++i) {
        shown += i;
        needed += widthOf(i);
        wished += m_theme.px(m_model.heading(i).width);
        if (m_model.heading(i).stretches)
            slack = qBound(0, widthOf(i) - m_whole.value(i), widthOf(i) / 4);
    }
    // What chips and numbers need more is first taken from the column that stretches.
    slack = qMin(slack, needed - wished);
    const auto importance = [this](int a, int b) { return m_model.heading(a).priority < m_model.heading(b).priority; };
    while (needed - slack > viewport()->width() && shown.size() > 1) {
        const auto least = std::max_element(shown.begin(), shown.end(), importance);
        if (m_model.heading(*least).priority == 0)
            break;
        needed -= widthOf(*least);
        shown.erase(least);
    }

    int stretcher = shown.last();
    for (int i = 0; i < columns; ++i) {
        setColumnHidden(i, !shown.contains(i));
        if (m_model.heading(i).stretches && shown.contains(i))
            stretcher = i;
    }
    for (const int i : shown) {
        const int least = std::max({widthOf(i) / 3, m_named.value(i), m_whole.value(i)});
        const int spare = i == stretcher ? qMax(least - widthOf(i), viewport()->width() - needed) : 0;
        setColumnWidth(i, widthOf(i) + spare);
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
