#include "console/pages/ads/paircard.h"

#include "console/kit/display.h"

#include <QGridLayout>

#include <cmath>

namespace ads {

namespace {

constexpr double oddsOfChance = 1.96; // standard deviations, for one in twenty

QString words(Verdict verdict, const Ad &first, const Ad &second)
{
    const auto leads = [](const Ad &better, const Ad &worse) {
        return PairCard::tr("“%1” leads with %2 against %3.")
            .arg(better.title, kit::display::text(better.ctr), kit::display::text(worse.ctr));
    };
    switch (verdict) {
    case Verdict::TooLittle:
        return PairCard::tr("Too little was seen to compare them: it takes %1 impressions of each and %2 clicks.")
            .arg(kit::display::text(impressionsEnough), kit::display::text(clicksEnough));
    case Verdict::Even: return PairCard::tr("Neither leads; the difference may be chance.");
    case Verdict::First: return leads(first, second);
    case Verdict::Second: return leads(second, first);
    }
    return {};
}

} // namespace

Verdict verdictOf(const Ad &first, const Ad &second)
{
    if (std::min(first.impressions, second.impressions) < impressionsEnough ||
        first.clicks + second.clicks < clicksEnough)
        return Verdict::TooLittle;
    const auto a = double(first.impressions), b = double(second.impressions);
    const double rateA = double(first.clicks) / a, rateB = double(second.clicks) / b;
    const double whole = double(first.clicks + second.clicks) / (a + b);
    const double spread = std::sqrt(whole * (1 - whole) * (1 / a + 1 / b));
    if (std::abs(rateA - rateB) <= oddsOfChance * spread)
        return Verdict::Even;
    return rateA > rateB ? Verdict::First : Verdict::Second;
}

PairCard::PairCard(const kit::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new kit::Label(theme, kit::Type::Caption, "text2", this))
    , m_verdict(new kit::Label(theme, kit::Type::Small, "text2", this))
{
    setObjectName(QStringLiteral("pair"));
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(8));
    grid->setVerticalSpacing(theme.px(4));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < 3; ++column) {
            const bool isName = row == 0 || column == 0;
            auto *label =
                new kit::Label(theme, isName ? kit::Type::Small : kit::Type::BodyStrong, isName ? "text2" : "", this);
            label->setAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            m_cells[std::size_t(row)][std::size_t(column)] = column == 0 ? label : label->eliding();
            grid->addWidget(label, row, column);
        }
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    auto *layout = kit::column(theme.px(6));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addLayout(grid);
    layout->addWidget(m_verdict->wrapping());
    setLayout(layout);
}

void PairCard::say(int row, const QString &name, const QString &own, const QString &partner)
{
    const auto &cells = m_cells[std::size_t(row)];
    cells[0]->say(name);
    cells[1]->say(own);
    cells[2]->say(partner);
}

void PairCard::show(const Ad &own, const Ad &partner)
{
    const Verdict verdict = verdictOf(own, partner);
    m_title->say(tr("A/B pair"));
    say(0, {}, tr("This one"), partner.title);
    say(1, tr("Impressions"), kit::display::text(own.impressions), kit::display::text(partner.impressions));
    say(2, tr("Clicks"), kit::display::text(own.clicks), kit::display::text(partner.clicks));
    say(3, tr("CTR"), kit::display::text(own.ctr), kit::display::text(partner.ctr));
    kit::dip(m_cells[3][1], verdict == Verdict::First ? "success" : "");
    kit::dip(m_cells[3][2], verdict == Verdict::Second ? "success" : "");
    m_verdict->say(words(verdict, own, partner));
    setVisible(true);
}

} // namespace ads
