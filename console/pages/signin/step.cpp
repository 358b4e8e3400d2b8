#include "console/pages/signin/step.h"

#include "console/kit/display.h"

#include <QAction>
#include <QEvent>

namespace signin {

Step::Step(kit::Kit &kit, const QString &verbIcon, QWidget *parent)
    : QWidget(parent)
    , m_kit(kit)
    , m_banner(new kit::Banner(kit.theme, this))
    , m_verb(new kit::Button(kit.theme, verbIcon, "primary", this))
    , m_title(new kit::Label(kit.theme, kit::Type::Heading1, "", this))
    , m_text(new kit::Label(kit.theme, kit::Type::Body, "text2", this))
    , m_fields(kit::column(4))
    , m_links(kit::column(2))
{
    m_text->wrapping();
    m_verb->setObjectName(QStringLiteral("verb"));
    m_verb->setDefault(true);
    m_verb->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *layout = kit::column(6);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(10);
    layout->addWidget(m_banner);
    layout->addSpacing(4);
    layout->addLayout(m_fields);
    layout->addSpacing(8);
    layout->addWidget(m_verb);
    layout->addSpacing(4);
    layout->addLayout(m_links);
    layout->addStretch(1);
    setLayout(layout);
    connect(m_verb, &QPushButton::clicked, this, &Step::go);
}

void Step::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Step::setTexts(const QString &title, const QString &text, const QString &verb)
{
    m_title->say(title);
    m_text->say(text);
    m_text->setVisible(!text.isEmpty());
    m_verbText = verb;
    if (!m_isBusy)
        m_verb->say(verb);
}

void Step::Line::say(const QString &text) const
{
    name->say(text);
    edit->setAccessibleName(text);
}

Step::Line Step::addLine(const QString &objectName)
{
    const Line line{new kit::Label(m_kit.theme, kit::Type::Caption, "text2", this), new QLineEdit(this)};
    line.edit->setObjectName(objectName);
    line.edit->setMaxLength(254);
    line.name->setBuddy(line.edit);
    m_fields->addWidget(line.name);
    m_fields->addWidget(line.edit);
    m_fields->addSpacing(8);
    connect(line.edit, &QLineEdit::returnPressed, this, &Step::go);
    return line;
}

void Step::addField(QWidget *widget)
{
    m_fields->addWidget(widget);
}

kit::Button *Step::addLink()
{
    auto *link = new kit::Button(m_kit.theme, {}, "link", this);
    m_links->addWidget(link, 0, Qt::AlignHCenter);
    return link;
}

void Step::setBusy(const QString &verb)
{
    m_isBusy = true;
    m_banner->clear();
    m_verb->setEnabled(false);
    m_verb->say(verb);
}

void Step::setReady()
{
    m_isBusy = false;
    m_verb->setEnabled(true);
    m_verb->say(m_verbText);
}

void Step::fail(const Error &error)
{
    setReady();
    m_banner->say(kit::display::trouble(error), kit::Tone::Danger);
}

void addEye(QLineEdit *edit, const kit::Theme &theme, const QString &name)
{
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(72);
    QAction *eye = edit->addAction(theme.icon(QStringLiteral("eye"), kit::Ink::Text3), QLineEdit::TrailingPosition);
    eye->setToolTip(name);
    eye->setCheckable(true);
    QObject::connect(eye, &QAction::toggled, edit, [edit, eye, &theme](bool isOn) {
        edit->setEchoMode(isOn ? QLineEdit::Normal : QLineEdit::Password);
        eye->setIcon(theme.icon(isOn ? QStringLiteral("eye-off") : QStringLiteral("eye"), kit::Ink::Text3));
    });
}

} // namespace signin
