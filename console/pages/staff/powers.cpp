#include "console/pages/staff/powers.h"

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/phrases.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

namespace staff {

using kit::Type;

namespace {

constexpr int margin = 16;

QList<Permission> all()
{
    QList<Permission> out;
    for (std::size_t i = 1; i < namesOf(Permission::None).names.size(); ++i)
        out += Permission(int(i));
    return out;
}

} // namespace

Powers::Powers(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_name(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_email(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_note(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_status(new kit::Chip(kit.theme, this))
    , m_close(new kit::IconButton(kit.theme, QStringLiteral("x"), this))
    , m_super(new QCheckBox(this))
    , m_list(new QListWidget(this))
    , m_save(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_asUser(new kit::Button(kit.theme, QStringLiteral("users"), "", this))
{
    m_super->setObjectName(QStringLiteral("super"));
    m_list->setObjectName(QStringLiteral("powers"));
    m_save->setObjectName(QStringLiteral("save"));
    m_asUser->setObjectName(QStringLiteral("asUser"));
    for (const Permission permission : all()) {
        auto *item = new QListWidgetItem(m_list);
        item->setData(Qt::UserRole, int(permission));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_list->setSpacing(kit.theme.px(3));
    build();
    retranslate();
    connect(m_close, &QToolButton::clicked, this, &Powers::closed);
    connect(m_super, &QCheckBox::toggled, this, &Powers::check);
    connect(m_list, &QListWidget::itemChanged, this, &Powers::check);
    connect(m_save, &QPushButton::clicked, this, &Powers::save);
    connect(m_asUser, &QPushButton::clicked, this,
            [this] { m_kit.navigator.open(QStringLiteral("admin.users"), m_shown->id.text()); });
}

void Powers::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *words = kit::column(2);
    words->addWidget(m_name->wrapping());
    words->addWidget(m_email->eliding());
    auto *top = kit::row(8);
    top->addLayout(words, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    auto *chips = kit::row(8);
    chips->addWidget(m_status);
    chips->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(margin));
    layout->setSpacing(theme.px(10));
    layout->addLayout(top);
    layout->addLayout(chips);
    layout->addWidget(kit::line(this));
    layout->addWidget(m_super);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note->wrapping());
    layout->addWidget(m_save);
    layout->addWidget(m_asUser);
}

void Powers::retranslate()
{
    m_close->say(kit::phrase::closeDetails());
    m_super->setText(tr("Super-admin: everything, and the staff"));
    m_list->setAccessibleName(kit::display::label(&Person::permissions));
    m_save->say(tr("Save permissions…"));
    m_asUser->say(tr("Sessions, activity and ban"));
    const QSignalBlocker quiet(m_list);
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setText(kit::display::text(Permission(m_list->item(i)->data(Qt::UserRole).toInt())));
    if (m_shown)
        fill();
}

void Powers::show(const Person &person)
{
    const bool isSame = m_shown && m_shown->id == person.id && m_shown->permissions == person.permissions &&
                        m_shown->isSuperAdmin == person.isSuperAdmin;
    m_shown = person;
    if (!isSame) {
        m_isFilling = true;
        m_super->setChecked(person.isSuperAdmin);
        for (int i = 0; i < m_list->count(); ++i) {
            QListWidgetItem *item = m_list->item(i);
            const auto permission = Permission(item->data(Qt::UserRole).toInt());
            item->setCheckState(person.permissions.contains(permission) ? Qt::Checked : Qt::Unchecked);
        }
        m_isFilling = false;
    }
    fill();
}

void Powers::fill()
{
    m_name->say(m_shown->fullName.value_or(m_shown->username));
    m_email->say(m_shown->email.value_or(m_shown->username));
    const kit::display::Word status = kit::display::word(m_shown->status);
    m_status->say(status.text, status.tone, status.icon);
    check();
}

// A super-admin has every permission, whatever is ticked; and nobody changes what they may do themselves.
void Powers::check()
{
    if (m_isFilling || !m_shown)
        return;
    const bool isMe = m_shown->id.text() == m_kit.me.id;
    m_super->setEnabled(!isMe);
    m_list->setEnabled(!isMe && !m_super->isChecked());
    m_save->setEnabled(!isMe && (ticked() != m_shown->permissions || m_super->isChecked() != m_shown->isSuperAdmin));
    m_note->say(isMe ? tr("This is your own account; another super-admin changes it.")
                     : tr("A change ends the sessions of this admin."));
}

QList<Permission> Powers::ticked() const
{
    QList<Permission> out;
    // In the order in which they were given, so that an unchanged list is the same list.
    for (const Permission permission : m_shown->permissions + all()) {
        for (int i = 0; i < m_list->count(); ++i) {
            const QListWidgetItem *item = m_list->item(i);
            if (item->checkState() == Qt::Checked && item->data(Qt::UserRole).toInt() == int(permission) &&
                !out.contains(permission))
                out += permission;
        }
    }
    return out;
}

QString Powers::difference() const
{
    QStringList out;
    const QList<Permission> now = ticked();
    for (const Permission permission : all()) {
        const bool had = m_shown->permissions.contains(permission);
        if (had != now.contains(permission))
            out += (had ? QStringLiteral("− ") : QStringLiteral("+ ")) + kit::display::text(permission);
    }
    if (m_super->isChecked() != m_shown->isSuperAdmin)
        out += (m_shown->isSuperAdmin ? QStringLiteral("− ") : QStringLiteral("+ ")) + tr("Super-admin");
    return out.join(u'\n');
}

void Powers::save()
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Change what %1 may do?").arg(m_shown->username),
                                       .text = tr("All sessions of this admin end at once."),
                                       .facts = {{tr("Change"), difference()}},
                                       .verb = tr("Save permissions"),
                                       .words = kit::Ask::Words::Lines,
                                       .label = tr("Reason (for the audit log)"),
                                       .lengthMin = 5,
                                       .lengthMax = 2000},
                                      this);
    dialog->perform(
        [this, id = m_shown->id, now = ticked(), isSuper = m_super->isChecked()](const QString &words) {
            return m_kit.api.call(api::changePowers, {now, isSuper, words}, id);
        },
        [this](const Person &person) {
            m_kit.notices.toast(tr("What %1 may do is saved").arg(person.username));
            show(person);
            Q_EMIT changed(person);
        });
}

} // namespace staff
