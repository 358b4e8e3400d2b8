#include "console/kit/api.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QUuid>

namespace kit {

namespace {

constexpr qsizetype openKeysMax = 100;
constexpr qsizetype readAtOnceMax = 128 << 10;

// Which action a call is: the same endpoint with the same body is the same wish.
QByteArray fingerprint(const Call &call)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(call.target);
    hash.addData(call.body);
    hash.addData(call.filePath.toUtf8());
    return QByteArray(1, char('0' + int(call.method))) + hash.result();
}

bool isStale(const Reply &reply)
{
    if (reply.outcome != Reply::Outcome::Answered || reply.status != 401)
        return false;
    const ErrorCode code = wire::errorOf(reply).code;
    return code == ErrorCode::Unauthenticated || code == ErrorCode::TokenExpired;
}

// What everybody may read is read in the caller's name all the same: it then counts for the account, and not for
// everybody behind the same address. What everybody may do (sign in, renew) goes without it.
bool isInCallersName(const Call &call)
{
    return !call.isAnonymous || call.method == Method::Get;
}

} // namespace

Api::Api(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
    m_reader.setMaxThreadCount(1);
}

QString Api::freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QByteArray Api::keyFor(const Call &call)
{
    const QByteArray wish = fingerprint(call);
    auto it = m_openKeys.find(wish);
    if (it == m_openKeys.end()) {
        if (m_openKeys.size() >= openKeysMax)
            m_openKeys.erase(m_openKeys.begin());
        it = m_openKeys.insert(wish, freshId().toLatin1());
    }
    return *it;
}

QFuture<Reply> Api::send(Call call, Repeat repeat)
{
    if (repeat == Repeat::Keyed && call.idempotencyKey.isEmpty())
        call.idempotencyKey = keyFor(call);
    auto done = std::make_shared<QPromise<Reply>>();
    done->start();
    const QFuture<Reply> future = done->future();
    fly(call, done, Renewal::Possible);
    return future;
}

void Api::fly(const Call &call, const std::shared_ptr<QPromise<Reply>> &done, Renewal renewal)
{
    Call outgoing = call;
    if (m_credentials && isInCallersName(call))
        outgoing.bearer = m_credentials->bearer();
    const int sitting = m_credentials ? m_credentials->sitting() : 0;
    QElapsedTimer clock;
    clock.start();
    whenDone(this, m_transport.send(outgoing), [=, this, used = outgoing.bearer](const Reply &reply) {
        reply.outcome == Reply::Outcome::Answered ? Q_EMIT reached(int(clock.elapsed())) : Q_EMIT missed();
        // What one user asked for is never sent again in the name of the next one.
        const bool isMine = m_credentials && m_credentials->sitting() == sitting;
        if (used.isEmpty() || !isStale(reply) || !isMine)
            return land(call, reply, *done);
        // Once only: a session that is refused right after a renewal is over.
        if (renewal == Renewal::Spent) {
            m_credentials->expire();
            return land(call, reply, *done);
        }
        whenDone(this, m_credentials->renew(), [=, this](bool renewed) {
            const bool isStillMine = m_credentials && m_credentials->sitting() == sitting;
            renewed &&isStillMine ? fly(call, done, Renewal::Spent) : land(call, reply, *done);
        });
    });
}

void Api::land(const Call &call, const Reply &reply, QPromise<Reply> &done)
{
    const bool isOpen = wire::isOutcomeUnknown(reply) || reply.outcome == Reply::Outcome::Unreachable;
    if (!call.idempotencyKey.isEmpty() && !isOpen)
        m_openKeys.remove(fingerprint(call));
    done.addResult(reply);
    done.finish();
}

void Api::readThen(qsizetype size, std::function<void()> read, std::function<void()> tell)
{
    if (size <= readAtOnceMax) {
        read();
        return tell();
    }
    m_reader.start([this, read = std::move(read), tell = std::move(tell)] {
        read();
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

QFuture<bool> Api::renewSession()
{
    return m_credentials ? m_credentials->renew() : QtFuture::makeReadyFuture(false);
}

QFuture<Result<FileBody>> Api::fetch(const QString &link)
{
    return follow(link, {.sizeMax = fileMax});
}

QFuture<Result<FileBody>> Api::fetchTo(const QString &link, const Destination &to)
{
    return follow(link,
                  {.sizeMax = downloadMax, .progress = to.progress, .savePath = to.path, .wantedBy = to.wantedBy});
}

QFuture<Result<FileBody>> Api::follow(const QString &link, Call call)
{
    const QUrl url(link, QUrl::StrictMode);
    // A link names only a place on our server; "//host/x" and "https://host/x" are somebody else's.
    if (!url.isValid() || !url.isRelative() || !url.authority().isEmpty() || !link.startsWith(u'/'))
        return QtFuture::makeReadyFuture(
            Result<FileBody>(failure(ErrorCode::Forbidden, QStringLiteral("The link leads to another server."))));
    call.target = url.toEncoded();
    call.language = m_language;
    call.timeoutMs = uploadDeadlineMs;
    return answer<FileBody>(call, Repeat::Harmless);
}

} // namespace kit
