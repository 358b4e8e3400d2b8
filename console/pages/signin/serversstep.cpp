#include "console/kit/askdialog.h"
#include "console/pages/signin/serversteps.h"

#include <QHBoxLayout>
#include <QShortcut>

namespace signin {

ServersStep::ServersStep(kit::Kit &kit, QWidget *parent)
    : Step(kit, {}, parent)
    , m_list(new kit::LineList(kit.theme, this))
    , m_add(new kit::Button(kit.theme, QStringLiteral("plus"), "", this))
    , m_change(new kit::Button(kit.theme, QStringLiteral("pencil"), "", this))
    , m_remove(new kit::Button(kit.theme, QStringLiteral("trash-2"), "danger", this))
    , m_back(addLink())
{
    m_list->setObjectName(QStringLiteral("servers"));
    m_add->setObjectName(QStringLiteral("addServer"));
    m_change->setObjectName(QStringLiteral("changeServer"));
    m_remove->setObjectName(QStringLiteral("removeServer"));
    addField(m_list);
    auto *buttons = new QWidget(this);
    auto *row = kit::row(8);
    for (kit::Button *button : {m_add, m_change, m_remove})
        row->addWidget(button);
    row->addStretch(1);
    buttons->setLayout(row);
    addField(buttons);
    connect(m_list, &kit::LineList::opened, this, &ServersStep::chosen);
    connect(m_list, &kit::LineList::chosenChanged, this, &ServersStep::say);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT changeAsked({}); });
    connect(m_change, &QPushButton::clicked, this, &ServersStep::change);
    connect(m_remove, &QPushButton::clicked, this, &ServersStep::askToRemove);
    connect(m_back, &QPushButton::clicked, this, &ServersStep::backAsked);
    const auto bind = [this](Qt::Key key, void (ServersStep::*react)()) {
        auto *shortcut = new QShortcut(QKeySequence(key), m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, react);
    };
    bind(Qt::Key_F2, &ServersStep::change);
    bind(Qt::Key_Delete, &ServersStep::askToRemove);
    retranslate();
}

void ServersStep::begin()
{
    m_banner->clear();
    m_list->setFocus();
}

void ServersStep::show(const QList<kit::Profile> &profiles, const QString &chosen)
{
    m_profiles = profiles;
    m_chosen = chosen;
    retranslate();
    for (int row = 0; row < profiles.size(); ++row) {
        if (profiles.at(row).id == chosen)
            m_list->setCurrentIndex(m_list->model()->index(row, 0));
    }
    say();
}

const kit::Profile *ServersStep::current() const
{
    for (const kit::Profile &profile : m_profiles) {
        if (profile.id == m_list->chosen())
            return &profile;
    }
    return nullptr;
}

void ServersStep::go()
{
    if (const kit::Profile *profile = current())
        Q_EMIT chosen(profile->id);
}

void ServersStep::change()
{
    if (const kit::Profile *profile = current())
        Q_EMIT changeAsked(*profile);
}

void ServersStep::askToRemove()
{
    const kit::Profile *profile = current();
    if (!profile)
        return;
    auto *ask = new kit::AskDialog(m_kit.theme,
                                   {.title = tr("Remove this server?"),
                                    .text = tr("The console forgets its address and your session there."),
                                    .facts = {{tr("Name"), profile->name}, {tr("Server"), profile->server.toString()}},
                                    .verb = tr("Remove"),
                                    .look = "dangerFilled"},
                                   this);
    connect(ask, &kit::AskDialog::answered, this, [this, ask, id = profile->id] {
        ask->accept();
        Q_EMIT removed(id);
    });
    ask->open();
}

void ServersStep::say()
{
    const bool isChosen = current() != nullptr;
    for (kit::Button *button : {m_change, m_remove, m_verb})
        button->setEnabled(isChosen);
}

void ServersStep::retranslate()
{
    setTexts(tr("Servers"), tr("The markets that this console knows. Enter uses the chosen one."),
             tr("Use this server"));
    QList<kit::ListLine> lines;
    for (const kit::Profile &profile : std::as_const(m_profiles)) {
        const QString who = profile.identifier.isEmpty() ? QString() : QStringLiteral("  ·  ") + profile.identifier;
        lines += {.key = profile.id,
                  .title = profile.name,
                  .second = profile.server.toString() + who,
                  .note = profile.id == m_chosen ? tr("in use") : QString()};
    }
    m_list->show(lines);
    m_list->setAccessibleName(tr("Servers"));
    m_add->say(tr("Add"));
    m_change->say(tr("Change"));
    m_remove->say(tr("Remove"));
    m_back->say(tr("Back"));
}

} // namespace signin
