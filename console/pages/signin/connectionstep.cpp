#include "console/pages/signin/steps.h"

#include <QUrl>

namespace signin {

ConnectionStep::ConnectionStep(kit::Kit &kit, QWidget *parent)
    : Step(kit, {}, parent)
    , m_server(addLine(QStringLiteral("server")))
    , m_back(addLink())
{
    connect(m_back, &QPushButton::clicked, this, &ConnectionStep::backAsked);
    retranslate();
}

void ConnectionStep::begin()
{
    m_server.edit->selectAll();
    m_server.edit->setFocus();
}

void ConnectionStep::showServer(const QUrl &server)
{
    m_server.edit->setText(server.toString());
    m_banner->clear();
    if (server.isEmpty())
        m_banner->say(tr("This is not the address of a server. Only https is allowed, except on this machine."),
                      kit::Tone::Danger);
}

void ConnectionStep::go()
{
    Q_EMIT serverTyped(m_server.edit->text());
}

void ConnectionStep::retranslate()
{
    setTexts(tr("Connection"), tr("The server of your marketplace. Its certificate is always checked."),
             tr("Use this server"));
    m_server.say(tr("Server address"));
    m_back->say(tr("Back"));
}

} // namespace signin
