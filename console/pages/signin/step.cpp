#include "console/pages/signin/step.h"

#include "console/kit/display.h"

#include <QEvent>
#include <QHBoxLayout>

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

kit::IconButton *addEye(QLineEdit *edit, const kit::Theme &theme)
{
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(72);
    auto *eye = new kit::IconButton(theme, QStringLiteral("eye"), edit);
    eye->setCursor(Qt::ArrowCursor);
    eye->setFocusPolicy(Qt::NoFocus);
    eye->setAutoRaise(true);
    // The style sheet's padding misplaces QLineEdit's own actions, so that a layout holds the button.
    auto *inside = kit::row(0);
    inside->addStretch(1);
    inside->addWidget(eye);
    edit->setLayout(inside);
    edit->setTextMargins(0, 0, theme.px(28), 0);
    QObject::connect(eye, &QToolButton::clicked, edit, [edit, eye] {
        const bool isHidden = edit->echoMode() == QLineEdit::Password;
        edit->setEchoMode(isHidden ? QLineEdit::Normal : QLineEdit::Password);
        eye->draw(isHidden ? QStringLiteral("eye-off") : QStringLiteral("eye"));
    });
    return eye;
}

} // namespace signin
