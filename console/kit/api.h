#pragma once

// Calls the server. Paths, bodies and replies come from shared/contract, so a page cannot get them wrong.
//     whenDone(this, m_api.call(api::listOrders, {.limit = 50}), [this](const Result<Page<Order>> &orders) { … });
// Where nothing goes in, only the ids of the path are said: m_api.call(api::showOrder, id).

#include "console/kit/credentials.h"
#include "console/kit/envelope.h"
#include "console/kit/transport.h"

#include <QHash>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>

namespace kit {

// A file of this machine on its way to the server.
struct LocalFile
{
    QString path;
    QByteArray type;
    Progress progress = {};
};

// Where a file of the server is to go. The call ends, and nothing is left of it, when wantedBy goes.
struct Destination
{
    QString path;
    const QObject *wantedBy = nullptr;
    Progress progress = {};
};

class Api : public QObject
{
    Q_OBJECT

public:
    explicit Api(Transport &transport, QObject *parent = nullptr);

    void actFor(Credentials *credentials) { m_credentials = credentials; } // null: nobody
    // Asks for new tokens now, when what the session may reach has changed (a completed profile, an approval).
    QFuture<bool> renewSession();
    void speak(const QByteArray &language) { m_language = language; }

    // A name for something new that this program makes before the server has seen it: a message, a keyed call.
    static QString freshId();

    template <class In, class Out, class... Path>
    requires(!std::is_same_v<In, Nothing>) QFuture<Result<Out>> call(const Endpoint<In, Out, Path...> &endpoint,
                                                                     const std::type_identity_t<In> &in = {},
                                                                     const std::type_identity_t<Path> &...ids)
    {
        Call call = prepared(endpoint, wire::path(endpoint.path, {wire::segment(ids)...}));
        if (endpoint.method.value == Method::Get || endpoint.method.value == Method::Delete)
            call.target += wire::query(in);
        else
            call.body = json::bytes(in);
        return answer<Out>(call, endpoint.repeat);
    }

    template <class Out, class... Path>
    QFuture<Result<Out>> call(const Endpoint<Nothing, Out, Path...> &endpoint, const std::type_identity_t<Path> &...ids)
    {
        return answer<Out>(prepared(endpoint, wire::path(endpoint.path, {wire::segment(ids)...})), endpoint.repeat);
    }

    // The same under a key that was kept since an earlier try, perhaps by a console that has ended: what the server has
    // taken down under it is not done twice but answered again.
    template <class In, class Out, class... Path>
    QFuture<Result<Out>> callUnder(const QByteArray &key, const Endpoint<In, Out, Path...> &endpoint,
                                   const std::type_identity_t<In> &in, const std::type_identity_t<Path> &...ids)
    {
        Call call = prepared(endpoint, wire::path(endpoint.path, {wire::segment(ids)...}));
        call.idempotencyKey = key;
        call.body = json::bytes(in);
        return answer<Out>(call, endpoint.repeat);
    }

    template <class Query, class Out, class... Path>
    QFuture<Result<Out>> upload(const Endpoint<Upload<Query>, Out, Path...> &endpoint, const LocalFile &file,
                                const std::type_identity_t<Query> &query = {}, const std::type_identity_t<Path> &...ids)
    {
        Call call = prepared(endpoint, wire::path(endpoint.path, {wire::segment(ids)...}));
        call.target += wire::query(query);
        call.filePath = file.path;
        call.contentType = file.type;
        call.progress = file.progress;
        call.timeoutMs = uploadDeadlineMs;
        return answer<Out>(call, endpoint.repeat);
    }

    // Straight to the disk: the body that comes back is empty.
    template <class... Path>
    QFuture<Result<FileBody>> download(const Endpoint<Nothing, FileBody, Path...> &endpoint, const Destination &to,
                                       const std::type_identity_t<Path> &...ids)
    {
        Call call = prepared(endpoint, wire::path(endpoint.path, {wire::segment(ids)...}));
        call.sizeMax = downloadMax;
        call.savePath = to.path;
        call.wantedBy = to.wantedBy;
        call.progress = to.progress;
        return answer<FileBody>(call, endpoint.repeat);
    }

    // A file behind a link that the server gave with its own path (signed URLs). Foreign origins are refused.
    QFuture<Result<FileBody>> fetch(const QString &link);
    // The same straight to the disk, for what may be large.
    QFuture<Result<FileBody>> fetchTo(const QString &link, const Destination &to);

Q_SIGNALS:
    // The server answered or did not: what the connection pill shows.
    void reached(int roundTripMs);
    void missed();

private:
    template <class In, class Out, class... Path>
    Call prepared(const Endpoint<In, Out, Path...> &endpoint, const QByteArray &target)
    {
        Call call{.method = endpoint.method.value, .target = target, .language = m_language};
        if (endpoint.hashes)
            call.timeoutMs = hashDeadlineMs;
        if constexpr (std::is_same_v<Out, FileBody>) {
            call.sizeMax = fileMax;
            call.timeoutMs = uploadDeadlineMs;
        }
        call.isAnonymous = endpoint.access.value == Access::Public || endpoint.access.value == Access::Signed;
        return call;
    }

    QFuture<Result<FileBody>> follow(const QString &link, Call call);

    template <class Out>
    QFuture<Result<Out>> answer(Call call, Repeat repeat)
    {
        auto done = std::make_shared<QPromise<Result<Out>>>();
        done->start();
        auto future = done->future();
        send(std::move(call), repeat).then([this, done](const Reply &reply) {
            auto outcome = std::make_shared<std::optional<Result<Out>>>();
            readThen(
                reply.body.size(), [=] { outcome->emplace(wire::outcome<Out>(reply)); },
                [=] {
                    done->addResult(std::move(**outcome));
                    done->finish();
                });
        });
        return future;
    }
    // A large answer is read aside, so that the interface goes on, and one after the other, so that many do not stand
    // in memory at once.
    void readThen(qsizetype size, std::function<void()> read, std::function<void()> tell);

    QFuture<Reply> send(Call call, Repeat repeat);
    enum class Renewal { Possible, Spent };
    void fly(const Call &call, const std::shared_ptr<QPromise<Reply>> &done, Renewal renewal);
    void land(const Call &call, const Reply &reply, QPromise<Reply> &done);
    QByteArray keyFor(const Call &call);

    Transport &m_transport;
    Credentials *m_credentials = nullptr;
    QByteArray m_language = "en";
    // Keys of actions whose outcome is unknown: asking for the same thing again must not do it twice.
    QHash<QByteArray, QByteArray> m_openKeys;
    QThreadPool m_reader;
};

// Runs on the interface's thread when the call is done, and never after `guard` is gone. QFuture::then with a context
// asserts in that case.
template <class T, class Do>
void whenDone(QObject *guard, QFuture<T> future, Do &&react)
{
    future.then([guard = QPointer(guard), react = std::forward<Do>(react)](const T &outcome) mutable {
        if (guard)
            react(outcome);
    });
}

} // namespace kit
