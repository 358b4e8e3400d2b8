#pragma once

// One I/O thread: accepts, reads, answers what is quick itself and hands the rest to the pools.

#include "server/core/pools.h"
#include "server/http/accesslog.h"
#include "server/http/chain.h"
#include "server/http/desk.h"
#include "server/http/door.h"
#include "server/http/frontserver.h"
#include "server/http/sockets.h"
#include "server/http/traffic.h"
#include "server/http/wire.h"

#include <memory>

namespace http {

// Where Lane::Read runs: beside the event loop when a read costs microseconds (SQLite), else on a worker.
enum class ReadLane { Inline, Pooled };

// What all I/O threads share.
struct LoopShare
{
    const Router &router;
    const Clock &clock;
    const Chain::Session session;
    const SocketHost sockets;
    const Proxies proxies;
    const ReadLane reads;
    const std::optional<QSslConfiguration> tls;
    const Wire::Transport transport; // to the client, whoever decrypts
    AccessLog *log;                  // null: nothing is logged
    FrontShare front;
    RateLimiter limiter;
    Traffic traffic;
    WorkerPool workers;
    WorkerPool heavy;
    WorkerPool hashes;
};

// What a front needs to listen, and what its own refusals are called.
std::unique_ptr<Door> doorOf(FrontServer *front, int listening);
ErrorCode refusalCode(int status);

class Loop : public Desk
{
public:
    Loop(LoopShare &share, Policy policy, int listening);
    ~Loop() override;

    // From other threads: Qt::QueuedConnection on this object.
    QObject *context() { return m_front; }
    void apply(Policy policy) { m_chain.apply(std::move(policy)); }
    void drain();
    bool isIdle() const { return m_front->busy() == 0; }

    Admission admit(FrontSocket &socket) override;
    void serve(FrontSocket &socket) override;
    void upgrade(FrontSocket &socket) override;
    Outgoing refusal(int status, const FrontSocket &socket, const Call *call) override;

private:
    // A request, also after its connection has gone.
    struct Address
    {
        FrontServer *front;
        quint64 connection;
        quint64 sequence;
    };

    WorkerPool *poolOf(Lane lane);
    bool isStrained() const;
    void turnAway(FrontSocket &socket, const Address &address, const Call &call);
    Outgoing answer(Call &call) const;
    Reply handled(Call &call) const;
    Outgoing finish(const Call &call, Reply &reply) const;
    std::optional<Error> readHandshake(const FrontSocket &socket, Call &call, Visit &visit);
    void decide(const Address &address, std::shared_ptr<Call> call, Visit visit);
    void open(const Address &address, const Call &call, Visit visit, const std::optional<Error> &refusal);

    LoopShare &m_share;
    Wire m_wire;
    Chain m_chain;
    Sockets m_sockets;
    FrontServer *m_front; // the door owns it
    std::unique_ptr<Door> m_door;
};

} // namespace http
