#include "console/pages/onboarding/reach.h"

namespace onboarding {

using kit::Type;

Reach::Reach(kit::Kit &kit, QWidget *parent)
    : QFrame(parent)
    , m_kit(kit)
    , m_title(new kit::Label(kit.theme, Type::Heading3, "", this))
    , m_text(new kit::Label(kit.theme, Type::Body, "text2", this))
    , m_form(new kit::ContractForm<PutPreferences>(kit.theme, this))
    , m_trouble(new kit::Banner(kit.theme, this))
    , m_save(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
{
    kit::wear(this, "card");
    m_form->ask(&PutPreferences::email, &PutPreferences::sms, &PutPreferences::push, &PutPreferences::whatsapp,
                &PutPreferences::inApp);
    m_form->askFrom(&PutPreferences::language, {{QStringLiteral("en"), QStringLiteral("English")},
                                                {QStringLiteral("hi"), QStringLiteral("हिन्दी")}});
    m_save->setObjectName(QStringLiteral("savePreferences"));
    build();
    connect(m_save, &QPushButton::clicked, this, &Reach::save);
    connect(m_trouble, &kit::Banner::acted, this, [this] { m_preferences ? save() : refresh(); });
    connect(m_form, &kit::Form::misplaced, this,
            [this](const QString &text) { m_trouble->say(text, kit::Tone::Danger); });
}

void Reach::build()
{
    const kit::Theme &theme = m_kit.theme;
    auto *layout = kit::column(theme.px(8));
    layout->setContentsMargins(theme.px(18), theme.px(16), theme.px(18), theme.px(16));
    layout->addWidget(m_title);
    layout->addWidget(m_text->wrapping());
    layout->addWidget(m_form);
    layout->addWidget(m_trouble);
    layout->addWidget(m_save, 0, Qt::AlignRight);
    setLayout(layout);
}

void Reach::refresh()
{
    kit::whenDone(this, m_kit.api.call(api::readPreferences), [this](const Result<Preferences> &preferences) {
        preferences ? show(*preferences) : m_trouble->showTrouble(preferences.error());
    });
}

void Reach::show(const Preferences &preferences)
{
    m_preferences = preferences;
    m_trouble->clear();
    if (!m_form->isTouched())
        m_form->fill({.email = preferences.email,
                      .sms = preferences.sms,
                      .push = preferences.push,
                      .whatsapp = preferences.whatsapp,
                      .inApp = preferences.inApp,
                      .language = preferences.language});
    describe();
    Q_EMIT known(preferences);
}

void Reach::save()
{
    m_trouble->clear();
    const std::optional<PutPreferences> wish = m_form->value();
    if (!wish || !m_save->isEnabled())
        return;
    m_save->setEnabled(false);
    kit::whenDone(this, m_kit.api.call(api::savePreferences, *wish), [this, wish](const Result<Preferences> &saved) {
        m_save->setEnabled(true);
        if (!saved) {
            const auto strangers = m_form->showProblems(saved.error().fields);
            m_trouble->showTrouble(saved.error(), m_form->spoken(strangers));
            return;
        }
        m_form->fill(*wish);
        m_kit.notices.toast(tr("Your choices are saved"));
        show(*saved);
    });
}

void Reach::describe()
{
    m_title->say(tr("3  How we reach you"));
    m_text->say(m_preferences && m_preferences->savedAt
                    ? tr("You can change this whenever you like. Codes, money and orders are told by e-mail all the "
                         "same.")
                    : tr("Choose once, so that your profile is complete. Codes, money and orders are told by e-mail "
                         "all the same."));
}

void Reach::retranslate()
{
    m_form->retranslate();
    m_save->say(tr("Save choices"));
    describe();
}

} // namespace onboarding
