#include "console/pages/kyc/caseline.h"

#include "console/kit/display.h"
#include "console/kit/paint.h"
#include "console/kit/phrases.h"

#include <QCoreApplication>
#include <QPainter>

namespace kyc {

using kit::Tone;
using kit::Type;

namespace {

Tone toneOf(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Passed: return Tone::Success;
    case CheckOutcome::Warning: return Tone::Warning;
    case CheckOutcome::Failed: return Tone::Danger;
    }
    return Tone::Neutral;
}

QString titleOf(const KycCase &line)
{
    QStringList parts;
    if (line.city)
        parts += *line.city;
    if (line.attempt > 1)
        parts += kit::phrase::attempt(line.attempt);
    if (line.claim)
        parts += CaseLine::tr("taken by %1").arg(line.claim->adminName);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString lateness(const KycCase &line, Instant now)
{
    if (now > line.dueAt)
        return CaseLine::tr("Late by %1").arg(kit::display::span(now.ms - line.dueAt.ms));
    return CaseLine::tr("Due in %1").arg(kit::display::span(line.dueAt.ms - now.ms));
}

CaseLine::CaseLine(const kit::Kit &kit, const kit::ContractTable<KycCase> &cases, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_kit(kit)
    , m_cases(cases)
{}

QString CaseLine::flag(const KycCase &line)
{
    return line.worstCheck == CheckOutcome::Passed ? tr("All automatic checks pass")
                                                   : line.flag.value_or(tr("An automatic check needs a look"));
}

QString CaseLine::spoken(const KycCase &line, Instant now)
{
    return QStringList{line.storeName, titleOf(line), lateness(line, now), flag(line)}.join(QStringLiteral(", "));
}

QSize CaseLine::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const kit::Theme &theme = m_kit.theme;
    const int words =
        QFontMetrics(theme.font(Type::BodyStrong)).height() + 2 * QFontMetrics(theme.font(Type::Small)).height();
    return {option.rect.width(), words + theme.px(22)};
}

void CaseLine::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const kit::Theme &theme = m_kit.theme;
    const KycCase &line = m_cases.at(index);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, isChosen ? theme.accentSoft : theme.hover);
    if (isChosen)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(theme.px(3), option.rect.height())), theme.accent);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.border);

    const QRect inner = option.rect.adjusted(theme.px(16), theme.px(10), -theme.px(12), -theme.px(10));
    const int face = theme.px(34);
    kit::paint::avatar(*painter, theme, QRect(inner.left(), inner.top() + theme.px(1), face, face), line.storeName,
                       kit::paint::Face::Store);
    paintWords(*painter, inner.adjusted(face + theme.px(12), 0, 0, 0), line);
    painter->restore();
}

void CaseLine::paintWords(QPainter &painter, const QRect &where, const KycCase &line) const
{
    const kit::Theme &theme = m_kit.theme;
    const Instant now = m_kit.clock.now();
    QRect row(where.topLeft(), QSize(where.width(), QFontMetrics(theme.font(Type::BodyStrong)).height()));

    painter.setFont(theme.font(Type::Small));
    painter.setPen(now > line.dueAt ? theme.tone(Tone::Danger).ink : theme.text2);
    const QString age = kit::display::span(now.ms - line.submittedAt.ms);
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, age);
    const int taken = painter.fontMetrics().horizontalAdvance(age) + theme.px(8);

    painter.setFont(theme.font(Type::BodyStrong));
    painter.setPen(theme.text);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(line.storeName, Qt::ElideRight, row.width() - taken));

    painter.setFont(theme.font(Type::Small));
    row.moveTop(row.bottom() + 1);
    row.setHeight(painter.fontMetrics().height());
    painter.setPen(theme.text2);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(titleOf(line), Qt::ElideRight, row.width()));

    row.moveTop(row.bottom() + 1);
    const QColor ink = theme.tone(toneOf(line.worstCheck)).ink;
    const int icon = theme.px(13);
    theme.drawIcon(painter,
                   line.worstCheck == CheckOutcome::Passed ? QStringLiteral("circle-check")
                                                           : QStringLiteral("triangle-alert"),
                   QRectF(row.left(), row.center().y() - icon / 2.0 + 0.5, icon, icon), ink);
    painter.setPen(ink);
    const QRect words = row.adjusted(icon + theme.px(5), 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(flag(line), Qt::ElideRight, words.width()));
}

} // namespace kyc
