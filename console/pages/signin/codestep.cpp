#include "console/kit/display.h"
#include "console/pages/signin/steps.h"

#include <QRegularExpressionValidator>
#include <QSysInfo>

namespace signin {

namespace {

constexpr int codeLength = 6;
constexpr int recoveryLengthMax = 24;
constexpr int tickMs = 1000;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

CodeStep::CodeStep(kit::Kit &kit, QWidget *parent)
    : Step(kit, {}, parent)
    , m_code(addLine(QStringLiteral("code")))
    , m_app(addLine(QStringLiteral("app")))
    , m_resend(addLink())
    , m_back(addLink())
{
    m_code.edit->setMaxLength(codeLength);
    m_code.edit->setAlignment(Qt::AlignCenter);
    m_code.edit->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,6}")), m_code.edit));
    kit::wear(m_code.edit, "code");
    QFont digits = kit.theme.font(kit::Type::Heading1);
    digits.setLetterSpacing(QFont::AbsoluteSpacing, kit.theme.px(10));
    m_code.edit->setFont(digits);
    m_resend->setObjectName(QStringLiteral("resend"));
    m_app.edit->setMaxLength(recoveryLengthMax);
    connect(m_code.edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.size() != codeLength)
            return;
        m_challenge.asksTotp ? m_app.edit->setFocus() : go();
    });
    connect(m_app.edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        const bool isWhole = text.size() == codeLength && std::all_of(text.cbegin(), text.cend(), &isDigit);
        if (isWhole)
            go();
    });
    connect(m_resend, &QPushButton::clicked, this, &CodeStep::resend);
    connect(m_back, &QPushButton::clicked, this, &CodeStep::backAsked);
    connect(&m_ticker, &QTimer::timeout, this, &CodeStep::tick);
    m_app.name->hide();
    m_app.edit->hide();
    retranslate();
}

void CodeStep::begin()
{
    m_code.edit->clear();
    m_app.edit->clear();
    m_code.edit->setFocus();
}

void CodeStep::ask(const OtpChallenge &challenge)
{
    m_challenge = challenge;
    m_app.name->setVisible(challenge.asksTotp);
    m_app.edit->setVisible(challenge.asksTotp);
    m_banner->clear();
    m_ticker.start(tickMs);
    retranslate();
}

void CodeStep::go()
{
    const QString app = m_app.edit->text().trimmed();
    if (isBusy() || m_code.edit->text().size() != codeLength || (m_challenge.asksTotp && app.size() < codeLength))
        return;
    setBusy(tr("Signing in…"));
    const VerifyOtp wish{.challengeId = m_challenge.challengeId,
                         .code = m_code.edit->text(),
                         .device = QStringLiteral("Console on %1").arg(QSysInfo::prettyProductName()).left(100),
                         .totp = m_challenge.asksTotp ? std::optional(app) : std::nullopt};
    kit::whenDone(this, m_kit.api.call(api::verifyOtp, wish), [this](const Result<SessionTokens> &answer) {
        if (!answer) {
            fail(answer.error());
            begin();
            return;
        }
        setReady();
        m_ticker.stop();
        Q_EMIT signedIn(*answer);
    });
}

void CodeStep::resend()
{
    m_resend->setEnabled(false);
    kit::whenDone(this, m_kit.api.call(api::resendOtp, {.challengeId = m_challenge.challengeId}),
                  [this](const Result<OtpChallenge> &answer) {
                      if (!answer)
                          return fail(answer.error());
                      ask(*answer);
                      m_banner->say(tr("A new code is on its way."), kit::Tone::Success);
                      begin();
                  });
}

void CodeStep::tick()
{
    const qint64 waitMs = m_challenge.resendAt.ms - m_kit.clock.now().ms;
    m_resend->setEnabled(waitMs <= 0);
    m_resend->say(waitMs > 0 ? tr("Send a new code in %1 s").arg(kit::display::text((waitMs + 999) / 1000))
                             : tr("Send a new code"));
}

void CodeStep::retranslate()
{
    setTexts(tr("Type the code"), tr("We sent a code of six digits to %1.").arg(m_challenge.sentTo), tr("Sign in"));
    m_code.say(tr("One-time code"));
    m_app.say(tr("Code of the app, or a recovery code"));
    m_back->say(tr("Back"));
    tick();
}

} // namespace signin
