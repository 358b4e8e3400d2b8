#include "console/pages/audit/detail.h"

#include "console/kit/controls.h"
#include "console/kit/display.h"
#include "console/kit/phrases.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace audit {

using kit::Type;

namespace {

constexpr int margin = 16;

kit::Label *label(const kit::Theme &theme, Type type, const char *look, const QString &text, QWidget *parent)
{
    auto *out = new kit::Label(theme, type, look, parent);
    out->setTextInteractionFlags(Qt::TextSelectableByMouse);
    out->wrapping()->say(text);
    return out;
}

} // namespace

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_action(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_when(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_changesTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_nothing(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_close(new kit::IconButton(kit.theme, QStringLiteral("x"), this))
    , m_facts(new QGridLayout)
    , m_changes(new QGridLayout)
    , m_open(new kit::Button(kit.theme, QStringLiteral("arrow-right"), "primary", this))
    , m_actor(new kit::Button(kit.theme, QStringLiteral("users"), "", this))
    , m_object(new kit::Button(kit.theme, QStringLiteral("layers"), "", this))
{
    m_open->setObjectName(QStringLiteral("openObject"));
    m_actor->setObjectName(QStringLiteral("onlyActor"));
    m_object->setObjectName(QStringLiteral("onlyObject"));
    build();
    retranslate();
    connect(m_close, &QToolButton::clicked, this, &Detail::closed);
    connect(m_actor, &QPushButton::clicked, this, [this] { Q_EMIT actorWanted(*m_entry); });
    connect(m_object, &QPushButton::clicked, this, [this] { Q_EMIT objectWanted(*m_entry); });
    connect(m_open, &QPushButton::clicked, this,
            [this] { m_kit.navigator.open(pageOf(m_entry->objectType), m_entry->objectId); });
}

void Detail::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *body = new QWidget(this);
    kit::wear(body, "body");
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(theme.px(margin), theme.px(margin), theme.px(margin), theme.px(12));
    layout->setSpacing(theme.px(10));
    auto *words = kit::column(2);
    words->addWidget(m_action->wrapping());
    words->addWidget(m_when);
    auto *top = kit::row(8);
    top->addLayout(words, 1);
    top->addWidget(m_close, 0, Qt::AlignTop);
    layout->addLayout(top);
    layout->addWidget(kit::line(body));
    for (QGridLayout *grid : {m_facts, m_changes}) {
        grid->setVerticalSpacing(theme.px(8));
        grid->setHorizontalSpacing(theme.px(12));
    }
    m_facts->setColumnStretch(1, 1);
    m_changes->setColumnStretch(1, 1);
    m_changes->setColumnStretch(2, 1);
    layout->addLayout(m_facts);
    layout->addWidget(kit::line(body));
    layout->addWidget(m_changesTitle);
    layout->addLayout(m_changes);
    layout->addWidget(m_nothing->wrapping());
    layout->addStretch(1);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(theme.px(margin), theme.px(10), theme.px(margin), theme.px(margin));
    foot->setSpacing(theme.px(8));
    for (QWidget *button : {m_open, m_actor, m_object})
        foot->addWidget(button);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addLayout(foot);
}

void Detail::show(const AuditEntry &entry)
{
    m_entry = entry;
    m_action->say(entry.action);
    m_when->say(exactTime(entry.createdAt));
    fillFacts();
    fillChanges();
    m_open->setVisible(!pageOf(entry.objectType).isEmpty());
    m_actor->setVisible(entry.actorId.has_value());
    m_object->setVisible(!entry.objectId.isEmpty());
}

void Detail::fillFacts()
{
    kit::empty(m_facts);
    addFact(kit::display::label(&AuditEntry::actorName), actorOf(*m_entry));
    addFact(kit::display::label(&AuditEntry::actorRole), roleName(m_entry->actorRole));
    addFact(kit::display::label(&AuditEntry::objectType), objectWord(m_entry->objectType));
    addFact(kit::display::label(&AuditEntry::objectId), m_entry->objectId);
    addFact(kit::display::label(&AuditEntry::ip), m_entry->ip);
    addFact(kit::display::label(&AuditEntry::requestId), m_entry->requestId);
}

void Detail::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    const int at = m_facts->rowCount();
    m_facts->addWidget(label(m_kit.theme, Type::Small, "text2", name, this), at, 0, Qt::AlignTop);
    m_facts->addWidget(label(m_kit.theme, Type::Body, "", value, this), at, 1);
}

// Before and after side by side; what has only one state stands alone.
void Detail::fillChanges()
{
    kit::empty(m_changes);
    const QList<Change> changes = changesOf(m_entry->details);
    m_nothing->setVisible(changes.isEmpty());
    const bool isDiff = std::any_of(changes.begin(), changes.end(), [](const Change &each) { return each.isChange; });
    int at = m_changes->rowCount();
    if (isDiff) {
        m_changes->addWidget(label(m_kit.theme, Type::Small, "text3", tr("Before"), this), at, 1);
        m_changes->addWidget(label(m_kit.theme, Type::Small, "text3", tr("After"), this), at, 2);
        ++at;
    }
    for (const Change &change : changes) {
        m_changes->addWidget(label(m_kit.theme, Type::Small, "text2", change.name, this), at, 0, Qt::AlignTop);
        if (change.isChange)
            m_changes->addWidget(label(m_kit.theme, Type::Body, "danger", change.before, this), at, 1, Qt::AlignTop);
        auto *after = label(m_kit.theme, Type::Body, change.isChange ? "success" : "", change.after, this);
        change.isChange ? m_changes->addWidget(after, at, 2, Qt::AlignTop)
                        : m_changes->addWidget(after, at, 1, 1, 2, Qt::AlignTop);
        ++at;
    }
}

void Detail::retranslate()
{
    m_changesTitle->say(tr("WHAT CHANGED"));
    m_nothing->say(tr("The entry says nothing more."));
    m_close->say(kit::phrase::closeDetails());
    m_open->say(tr("Open the object"));
    m_actor->say(tr("Only this person's entries"));
    m_object->say(tr("Only this object's entries"));
    if (m_entry)
        show(AuditEntry(*m_entry));
}

} // namespace audit
