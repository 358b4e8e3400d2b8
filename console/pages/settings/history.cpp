#include "console/pages/settings/history.h"

#include "console/kit/phrases.h"
#include "console/pages/settings/words.h"

#include <QHBoxLayout>

namespace settings {

using kit::Cell;
using kit::Type;

namespace {

constexpr int widthUsual = 640;
constexpr int heightUsual = 420;
constexpr int rowsAtOnce = 50;

} // namespace

History::History(kit::Kit &kit, const Setting &setting, QWidget *parent)
    : QDialog(parent)
    , m_card(new kit::ListCard(kit.theme, m_table, this))
    , m_take(new kit::Button(kit.theme, QStringLiteral("undo-2"), "primary", this))
{
    const kit::Theme &theme = kit.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("settingHistory"));
    setWindowTitle(tr("Who changed this"));
    resize(theme.px(widthUsual), theme.px(heightUsual));
    m_take->setObjectName(QStringLiteral("take"));
    m_card->view()->setObjectName(QStringLiteral("changes"));
    auto *title = new kit::Label(theme, Type::Heading2, "", this);
    title->wrapping()->say(description(setting));
    auto *key = new kit::Label(theme, Type::Mono, "text2", this);
    key->say(setting.key);
    auto *close = new kit::Button(theme, QStringLiteral("x"), "", this);
    close->setObjectName(QStringLiteral("close"));
    close->say(tr("Close"));
    m_take->say(tr("Take the earlier value"));
    m_take->setEnabled(false);
    addColumns(setting);
    m_card->say(windowTitle());
    m_card->setEmptyText(QStringLiteral("clock"), tr("Never changed"), tr("The standard has been in force always."));
    m_table.from([&kit, key = setting.key](const std::optional<QString> &cursor) {
        return kit.api.call(api::listSettingHistory, {.limit = rowsAtOnce, .cursor = cursor}, key);
    });

    auto *foot = kit::row(8);
    foot->addStretch(1);
    foot->addWidget(close);
    foot->addWidget(m_take);
    auto *layout = kit::column(theme.px(10));
    layout->setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18));
    layout->addWidget(title);
    layout->addWidget(key);
    layout->addWidget(m_card, 1);
    layout->addLayout(foot);
    setLayout(layout);

    connect(m_card, &kit::ListCard::retried, this, [this] { m_table.refresh(); });
    connect(m_card->view(), &kit::TableView::chosenChanged, this,
            [this] { m_take->setEnabled(m_table.find(m_card->view()->chosen())); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, [this] {
        if (const SettingChange *change = m_table.find(m_card->view()->chosen()))
            Q_EMIT wanted(change->before);
        accept();
    });
    m_table.refresh();
}

void History::addColumns(const Setting &setting)
{
    m_table.show(&SettingChange::changedAt, &SettingChange::changedBy, &SettingChange::before, &SettingChange::after);
    m_table.column(&SettingChange::changedAt).heading.width = 140;
    auto &who = m_table.column(&SettingChange::changedBy);
    who.heading.width = 150;
    who.heading.stretches = true;
    auto &before = m_table.column(&SettingChange::before);
    before.heading.width = 130;
    before.cell = [setting](const SettingChange &change) { return Cell{.text = shown(setting, change.before)}; };
    auto &after = m_table.column(&SettingChange::after);
    after.heading.width = 130;
    after.cell = [setting](const SettingChange &change) {
        return Cell{.text = shown(setting, change.after), .look = Cell::Look::Strong};
    };
    m_table.settle();
}

} // namespace settings
