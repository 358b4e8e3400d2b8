#pragma once

// Looks at a server before anybody types a password there: whether it answers, whether it is one of ours, and whose
// certificate it shows. Nothing is sent but a question after its health.

#include "console/kit/api.h"

namespace kit {

class ServerCheck : public QObject
{
    Q_OBJECT

public:
    explicit ServerCheck(QObject *parent);

    struct Sight
    {
        QUrl server;
        std::optional<Error> trouble;             // none: it can be used
        bool isSilent = false;                    // nobody is there, which may be better tomorrow
        QList<QSslCertificate> certificates = {}; // the server's own one first; told even when they are not believed
    };
    void look(const QUrl &server, const QByteArray &authorityPem); // an earlier look is given up

Q_SIGNALS:
    void seen(const kit::ServerCheck::Sight &sight);

private:
    NetworkTransport m_transport;
    int m_looks = 0;
};

} // namespace kit
