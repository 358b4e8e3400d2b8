#include "server/http/tls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>

namespace http {

namespace {

// TLS 1.3, and of 1.2 only what has forward secrecy and authenticated encryption.
QList<QSslCipher> ciphers()
{
    QList<QSslCipher> out;
    for (const QSslCipher &cipher : QSslConfiguration::supportedCiphers()) {
        const QString name = cipher.name();
        const bool isModern = name.startsWith(QStringLiteral("TLS_"));
        const bool isSealed = name.contains(QStringLiteral("GCM")) || name.contains(QStringLiteral("CHACHA20"));
        if (isModern || (isSealed && name.startsWith(QStringLiteral("ECDHE-"))))
            out += cipher;
    }
    return out;
}

QSslKey keyOf(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

Result<QSslConfiguration> loadTls(const QString &certificatePath, const QString &keyPath, TlsFloor floor)
{
    QFile certificate(certificatePath);
    QFile keyFile(keyPath);
    if (!certificate.open(QFile::ReadOnly) || !keyFile.open(QFile::ReadOnly))
        return failure(ErrorCode::Unavailable, QStringLiteral("The TLS certificate or its key cannot be read."));
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificate.readAll());
    const QSslKey key = keyOf(keyFile.readAll());
    if (chain.isEmpty() || key.isNull())
        return failure(ErrorCode::Unavailable, QStringLiteral("The TLS certificate or its key is not valid PEM."));
    if (chain.first().publicKey().algorithm() != key.algorithm() || chain.first().publicKey().length() != key.length())
        return failure(ErrorCode::Unavailable, QStringLiteral("The TLS key does not belong to the certificate."));
    QSslConfiguration out = QSslConfiguration::defaultConfiguration();
    out.setLocalCertificateChain(chain);
    out.setPrivateKey(key);
    out.setProtocol(floor == TlsFloor::Tls13 ? QSsl::TlsV1_3OrLater : QSsl::TlsV1_2OrLater);
    out.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    out.setCiphers(ciphers());
    out.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return out;
}

} // namespace http
