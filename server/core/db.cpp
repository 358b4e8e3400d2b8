#include "server/core/db.h"

#include <stdexcept>

namespace {

thread_local bool insideUnit = false;

struct StoredReply
{
    sql::Blob bodyHash;
    std::optional<sql::Blob> reply;

    FIELDS(StoredReply, FIELD(bodyHash), FIELD(reply))
};

// Calls of strangers share one scope: sixteen zero bytes instead of an account.
sql::IdBytes scopeOf(const Caller &caller)
{
    return sql::idBytes(caller.id.uuid);
}

} // namespace

void Tx::publishEvent(std::string_view topic, const QByteArray &body)
{
    // PostgreSQL commits out of the order of seq, so there the transaction's number tells which rows are complete.
    if (engine() == Engine::Postgres)
        run("INSERT INTO outbox (txid, topic, body, created_at)"
            " SELECT pg_current_xact_id()::text::bigint, ?, ?, ? FROM pg_notify('outbox', '')",
            topic, body, m_now);
    else
        run("INSERT INTO outbox (txid, topic, body, created_at) VALUES (0, ?, ?, ?)", topic, body, m_now);
    m_published = true;
}

Result<> Db::answers()
{
    const auto look = [](Tx &tx) -> Result<> {
        (void)tx.number("count(*) FROM schema_versions");
        return {};
    };
    MUST(read(look));
    return write(look);
}

Result<bool> Db::claimKey(Tx &tx, const Caller &caller)
{
    RepeatedCall &call = *caller.repeat;
    call.reply.clear();
    call.replayed = false;
    const qint64 claimed = tx.run("INSERT INTO idempotency_keys (caller, endpoint, key, body_hash, created_at)"
                                  " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                                  scopeOf(caller), call.endpoint, call.key, sql::Blob{call.bodyHash}, tx.now());
    if (claimed == 1)
        return true;

    const auto stored = tx.one<StoredReply>("FROM idempotency_keys WHERE caller = ? AND endpoint = ? AND key = ?",
                                            scopeOf(caller), call.endpoint, call.key);
    if (!stored)
        throw DbFault("an idempotency key is neither free nor taken");
    if (stored->bodyHash.bytes != call.bodyHash)
        return failure(ErrorCode::IdempotencyMismatch,
                       QStringLiteral("This Idempotency-Key was used with another request body."));
    if (!stored->reply)
        throw DbFault("an idempotency key was committed without its reply");
    call.reply = stored->reply->bytes;
    call.replayed = true;
    return false;
}

void Db::storeReply(Tx &tx, const Caller &caller, const QByteArray &data)
{
    RepeatedCall &call = *caller.repeat;
    call.reply = call.envelopeHead + data + call.envelopeTail;
    if (tx.run("UPDATE idempotency_keys SET reply = ?4 WHERE caller = ?1 AND endpoint = ?2 AND key = ?3",
               scopeOf(caller), call.endpoint, call.key, sql::Blob{call.reply}) != 1)
        throw DbFault("the claimed idempotency key is gone");
}

qint64 Db::forgetReplies(Instant before, int limit)
{
    qint64 forgotten = 0;
    runWrite([&](Tx &tx) {
        forgotten = tx.run("DELETE FROM idempotency_keys WHERE (caller, endpoint, key) IN"
                           " (SELECT caller, endpoint, key FROM idempotency_keys WHERE created_at < ? LIMIT ?)",
                           before, limit);
        return true;
    });
    return forgotten;
}

Db::UnitMark::UnitMark()
{
    insideUnit = true;
}

Db::UnitMark::~UnitMark()
{
    insideUnit = false;
}

void Db::refuseNesting()
{
    if (insideUnit)
        throw std::logic_error("a unit of work was started inside another one");
}
