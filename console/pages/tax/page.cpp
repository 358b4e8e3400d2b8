#include "console/pages/tax/page.h"

#include "console/kit/display.h"
#include "console/kit/indiaclock.h"
#include "console/kit/phrases.h"
#include "console/kit/savefile.h"
#include "console/pages/tax/dues.h"
#include "console/pages/tax/rulecard.h"
#include "console/pages/tax/sheetfigures.h"
#include "shared/base/indiatime.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace tax {

using kit::Cell;
using kit::Type;

namespace {

constexpr int monthsBack = 24;
constexpr int exportRowsMax = 50'000;

// A list that comes whole, as the one page of a table.
Result<::Page<TaxRule>> wholePage(const Result<QList<TaxRule>> &rules)
{
    if (!rules)
        return tl::unexpected(rules.error());
    return ::Page<TaxRule>{.items = *rules, .total = rules->size()};
}

// "10 Jul 2024"
QString shown(const std::optional<QString> &day)
{
    const auto number = day ? india::dayFrom(*day) : std::nullopt;
    return number ? kit::display::date(india::startOf(*number)) : QStringLiteral("–");
}

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_totals((new kit::Label(kit.theme, Type::Body, "", this))->wrapping())
    , m_notice(new kit::Banner(kit.theme, this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_views(new kit::Segments(kit.theme, this))
    , m_month(new kit::ChoiceBox(kit.theme, this))
    , m_export(new kit::Button(kit.theme, QStringLiteral("download"), "", this))
    , m_stack(new QStackedWidget(this))
    , m_rulesCard(new kit::ListCard(kit.theme, m_rules, this))
    , m_tcsCard(new kit::ListCard(kit.theme, m_tcs, this))
    , m_tdsCard(new kit::ListCard(kit.theme, m_tds, this))
    , m_rule(new RuleCard(kit, this))
    , m_dues(new Dues(kit, this))
{
    m_rulesCard->view()->setObjectName(QStringLiteral("rules"));
    m_tcsCard->view()->setObjectName(QStringLiteral("tcs"));
    m_tdsCard->view()->setObjectName(QStringLiteral("tds"));
    m_export->setObjectName(QStringLiteral("export"));
    m_month->setObjectName(QStringLiteral("month"));
    addRuleColumns();
    addSheetColumns();
    build();
    retranslate();
    listen();
    showView();
}

void Page::listen()
{
    connect(m_views, &kit::Segments::chosenChanged, this, &Page::showView);
    connect(m_month, &QComboBox::currentIndexChanged, this, &Page::askMonth);
    connect(m_export, &QPushButton::clicked, this, &Page::save);
    connect(m_trouble, &kit::Banner::acted, this, &Page::refresh);
    for (kit::ListCard *card : {m_rulesCard, m_tcsCard, m_tdsCard})
        connect(card, &kit::ListCard::retried, this, &Page::refresh);
    connect(m_rulesCard->view(), &kit::TableView::chosenChanged, this, [this](const QString &key) {
        if (const TaxRule *rule = m_rules.find(key))
            m_rule->show(*rule);
    });
    connect(m_rule, &RuleCard::switched, this, &Page::take);
    connect(m_dues, &Dues::paid, this, &Page::askMonth);
}

void Page::addRuleColumns()
{
    m_rules.show(&TaxRule::title, &TaxRule::validFrom, &TaxRule::validUntil, &TaxRule::rate, &TaxRule::threshold,
                 &TaxRule::certainty, &TaxRule::isOn);
    auto &title = m_rules.column(&TaxRule::title);
    title.heading.width = 320;
    title.heading.stretches = true;
    title.cell = [](const TaxRule &rule) { return Cell{.text = rule.title, .second = rule.basis}; };
    m_rules.column(&TaxRule::validFrom).cell = [](const TaxRule &rule) { return Cell{.text = shown(rule.validFrom)}; };
    m_rules.column(&TaxRule::validUntil).cell = [](const TaxRule &rule) {
        return Cell{.text = shown(rule.validUntil)};
    };
    m_rules.column(&TaxRule::rate).heading.width = 80;
    m_rules.column(&TaxRule::threshold).heading.priority = 2;
    m_rules.column(&TaxRule::certainty).heading.priority = 1;
    auto &isOn = m_rules.column(&TaxRule::isOn);
    isOn.heading.width = 90;
    isOn.cell = [](const TaxRule &rule) {
        return Cell{.text = rule.isOn ? tr("On") : tr("Off"),
                    .chip = rule.isOn ? kit::Tone::Success : kit::Tone::Neutral};
    };
    m_rules.settle();
    m_rules.from([this](const std::optional<QString> &) {
        return m_kit.api.call(api::listTaxRules, ListTaxRules{}).then(wholePage);
    });
}

void Page::addSheetColumns()
{
    m_tcs.show(&TcsLine::storeName, &TcsLine::supplies, &TcsLine::returns, &TcsLine::net, &TcsLine::igst,
               &TcsLine::cgst, &TcsLine::sgst, &TcsLine::tax, &TcsLine::withheld);
    auto &collected = m_tcs.column(&TcsLine::storeName);
    collected.heading.width = 220;
    collected.heading.stretches = true;
    collected.cell = [](const TcsLine &line) {
        return Cell{.text = line.storeName, .second = line.gstin.value_or(tr("No verified GSTIN"))};
    };
    m_tcs.column(&TcsLine::returns).heading.priority = 2;
    m_tcs.column(&TcsLine::supplies).heading.priority = 1;
    m_tcs.column(&TcsLine::withheld).look = Cell::Look::Quiet;
    m_tcs.settle();
    m_tcs.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listTcsLines, ListTaxMonth{.limit = 50, .cursor = cursor, .month = month()});
    });

    m_tds.show(&TdsLine::storeName, &TdsLine::holder, &TdsLine::grossBefore, &TdsLine::gross, &TdsLine::base,
               &TdsLine::rate, &TdsLine::tax, &TdsLine::withheld);
    auto &deducted = m_tds.column(&TdsLine::storeName);
    deducted.heading.width = 220;
    deducted.heading.stretches = true;
    deducted.cell = [](const TdsLine &line) {
        return Cell{.text = line.storeName, .second = line.panMasked.value_or(tr("No verified PAN"))};
    };
    m_tds.column(&TdsLine::holder).heading.priority = 2;
    m_tds.column(&TdsLine::grossBefore).heading.priority = 1;
    m_tds.column(&TdsLine::withheld).look = Cell::Look::Quiet;
    m_tds.column(&TdsLine::tax).cell = [](const TdsLine &line) {
        Cell cell = kit::cellOf(line.tax);
        if (line.exemption)
            cell.second = kit::display::text(*line.exemption);
        return cell;
    };
    m_tds.settle();
    m_tds.from([this](const std::optional<QString> &cursor) {
        return m_kit.api.call(api::listTdsLines, ListTaxMonth{.limit = 50, .cursor = cursor, .month = month()});
    });
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *head = kit::row(12);
    head->addLayout(words, 1);
    head->addWidget(m_month, 0, Qt::AlignTop);
    head->addWidget(m_export, 0, Qt::AlignTop);
    auto *rules = new QWidget(this);
    auto *rulesLayout = new QVBoxLayout(rules);
    rulesLayout->setContentsMargins(0, 0, 0, 0);
    rulesLayout->setSpacing(theme.px(12));
    rulesLayout->addWidget(m_rulesCard, 1);
    rulesLayout->addWidget(m_rule);
    m_stack->addWidget(rules);
    m_stack->addWidget(m_tcsCard);
    m_stack->addWidget(m_tdsCard);
    m_stack->addWidget(m_dues);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addWidget(m_notice);
    layout->addWidget(m_trouble);
    layout->addWidget(m_views, 0, Qt::AlignLeft);
    layout->addWidget(m_totals);
    layout->addWidget(m_stack, 1);
    setLayout(layout);
}

Page::View Page::view() const
{
    return View(qMax(0, m_views->chosen()));
}

void Page::showView()
{
    m_stack->setCurrentIndex(int(view()));
    for (QWidget *ofSheets :
         {static_cast<QWidget *>(m_month), static_cast<QWidget *>(m_export), static_cast<QWidget *>(m_totals)})
        ofSheets->setVisible(view() == View::Tcs || view() == View::Tds);
    sayMonth();
}

// The months that have begun, the newest first; what is chosen stays.
void Page::offerMonths()
{
    const QSignalBlocker quiet(m_month);
    const QString chosen = month();
    m_month->clear();
    const QDate today = kit::inIndia(m_kit.clock.now()).date();
    const QDate first(today.year(), today.month(), 1);
    for (int i = 0; i < monthsBack; ++i) {
        const QDate each = first.addMonths(-i);
        m_month->addItem(QLocale().toString(each, QStringLiteral("MMMM yyyy")),
                         each.toString(QStringLiteral("yyyy-MM")));
    }
    m_month->setCurrentIndex(qMax(0, m_month->findData(chosen)));
    QList<std::pair<QString, QString>> months;
    for (int i = 0; i < m_month->count(); ++i)
        months += {m_month->itemData(i).toString(), m_month->itemText(i)};
    m_dues->offer(months);
}

QString Page::month() const
{
    return m_month->currentData().toString();
}

void Page::refresh()
{
    m_rules.refresh();
    m_dues->refresh();
    askMonth();
}

void Page::askMonth()
{
    m_tcs.startOver();
    m_tds.startOver();
    m_tcs.refresh();
    m_tds.refresh();
    m_sum.reset();
    sayMonth();
    whenDone(this, m_kit.api.call(api::readTaxMonth, AskTaxMonth{month()}),
             [this, asked = month()](const Result<TaxMonth> &sum) {
                 if (asked != month())
                     return;
                 if (!sum) {
                     m_trouble->showTrouble(sum.error());
                     return;
                 }
                 m_trouble->clear();
                 m_sum = *sum;
                 sayMonth();
             });
}

void Page::sayMonth()
{
    using kit::display::text;
    if (!m_sum)
        m_totals->say(QStringLiteral("–"));
    else if (view() == View::Tcs)
        m_totals->say(
            tr("%Ln store(s) · net supplies %1 · to collect %2: IGST %3, CGST %4, SGST %5", "", int(m_sum->stores))
                .arg(text(m_sum->net), text(m_sum->tcs), text(m_sum->tcsIgst), text(m_sum->tcsCgst),
                     text(m_sum->tcsSgst)) +
            moved(m_sum->tcsWithheld, m_sum->tcsDeposited));
    else
        m_totals->say(tr("%Ln store(s) · sales %1 · to deduct %2", "", int(m_sum->stores))
                          .arg(text(m_sum->gross), text(m_sum->tds)) +
                      moved(m_sum->tdsWithheld, m_sum->tdsDeposited));
}

// What payouts have withheld of it for the month, and what was paid for it.
QString Page::moved(Money withheld, Money deposited)
{
    return QStringLiteral(" · ") +
           tr("withheld %1 · paid %2").arg(kit::display::text(withheld), kit::display::text(deposited));
}

// What a worksheet says hangs on the rules.
void Page::take(const TaxRule &rule)
{
    m_rules.put(rule);
    m_rule->show(rule);
    m_kit.notices.toast(rule.isOn ? tr("The rule is on") : tr("The rule is off"));
    askMonth();
}

void Page::save()
{
    m_export->setEnabled(false);
    if (view() == View::Tcs)
        collect<TcsLine>(api::listTcsLines, month(), {});
    else
        collect<TdsLine>(api::listTdsLines, month(), {});
}

template <class Line, class Call>
void Page::collect(const Call &call, const QString &month, const QList<Line> &sofar,
                   const std::optional<QString> &cursor)
{
    const ListTaxMonth query{.limit = pageLimitMax, .cursor = cursor, .month = month};
    whenDone(this, m_kit.api.call(call, query), [this, &call, month, sofar](const Result<::Page<Line>> &page) {
        const QList<Line> all = page ? sofar + page->items : sofar;
        if (page && page->nextCursor && all.size() < exportRowsMax) {
            collect(call, month, all, page->nextCursor);
            return;
        }
        m_export->setEnabled(true);
        if (!page) {
            m_trouble->showTrouble(page.error());
            return;
        }
        const bool isCollected = std::is_same_v<Line, TcsLine>;
        kit::saveFigures(m_kit, this, (isCollected ? QStringLiteral("GST-TCS ") : QStringLiteral("TDS ")) + month,
                         figuresOf(all));
    });
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("admin.tax")));
    m_subtitle->say(tr("What the law asks of whoever runs the market"));
    m_notice->say(
        tr("Payouts withhold tax only while withholding is switched on in the settings. Have an adviser look at the "
           "rules before you file by them."),
        kit::Tone::Info);
    m_views->offer({tr("Rules"), tr("GST to collect"), tr("Income tax to deduct"), tr("Due and paid")});
    m_views->setAccessibleName(kit::phrase::view());
    m_month->setAccessibleName(kit::display::label(&AskTaxMonth::month));
    m_export->say(tr("Export CSV…"));
    m_rulesCard->say(tr("Rules of tax"));
    m_rulesCard->setEmptyText(QStringLiteral("percent"), tr("No rules"), tr("This server has none."));
    m_tcsCard->say(tr("GST to collect by store"));
    m_tdsCard->say(tr("Income tax to deduct by store"));
    for (kit::ListCard *card : {m_tcsCard, m_tdsCard})
        card->setEmptyText(QStringLiteral("percent"), tr("Nothing was settled in this month"),
                           tr("A store appears here with its first settled order of the month."));
    offerMonths();
    m_rules.retranslate();
    m_tcs.retranslate();
    m_tds.retranslate();
    m_rule->retranslate();
    m_dues->retranslate();
    sayMonth();
}

} // namespace tax
