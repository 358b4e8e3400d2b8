#include "server/settings/service.h"

#include "server/audit/service.h"
#include "server/core/permit.h"

#include <QHash>

namespace settings {

namespace {

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
        const auto before = m_store.find(tx, name);
        const ChangedSetting after{name, text(*setting, *value), tx.now()};
        const QString old = before ? before->value : text(*setting, setting->standard);
        m_store.put(tx, after);
        m_audit.record(tx, caller, "settings.changed", "setting", name,
                       audit::details({{QStringLiteral("old"), old}, {QStringLiteral("new"), after.value}}));
        tx.publish(SettingChanged{name});
        return shown(*setting, after);
    }));
    // Here at once; the event tells the other nodes. Two changes at the same time could store to memory in the wrong
    // order, so what the database says is taken over.
    load();
    return changed;
}

} // namespace settings
