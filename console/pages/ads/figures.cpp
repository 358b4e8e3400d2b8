#include "console/pages/ads/figures.h"

#include "console/kit/display.h"
#include "console/pages/ads/calendar.h"
#include "shared/base/indiatime.h"

#include <QPointer>
#include <QVBoxLayout>

namespace ads {

namespace {

constexpr std::array periodDays{7, 30, 90, 365}; // today is one of them
constexpr int usualPeriod = 1;

} // namespace

Figures::Figures(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_rest(new kit::Label(kit.theme, kit::Type::Small, "text2", this))
    , m_sum(new kit::Label(kit.theme, kit::Type::BodyStrong, "", this))
    , m_periods(new kit::Segments(kit.theme, this))
{
    const auto slotName = [](const auto &row) { return kit::Cell{.text = kit::display::text(row.slot)}; };
    m_bySlot.show(&SlotFigures::slot, &SlotFigures::ads, &SlotFigures::impressions, &SlotFigures::clicks,
                  &SlotFigures::ctr);
    m_bySlot.column(&SlotFigures::slot).cell = slotName;
    m_bySlot.column(&SlotFigures::slot).heading.stretches = true;
    m_bySlot.settle();
    m_byAd.show(&AdFigures::title, &AdFigures::slot, &AdFigures::impressions, &AdFigures::clicks, &AdFigures::ctr);
    m_byAd.column(&AdFigures::slot).cell = slotName;
    m_byAd.column(&AdFigures::title).heading.stretches = true;
    m_byAd.column(&AdFigures::title).look = kit::Cell::Look::Strong;
    m_byAd.settle();
    m_slotCard = new kit::ListCard(kit.theme, m_bySlot, this);
    m_adCard = new kit::ListCard(kit.theme, m_byAd, this);
    m_adCard->view()->setObjectName(QStringLiteral("figures"));
    m_slotCard->setFixedHeight(kit.theme.px(270));

    auto *layout = kit::column(kit.theme.px(12));
    layout->setContentsMargins(0, 0, 0, 0);
    auto *head = kit::row(kit.theme.px(12));
    head->addWidget(m_sum->eliding(), 1);
    head->addWidget(m_periods);
    layout->addLayout(head);
    layout->addWidget(m_slotCard);
    layout->addWidget(m_adCard, 1);
    layout->addWidget(m_rest);
    m_rest->hide();
    setLayout(layout);
    for (kit::ListCard *card : {m_slotCard, m_adCard})
        connect(card, &kit::ListCard::retried, this, &Figures::refresh);
    m_periods->setObjectName(QStringLiteral("period"));
    retranslate();
    m_periods->choose(usualPeriod);
    connect(m_periods, &kit::Segments::chosenChanged, this, &Figures::refresh);
    connect(&m_bySlot, &kit::TableModel::failed, &m_byAd, &kit::TableModel::failed);
    // One question fills both tables.
    m_bySlot.from([this](const std::optional<QString> &) {
        const auto answer = m_kit.api.call(api::readAdPerformance, period());
        return QFuture<Result<AdPerformance>>(answer).then(
            [self = QPointer(this), asked = ++m_asked](const Result<AdPerformance> &performance) {
                if (!performance)
                    return Result<::Page<SlotFigures>>(tl::unexpected(performance.error()));
                if (self && asked == self->m_asked) // not of a time that was left meanwhile
                    self->show(*performance);
                return Result<::Page<SlotFigures>>(::Page<SlotFigures>{.items = performance->bySlot});
            });
    });
}

AdPeriod Figures::period() const
{
    const Instant now = m_kit.clock.now();
    const int days = periodDays[std::size_t(std::clamp(m_periods->chosen(), 0, int(periodDays.size()) - 1))];
    return {.from = india::startOf(india::dayNumber(now) - days + 1), .until = now};
}

void Figures::refresh()
{
    m_bySlot.refresh();
}

void Figures::show(const AdPerformance &performance)
{
    m_shown = performance;
    m_byAd.setRows(performance.byAd);
    const qint64 others = performance.adsInAll - performance.byAd.size();
    m_rest->setVisible(others > 0);
    m_rest->say(tr("And %Ln more with fewer impressions, which the sums above contain. The report of the campaigns has "
                   "all of them.",
                   nullptr, int(others)));
    m_sum->say(tr("%1 – %2: %3 impressions, %4 clicks, CTR %5")
                   .arg(dayText(dayOf(performance.from)), dayText(dayOf(performance.until)),
                        kit::display::text(performance.impressions), kit::display::text(performance.clicks),
                        kit::display::text(performance.ctr)));
}

void Figures::retranslate()
{
    m_periods->offer({tr("7 days"), tr("30 days"), tr("90 days"), tr("1 year")});
    m_periods->setAccessibleName(tr("Time"));
    m_slotCard->say(tr("Figures by slot"));
    m_adCard->say(tr("Figures by campaign"));
    m_slotCard->setEmptyText(QStringLiteral("megaphone"), tr("No slots"), {});
    m_adCard->setEmptyText(QStringLiteral("chart-line"), tr("Nothing was shown yet"),
                           tr("Figures appear when a campaign has run."));
    m_bySlot.retranslate();
    m_byAd.retranslate();
    if (m_shown)
        show(AdPerformance(*m_shown));
}

} // namespace ads
