#include "console/kit/transport.h"

#include <QFile>
#include <QNetworkReply>
#include <QPromise>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSslError>
#include <QTimer>

#include <optional>

namespace kit {

namespace {

constexpr qint64 chunkMax = 1 << 20; // read ahead of a disk that is slower than the line

constexpr int statusOkay = 200;
constexpr int refusalsFrom = 400;

Distrust distrustOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired: return Distrust::Expired;
    case QSslError::CertificateNotYetValid: return Distrust::NotYetValid;
    case QSslError::HostNameMismatch: return Distrust::OtherName;
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted: return Distrust::UnknownIssuer;
    default: return Distrust::Other;
    }
}

// Of several faults the one that says most: nobody knows the issuer of a stranger's certificate, whatever its dates.
Distrust distrustOf(const QList<QSslError> &errors)
{
    Distrust out = Distrust::None;
    for (const QSslError &error : errors) {
        const Distrust each = distrustOf(error);
        if (out == Distrust::None || out == Distrust::Other || each == Distrust::UnknownIssuer)
            out = each;
    }
    return out;
}

// One call on its way. It owns the reply's end: whatever happens first (answer, deadline, too many bytes) decides.
class Flight : public QObject
{
public:
    Flight(QNetworkReply *reply, const Call &call)
        : QObject(reply)
        , m_reply(reply)
        , m_sizeMax(call.sizeMax)
        , m_timeoutMs(call.timeoutMs)
        , m_looksAtCertificates(call.looksAtCertificates)
    {
        m_promise.start();
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { abandon(Reply::Outcome::TimedOut); });
        connect(reply, &QNetworkReply::readyRead, this, &Flight::take);
        connect(reply, &QNetworkReply::metaDataChanged, this, &Flight::checkLength);
        connect(reply, &QNetworkReply::finished, this, &Flight::land);
        // Told and not overlooked: the call ends here.
        connect(reply, &QNetworkReply::sslErrors, this,
                [this](const QList<QSslError> &errors) { m_distrust = distrustOf(errors); });
        if (call.wantedBy)
            connect(call.wantedBy, &QObject::destroyed, this, [this] { abandon(Reply::Outcome::Broken); });
        if (!call.savePath.isEmpty()) {
            m_file.emplace(call.savePath);
            reply->setReadBufferSize(chunkMax);
        }
        if (call.progress)
            connect(reply, m_file ? &QNetworkReply::downloadProgress : &QNetworkReply::uploadProgress, this,
                    call.progress);
        m_deadline.start(call.timeoutMs);
    }

    QFuture<Reply> future() { return m_promise.future(); }

private:
    void take()
    {
        const QByteArray bytes = m_reply->readAll();
        m_size += bytes.size();
        if (m_size > m_sizeMax)
            return abandon(Reply::Outcome::TooLarge);
        if (!isSaved()) {
            m_body += bytes;
            return;
        }
        m_deadline.start(m_timeoutMs);
        const bool isOpen = m_file->isOpen() || m_file->open(QIODevice::WriteOnly);
        if (!isOpen || m_file->write(bytes) != bytes.size())
            abandon(Reply::Outcome::NotWritten);
    }

    // A refusal is read, not kept.
    bool isSaved() const { return m_file && status() == statusOkay; }

    int status() const { return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); }

    // Qt counts a refusal among the errors; it is an answer all the same.
    bool isAnswer() const
    {
        const auto error = m_reply->error();
        return status() > 0 && (error == QNetworkReply::NoError ||
                                (status() >= refusalsFrom && error >= QNetworkReply::ContentAccessDenied &&
                                 error != QNetworkReply::ProtocolFailure));
    }

    void checkLength()
    {
        if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_sizeMax)
            abandon(Reply::Outcome::TooLarge);
    }

    void abandon(Reply::Outcome outcome)
    {
        m_outcome = outcome;
        if (m_landed)
            return;
        m_reply->abort(); // emits finished, which lands
    }

    Reply::Outcome outcome() const
    {
        if (m_outcome != Reply::Outcome::Answered)
            return m_outcome;
        if (isAnswer())
            return Reply::Outcome::Answered;
        switch (m_reply->error()) {
        case QNetworkReply::SslHandshakeFailedError: return Reply::Outcome::Distrusted;
        case QNetworkReply::ProtocolUnknownError: // a redirect to what is no web address
        case QNetworkReply::InsecureRedirectError:
        case QNetworkReply::TooManyRedirectsError: return Reply::Outcome::Misled;
        // Packed bytes that unpack to more than is taken, or to nothing.
        case QNetworkReply::UnknownContentError: return Reply::Outcome::TooLarge;
        case QNetworkReply::ConnectionRefusedError:
        case QNetworkReply::HostNotFoundError:
        case QNetworkReply::NetworkSessionFailedError:
        case QNetworkReply::TemporaryNetworkFailureError: return Reply::Outcome::Unreachable;
        default: return Reply::Outcome::Broken;
        }
    }

    void land()
    {
        if (std::exchange(m_landed, true))
            return;
        if (m_outcome == Reply::Outcome::Answered && m_reply->isOpen())
            take();
        m_deadline.stop();
        // The file takes its place at once and whole, or not at all.
        if (isSaved() && outcome() == Reply::Outcome::Answered && !m_file->commit())
            m_outcome = Reply::Outcome::NotWritten;

        Reply reply{.outcome = outcome(), .trouble = m_reply->errorString()};
        if (reply.outcome == Reply::Outcome::NotWritten)
            reply.trouble = m_file->errorString();
        reply.status = status();
        reply.distrust = m_distrust;
        if (m_looksAtCertificates)
            reply.certificates = m_reply->sslConfiguration().peerCertificateChain();
        reply.contentType = m_reply->rawHeader("Content-Type").left(200);
        reply.requestId = m_reply->rawHeader("X-Request-Id").left(80);
        reply.retryAfterSeconds = m_reply->rawHeader("Retry-After").toInt();
        reply.fileName = fileName(QString::fromUtf8(m_reply->rawHeader("Content-Disposition").left(1000)));
        if (reply.outcome == Reply::Outcome::Answered)
            reply.body = std::move(m_body);
        m_reply->deleteLater();
        m_promise.addResult(std::move(reply));
        m_promise.finish();
    }

    // Only the last part of a name that a server sends may reach the disk.
    static QString fileName(const QString &disposition)
    {
        static const QRegularExpression named(QStringLiteral("filename=\"?([^\";]*)"));
        const QString name = named.match(disposition).captured(1).section(u'/', -1).section(u'\\', -1).trimmed();
        return name.startsWith(u'.') ? QString() : name.left(120);
    }

    QNetworkReply *m_reply;
    qint64 m_sizeMax;
    int m_timeoutMs;
    qint64 m_size = 0;
    QByteArray m_body;
    std::optional<QSaveFile> m_file;
    QTimer m_deadline;
    QPromise<Reply> m_promise;
    Reply::Outcome m_outcome = Reply::Outcome::Answered;
    Distrust m_distrust = Distrust::None;
    bool m_looksAtCertificates;
    bool m_landed = false;
};

QNetworkRequest requestOf(const QUrl &server, const Call &call)
{
    QNetworkRequest request(server.resolved(QUrl::fromEncoded(call.target)));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(2);
    request.setDecompressedSafetyCheckThreshold(call.sizeMax);
    request.setRawHeader("Accept-Language", call.language);
    if (!call.bearer.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + call.bearer);
    if (!call.idempotencyKey.isEmpty())
        request.setRawHeader("Idempotency-Key", call.idempotencyKey);
    if (!call.body.isEmpty() || !call.filePath.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, call.contentType);
    return request;
}

QByteArray verb(Method method)
{
    return QByteArray(names::text(method).data(), names::text(method).size()).toUpper();
}

} // namespace

QSslConfiguration tlsFor(const QByteArray &authorityPem)
{
    QSslConfiguration out = QSslConfiguration::defaultConfiguration();
    out.setProtocol(QSsl::SecureProtocols);
    if (!authorityPem.isEmpty())
        out.setCaCertificates(QSslCertificate::fromData(authorityPem, QSsl::Pem));
    return out;
}

NetworkTransport::NetworkTransport(QUrl server, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_tls(tlsFor({}))
{}

void NetworkTransport::moveTo(const QUrl &server, const QByteArray &authorityPem)
{
    m_server = server;
    m_tls = tlsFor(authorityPem);
    for (QNetworkReply *reply : m_network.findChildren<QNetworkReply *>())
        reply->abort();
    m_network.clearConnectionCache();
}

QFuture<Reply> NetworkTransport::send(const Call &call)
{
    // Whoever wanted it has gone while the session was renewed.
    if (!call.savePath.isEmpty() && !call.wantedBy)
        return QtFuture::makeReadyFuture(Reply{.outcome = Reply::Outcome::Broken});
    QNetworkRequest request = requestOf(m_server, call);
    request.setSslConfiguration(m_tls);
    QNetworkReply *reply = nullptr;
    if (call.filePath.isEmpty()) {
        reply = m_network.sendCustomRequest(request, verb(call.method), call.body);
    } else {
        auto *file = new QFile(call.filePath);
        if (!file->open(QIODevice::ReadOnly)) {
            const QString trouble = file->errorString();
            delete file;
            return QtFuture::makeReadyFuture(Reply{.outcome = Reply::Outcome::Unreachable, .trouble = trouble});
        }
        reply = m_network.sendCustomRequest(request, verb(call.method), file);
        file->setParent(reply);
    }
    return (new Flight(reply, call))->future();
}

} // namespace kit
