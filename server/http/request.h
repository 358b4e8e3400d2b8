#pragma once

// One call as the bindings and the chain see it, and what is sent back. Nothing here points into a socket: a call may
// travel to another thread and outlive the connection it came from.

#include "server/core/caller.h"
#include "server/http/ratelimit.h"
#include "shared/base/result.h"
#include "shared/base/values.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>

namespace http {

struct Route;

// A file that disappears with its owner, unless somebody moved it away before.
class TemporaryPath
{
public:
    TemporaryPath() = default;
    explicit TemporaryPath(QString path)
        : m_path(std::move(path))
    {}
    TemporaryPath(TemporaryPath &&other) noexcept
        : m_path(std::exchange(other.m_path, {}))
    {}
    TemporaryPath &operator=(TemporaryPath &&other) noexcept
    {
        std::swap(m_path, other.m_path);
        return *this;
    }
    ~TemporaryPath();

    const QString &path() const { return m_path; }

private:
    QString m_path;
};

struct Reply
{
    int status = 200;
    QByteArray type = QByteArrayLiteral("application/json");
    QByteArray headers = {}; // further lines, each with its CRLF
    QByteArray body = {};
    QByteArray zipped = {};   // the same body, when it was made long before; else it is zipped when it is sent
    qint64 version = 0;       // of the object that the body shows; 0: it has none
    qsizetype stableSize = 0; // so many bytes of the body depend on the data only; 0: no ETag
    QByteArray caching = {};  // Cache-Control, when the usual one does not fit
    QByteArray contentPolicy = QByteArrayLiteral("default-src 'none'; frame-ancestors 'none'");
    QString filePath = {}; // sent instead of the body when not empty
    qint64 fileOffset = 0;
    qint64 fileSize = 0;
};

// What the connection keeps of a call that a handler has taken: a refusal at the deadline speaks of the same call, and
// the late answer is dropped without being counted a second time.
struct Underway
{
    const Route *route = nullptr;
    QByteArray method;
    QByteArray path;
    QByteArray requestId;
    QString ip;
    Instant time;
    qint64 startedNs = 0;
    std::atomic<bool> isRefused = false;
};

struct Call
{
    Call() = default;
    Q_DISABLE_COPY_MOVE(Call) // caller.repeat points into it

    const Route *route = nullptr;
    Caller caller;
    QByteArray method;
    QByteArray path;          // as it came, percent-encoded
    QByteArray query;         // the same
    QList<QByteArray> params; // the path's variable segments, percent-encoded
    QByteArray body;
    QByteArray contentType;
    QByteArray range;
    QByteArray ifNoneMatch;
    QByteArray ifMatch;
    QByteArray origin;
    QByteArray agent;
    bool isSpeculative = false;            // HEAD or prefetching
    QHash<QByteArray, QByteArray> headers; // only for RawBody, names in lower case
    TemporaryPath upload;
    qint64 uploadSize = 0;
    RepeatedCall repeat;
    Instant time;         // of arrival, the envelope's timestamp
    qint64 startedNs = 0; // monotonic
    bool takesGzip = false;
    bool headOnly = false; // HEAD: everything but the body is sent
    bool lastOnConnection = false;
    RateLimiter::Verdict rate = {}; // what the reply says of the limits
    QByteArray replyHeaders = {};   // of the chain, added whatever the handler says
    std::shared_ptr<Underway> underway = {};
    std::optional<Reply> refusal = {}; // the chain's verdict when the handler must not run
};

} // namespace http
