#include "console/pages/settings/page.h"

#include "console/kit/askdialog.h"
#include "console/kit/proof.h"
#include "console/pages/settings/history.h"
#include "console/pages/settings/row.h"
#include "console/pages/settings/words.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace settings {

using kit::Type;

namespace {

constexpr int areasWidth = 208;

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : kit::Page(kit, parent)
    , m_title(new kit::Label(kit.theme, Type::Heading1, "", this))
    , m_subtitle(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_search(new kit::SearchField(kit.theme, this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_notice(new kit::CustodyNotice(kit, this))
    , m_areasList(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new kit::PageState(kit.theme, this))
    , m_nothing(new kit::PageState(kit.theme, this))
    , m_bar(new QFrame(this))
    , m_changes(new kit::Label(kit.theme, Type::Body, "", this))
    , m_discard(new kit::Button(kit.theme, QStringLiteral("undo-2"), "", this))
    , m_save(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
{
    m_search->setObjectName(QStringLiteral("search"));
    m_areasList->setObjectName(QStringLiteral("areas"));
    m_bar->setObjectName(QStringLiteral("saveBar"));
    m_discard->setObjectName(QStringLiteral("discard"));
    m_save->setObjectName(QStringLiteral("save"));
    m_nothing->setObjectName(QStringLiteral("nothing"));
    build();
    retranslate();
    m_state->showLoading();
    connect(m_search, &QLineEdit::textChanged, this, &Page::filter);
    connect(m_areasList, &QListWidget::currentRowChanged, this, &Page::filter);
    connect(m_trouble, &kit::Banner::acted, this, &Page::refresh);
    connect(m_state, &kit::PageState::acted, this, &Page::refresh);
    connect(m_nothing, &kit::PageState::acted, m_search, &QLineEdit::clear);
    connect(m_discard, &QPushButton::clicked, this, &Page::discard);
    connect(m_save, &QPushButton::clicked, this, &Page::save);
}

void Page::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *inner = new QWidget(this);
    kit::wear(inner, "body");
    m_body = kit::column(theme.px(10));
    m_body->setContentsMargins(0, 0, theme.px(8), theme.px(16));
    m_body->addStretch(1);
    inner->setLayout(m_body);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(inner);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_nothing);
    m_areasList->setSpacing(theme.px(3));
    kit::fixWidth(m_areasList, theme, areasWidth);

    auto *words = kit::column(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *head = kit::row(theme.px(12));
    head->addLayout(words, 1);
    head->addWidget(m_search, 0, Qt::AlignVCenter);
    auto *middle = kit::row(theme.px(16));
    middle->addWidget(m_areasList);
    middle->addWidget(m_stack, 1);
    auto *layout = kit::column(theme.px(12));
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16));
    layout->addLayout(head);
    layout->addWidget(m_trouble);
    layout->addWidget(m_notice);
    layout->addLayout(middle, 1);
    layout->addWidget(buildBar());
    setLayout(layout);
}

// It stands there only while something is to be saved.
QWidget *Page::buildBar()
{
    const kit::Theme &theme = m_kit.theme;
    kit::wear(m_bar, "card");
    auto *layout = kit::row(theme.px(8));
    layout->setContentsMargins(theme.px(16), theme.px(10), theme.px(12), theme.px(10));
    layout->addWidget(m_changes, 1);
    layout->addWidget(m_discard);
    layout->addWidget(m_save);
    m_bar->setLayout(layout);
    m_bar->hide();
    return m_bar;
}

void Page::refresh()
{
    m_notice->refresh();
    whenDone(this, m_kit.api.call(api::listSettings), [this](const Result<QList<Setting>> &settings) {
        if (settings) {
            m_trouble->clear();
            return show(*settings);
        }
        if (m_areas.isEmpty())
            m_state->showTrouble(settings.error());
        else
            m_trouble->showTrouble(settings.error());
    });
}

void Page::show(const QList<Setting> &settings)
{
    for (const Setting &setting : settings) {
        if (Row *row = rowOf(setting.key))
            row->show(setting);
        else
            addRow(setting);
    }
    if (m_areasList->currentRow() < 0)
        m_areasList->setCurrentRow(0);
    filter();
    settle();
}

void Page::addRow(const Setting &setting)
{
    Area &area = areaOf(settings::areaOf(setting.key));
    if (!area.rows.isEmpty())
        area.card->layout()->addWidget(kit::line(area.card));
    auto *row = new Row(m_kit, setting, area.card);
    area.card->layout()->addWidget(row);
    area.rows += row;
    connect(row, &Row::changed, this, &Page::settle);
    connect(row, &Row::historyWanted, this, [this, row] { openHistory(row); });
}

Page::Area &Page::areaOf(const QString &name)
{
    for (Area &area : m_areas) {
        if (area.name == name)
            return area;
    }
    if (m_areasList->count() == 0)
        m_areasList->addItem(tr("All settings"));
    m_areasList->addItem(areaName(name));
    Area area{.name = name,
              .heading = new kit::Label(m_kit.theme, Type::Heading3, "", this),
              .card = new QFrame(this),
              .rows = {}};
    area.heading->say(areaName(name));
    kit::wear(area.card, "card");
    area.card->setLayout(kit::column(0));
    m_body->insertWidget(m_body->count() - 1, area.heading);
    m_body->insertWidget(m_body->count() - 1, area.card);
    m_areas += area;
    return m_areas.last();
}

Row *Page::rowOf(const QString &key) const
{
    for (const Area &area : m_areas) {
        for (Row *row : area.rows) {
            if (row->setting().key == key)
                return row;
        }
    }
    return nullptr;
}

QList<Row *> Page::changedRows() const
{
    QList<Row *> out;
    for (const Area &area : m_areas)
        std::copy_if(area.rows.cbegin(), area.rows.cend(), std::back_inserter(out),
                     [](const Row *row) { return row->isChanged(); });
    return out;
}

void Page::filter()
{
    const QString words = m_search->text().trimmed();
    const int chosen = m_areasList->currentRow() - 1; // the first line is all of them
    bool isAnyShown = false;
    for (int i = 0; i < m_areas.size(); ++i) {
        const Area &area = m_areas.at(i);
        bool isAreaShown = false;
        for (Row *row : area.rows) {
            const bool isShown = (chosen < 0 || chosen == i) && row->matches(words);
            row->setVisible(isShown);
            isAreaShown |= isShown;
        }
        area.heading->setVisible(isAreaShown);
        area.card->setVisible(isAreaShown);
        isAnyShown |= isAreaShown;
    }
    if (m_areas.isEmpty())
        return;
    if (!isAnyShown)
        m_nothing->showEmpty(QStringLiteral("search"), tr("No setting is called that"),
                             tr("Look for a word of what it does, or choose another area."), tr("Clear the search"));
    m_stack->setCurrentWidget(isAnyShown ? static_cast<QWidget *>(m_scroll) : m_nothing);
}

void Page::settle()
{
    const QList<Row *> changed = changedRows();
    const qsizetype bad =
        std::count_if(changed.cbegin(), changed.cend(), [](const Row *row) { return !row->isGood(); });
    m_changes->say(bad > 0 ? tr("%n change(s), %1 out of bounds", nullptr, int(changed.size())).arg(bad)
                           : tr("%n change(s) not saved", nullptr, int(changed.size())));
    m_save->setEnabled(bad == 0);
    m_bar->setVisible(!changed.isEmpty());
    for (int i = 0; i < m_areas.size(); ++i) {
        const auto &rows = m_areas.at(i).rows;
        const auto count = std::count_if(rows.cbegin(), rows.cend(), [](const Row *row) { return row->isChanged(); });
        const QString name = areaName(m_areas.at(i).name);
        m_areasList->item(i + 1)->setText(count > 0 ? QStringLiteral("%1 (%2)").arg(name).arg(count) : name);
    }
}

void Page::save()
{
    const QList<Row *> rows = changedRows();
    ChangeSettings wish;
    QList<std::pair<QString, QString>> facts;
    for (const Row *row : rows) {
        const Setting &setting = row->setting();
        wish.changes += {setting.key, row->value(), setting.value};
        facts += {setting.key, shown(setting, setting.value) + QStringLiteral(" → ") + shown(setting, row->value())};
    }
    auto *ask = new kit::AskDialog(m_kit.theme,
                                   {.title = tr("Save %n change(s)?", nullptr, int(rows.size())),
                                    .text = tr("They take effect at once, for everybody, and stand in the audit log."),
                                    .facts = facts,
                                    .verb = tr("Save")},
                                   this);
    ask->perform(
        [this, ask, wish](const QString &) {
            return kit::proved(m_kit, ask, [this, wish] { return m_kit.api.call(api::changeSettings, wish); });
        },
        [this](const QList<Setting> &changed) {
            m_kit.notices.toast(tr("%n setting(s) changed", nullptr, int(changed.size())));
            show(changed);
        });
    // Somebody else may have been faster: what is in force now is shown beside what was typed.
    connect(ask, &QDialog::rejected, this, &Page::refresh);
}

void Page::discard()
{
    const QList<Row *> rows = changedRows();
    QList<std::pair<Row *, QString>> typed;
    for (Row *row : rows)
        typed += {row, row->value()};
    for (Row *row : rows)
        row->discard();
    m_kit.notices.toastWithUndo(
        tr("%n change(s) dropped", nullptr, int(rows.size())), [] {},
        [this, typed] {
            for (const auto &[row, value] : typed)
                row->propose(value);
            settle();
        });
}

void Page::openHistory(Row *row)
{
    auto *history = new History(m_kit, row->setting(), this);
    connect(history, &History::wanted, row, &Row::propose);
    history->open();
}

void Page::reveal(const QString &key)
{
    m_search->clear();
    m_areasList->setCurrentRow(0);
    if (Row *row = rowOf(key))
        m_scroll->ensureWidgetVisible(row);
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::SettingChanged)
        noteNews();
}

void Page::retranslate()
{
    m_title->say(kit::titleOf(QLatin1StringView("admin.settings")));
    m_subtitle->say(tr("What the market runs by; a change takes effect at once"));
    m_search->say(tr("Find a setting"));
    m_areasList->setAccessibleName(tr("Areas"));
    m_discard->say(tr("Drop the changes"));
    m_save->say(tr("Save…"));
    if (m_areasList->count() > 0)
        m_areasList->item(0)->setText(tr("All settings"));
    for (const Area &area : std::as_const(m_areas)) {
        area.heading->say(areaName(area.name));
        for (Row *row : area.rows)
            row->retranslate();
    }
    filter();
    settle();
}

} // namespace settings
