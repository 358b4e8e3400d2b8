// How the providers are set up by super-admins, of Service (PAY-17). The server's file comes first; what is set in the
// console rules over it, key by key.

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/permit.h"
#include "server/core/secrets.h"
#include "server/payments/service.h"
#include "server/payments/setuprules.h"

#include <algorithm>

namespace payments {

namespace {

constexpr GatewayName allNames[] = {GatewayName::Razorpay, GatewayName::Stripe, GatewayName::Sslcommerz,
                                    GatewayName::Upi, GatewayName::StripeConnect};

// What the audit log says of a change: which keys were given, and nothing of them.
struct AuditedGateway
{
    GatewayMode mode = GatewayMode::Mock;
    bool isOn = false;
    int place = 0;
    QList<QString> keys;

    FIELDS(AuditedGateway, FIELD(mode), FIELD(isOn), FIELD(place), FIELD(keys))
};

auto noGateway()
{
    return notFound(QLatin1StringView("provider"));
}

QByteArray placeOf(GatewayName provider, GatewayKey name)
{
    return QByteArray("payment_gateway_keys.") + names::text(provider).latin1() + '.' + names::text(name).latin1();
}

QByteArray earlierPlaceOf(const GatewayKeyRow &key)
{
    return placeOf(key.provider, key.name) + ".earlier";
}

QByteArray &valueOf(GatewayKey name, GatewayConfig &config, QByteArray &keyId)
{
    switch (name) {
    case GatewayKey::KeyId: return keyId;
    case GatewayKey::KeySecret: return config.keySecret;
    case GatewayKey::WebhookSecret: return config.webhookSecret;
    }
    return keyId;
}

QList<std::pair<GatewayKey, QByteArray>> keysIn(const ChangeGateway &wish)
{
    QList<std::pair<GatewayKey, QByteArray>> out;
    const auto add = [&](GatewayKey name, const std::optional<QString> &value) {
        if (value)
            out.append({name, value->toUtf8()});
    };
    add(GatewayKey::KeyId, wish.keyId);
    add(GatewayKey::KeySecret, wish.keySecret);
    add(GatewayKey::WebhookSecret, wish.webhookSecret);
    return out;
}

QList<QString> namesIn(const ChangeGateway &wish)
{
    QList<QString> out;
    for (const auto &given = keysIn(wish); const auto &[key, plain] : given)
        out += names::text(key).toString();
    return out;
}

KeyMark markOf(GatewayKey name, const GatewayConfig &file, const QList<GatewayKeyRow> &kept)
{
    for (const GatewayKeyRow &row : kept)
        if (row.name == name)
            return {GatewaySource::Console, row.lastFour, row.changedAt};
    GatewayConfig config = file;
    QByteArray keyId = file.keyId.toUtf8();
    const QString plain = QString::fromUtf8(valueOf(name, config, keyId));
    if (plain.isEmpty())
        return {};
    return {GatewaySource::File, setup::lastFourOf(plain), std::nullopt};
}

} // namespace

// What the file says of a provider; of one that it does not name, what it says of all.
GatewayConfig Service::fromFile(GatewayName name) const
{
    const QString provider = names::text(name).toString();
    for (const GatewayConfig &each : m_fromFile)
        if (each.provider == provider)
            return each;
    const GatewayConfig common = m_fromFile.isEmpty() ? GatewayConfig() : m_fromFile.constFirst();
    GatewayConfig out{.provider = provider,
                      .baseUrl = {},
                      .currency = common.currency,
                      .timeoutMs = common.timeoutMs,
                      .firstRetryMs = common.firstRetryMs,
                      .patienceMs = common.patienceMs,
                      .siteUrl = common.siteUrl,
                      .returnUrl = common.siteUrl,
                      .payeeName = QStringLiteral("Kabaadwala"),
                      .isMockable = common.isMockable};
    // By way of another mode, so that it gets the address of the real one.
    return setup::inMode(name, GatewayMode::Live, setup::inMode(name, GatewayMode::Mock, out));
}

GatewayConfig Service::merged(const GatewayRow &row, const QList<GatewayKeyRow> &keys) const
{
    GatewayConfig out = setup::inMode(row.provider, row.mode, fromFile(row.provider));
    out.isOn = row.isOn;
    QByteArray keyId = out.keyId.toUtf8();
    const auto plainOf = [&](const sql::Blob &sealed, const QByteArray &place) {
        const auto plain = m_secrets.vault().open(sealed.bytes, place);
        if (!plain)
            throw DbFault("a key of a payment provider does not open");
        return *plain;
    };
    for (const GatewayKeyRow &key : keys) {
        valueOf(key.name, out, keyId) = plainOf(key.keySealed, placeOf(row.provider, key.name));
        if (!key.earlierSealed)
            continue;
        out.earlierSecret = plainOf(*key.earlierSealed, earlierPlaceOf(key));
        out.earlierUntil = key.earlierUntil.value_or(Instant());
    }
    out.keyId = QString::fromUtf8(keyId);
    if (row.provider == GatewayName::Sslcommerz)
        out.webhookSecret = out.keySecret;
    return out;
}

GatewayConfig Service::current(Tx &tx, GatewayName name)
{
    const auto row = m_store.gateway(tx, name);
    return row ? merged(*row, m_store.keysOf(tx, name)) : fromFile(name);
}

// In the order in which buyers are offered them; those that are only in the file keep theirs.
void Service::load()
{
    // Read and taken over as one step, or an older snapshot could come behind a newer one.
    const std::lock_guard lock(m_loadMutex);
    std::vector<std::pair<int, GatewayConfig>> found;
    m_db.read([&](Tx &tx) {
        found.clear();
        const auto rows = m_store.gateways(tx);
        for (const GatewayRow &row : rows)
            found.emplace_back(row.place, merged(row, m_store.keysOf(tx, row.provider)));
        for (qsizetype at = 0; at < m_fromFile.size(); ++at) {
            const bool isSet = std::any_of(rows.cbegin(), rows.cend(), [&](const GatewayRow &row) {
                return m_fromFile[at].provider == names::text(row.provider);
            });
            if (!isSet)
                found.emplace_back(int(at), m_fromFile[at]);
        }
        return true;
    });
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<GatewayConfig> configs;
    for (const auto &[place, config] : found)
        configs += config;
    m_providers.replace(configs);
}

GatewaySetup Service::shown(Tx &tx, GatewayName name)
{
    const auto row = m_store.gateway(tx, name);
    const QList<GatewayKeyRow> keys = row ? m_store.keysOf(tx, name) : QList<GatewayKeyRow>();
    const GatewayConfig file = fromFile(name);
    const auto isOfFile = [&](const GatewayConfig &each) { return each.provider == file.provider; };
    const auto at = std::find_if(m_fromFile.cbegin(), m_fromFile.cend(), isOfFile);
    GatewaySetup out{.provider = name,
                     .mode = setup::modeOf(file),
                     .isOn = at != m_fromFile.cend() && !(file.keyId.isEmpty() && file.keySecret.isEmpty()),
                     .place = int(at - m_fromFile.cbegin()),
                     .keyId = markOf(GatewayKey::KeyId, file, keys),
                     .keySecret = markOf(GatewayKey::KeySecret, file, keys),
                     .webhookSecret = markOf(GatewayKey::WebhookSecret, file, keys)};
    if (!row)
        return out;
    out.mode = row->mode;
    out.isOn = row->isOn;
    out.place = row->place;
    out.source = GatewaySource::Console;
    out.version = row->version;
    out.changedBy = row->changedBy;
    out.changedAt = row->changedAt;
    return out;
}

Result<QList<GatewaySetup>> Service::listGateways(const Caller &caller)
{
    MUST(permitSuper(caller));
    return m_db.read([&](Tx &tx) -> Result<QList<GatewaySetup>> {
        QList<GatewaySetup> out;
        for (const GatewayName name : allNames)
            out += shown(tx, name);
        std::stable_sort(out.begin(), out.end(),
                         [](const GatewaySetup &a, const GatewaySetup &b) { return a.place < b.place; });
        return out;
    });
}

// What is open where there is real money can only be asked about there. A secret is believed in its own mode alone: in
// another one it is kept less well.
Result<> Service::changeMode(Tx &tx, GatewayName name, GatewayMode seen)
{
    const bool isSending = name == GatewayName::StripeConnect && m_isSending && m_isSending(tx);
    if (seen == GatewayMode::Live && name != GatewayName::Upi && (isSending || m_store.countOpen(tx, name) > 0))
        return refusal(QStringLiteral("mode"),
                       QStringLiteral("stays until everything has ended that is open at the provider; close it first"));
    m_store.forgetEarlier(tx, name);
    return {};
}

// earlierSecret: what webhooks are signed with until now; empty when that is not to be believed any more.
void Service::keep(Tx &tx, GatewayName name, const ChangeGateway &wish, const QByteArray &earlierSecret)
{
    const auto given = keysIn(wish);
    for (const auto &[key, plain] : given) {
        GatewayKeyRow row{.provider = name,
                          .name = key,
                          .keySealed = {m_secrets.vault().seal(plain, placeOf(name, key))},
                          .lastFour = setup::lastFourOf(QString::fromUtf8(plain)),
                          .changedAt = tx.now()};
        if (key == GatewayKey::WebhookSecret && !earlierSecret.isEmpty() && earlierSecret != plain) {
            row.earlierSealed = sql::Blob{m_secrets.vault().seal(earlierSecret, earlierPlaceOf(row))};
            row.earlierUntil = tx.now().after(setup::earlierSecretMs);
        }
        m_store.put(tx, row);
    }
}

// Whoever has the keys has the money, so it is asked who it is. Calls that are under way end with the old keys.
Result<GatewaySetup> Service::changeGateway(const Caller &caller, const QString &provider, const ChangeGateway &wish)
{
    MUST(permitSuper(caller));
    const auto name = names::fromText<GatewayName>(provider);
    if (!name)
        return noGateway();
    MUST(setup::checkWish(*name, wish, fromFile(*name)));
    LET(changed, m_db.write(caller, [&](Tx &tx) -> Result<GatewaySetup> {
        MUST(m_auth.requireFresh(tx, caller));
        const auto admin = m_accounts.find(tx, caller.id);
        const GatewayRow next{.provider = *name,
                              .mode = wish.mode,
                              .isOn = wish.isOn,
                              .place = wish.place,
                              .version = wish.version + 1,
                              .changedBy = admin ? admin->username : QString(),
                              .changedById = caller.id,
                              .changedAt = tx.now()};
        const GatewayMode seen = shown(tx, *name).mode;
        const QByteArray secret = seen == next.mode ? current(tx, *name).webhookSecret : QByteArray();
        const bool isLatest = wish.version == 0 ? m_store.insertNew(tx, next) : m_store.change(tx, next, wish.version);
        if (!isLatest)
            return failure(ErrorCode::Conflict, QStringLiteral("Somebody else has changed this provider meanwhile."));
        if (seen != next.mode)
            MUST(changeMode(tx, *name, seen));
        keep(tx, *name, wish, secret);
        AuditedGateway audited{next.mode, next.isOn, next.place, namesIn(wish)};
        if (next.isOn)
            MUST(setup::checkReady(*name, next.mode, merged(next, m_store.keysOf(tx, *name))));
        m_audit.record(tx, caller, "payments.gateway_changed", "payment_gateway", provider, {json::bytes(audited)});
        tx.publish(GatewayChanged{*name});
        return shown(tx, *name);
    }));
    load(); // here at once; the event tells the other nodes
    return changed;
}

// Asked outside of transactions, because the provider may take its time.
Result<GatewayCheck> Service::checkGateway(const Caller &caller, const QString &provider)
{
    MUST(permitSuper(caller));
    const auto name = names::fromText<GatewayName>(provider);
    if (!name)
        return noGateway();
    const bool isPaying = *name == GatewayName::StripeConnect;
    const Providers::One *one = isPaying ? m_providers.paying() : m_providers.find(provider);
    if (!one)
        return failure(ErrorCode::Unavailable, QStringLiteral("This provider is not set up."));
    const Result<Probe> probed = isPaying ? one->connect->probe() : one->gateway->probe();
    if (!probed)
        return GatewayCheck{GatewayFinding::Unreachable};
    switch (*probed) {
    case Probe::Works: return GatewayCheck{GatewayFinding::Works};
    case Probe::Refused: return GatewayCheck{GatewayFinding::Refused};
    case Probe::NobodyToAsk: return GatewayCheck{GatewayFinding::NobodyToAsk};
    }
    return GatewayCheck{GatewayFinding::Unreachable};
}

// They are a handful, so that they are sealed anew in one piece.
int Service::reseal(const std::function<void(int)> &progress)
{
    const auto renew = [&](sql::Blob &sealed, const QByteArray &place) {
        if (m_secrets.vault().isCurrent(sealed.bytes))
            return false;
        const auto plain = m_secrets.vault().open(sealed.bytes, place);
        if (!plain)
            throw DbFault("a key of a payment provider does not open");
        sealed = {m_secrets.vault().seal(*plain, place)};
        return true;
    };
    const auto renewed = m_db.write([&](Tx &tx) -> Result<int> {
        int count = 0;
        const auto rows = m_store.gateways(tx);
        for (const GatewayRow &row : rows) {
            const auto keys = m_store.keysOf(tx, row.provider);
            for (GatewayKeyRow key : keys) {
                bool isRenewed = renew(key.keySealed, placeOf(row.provider, key.name));
                if (key.earlierSealed)
                    isRenewed = renew(*key.earlierSealed, earlierPlaceOf(key)) || isRenewed;
                if (!isRenewed)
                    continue;
                m_store.put(tx, key);
                ++count;
            }
        }
        return count;
    });
    progress(renewed.value());
    return *renewed;
}

} // namespace payments
