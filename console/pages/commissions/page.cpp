#include "console/pages/commissions/page.h"

#include "console/kit/askdialog.h"
#include "console/kit/formdialog.h"
#include "console/kit/phrases.h"
#include "console/kit/storechoice.h"
#include "console/pages/commissions/days.h"
#include "console/pages/commissions/tester.h"
#include "shared/base/indiatime.h"
#include "shared/contract/discovery.h"

#include <QMenu>

namespace commissions {

using kit::Cell;

namespace {

constexpr int offersMax = 100;

const std::optional<CommissionLevel> tabs[] = {std::nullopt, CommissionLevel::Vendor, CommissionLevel::Product,
                                               CommissionLevel::Category, CommissionLevel::Global};

// Whether it holds today, is over or is to come.
Cell standing(const CommissionRate &rate, const QString &today)
{
    if (rate.validUntil && *rate.validUntil <= today)
        return {.text = Page::tr("Over"), .chip = kit::Tone::Neutral};
    if (rate.validFrom > today)
        return {.text = Page::tr("To come"), .chip = kit::Tone::Info};
    return {.text = Page::tr("Holds"), .chip = kit::Tone::Success};
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_levels(new QMenu(this))
    , m_add(addHeadButton(QStringLiteral("plus"), "primary"))
    , m_end(addHeadButton(QStringLiteral("calendar-days")))
    , m_ask(addHeadButton(QStringLiteral("percent")))
{
    filters()->hide(); // levels are the tabs
    m_add->setObjectName(QStringLiteral("add"));
    m_end->setObjectName(QStringLiteral("end"));
    m_ask->setObjectName(QStringLiteral("ask"));
    m_levels->setObjectName(QStringLiteral("levels"));
    m_add->setMenu(m_levels);
    addColumns();
    m_table.from([this](const std::optional<QString> &cursor) {
        const ListCommissionRates query{.limit = 50, .cursor = cursor, .level = tabs[qMax(0, views()->currentIndex())]};
        return m_kit.api.call(api::listCommissionRates, query);
    });
    list(m_table);
    connect(view(), &kit::TableView::chosenChanged, this, &Page::choose);
    connect(&m_table, &kit::TableModel::loaded, this, &Page::choose);
    connect(m_end, &QPushButton::clicked, this, &Page::end);
    connect(m_ask, &QPushButton::clicked, this, &Page::ask);
    retranslate();
    choose();
}

void Page::addColumns()
{
    m_table.show(&CommissionRate::subjectName, &CommissionRate::level, &CommissionRate::rate,
                 &CommissionRate::validFrom, &CommissionRate::validUntil, &CommissionRate::createdBy,
                 &CommissionRate::reason);
    auto &name = m_table.column(&CommissionRate::subjectName);
    name.heading.width = 220;
    name.heading.stretches = true;
    name.cell = [this](const CommissionRate &rate) {
        const QString today = india::dayText(india::dayNumber(m_kit.clock.now()));
        const Cell how = standing(rate, today);
        return Cell{.text = rate.level == CommissionLevel::Global ? kit::display::text(rate.level) : rate.subjectName,
                    .second = how.text};
    };
    m_table.column(&CommissionRate::level).heading.width = 120;
    auto &percent = m_table.column(&CommissionRate::rate);
    percent.heading.label = QT_TRANSLATE_NOOP("fields", "Rate"); // the values say that they are percents
    percent.heading.width = 90;
    auto &from = m_table.column(&CommissionRate::validFrom);
    from.heading.width = 120;
    from.cell = [](const CommissionRate &rate) { return Cell{.text = dayOf(rate.validFrom)}; };
    auto &until = m_table.column(&CommissionRate::validUntil);
    until.heading.width = 120;
    until.cell = [](const CommissionRate &rate) {
        return Cell{.text = rate.validUntil ? dayOf(*rate.validUntil) : QStringLiteral("–")};
    };
    m_table.column(&CommissionRate::createdBy).heading.priority = 2;
    auto &reason = m_table.column(&CommissionRate::reason);
    reason.heading.width = 220;
    reason.heading.priority = 3;
    m_table.settle();
}

void Page::refresh()
{
    m_table.refresh();
}

void Page::choose()
{
    const CommissionRate *rate = m_table.find(view()->chosen());
    const QString tomorrow = india::dayText(india::dayNumber(m_kit.clock.now()) + 1);
    m_end->setEnabled(rate && (!rate->validUntil || *rate->validUntil > tomorrow));
}

// What a rate can be for is read first, so that nobody types an id.
void Page::add(CommissionLevel level)
{
    switch (level) {
    case CommissionLevel::Global: return addFor(level, {});
    case CommissionLevel::Product: return findProduct();
    case CommissionLevel::Vendor:
        kit::chooseStore(m_kit, this, tr("A rate for which store?"),
                         [this, level](const kit::StoreOffers &stores) { addFor(level, stores); });
        return;
    case CommissionLevel::Category:
        kit::whenDone(this, m_kit.api.call(api::listCategories),
                      [this, level](const Result<QList<Category>> &categories) {
                          if (!categories)
                              return banner()->showTrouble(categories.error());
                          QList<std::pair<QString, QString>> offers;
                          for (const Category &category : *categories)
                              offers += {category.id.text(), category.name};
                          addFor(level, offers);
                      });
        return;
    }
}

void Page::findProduct()
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("A rate for which product?"),
                                       .verb = tr("Find"),
                                       .words = kit::Ask::Words::Line,
                                       .label = tr("Part of its name"),
                                       .lengthMin = 2,
                                       .lengthMax = 100},
                                      this);
    dialog->perform(
        [this](const QString &words) {
            return m_kit.api.call(api::findProducts, FindProducts{.limit = offersMax, .q = words});
        },
        [this](const ::Page<ProductCard> &found) {
            QList<std::pair<QString, QString>> offers;
            for (const ProductCard &card : found.items)
                offers += {card.id.text(), QStringLiteral("%1 · %2").arg(card.title, card.storeName)};
            if (offers.isEmpty())
                banner()->say(tr("No product on offer has this in its name."), kit::Tone::Warning);
            else
                addFor(CommissionLevel::Product, offers);
        });
}

void Page::addFor(CommissionLevel level, const QList<std::pair<QString, QString>> &subjects)
{
    auto *form = new kit::ContractForm<AddCommissionRate>(m_kit.theme);
    if (level != CommissionLevel::Global)
        form->askFrom(&AddCommissionRate::subjectId, subjects);
    form->ask(&AddCommissionRate::rate);
    form->askDay(&AddCommissionRate::validFrom);
    form->askDay(&AddCommissionRate::validUntil);
    form->ask(&AddCommissionRate::reason);
    AddCommissionRate wish{.level = level, .validFrom = india::dayText(india::dayNumber(m_kit.clock.now()))};
    if (!subjects.isEmpty())
        wish.subjectId = subjects.constFirst().first;
    form->fill(wish);
    auto *dialog = new kit::FormDialog(
        m_kit.theme,
        {.title = tr("New rate: %1").arg(kit::display::text(level)),
         .text =
             tr("It holds for orders that are placed from the first day on, in India's days; orders that are placed "
                "keep theirs. Without an end it holds until it is ended."),
         .verb = tr("Add rate")},
        form, this);
    dialog->perform(
        *form, [this](const AddCommissionRate &typed) { return m_kit.api.call(api::addCommissionRate, typed); },
        [this](const CommissionRate &rate) {
            m_table.put(rate);
            m_kit.notices.toast(tr("The rate is added"), kit::Tone::Success);
        });
}

void Page::end()
{
    const CommissionRate *rate = m_table.find(view()->chosen());
    if (!rate)
        return;
    auto *form = new kit::ContractForm<EndCommissionRate>(m_kit.theme);
    form->askDay(&EndCommissionRate::validUntil);
    form->ask(&EndCommissionRate::reason);
    form->fill({});
    auto *dialog =
        new kit::FormDialog(m_kit.theme,
                            {.title = tr("End this rate?"),
                             .text = tr("The day is the first on which it does not hold any more; without one it ends "
                                        "as early as it can."),
                             .verb = tr("End rate")},
                            form, this);
    dialog->perform(
        *form,
        [this, id = rate->id](const EndCommissionRate &typed) {
            return m_kit.api.call(api::endCommissionRate, typed, id);
        },
        [this](const CommissionRate &changed) {
            m_table.put(changed);
            choose();
        });
}

void Page::ask()
{
    auto *dialog = new Tester(m_kit, this);
    dialog->open();
}

void Page::retranslate()
{
    setTitle(
        kit::titleOf(QLatin1StringView("admin.commissions")),
        tr("What a sale costs the store: the store's rate goes before the product's, the category's and everybody's"));
    QStringList names;
    for (const auto &level : tabs)
        names += level ? kit::display::text(*level) : kit::phrase::all();
    setViews(names);
    setEmptyText(QStringLiteral("percent"), tr("No rates with days"),
                 tr("The rates without days apply: those of stores, of categories, and the setting for everybody."));
    m_add->say(tr("Add rate"));
    m_end->say(tr("End rate…"));
    m_ask->say(tr("Which rate applies?…"));
    m_levels->clear();
    for (const auto &level : tabs)
        if (level)
            m_levels->addAction(kit::display::text(*level), this, [this, level = *level] { add(level); });
    ListPage::retranslate();
}

} // namespace commissions
