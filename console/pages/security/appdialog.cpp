#include "console/pages/security/appdialog.h"

#include "console/kit/proof.h"
#include "console/kit/qrcode.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace security {

using kit::Type;

namespace {

constexpr int widthUsual = 480;
constexpr int codeLength = 6;
constexpr int groupLength = 4;

QString grouped(const QString &secret)
{
    QStringList groups;
    for (qsizetype at = 0; at < secret.size(); at += groupLength)
        groups += secret.mid(at, groupLength);
    return groups.join(u' ');
}

} // namespace

AppDialog::AppDialog(kit::Kit &kit, const TotpOffer &offer, QWidget *parent)
    : CallDialog(kit.theme, tr("Use this app"), "primary", parent)
    , m_kit(kit)
    , m_code(new QLineEdit(this))
{
    const kit::Theme &theme = kit.theme;
    setObjectName(QStringLiteral("app"));
    setWindowTitle(tr("Set up the app"));
    setMinimumWidth(theme.px(widthUsual));
    m_code->setObjectName(QStringLiteral("code"));
    m_code->setMaxLength(codeLength);
    m_code->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,6}")), m_code));

    auto *title = new kit::Label(theme, Type::Heading2, "", this);
    title->say(tr("Set up the app"));
    auto *text = new kit::Label(theme, Type::Body, "text2", this);
    text->wrapping()->say(
        tr("Open an authenticator app on your phone, add an account and point the camera at the square. "
           "Then type the code that it shows."));
    auto *name = new kit::Label(theme, Type::Caption, "text2", this);
    name->say(tr("Code of the app"));
    name->setBuddy(m_code);
    m_code->setAccessibleName(name->text());

    auto *layout = kit::column(theme.px(10));
    layout->setContentsMargins(theme.px(22), theme.px(20), theme.px(22), theme.px(18));
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addWidget(m_trouble);
    layout->addWidget(buildSecret(offer));
    layout->addWidget(name);
    layout->addWidget(m_code);
    layout->addSpacing(theme.px(4));
    layout->addLayout(buttons());
    setLayout(layout);

    connect(m_code, &QLineEdit::textChanged, this, &AppDialog::check);
    connect(m_code, &QLineEdit::returnPressed, m_verb, &QPushButton::click);
    connect(m_verb, &QPushButton::clicked, this, &AppDialog::confirm);
    m_code->setFocus();
    check();
}

QWidget *AppDialog::buildSecret(const TotpOffer &offer)
{
    const kit::Theme &theme = m_kit.theme;
    auto *square = new kit::QrCode(theme, offer.uri, this);
    square->setObjectName(QStringLiteral("square"));
    square->setAccessibleName(tr("The square for the camera; the same stands beside it as text"));
    auto *hint = new kit::Label(theme, Type::Small, "text2", this);
    hint->wrapping()->say(tr("No camera? Type this into the app:"));
    auto *secret = new kit::Label(theme, Type::Mono, "", this);
    secret->setObjectName(QStringLiteral("secret"));
    secret->setTextInteractionFlags(Qt::TextSelectableByMouse);
    secret->wrapping()->say(grouped(offer.secret));
    auto *words = kit::column(theme.px(6));
    words->addStretch(1);
    words->addWidget(hint);
    words->addWidget(secret);
    words->addStretch(1);
    auto *out = new QWidget(this);
    auto *layout = kit::row(theme.px(18));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(square, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    out->setLayout(layout);
    return out;
}

bool AppDialog::isReady() const
{
    return m_code->text().size() == codeLength;
}

void AppDialog::showTrouble(const Error &error)
{
    const bool isWrong = error.code == ErrorCode::ValidationFailed;
    m_trouble->showTrouble(error, isWrong ? tr("This is not the code that the app shows now.") : QString());
    m_code->selectAll();
    m_code->setFocus();
}

void AppDialog::confirm()
{
    if (isWaiting() || !isReady())
        return;
    const ConfirmTotp wish{m_code->text()};
    await(kit::proved(m_kit, this, [this, wish] { return m_kit.api.call(api::confirmTotp, wish); }),
          [this](const RecoveryCodes &codes) {
              accept();
              Q_EMIT confirmed(codes);
          });
}

} // namespace security
