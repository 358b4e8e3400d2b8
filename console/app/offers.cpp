#include "console/app/offers.h"

#include <QPainter>

namespace app {

void OfferModel::show(QList<Offer> offers)
{
    m_all = std::move(offers);
    filter({});
}

void OfferModel::filter(const QString &typed)
{
    const bool isActionsOnly = typed.startsWith(u'>');
    const QStringList words = typed.mid(isActionsOnly ? 1 : 0).split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_rows.clear();
    for (const Offer &offer : std::as_const(m_all)) {
        const bool fits = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return offer.title.contains(word, Qt::CaseInsensitive) || offer.hint.contains(word, Qt::CaseInsensitive);
        });
        if (!fits || (isActionsOnly && !offer.isAction))
            continue;
        if (m_rows.isEmpty() || m_rows.last().group != offer.group)
            m_rows += Offer{.group = offer.group};
        m_rows += offer;
    }
    endResetModel();
}

std::function<void()> OfferModel::actAt(int row) const
{
    return row < 0 || row >= m_rows.size() ? nullptr : m_rows.at(row).act;
}

int OfferModel::firstRow() const
{
    return m_rows.size() > 1 ? 1 : -1;
}

int OfferModel::found() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Offer &offer) { return bool(offer.act); }));
}

int OfferModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags OfferModel::flags(const QModelIndex &index) const
{
    return index.isValid() && m_rows.at(index.row()).act ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant OfferModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Offer &offer = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return offer.act ? offer.title : offer.group;
    case Qt::AccessibleTextRole:
        return offer.keys.isEmpty() ? offer.title : offer.title + QStringLiteral(", ") + offer.keys;
    case GroupRole: return !offer.act;
    case IconRole: return offer.icon;
    case HintRole: return offer.hint;
    case KeysRole: return offer.keys;
    default: return {};
    }
}

OfferDelegate::OfferDelegate(const kit::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize OfferDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {m_theme.px(200), m_theme.px(index.data(OfferModel::GroupRole).toBool() ? 27 : 38)};
}

void OfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect where = option.rect;
    if (index.data(OfferModel::GroupRole).toBool()) {
        painter->setFont(m_theme.font(kit::Type::Overline));
        painter->setPen(m_theme.text2);
        painter->drawText(where.adjusted(m_theme.px(10), 0, 0, -m_theme.px(4)), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString().toUpper());
        painter->restore();
        return;
    }
    const bool isChosen = option.state & QStyle::State_Selected;
    if (isChosen) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.accentSoft);
        painter->drawRoundedRect(where, m_theme.px(7), m_theme.px(7));
    }
    const int size = m_theme.px(17);
    m_theme.drawIcon(*painter, index.data(OfferModel::IconRole).toString(),
                     QRectF(where.left() + m_theme.px(11), where.center().y() - size / 2.0 + 0.5, size, size),
                     isChosen ? m_theme.accentText : m_theme.text2);
    painter->setFont(m_theme.font(kit::Type::BodyStrong));
    painter->setPen(isChosen ? m_theme.accentText : m_theme.text);
    QRect words = where.adjusted(m_theme.px(39), 0, -m_theme.px(90), 0);
    const QString title = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width());
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, title);
    words.setLeft(words.left() + painter->fontMetrics().horizontalAdvance(title) + m_theme.px(10));
    painter->setFont(m_theme.font(kit::Type::Small));
    painter->setPen(m_theme.text3);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data(OfferModel::HintRole).toString(), Qt::ElideRight,
                                                        qMax(0, words.width())));
    painter->drawText(where.adjusted(0, 0, -m_theme.px(11), 0), Qt::AlignVCenter | Qt::AlignRight,
                      index.data(OfferModel::KeysRole).toString());
    painter->restore();
}

} // namespace app
