#include "console/kit/display.h"
#include "console/pages/signin/serversteps.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>

namespace signin {

ServerStep::ServerStep(kit::Kit &kit, QWidget *parent)
    : Step(kit, {}, parent)
    , m_check(this)
    , m_name(addLine(QStringLiteral("serverName")))
    , m_server(addLine(QStringLiteral("server")))
    , m_trust(new kit::Label(kit.theme, kit::Type::Caption, "text2", this))
    , m_file(new kit::Button(kit.theme, QStringLiteral("file-text"), "", this))
    , m_system(new kit::Button(kit.theme, {}, "link", this))
    , m_anyway(addLink())
    , m_back(addLink())
    , m_card(new CertificateCard(kit.theme, this))
{
    build();
    connect(m_name.edit, &QLineEdit::textEdited, this, [this](const QString &name) { m_profile.name = name; });
    connect(m_server.edit, &QLineEdit::textEdited, this, &ServerStep::reset);
    connect(m_file, &QPushButton::clicked, this, &ServerStep::chooseFile);
    connect(m_system, &QPushButton::clicked, this, &ServerStep::forgetAuthority);
    connect(m_anyway, &QPushButton::clicked, this, &ServerStep::save);
    connect(m_back, &QPushButton::clicked, this, &ServerStep::backAsked);
    connect(&m_check, &kit::ServerCheck::seen, this, &ServerStep::settle);
    retranslate();
}

void ServerStep::build()
{
    m_name.edit->setMaxLength(kit::profileNameMax);
    m_trust->wrapping();
    m_trust->setObjectName(QStringLiteral("trust"));
    m_file->setObjectName(QStringLiteral("authorityFile"));
    m_system->setObjectName(QStringLiteral("systemAuthorities"));
    m_anyway->setObjectName(QStringLiteral("useAnyway"));
    auto *buttons = new QWidget(this);
    auto *row = kit::row(8);
    row->addWidget(m_file);
    row->addWidget(m_system);
    row->addStretch(1);
    buttons->setLayout(row);
    addField(m_trust);
    addField(buttons);
    addField(m_card);
}

void ServerStep::begin()
{
    m_server.edit->selectAll();
    m_server.edit->setFocus();
}

void ServerStep::edit(const kit::Profile &profile, Visit visit)
{
    m_profile = profile;
    m_visit = visit;
    m_name.edit->setText(profile.name);
    m_server.edit->setText(profile.server.toString());
    reset();
    retranslate();
}

void ServerStep::reset()
{
    m_banner->clear();
    m_card->show({}, {});
    enter(State::Unknown);
}

void ServerStep::enter(State state)
{
    m_state = state;
    m_anyway->setVisible(state == State::Silent);
    sayVerb();
}

void ServerStep::go()
{
    if (isBusy())
        return;
    if (m_state == State::Fine)
        return save();
    const QString typed = m_server.edit->text();
    const QUrl server = kit::originOf(typed);
    reset();
    if (server.isEmpty()) {
        const bool isPlain = kit::isPlainElsewhere(typed);
        m_banner->say(
            [isPlain] {
                return kit::Banner::Words{
                    isPlain ? tr("Without https everybody on the way could read the passwords. Plain http is allowed "
                                 "only on this machine.")
                            : tr("This is not the address of a server. Only https is allowed, except on this "
                                 "machine.")};
            },
            kit::Tone::Danger);
        return;
    }
    setBusy(tr("Looking at the server…"));
    m_check.look(server, m_profile.authority);
}

void ServerStep::settle(const kit::ServerCheck::Sight &sight)
{
    setReady();
    // Typed over meanwhile.
    if (kit::originOf(m_server.edit->text()) != sight.server)
        return reset();
    m_card->show(sight.certificates, m_kit.clock.now());
    if (sight.trouble) {
        m_banner->say([trouble = *sight.trouble] { return kit::Banner::Words{kit::display::trouble(trouble)}; },
                      kit::Tone::Danger);
        return enter(sight.isSilent ? State::Silent : State::Refused);
    }
    const bool isPlain = sight.certificates.isEmpty();
    m_banner->say(
        [isPlain] {
            return kit::Banner::Words{isPlain ? tr("A Kabaadwala server answers, on this machine.")
                                              : tr("A Kabaadwala server answers, and its certificate is good.")};
        },
        kit::Tone::Success);
    enter(State::Fine);
    m_verb->setFocus();
}

void ServerStep::save()
{
    kit::Profile out = m_profile;
    out.name = m_name.edit->text();
    out.server = kit::originOf(m_server.edit->text());
    if (!out.server.isEmpty())
        Q_EMIT saved(out);
}

void ServerStep::refuse()
{
    m_banner->say(
        [] {
            return kit::Banner::Words{
                tr("The list has this server already, or is full with %1 of them.").arg(kit::profilesMax)};
        },
        kit::Tone::Danger);
}

void ServerStep::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("The authority that vouches for the server"), {},
                                   tr("Certificates (*.pem *.crt *.cer)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ServerStep::takeAuthority);
    dialog->open();
}

void ServerStep::takeAuthority(const QString &path)
{
    QFile file(path);
    const QByteArray pem = file.open(QIODevice::ReadOnly) ? file.read(kit::authorityMax + 1) : QByteArray();
    const bool isFine = pem.size() <= kit::authorityMax && !QSslCertificate::fromData(pem, QSsl::Pem).isEmpty();
    reset();
    if (!isFine) {
        m_banner->say([] { return kit::Banner::Words{tr("This file holds no certificate that can be read.")}; },
                      kit::Tone::Danger);
        return;
    }
    m_profile.authority = pem;
    sayAuthority();
}

void ServerStep::forgetAuthority()
{
    m_profile.authority.clear();
    reset();
    sayAuthority();
}

void ServerStep::sayAuthority()
{
    const bool isOwn = !m_profile.authority.isEmpty();
    const auto certificates = QSslCertificate::fromData(m_profile.authority, QSsl::Pem);
    m_trust->say(isOwn ? tr("Believed: only certificates that your file vouches for (%1).")
                             .arg(CertificateCard::nameOf(certificates))
                       : tr("Believed: certificates that this system trusts."));
    m_file->say(isOwn ? tr("Another file…") : tr("Only those of a file…"));
    m_system->say(tr("Those of the system"));
    m_system->setVisible(isOwn);
}

void ServerStep::sayVerb()
{
    const bool isFirst = m_visit == Visit::First;
    setTexts(isFirst ? tr("Welcome") : tr("Server"),
             isFirst ? tr("First say where your market is. Its server is looked at before you sign in.")
                     : tr("The server of your marketplace. Its certificate is always checked."),
             m_state == State::Fine      ? tr("Use this server")
             : m_state == State::Unknown ? tr("Look at the server")
                                         : tr("Look again"));
}

void ServerStep::retranslate()
{
    sayVerb();
    sayAuthority();
    m_name.say(tr("Name, as you call it"));
    m_name.edit->setPlaceholderText(tr("The name of the server"));
    m_server.say(tr("Server address"));
    m_anyway->say(tr("Use it although it does not answer now"));
    m_back->say(tr("Back"));
    m_back->setVisible(m_visit == Visit::Later);
    m_card->retranslate();
}

} // namespace signin
