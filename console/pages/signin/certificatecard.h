#pragma once

// What the certificate of a server says, so that its user can compare it with what the operator said: for whom it is,
// who vouches for it, until when, and its fingerprint.

#include "console/kit/controls.h"

#include <QSslCertificate>

class QGridLayout;

namespace signin {

class CertificateCard : public QFrame
{
    Q_OBJECT

public:
    CertificateCard(const kit::Theme &theme, QWidget *parent);

    void show(const QList<QSslCertificate> &chain, Instant now); // the server's own one first; none hides it
    void retranslate();
    static QString nameOf(const QList<QSslCertificate> &chain);     // of the first one
    static QString fingerprint(const QSslCertificate &certificate); // "AB:CD:…" of SHA-256

private:
    void add(const QString &objectName, const QString &name, const QString &value);

    const kit::Theme &m_theme;
    QGridLayout *m_rows;
    QList<QSslCertificate> m_chain;
    Instant m_now;
};

} // namespace signin
