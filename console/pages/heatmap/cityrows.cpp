#include "console/pages/heatmap/cityrows.h"

#include "console/kit/display.h"
#include "shared/base/cities.h"

#include <QPainter>

namespace heatmap {

void CityRows::show(const QList<HeatCity> &cities, HeatMetric metric)
{
    beginResetModel();
    m_cities = cities;
    m_metric = metric;
    endResetModel();
}

int CityRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cities.size());
}

qint64 CityRows::valueOf(const HeatCity &city) const
{
    return m_metric == HeatMetric::Gmv ? city.amount.minor : city.count;
}

qint64 CityRows::previousOf(const HeatCity &city) const
{
    return m_metric == HeatMetric::Gmv ? city.previousAmount.minor : city.previousCount;
}

namespace {

const Cities &knownCities()
{
    static const Cities known;
    return known;
}

} // namespace

QString CityRows::nameOf(const QString &city)
{
    const City *found = QLocale().language() == QLocale::Hindi ? knownCities().named(city) : nullptr;
    return found ? found->hindi : city;
}

QString CityRows::around(double latitude, double longitude)
{
    const City *near = knownCities().around(latitude, longitude);
    return near ? nameOf(near->name) : QString();
}

QString CityRows::change(qint64 now, qint64 before)
{
    if (before == 0)
        return now == 0 ? QString() : tr("new");
    // Half away from zero.
    const qint64 twice = (now - before) * 200 / before;
    const qint64 percent = (twice + (twice < 0 ? -1 : 1)) / 2;
    const QString size = QLocale().toString(qAbs(percent)) + u'%';
    return percent < 0 ? QStringLiteral("−") + size : QStringLiteral("+") + size;
}

QVariant CityRows::data(const QModelIndex &index, int role) const
{
    const HeatCity &city = m_cities.at(index.row());
    const qint64 now = valueOf(city), before = previousOf(city);
    const QString figure =
        m_metric == HeatMetric::Gmv ? kit::display::rounded(city.amount) : kit::display::text(city.count);
    switch (role) {
    case Qt::DisplayRole: return nameOf(city.city);
    case Qt::AccessibleTextRole:
        return QStringList{nameOf(city.city), figure, change(now, before)}.join(QStringLiteral(", "));
    case FigureRole: return figure;
    case ChangeRole: return change(now, before);
    case ToneRole: return now >= before;
    case ShareRole: return double(now) / double(std::max<qint64>(1, valueOf(m_cities.constFirst())));
    default: return {};
    }
}

CityDelegate::CityDelegate(const kit::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize CityDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int text = QFontMetrics(m_theme.font(kit::Type::Body)).height();
    return {m_theme.px(160), text + m_theme.px(16)};
}

void CityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool grows = index.data(CityRows::ToneRole).toBool();
    const double share = index.data(CityRows::ShareRole).toDouble();
    const QRectF row = QRectF(option.rect).adjusted(m_theme.px(6), m_theme.px(3), -m_theme.px(6), 0);
    const double changeWidth = m_theme.px(52), figureWidth = m_theme.px(84), rank = m_theme.px(24);
    const double textHeight = row.height() - m_theme.px(9);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(m_theme.focus);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 0, -1, -1), 6, 6);
    }
    QRectF text(row.left(), row.top(), row.width(), textHeight);
    painter->setFont(m_theme.font(kit::Type::Body));
    painter->setPen(m_theme.text3);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(index.row() + 1));
    painter->setPen(m_theme.text);
    const QRectF name = text.adjusted(rank, 0, -changeWidth - figureWidth, 0);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(painter->font()).elidedText(index.data().toString(), Qt::ElideRight, name.width()));
    painter->drawText(text.adjusted(0, 0, -changeWidth, 0), Qt::AlignRight | Qt::AlignVCenter,
                      index.data(CityRows::FigureRole).toString());
    painter->setPen(m_theme.ink(grows ? kit::Ink::Success : kit::Ink::Danger));
    painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, index.data(CityRows::ChangeRole).toString());

    QRectF bar(row.left() + rank, text.bottom() + m_theme.px(2), row.width() - rank, m_theme.px(4));
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.sunken);
    painter->drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    bar.setWidth(std::max(bar.height(), bar.width() * share));
    painter->setBrush(m_theme.accent);
    painter->drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    painter->restore();
}

} // namespace heatmap
