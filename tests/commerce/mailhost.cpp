#include "tests/commerce/mailhost.h"

#include <QDir>
#include <QJsonDocument>

namespace {

constexpr int patienceMs = 30'000;

void openssl(const QStringList &arguments)
{
    QProcess program;
    program.start(QStringLiteral("openssl"), arguments);
    if (!program.waitForFinished(patienceMs) || program.exitCode() != 0)
        qFatal("openssl: %s", program.readAllStandardError().constData());
}

} // namespace

MailAuthority::MailAuthority()
{
    const QString authorityKey = m_folder.filePath(QStringLiteral("authority.key"));
    const QStringList curve{"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"};
    openssl(
        QStringList{"req", "-x509", "-subj", "/CN=Authority of a test", "-keyout", authorityKey, "-out", authority()} +
        curve);
    openssl(QStringList{"req", "-x509", "-subj", "/CN=mail.test", "-addext", "subjectAltName=IP:127.0.0.1", "-addext",
                        "basicConstraints=critical,CA:FALSE", "-CA", authority(), "-CAkey", authorityKey, "-keyout",
                        key(), "-out", certificate()} +
            curve);
}

MailHost::MailHost(const QStringList &options)
    : m_options(options)
{
    start();
}

MailHost::~MailHost()
{
    stop();
}

void MailHost::start()
{
    // Debian's own Python, because that is the one which has aiosmtpd.
    m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_program.start(QStringLiteral("/usr/bin/python3"),
                    QStringList{QStringLiteral(TESTS "/commerce/mailhost.py"), QStringLiteral("--folder"),
                                m_folder.path(), QStringLiteral("--port"), QString::number(m_port)} +
                        m_options);
    if (!m_program.waitForReadyRead(patienceMs))
        qFatal("the mail server did not start (python3-aiosmtpd): %s", qPrintable(m_program.errorString()));
    m_port = m_program.readLine().trimmed().toInt();
}

void MailHost::stop()
{
    m_program.closeWriteChannel();
    if (!m_program.waitForFinished(patienceMs))
        m_program.kill();
}

void MailHost::startAgain()
{
    start();
}

QList<QJsonObject> MailHost::mails() const
{
    const QDir folder(m_folder.path());
    QList<QJsonObject> mails;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            mails += QJsonDocument::fromJson(file.readAll()).object();
    }
    return mails;
}

QStringList MailHost::talk() const
{
    QFile file(m_folder.filePath(QStringLiteral("talk")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                          : QStringList();
}
