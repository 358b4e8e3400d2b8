#include "console/kit/linelist.h"

#include "console/kit/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace kit {

namespace {

constexpr int gap = 10;
constexpr int barTitle = 108, barFigure = 72, barNote = 92; // where there is room
constexpr int barLeast = 16;

QString spoken(const ListLine &line)
{
    QStringList words{line.title};
    for (const QString &more : {line.second, line.figure, line.chip, line.note}) {
        if (!more.isEmpty())
            words += more;
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

void LineModel::show(const QList<ListLine> &lines)
{
    if (lines.size() == m_lines.size()) {
        m_lines = lines;
        if (!lines.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(lines.size()) - 1));
        return;
    }
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int LineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant LineModel::data(const QModelIndex &index, int role) const
{
    const ListLine &line = m_lines.at(index.row());
    switch (role) {
    case LineRole: return QVariant::fromValue(line);
    case Qt::DisplayRole: return line.title;
    case Qt::AccessibleTextRole: return spoken(line);
    case Qt::ToolTipRole: return spoken(line).toHtmlEscaped();
    default: return {};
    }
}

LineDelegate::LineDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const ListLine line = index.data(LineModel::LineRole).value<ListLine>();
    const int words = QFontMetrics(m_theme.font(Type::Small)).height();
    if (line.second.isEmpty())
        return {m_theme.px(80), qMax(m_theme.px(23), words + m_theme.px(4))};
    return {m_theme.px(80), qMax(m_theme.px(line.chip.isEmpty() ? 40 : 51), 2 * words + m_theme.px(10))};
}

void LineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ListLine line = index.data(LineModel::LineRole).value<ListLine>();
    const bool isFocused = option.state & QStyle::State_HasFocus;
    const bool isHovered = option.state & QStyle::State_MouseOver && !line.key.isEmpty();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isFocused || isHovered) {
        painter->setPen(isFocused ? QPen(m_theme.focus, 1) : QPen(Qt::NoPen));
        painter->setBrush(isHovered ? QBrush(m_theme.hover) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5), 5, 5);
    }
    if (!line.chip.isEmpty() && index.row() > 0)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 1), m_theme.border);
    QRect rest = option.rect.adjusted(m_theme.px(4), 0, -m_theme.px(4), 0);
    if (line.bar) {
        paintBar(*painter, rest, line, columns(*index.model(), rest.width()));
    } else {
        rest.setLeft(rest.left() + paintLead(*painter, rest, line));
        rest.setRight(rest.right() - paintTail(*painter, rest, line));
        paintWords(*painter, rest, line);
    }
    painter->restore();
}

int LineDelegate::paintLead(QPainter &painter, const QRect &where, const ListLine &line) const
{
    const auto middle = [&](int size) {
        return QRect(where.left(), where.center().y() - size / 2, m_theme.px(size), m_theme.px(size));
    };
    if (line.series) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.series.at(*line.series % m_theme.series.size()));
        painter.drawRoundedRect(middle(9), 2.5, 2.5);
        return m_theme.px(9 + 9);
    }
    if (line.hasFace) {
        paint::avatar(painter, m_theme, middle(28), line.title, paint::Face::Store);
        return m_theme.px(28 + gap);
    }
    if (!line.icon.isEmpty()) {
        m_theme.drawIcon(painter, line.icon, middle(17), m_theme.tone(line.iconTone).ink);
        return m_theme.px(17 + gap + 2);
    }
    return 0;
}

// From the right: where it leads, how it stands, how much.
int LineDelegate::paintTail(QPainter &painter, const QRect &where, const ListLine &line) const
{
    int right = where.right();
    if (!line.chip.isEmpty()) {
        if (!line.key.isEmpty()) {
            const int size = m_theme.px(15);
            m_theme.drawIcon(painter, QStringLiteral("chevron-right"),
                             QRectF(right - size, where.center().y() - size / 2.0, size, size), m_theme.text3);
        }
        right -= m_theme.px(15 + gap);
        const paint::Chip chip{.text = line.chip, .tone = line.chipTone, .mark = paint::Mark::None};
        const int width = paint::chipWidth(m_theme, chip);
        paint::chip(painter, m_theme, QRect(right - width, where.top(), width, where.height()), chip);
        right -= width + m_theme.px(gap);
    }
    if (!line.note.isEmpty()) {
        painter.setFont(m_theme.font(Type::Small));
        painter.setPen(line.noteTone ? m_theme.tone(*line.noteTone).ink : m_theme.text3);
        const int width = painter.fontMetrics().horizontalAdvance(line.note) + 1;
        painter.drawText(QRect(right - width, where.top(), width, where.height()), Qt::AlignVCenter | Qt::AlignRight,
                         line.note);
        right -= width + m_theme.px(gap);
    }
    if (!line.figure.isEmpty()) {
        painter.setFont(m_theme.font(line.second.isEmpty() ? Type::Body : Type::BodyStrong));
        painter.setPen(m_theme.text);
        const int width = painter.fontMetrics().horizontalAdvance(line.figure) + 1;
        painter.drawText(QRect(right - width, where.top(), width, where.height()), Qt::AlignVCenter | Qt::AlignRight,
                         line.figure);
        right -= width + m_theme.px(gap);
    }
    return where.right() - right;
}

// Words are never cut while there still is a bar: it gives way first.
LineDelegate::Columns LineDelegate::columns(const QAbstractItemModel &lines, int width) const
{
    const QFontMetrics words(m_theme.font(Type::Small)), figures(m_theme.font(Type::BodyStrong));
    Columns need;
    for (int row = 0; row < lines.rowCount(); ++row) {
        const ListLine line = lines.index(row, 0).data(LineModel::LineRole).value<ListLine>();
        need.title = qMax(need.title, words.horizontalAdvance(line.title) + 1);
        need.figure = qMax(need.figure, figures.horizontalAdvance(line.figure) + m_theme.px(gap / 2));
        need.note = qMax(need.note, words.horizontalAdvance(line.note) + 1);
    }
    const Columns wide{.title = qMax(need.title, qMin(m_theme.px(barTitle), width * 30 / 100)),
                       .figure = qMax(need.figure, m_theme.px(barFigure - gap)),
                       .note = qMax(need.note, qMin(m_theme.px(barNote), width * 27 / 100))};
    const auto leaves = [&](const Columns &some) {
        return width - some.title - some.figure - some.note - m_theme.px(2 * gap + 2);
    };
    if (leaves(wide) >= m_theme.px(barLeast))
        return wide;
    need.title = qMin(need.title, qMax(0, width - need.figure - need.note - m_theme.px(gap)));
    return need;
}

void LineDelegate::paintBar(QPainter &painter, const QRect &where, const ListLine &line, const Columns &columns) const
{
    const auto words = [&](const QRect &place, const QString &text, Type type, const QColor &ink, Qt::Alignment side) {
        painter.setFont(m_theme.font(type));
        painter.setPen(ink);
        painter.drawText(place, int(side | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    const auto [title, figureWidth, note] = columns;
    QRect rest = where;
    words(QRect(rest.left(), rest.top(), title, rest.height()), line.title, Type::Small, m_theme.text2, Qt::AlignLeft);
    rest.setLeft(rest.left() + title);
    words(QRect(rest.left(), rest.top(), figureWidth, rest.height()), line.figure, Type::BodyStrong, m_theme.text,
          Qt::AlignRight);
    rest.setLeft(rest.left() + figureWidth + m_theme.px(gap + 2));
    words(QRect(rest.right() - note, rest.top(), note, rest.height()), line.note, Type::Small,
          line.noteTone ? m_theme.tone(*line.noteTone).ink : m_theme.text2, Qt::AlignRight);
    rest.setRight(rest.right() - note - m_theme.px(gap));
    if (rest.width() < m_theme.px(barLeast))
        return;
    const QRectF groove(rest.left(), rest.center().y() - m_theme.px(3), rest.width(), m_theme.px(7));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.sunken);
    painter.drawRoundedRect(groove, groove.height() / 2, groove.height() / 2);
    if (*line.bar <= 0)
        return;
    QRectF filled = groove;
    filled.setWidth(qMax(groove.height(), groove.width() * double(*line.bar) / 10'000));
    painter.setBrush(m_theme.series.first());
    painter.drawRoundedRect(filled, groove.height() / 2, groove.height() / 2);
}

void LineDelegate::paintWords(QPainter &painter, const QRect &where, const ListLine &line) const
{
    const auto fit = [&](const QString &text) {
        return painter.fontMetrics().elidedText(text.simplified(), Qt::ElideRight, where.width());
    };
    painter.setPen(m_theme.text);
    if (line.second.isEmpty()) {
        painter.setFont(m_theme.font(line.series ? Type::Small : Type::Body));
        if (line.series)
            painter.setPen(m_theme.text2);
        painter.drawText(where, Qt::AlignVCenter, fit(line.title));
        return;
    }
    const int middle = where.center().y();
    painter.setFont(m_theme.font(line.hasFace ? Type::Body : Type::BodyStrong));
    painter.drawText(QRect(where.left(), where.top(), where.width(), middle - where.top()), Qt::AlignBottom,
                     fit(line.title));
    painter.setFont(m_theme.font(Type::Small));
    painter.setPen(m_theme.text3);
    painter.drawText(QRect(where.left(), middle + m_theme.px(2), where.width(), where.bottom() - middle), Qt::AlignTop,
                     fit(line.second));
}

LineList::LineList(const Theme &theme, QWidget *parent)
    : QListView(parent)
{
    setModel(&m_model);
    setItemDelegate(new LineDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &QListView::clicked, this, &LineList::open);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &LineList::chosenChanged);
    connect(&theme, &Theme::changed, this, [this] {
        scheduleDelayedItemsLayout();
        updateGeometry();
        viewport()->update();
    });
}

void LineList::show(const QList<ListLine> &lines)
{
    if (lines == m_model.lines())
        return;
    const QString kept = chosen();
    m_model.show(lines);
    // By its key: the row may be another line's by now.
    if (!kept.isEmpty()) {
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&](const ListLine &each) { return each.key == kept; });
        setCurrentIndex(line == lines.end() ? QModelIndex() : m_model.index(int(line - lines.begin())));
    }
    updateGeometry();
}

QString LineList::chosen() const
{
    const int row = currentIndex().row();
    return row < 0 ? QString() : m_model.lines().at(row).key;
}

QSize LineList::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        height += sizeHintForRow(row);
    return {240, height + 2};
}

void LineList::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (const QString key = m_model.lines().at(index.row()).key; !key.isEmpty())
        Q_EMIT opened(key);
}

void LineList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void LineList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex below = indexAt(event->position().toPoint());
    const bool isLeading = below.isValid() && !m_model.lines().at(below.row()).key.isEmpty();
    viewport()->setCursor(isLeading ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace kit
