#include "console/kit/figurestable.h"

#include "console/kit/controls.h"

#include <QPainter>
#include <QVBoxLayout>

namespace kit {

namespace {

constexpr qint64 whole = 10'000;

} // namespace

HeatDelegate::HeatDelegate(const Theme &theme, const FiguresModel &model, QObject *parent)
    : RowDelegate(theme, parent)
    , m_ground(theme)
    , m_model(model)
{}

void HeatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Figures::Cell &cell = m_model.figures().rows.at(index.row()).at(index.column());
    if (!cell.heat) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    // Light enough at its strongest that the number stays readable in both shades.
    QColor tint = m_ground.series.first();
    tint.setAlpha(int(12 + 110 * qBound<qint64>(0, *cell.heat, whole) / whole));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option.state & QStyle::State_Selected ? QPen(m_ground.focus, 1) : QPen(Qt::NoPen));
    painter->setBrush(tint);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 4, 4);
    painter->setPen(m_ground.text);
    painter->setFont(m_ground.font(Type::Small));
    painter->drawText(option.rect, Qt::AlignCenter, cell.text);
    painter->restore();
}

FiguresTable::FiguresTable(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(new FiguresModel(this))
    , m_view(new TableView(theme, *m_model, this))
{
    m_view->setItemDelegate(new HeatDelegate(theme, *m_model, m_view));
    connect(m_view, &TableView::opened, this, [this](const QString &row) { Q_EMIT opened(row.toInt()); });
    auto *layout = column(0);
    layout->addWidget(m_view);
    setLayout(layout);
    setFocusProxy(m_view);
}

void FiguresTable::say(const QString &name)
{
    setAccessibleName(name);
    m_view->setAccessibleName(name);
}

void FiguresTable::show(const Figures &figures)
{
    m_model->show(figures);
}

} // namespace kit
