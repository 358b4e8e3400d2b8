#include "console/pages/commissions/tester.h"

#include "console/pages/commissions/days.h"

#include "console/kit/display.h"
#include "shared/base/indiatime.h"
#include "shared/contract/discovery.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace commissions {

namespace {

constexpr int offersMax = 50;
constexpr qint64 noonMs = 12 * hourMs;

} // namespace

Tester::Tester(kit::Kit &kit, QWidget *parent)
    : CallDialog(kit.theme, tr("Ask"), "primary", parent)
    , m_kit(kit)
    , m_words(new QLineEdit(this))
    , m_find(new kit::Button(kit.theme, QStringLiteral("search"), "", this))
    , m_product(new kit::ChoiceBox(kit.theme, this))
    , m_day(new kit::DayEdit(kit.theme, this))
    , m_answer(new kit::Label(kit.theme, kit::Type::Heading2, "", this))
    , m_steps(new kit::LineList(kit.theme, this))
{
    setWindowTitle(tr("Which rate applies?"));
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setPlaceholderText(tr("Part of a product's name"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_find->setObjectName(QStringLiteral("find"));
    m_find->say(tr("Find"));
    m_product->setObjectName(QStringLiteral("product"));
    m_product->setAccessibleName(kit::display::text(CommissionLevel::Product));
    m_day->setObjectName(QStringLiteral("day"));
    m_day->setAccessibleName(tr("Day"));
    m_day->setText(india::dayText(india::dayNumber(kit.clock.now())));
    m_answer->setObjectName(QStringLiteral("answer"));
    m_answer->wrapping()->say(tr("Find a product, and ask which rate it pays."));
    m_steps->setObjectName(QStringLiteral("steps"));
    m_steps->setAccessibleName(tr("What every level says"));
    build();
    connect(m_find, &QPushButton::clicked, this, &Tester::find);
    connect(m_words, &QLineEdit::returnPressed, this, &Tester::find);
    connect(m_day, &QLineEdit::textChanged, this, [this] { check(); });
    connect(m_verb, &QPushButton::clicked, this, &Tester::ask);
    m_words->setFocus();
    check();
}

void Tester::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *title = new kit::Label(theme, kit::Type::Heading2, "", this);
    title->say(windowTitle());
    auto *search = kit::row(8);
    search->addWidget(m_words, 1);
    search->addWidget(m_find);
    auto *wish = kit::row(8);
    wish->addWidget(m_product, 1);
    wish->addWidget(m_day);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18));
    layout->setSpacing(theme.px(12));
    layout->addWidget(title);
    layout->addWidget(m_trouble);
    layout->addLayout(search);
    layout->addLayout(wish);
    layout->addWidget(m_answer);
    layout->addWidget(m_steps, 1);
    layout->addLayout(buttons());
    resize(theme.px(560), theme.px(480));
}

void Tester::find()
{
    await(m_kit.api.call(api::findProducts, FindProducts{.limit = offersMax, .q = m_words->text()}),
          [this](const ::Page<ProductCard> &found) {
              m_product->clear();
              for (const ProductCard &card : found.items)
                  m_product->addItem(QStringLiteral("%1 · %2").arg(card.title, card.storeName), card.id.text());
              m_answer->say(found.items.isEmpty() ? tr("No product is called like this.") : QString());
              m_steps->show({});
              check();
          });
}

bool Tester::isReady() const
{
    return m_product->currentIndex() >= 0 && india::dayFrom(m_day->text());
}

void Tester::ask()
{
    const auto day = india::dayFrom(m_day->text());
    if (!day)
        return;
    const AskCommission wish{.productId = Id<Product>::parse(m_product->currentData().toString()),
                             .at = india::startOf(*day).after(noonMs)};
    await(m_kit.api.call(api::askCommission, wish), [this](const CommissionAnswer &answer) { show(answer); });
}

void Tester::show(const CommissionAnswer &answer)
{
    m_answer->say(tr("%1: the rate of %2").arg(kit::display::text(answer.rate), kit::display::text(answer.level)));
    QList<kit::ListLine> lines;
    for (const CommissionStep &step : answer.steps) {
        kit::ListLine line{.title = kit::display::text(step.level),
                           .second = step.subjectName,
                           .figure = step.rate ? kit::display::text(*step.rate) : tr("none")};
        if (step.validFrom)
            line.note = step.validUntil ? tr("%1 to before %2").arg(dayOf(*step.validFrom), dayOf(*step.validUntil))
                                        : tr("from %1").arg(dayOf(*step.validFrom));
        if (step.isApplied)
            line.chip = tr("Applies"), line.chipTone = kit::Tone::Success;
        lines += line;
    }
    m_steps->show(lines);
}

} // namespace commissions
