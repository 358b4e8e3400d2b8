#include "server/settings/service.h"

#include "server/audit/service.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace settings {

namespace {

constexpr std::string_view changedAction = "settings.changed";
constexpr std::string_view settingObject = "setting";

QString nameOf(const Definition &setting)
{
    return QString::fromLatin1(setting.name.data(), qsizetype(setting.name.size()));
}

Setting shown(const Definition &setting, const std::optional<ChangedSetting> &changed)
{
    Setting out{.key = nameOf(setting),
                .type = setting.type,
                .value = changed ? changed->value : text(setting, setting.standard),
                .standard = text(setting, setting.standard),
                .description = QString::fromUtf8(setting.description.data(), qsizetype(setting.description.size())),
                .min = setting.min,
                .max = setting.max,
                .choices = {},
                .changedAt = changed ? std::optional(changed->changedAt) : std::nullopt};
    for (qint64 i = 0; i < qint64(setting.choices.size()); ++i)
        out.choices += text(setting, i);
    return out;
}

// In the words of the value itself: paise are not what an admin types.
QString bounds(const Definition &setting)
{
    if (setting.type == SettingType::Truth)
        return QStringLiteral("must be true or false");
    if (setting.type != SettingType::Choice)
        return QStringLiteral("must be from %1 to %2").arg(text(setting, setting.min), text(setting, setting.max));
    QStringList choices;
    for (qint64 i = 0; i <= setting.max; ++i)
        choices += text(setting, i);
    return QStringLiteral("must be one of: %1").arg(choices.join(QStringLiteral(", ")));
}

QString fieldOf(qsizetype place, const char *member)
{
    return QStringLiteral("changes.%1.%2").arg(place).arg(QLatin1StringView(member));
}

struct Wished
{
    const Definition *setting;
    qint64 value;
};

Result<Wished> readWish(const WishedSetting &wish, qsizetype place)
{
    const Definition *setting = find(wish.key);
    if (!setting)
        return refusal(fieldOf(place, "key"), QStringLiteral("is not known"));
    const std::optional<qint64> value = read(*setting, wish.value);
    if (!value)
        return refusal(fieldOf(place, "value"), bounds(*setting));
    return Wished{setting, *value};
}

// A smallest value and the largest one that it must not exceed.
struct Span
{
    Key least;
    Key most;
};

constexpr std::array<Span, 1> spans{{{Key::PaymentsRechargeMin, Key::PaymentsRechargeMax}}};

qint64 valueIn(Tx &tx, Store &store, const Definition &setting)
{
    const auto changed = store.find(tx, nameOf(setting));
    const std::optional<qint64> value = changed ? read(setting, changed->value) : std::nullopt;
    return value.value_or(setting.standard);
}

// With nothing between its smallest and its largest value a wish could never be met. Asked after the change, so that
// both can be moved together.
Result<> checkSpan(Tx &tx, Store &store, const Definition &setting, const QString &field)
{
    for (const Span &span : spans) {
        const bool isLeast = setting.key == span.least;
        if (!isLeast && setting.key != span.most)
            continue;
        const Definition &other = definition(isLeast ? span.most : span.least);
        const qint64 own = valueIn(tx, store, setting), bound = valueIn(tx, store, other);
        if (isLeast ? own <= bound : own >= bound)
            continue;
        return refusal(
            field, isLeast ? QStringLiteral("must be at most %1, which %2 is").arg(text(other, bound), nameOf(other))
                           : QStringLiteral("must be at least %1, which %2 is").arg(text(other, bound), nameOf(other)));
    }
    return {};
}

SettingChange changeOf(const AuditEntry &entry)
{
    const QJsonObject details = QJsonDocument::fromJson(entry.details.text).object();
    return {.id = {entry.id.uuid},
            .changedBy = entry.actorName,
            .before = details[QLatin1StringView("old")].toString(),
            .after = details[QLatin1StringView("new")].toString(),
            .changedAt = entry.createdAt};
}

} // namespace

Service::Service(Db &db, audit::Service &audit)
    : m_db(db)
    , m_audit(audit)
{
    for (const Definition &setting : definitions)
        m_values[std::size_t(setting.key)] = setting.standard;
}

void Service::load()
{
    // Read and taken over as one step, or an older snapshot could come behind a newer one.
    const std::lock_guard lock(m_loadMutex);
    QHash<QString, QString> changed;
    for (const ChangedSetting &setting : m_db.read([&](Tx &tx) { return m_store.changed(tx); }))
        changed.insert(setting.key, setting.value);

    // A value that an older version allowed and this one does not falls back to the standard.
    for (const Definition &setting : definitions) {
        const auto found = changed.constFind(nameOf(setting));
        const std::optional<qint64> value = found == changed.cend() ? std::nullopt : read(setting, *found);
        m_values[std::size_t(setting.key)] = value.value_or(setting.standard);
    }
}

qint64 Service::at(Key key, SettingType type) const
{
    Q_ASSERT(definition(key).type == type);
    Q_UNUSED(type)
    return m_values[std::size_t(key)].load(std::memory_order_relaxed);
}

qint64 Service::whole(Key key) const
{
    return at(key, SettingType::Whole);
}

Money Service::money(Key key) const
{
    return {at(key, SettingType::Money)};
}

BasisPoints Service::rate(Key key) const
{
    return {at(key, SettingType::Rate)};
}

bool Service::truth(Key key) const
{
    return at(key, SettingType::Truth) != 0;
}

QString Service::choice(Key key) const
{
    return text(definition(key), at(key, SettingType::Choice));
}

Result<QList<Setting>> Service::listSettings(const Caller &caller)
{
    MUST(permit(caller, Permission::ManageSettings));
    return m_db.read([&](Tx &tx) -> Result<QList<Setting>> {
        QHash<QString, ChangedSetting> changed;
        for (const ChangedSetting &setting : m_store.changed(tx))
            changed.insert(setting.key, setting);

        QList<Setting> out;
        for (const Definition &setting : definitions) {
            const auto found = changed.constFind(nameOf(setting));
            out += shown(setting, found == changed.cend() ? std::nullopt : std::optional(*found));
        }
        return out;
    });
}

Result<Setting> Service::changeSetting(const Caller &caller, const QString &name, const ChangeSetting &wish)
{
    MUST(permit(caller, Permission::ManageSettings));
    const Definition *setting = find(name);
    if (!setting)
        return notFound(QLatin1StringView("setting"));
    const std::optional<qint64> value = read(*setting, wish.value);
    if (!value)
        return refusal(QStringLiteral("value"), bounds(*setting));

    LET(changed, m_db.write(caller, [&](Tx &tx) -> Result<Setting> {
        const Setting out = change(tx, caller, *setting, *value);
        MUST(checkSpan(tx, m_store, *setting, QStringLiteral("value")));
        return out;
    }));
    // Here at once; the event tells the other nodes. Two changes at the same time could store to memory in the wrong
    // order, so what the database says is taken over.
    load();
    return changed;
}

Result<QList<Setting>> Service::changeSettings(const Caller &caller, const ChangeSettings &wish)
{
    MUST(permit(caller, Permission::ManageSettings));
    QList<Wished> wished;
    for (qsizetype i = 0; i < wish.changes.size(); ++i) {
        LET(read, readWish(wish.changes[i], i));
        const bool isRepeated = std::any_of(wished.cbegin(), wished.cend(),
                                            [&](const Wished &earlier) { return earlier.setting == read.setting; });
        if (isRepeated)
            return refusal(fieldOf(i, "key"), QStringLiteral("is there twice"));
        wished += read;
    }
    LET(changed, m_db.write(caller, [&](Tx &tx) -> Result<QList<Setting>> {
        QList<Setting> out;
        for (qsizetype i = 0; i < wished.size(); ++i) {
            const QString now = current(tx, *wished[i].setting);
            if (now != wish.changes[i].before)
                return failure(ErrorCode::Conflict, QStringLiteral("Somebody else has changed this meanwhile."),
                               {{fieldOf(i, "before"), QStringLiteral("is %1 now").arg(now)}});
            out += change(tx, caller, *wished[i].setting, wished[i].value);
        }
        for (qsizetype i = 0; i < wished.size(); ++i)
            MUST(checkSpan(tx, m_store, *wished[i].setting, fieldOf(i, "value")));
        return out;
    }));
    load();
    return changed;
}

QString Service::current(Tx &tx, const Definition &setting)
{
    const auto changed = m_store.find(tx, nameOf(setting));
    return changed ? changed->value : text(setting, setting.standard);
}

Setting Service::change(Tx &tx, const Caller &caller, const Definition &setting, qint64 value)
{
    const QString name = nameOf(setting);
    const QString before = current(tx, setting);
    const ChangedSetting after{name, text(setting, value), tx.now()};
    m_store.put(tx, after);
    m_audit.record(tx, caller, changedAction, settingObject, name,
                   audit::details({{QStringLiteral("old"), before}, {QStringLiteral("new"), after.value}}));
    tx.publish(SettingChanged{name});
    return shown(setting, after);
}

Result<Page<SettingChange>> Service::listSettingHistory(const Caller &caller, const QString &name,
                                                        const ListSettingHistory &wish)
{
    MUST(permit(caller, Permission::ManageSettings));
    if (!find(name))
        return notFound(QLatin1StringView("setting"));
    LET(before, cursor::idOf<AuditEntry>(wish.cursor));
    QList<SettingChange> changes;
    const auto entries =
        m_db.read([&](Tx &tx) { return m_audit.ofObject(tx, settingObject, name, before, wish.limit); });
    for (const AuditEntry &entry : entries)
        changes += changeOf(entry);
    return cursor::pageById(std::move(changes), wish.limit);
}

} // namespace settings
