#include "console/kit/overview.h"

#include "console/kit/indiaclock.h"
#include "console/kit/marketwords.h"
#include "console/kit/paper.h"
#include "console/kit/savefile.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace kit {

Overview::Overview(Kit &kit, const QString &room, QWidget *parent)
    : Page(kit, parent)
    , m_periods(new Segments(kit.theme, this))
    , m_keptPeriod(room + QStringLiteral("/period"))
    , m_greeting(new Label(kit.theme, Type::Heading1, "", this))
    , m_date(new Label(kit.theme, Type::Body, "text2", this))
    , m_chooser(new PieceChooser(kit, room + QStringLiteral("/hidden"), this))
    , m_print(new Button(kit.theme, QStringLiteral("file-text"), "", this))
    , m_nothing(new PageState(kit.theme, this))
{
    m_periods->setObjectName(QStringLiteral("periods"));
    m_periods->offer(market::periodNames());
    const auto kept = names::fromText<NamedPeriod>(m_kit.keepsakes.kept(m_keptPeriod));
    m_periods->choose(int(kept.value_or(NamedPeriod::Month)));
    connect(m_periods, &Segments::chosenChanged, this, [this] {
        m_kit.keepsakes.keep(m_keptPeriod, names::text(period()));
        changePeriod();
    });
    m_print->setObjectName(QStringLiteral("print"));
    m_nothing->setObjectName(QStringLiteral("nothing"));
    connect(m_chooser, &PieceChooser::changed, this, &Overview::showWhatIsLeft);
    connect(m_nothing, &PageState::acted, m_chooser, &PieceChooser::showAll);
    connect(m_print, &QPushButton::clicked, this, [this] {
        m_print->setEnabled(false);
        whenNamed(m_kit, this, [this](const QString &business) { print(business); });
    });
}

void Overview::frame(QVBoxLayout *body, const Parts &parts)
{
    const Theme &theme = m_kit.theme;
    auto *words = column(2);
    words->addWidget(m_greeting);
    words->addWidget(m_date);
    auto *head = row(12);
    head->addLayout(words, 1);
    for (QWidget *tool :
         {static_cast<QWidget *>(m_periods), static_cast<QWidget *>(m_chooser), static_cast<QWidget *>(m_print)})
        head->addWidget(tool, 0, Qt::AlignVCenter);

    auto *inner = new QWidget(this);
    wear(inner, "body");
    auto *layout = column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addWidget(m_nothing, 1);
    layout->addLayout(body, 1);
    body->addStretch(0); // tiles alone stay at the top
    inner->setLayout(layout);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = column(0);
    whole->addWidget(scroll);
    setLayout(whole);

    m_parts = parts;
    QList<QWidget *> pieces;
    for (FigureTile *tile : parts.tiles)
        pieces += tile;
    for (Card *card : parts.cards)
        pieces += card;
    m_chooser->offer(pieces);
    showWhatIsLeft();
}

void Overview::showWhatIsLeft()
{
    m_nothing->setVisible(!m_chooser->isAnyShown());
    m_print->setEnabled(m_chooser->isAnyShown());
}

// The chosen period says nothing of figures that still are those of another one.
QStringList Overview::facts() const
{
    QStringList about, old;
    if (const auto known = covered())
        about += tr("Period: %1").arg(market::spanWithYear(*known));
    if (!scope().isEmpty())
        about += scope();
    for (const FigureTile *tile : m_parts.tiles) {
        if (!tile->isHidden() && tile->isTroubled() && tile->figure())
            old += tile->title();
    }
    for (const Card *card : m_parts.cards) {
        if (!card->isHidden() && card->isTroubled() && card->content())
            old += card->title();
    }
    QStringList out{asOf(m_kit)};
    if (!about.isEmpty())
        out.prepend(about.join(QStringLiteral(" · ")));
    if (!old.isEmpty())
        out += tr("From before, because the newest did not come: %1").arg(old.join(QStringLiteral(", ")));
    return out;
}

// What is hidden on the page is not on the paper either.
void Overview::print(const QString &business)
{
    const QString title = tr("Dashboard");
    Paper paper(title, business, facts());
    for (const FigureTile *tile : std::as_const(m_parts.tiles)) {
        if (!tile->isHidden())
            paper.add(*tile);
    }
    for (const Card *card : std::as_const(m_parts.cards)) {
        if (!card->isHidden())
            paper.add(*card);
    }
    savePaper(m_kit, this, QStringLiteral("%1 %2").arg(business, title), paper);
    showWhatIsLeft();
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

ListLine Overview::step(const QString &title, const QString &text, std::optional<StepState> state, const QString &page)
{
    const bool isDone = state == StepState::Done;
    const auto word = [&]() -> QString {
        if (!state)
            return QStringLiteral("…");
        switch (*state) {
        case StepState::ToDo: return tr("to do");
        case StepState::InReview: return tr("in review");
        case StepState::Done: return tr("done");
        }
        return {};
    };
    const bool isTheirs = state == StepState::InReview;
    return {.key = isDone ? QString() : page,
            .title = title,
            .second = text,
            .chip = word(),
            .chipTone = isDone     ? Tone::Success
                        : isTheirs ? Tone::Info
                                   : Tone::Warning,
            .icon = isDone     ? QStringLiteral("circle-check")
                    : isTheirs ? QStringLiteral("clock")
                               : QStringLiteral("circle"),
            .iconTone = isDone     ? Tone::Success
                        : isTheirs ? Tone::Info
                                   : Tone::Neutral};
}

void Overview::greet()
{
    const QDateTime now = inIndia(m_kit.clock.now());
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
    m_chooser->retranslate();
    m_print->say(tr("Export PDF"));
    m_print->setAccessibleName(tr("Export this dashboard as PDF"));
    m_nothing->showEmpty(QStringLiteral("layout-dashboard"), tr("Everything is hidden"),
                         tr("Choose with Customise what this page shows."), tr("Show all"));
}

} // namespace kit
