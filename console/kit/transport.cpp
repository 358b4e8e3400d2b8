#include "console/kit/transport.h"

#include <QFile>
#include <QNetworkReply>
#include <QPromise>
#include <QRegularExpression>
#include <QTimer>

namespace kit {

namespace {

// One call on its way. It owns the reply's end: whatever happens first (answer, deadline, too many bytes) decides.
class Flight : public QObject
{
public:
    Flight(QNetworkReply *reply, const Call &call)
        : QObject(reply)
        , m_reply(reply)
        , m_sizeMax(call.sizeMax)
    {
        m_promise.start();
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { abandon(Reply::Outcome::TimedOut); });
        connect(reply, &QNetworkReply::readyRead, this, &Flight::take);
        connect(reply, &QNetworkReply::metaDataChanged, this, &Flight::checkLength);
        connect(reply, &QNetworkReply::finished, this, &Flight::land);
        if (call.progress)
            connect(reply, &QNetworkReply::uploadProgress, this, call.progress);
        m_deadline.start(call.timeoutMs);
    }

    QFuture<Reply> future() { return m_promise.future(); }

private:
    void take()
    {
        m_body += m_reply->readAll();
        if (m_body.size() > m_sizeMax)
            abandon(Reply::Outcome::TooLarge);
    }

    void checkLength()
    {
        if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_sizeMax)
            abandon(Reply::Outcome::TooLarge);
    }

    void abandon(Reply::Outcome outcome)
    {
        if (m_landed)
            return;
        m_outcome = outcome;
        m_reply->abort(); // emits finished, which lands
    }

    Reply::Outcome outcome() const
    {
        if (m_outcome != Reply::Outcome::Answered)
            return m_outcome;
        if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid() &&
            (m_reply->error() == QNetworkReply::NoError || (m_reply->error() >= QNetworkReply::ContentAccessDenied &&
                                                            m_reply->error() != QNetworkReply::ProtocolFailure)))
            return Reply::Outcome::Answered;
        switch (m_reply->error()) {
        case QNetworkReply::SslHandshakeFailedError:
        case QNetworkReply::InsecureRedirectError:
        case QNetworkReply::TooManyRedirectsError: return Reply::Outcome::Distrusted;
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
        m_deadline.stop();
        m_body += m_reply->isOpen() ? m_reply->readAll() : QByteArray();
        if (m_outcome == Reply::Outcome::Answered && m_body.size() > m_sizeMax)
            m_outcome = Reply::Outcome::TooLarge;

        Reply reply{.outcome = outcome(), .trouble = m_reply->errorString()};
        reply.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
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
    QByteArray m_body;
    QTimer m_deadline;
    QPromise<Reply> m_promise;
    Reply::Outcome m_outcome = Reply::Outcome::Answered;
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

NetworkTransport::NetworkTransport(QUrl server, QObject *parent)
    : QObject(parent)
    , m_server(std::move(server))
{}

void NetworkTransport::moveTo(const QUrl &server)
{
    m_server = server;
    for (QNetworkReply *reply : m_network.findChildren<QNetworkReply *>())
        reply->abort();
    m_network.clearConnectionCache();
}

QFuture<Reply> NetworkTransport::send(const Call &call)
{
    const QNetworkRequest request = requestOf(m_server, call);
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
