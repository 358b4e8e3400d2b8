#include "console/kit/overview.h"

#include "console/kit/marketwords.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace kit {

Overview::Overview(Kit &kit, const QString &keptPeriod, QWidget *parent)
    : Page(kit, parent)
    , m_periods(new Segments(kit.theme, this))
    , m_keptPeriod(keptPeriod)
    , m_greeting(new Label(kit.theme, Type::Heading1, "", this))
    , m_date(new Label(kit.theme, Type::Body, "text2", this))
{
    m_periods->setObjectName(QStringLiteral("periods"));
    m_periods->offer(market::periodNames());
    const auto kept = names::fromText<NamedPeriod>(m_kit.keepsakes.kept(m_keptPeriod));
    m_periods->choose(int(kept.value_or(NamedPeriod::Month)));
    connect(m_periods, &Segments::chosenChanged, this, [this] {
        m_kit.keepsakes.keep(m_keptPeriod, names::text(period()));
        changePeriod();
    });
}

void Overview::frame(QLayout *body)
{
    const Theme &theme = m_kit.theme;
    auto *words = column(2);
    words->addWidget(m_greeting);
    words->addWidget(m_date);
    auto *head = row(12);
    head->addLayout(words, 1);
    head->addWidget(m_periods, 0, Qt::AlignVCenter);

    auto *inner = new QWidget(this);
    wear(inner, "body");
    auto *layout = column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addLayout(body, 1);
    inner->setLayout(layout);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = column(0);
    whole->addWidget(scroll);
    setLayout(whole);
}

void Overview::whenRetried(const Parts &parts, std::function<void()> ask)
{
    for (FigureTile *tile : parts.tiles)
        connect(tile, &FigureTile::retried, this, ask);
    for (Card *card : parts.cards)
        connect(card, &Card::retried, this, ask);
}

NamedPeriod Overview::period() const
{
    return market::periods[qBound(0, m_periods->chosen(), int(std::size(market::periods)) - 1)];
}

void Overview::refresh()
{
    greet();
    fetch();
}

void Overview::hear(const LiveEvent &event)
{
    if (isNews(event.kind))
        noteNews();
}

void Overview::showLoading(const Parts &parts)
{
    for (FigureTile *tile : parts.tiles)
        tile->showLoading();
    for (Card *card : parts.cards)
        card->showLoading();
}

void Overview::showTrouble(const Parts &parts, const Error &error)
{
    for (FigureTile *tile : parts.tiles)
        tile->showTrouble(error);
    for (Card *card : parts.cards)
        card->showTrouble(error);
}

ListLine Overview::step(const QString &title, const QString &text, std::optional<bool> isDone, const QString &page)
{
    const bool done = isDone.value_or(false);
    return {.key = done ? QString() : page,
            .title = title,
            .second = text,
            .chip = done     ? tr("done")
                    : isDone ? tr("to do")
                             : QStringLiteral("…"),
            .chipTone = done ? Tone::Success : Tone::Warning,
            .icon = done ? QStringLiteral("circle-check") : QStringLiteral("circle"),
            .iconTone = done ? Tone::Success : Tone::Neutral};
}

void Overview::greet()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_kit.clock.now().ms);
    const QString name = m_kit.me.name.section(u' ', 0, 0);
    const int hour = now.time().hour();
    m_greeting->say(hour < 12   ? tr("Good morning, %1").arg(name)
                    : hour < 17 ? tr("Good afternoon, %1").arg(name)
                                : tr("Good evening, %1").arg(name));
    const QString day = QLocale().toString(now.date(), QStringLiteral("dddd d MMMM yyyy"));
    m_date->say(scope().isEmpty() ? day : QStringLiteral("%1 · %2").arg(day, scope()));
}

void Overview::retranslate()
{
    greet();
    m_periods->offer(market::periodNames());
    m_periods->setAccessibleName(tr("Period"));
}

} // namespace kit
