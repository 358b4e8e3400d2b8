// How providers are set up, and how many payments come through, of Store.

#include "server/payments/store.h"

namespace payments {

QList<GatewayRow> Store::gateways(Tx &tx)
{
    return tx.all<GatewayRow>("FROM payment_gateways ORDER BY place, provider");
}

std::optional<GatewayRow> Store::gateway(Tx &tx, GatewayName name)
{
    return tx.one<GatewayRow>("FROM payment_gateways WHERE provider = ?", name);
}

bool Store::insertNew(Tx &tx, const GatewayRow &row)
{
    return tx.insertNew("payment_gateways", row);
}

bool Store::change(Tx &tx, const GatewayRow &next, qint64 seen)
{
    return tx.run("UPDATE payment_gateways SET mode = ?, is_on = ?, place = ?, version = ?, changed_by = ?,"
                  " changed_by_id = ?, changed_at = ? WHERE provider = ? AND version = ?",
                  next.mode, next.isOn, next.place, next.version, next.changedBy, next.changedById, next.changedAt,
                  next.provider, seen) == 1;
}

QList<GatewayKeyRow> Store::keysOf(Tx &tx, GatewayName name)
{
    return tx.all<GatewayKeyRow>("FROM payment_gateway_keys WHERE provider = ? ORDER BY name", name);
}

void Store::put(Tx &tx, const GatewayKeyRow &key)
{
    tx.run("INSERT INTO payment_gateway_keys (provider, name, key_sealed, last_four, changed_at, earlier_sealed,"
           " earlier_until) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (provider, name) DO UPDATE SET"
           " key_sealed = excluded.key_sealed, last_four = excluded.last_four, changed_at = excluded.changed_at,"
           " earlier_sealed = excluded.earlier_sealed, earlier_until = excluded.earlier_until",
           key.provider, key.name, key.keySealed, key.lastFour, key.changedAt, key.earlierSealed, key.earlierUntil);
}

void Store::forgetEarlier(Tx &tx, GatewayName provider)
{
    tx.run("UPDATE payment_gateway_keys SET earlier_sealed = NULL, earlier_until = NULL WHERE provider = ?", provider);
}

void Store::forgetEarlier(Tx &tx, Instant until)
{
    tx.run("UPDATE payment_gateway_keys SET earlier_sealed = NULL, earlier_until = NULL WHERE earlier_until <= ?",
           until);
}

qint64 Store::countOpen(Tx &tx, GatewayName provider)
{
    return tx.number("(SELECT count(*) FROM payments WHERE provider = ?1 AND next_check_at IS NOT NULL)"
                     " + (SELECT count(*) FROM payment_refunds WHERE provider = ?1 AND next_try_at IS NOT NULL)",
                     provider);
}

Attempts Store::attempts(Tx &tx, const QString &provider, Instant since)
{
    return tx
        .all<Attempts>("FROM (SELECT count(*) AS attempts,"
                       " CAST(coalesce(sum(CASE WHEN status IN ('paid', 'refunded') THEN 1 ELSE 0 END), 0) AS BIGINT)"
                       " AS paid,"
                       " CAST(coalesce(sum(CASE WHEN status = 'failed' THEN 1 ELSE 0 END), 0) AS BIGINT) AS failed"
                       " FROM payments WHERE provider = ? AND created_at >= ?) AS counted",
                       provider, since)
        .constFirst();
}

} // namespace payments
