#pragma once

// Certificates as good and bad servers show them, made anew by openssl for each test.

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

class Certificates
{
public:
    // An authority of our own that nobody else knows.
    Certificates()
    {
        isMade =
            run({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
                 path("ca.key"), "-out", path("ca.pem"), "-days", "3650", "-subj", "/O=Example Trust/CN=Example CA",
                 "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign"});
    }

    bool isMade = false;

    QString authorityFile() const { return path("ca.pem"); }
    QByteArray authority() const { return read(authorityFile()); }

    struct Wish
    {
        QByteArray name = "localhost";
        int days = 30; // below 0: it has expired
    };
    // Signed by the authority.
    QSslConfiguration server(const Wish &wish)
    {
        QFile extension(path("ext"));
        if (!extension.open(QIODevice::WriteOnly))
            return {};
        extension.write("subjectAltName=DNS:" + wish.name + "\nextendedKeyUsage=serverAuth\n");
        extension.close();
        const bool isSigned =
            run({"req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
                 path("key"), "-out", path("csr"), "-subj", "/CN=" + wish.name}) &&
            run({"x509", "-req", "-in", path("csr"), "-CA", path("ca.pem"), "-CAkey", path("ca.key"), "-CAcreateserial",
                 "-out", path("pem"), "-days", QString::number(wish.days), "-extfile", path("ext")});
        return isSigned ? configuration("pem", Chain::WithAuthority) : QSslConfiguration();
    }
    QSslConfiguration selfSigned()
    {
        const bool isSigned = run({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                                   "-nodes", "-keyout", path("key"), "-out", path("pem"), "-days", "30", "-subj",
                                   "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"});
        return isSigned ? configuration("pem", Chain::Alone) : QSslConfiguration();
    }
    QString serverFile() const { return path("pem"); }

private:
    enum class Chain { Alone, WithAuthority };

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.setProcessChannelMode(QProcess::MergedChannels);
        openssl.start(QStringLiteral("openssl"), arguments);
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }
    QSslConfiguration configuration(const char *certificate, Chain chain) const
    {
        QList<QSslCertificate> all = QSslCertificate::fromData(read(path(certificate)));
        if (chain == Chain::WithAuthority)
            all += QSslCertificate::fromData(authority());
        QSslConfiguration out = QSslConfiguration::defaultConfiguration();
        out.setLocalCertificateChain(all);
        out.setPrivateKey(QSslKey(read(path("key")), QSsl::Ec));
        return out;
    }

    QTemporaryDir m_folder;
};
