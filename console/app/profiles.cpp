#include "console/app/profiles.h"

#include "console/kit/api.h"

#include <QSettings>

#include <algorithm>

namespace app {

namespace {

constexpr int identifierMax = 254;

QString listKey()
{
    return QStringLiteral("profiles");
}

} // namespace

Profiles::Profiles(QSettings &settings)
    : m_settings(settings)
{
    load();
    if (m_all.isEmpty())
        takeOver();
}

void Profiles::load()
{
    const int size = qMin(m_settings.beginReadArray(listKey()), kit::profilesMax);
    for (int i = 0; i < size; ++i) {
        m_settings.setArrayIndex(i);
        const auto value = [this](const char *key) { return m_settings.value(QString::fromLatin1(key)); };
        // Whatever the file says: no plain connection to elsewhere.
        kit::Profile profile{.id = value("id").toString(),
                             .name = value("name").toString().left(kit::profileNameMax),
                             .server = kit::originOf(value("server").toString()),
                             .identifier = value("identifier").toString().left(identifierMax),
                             .authority = value("authority").toByteArray()};
        if (!profile.id.isEmpty() && !profile.server.isEmpty() && profile.authority.size() <= kit::authorityMax)
            m_all += profile;
    }
    m_settings.endArray();
    m_chosen = m_settings.value(QStringLiteral("profile")).toString();
    if (!find(m_chosen) && !m_all.isEmpty())
        m_chosen = m_all.first().id;
}

void Profiles::takeOver()
{
    const QUrl server = kit::originOf(m_settings.value(QStringLiteral("server")).toString());
    if (server.isEmpty())
        return;
    put({.name = server.host(),
         .server = server,
         .identifier = m_settings.value(QStringLiteral("identifier")).toString().left(identifierMax)});
    m_settings.remove(QStringLiteral("server"));
    m_settings.remove(QStringLiteral("identifier"));
}

const kit::Profile *Profiles::chosen() const
{
    return const_cast<Profiles *>(this)->find(m_chosen);
}

kit::Profile *Profiles::find(const QString &id)
{
    const auto it = std::find_if(m_all.begin(), m_all.end(), [&](const kit::Profile &each) { return each.id == id; });
    return it == m_all.end() ? nullptr : &*it;
}

const kit::Profile *Profiles::of(const QUrl &server) const
{
    const auto it =
        std::find_if(m_all.begin(), m_all.end(), [&](const kit::Profile &each) { return each.server == server; });
    return it == m_all.end() ? nullptr : &*it;
}

bool Profiles::put(kit::Profile profile)
{
    const kit::Profile *same = of(profile.server);
    if (profile.server.isEmpty() || (same && same->id != profile.id) || profile.authority.size() > kit::authorityMax)
        return false;
    profile.name = profile.name.simplified().left(kit::profileNameMax);
    if (profile.name.isEmpty())
        profile.name = profile.server.host();
    if (kit::Profile *old = find(profile.id)) {
        *old = profile;
    } else {
        if (m_all.size() >= kit::profilesMax)
            return false;
        profile.id = kit::Api::freshId();
        m_all += profile;
    }
    m_chosen = profile.id;
    save();
    return true;
}

void Profiles::choose(const QString &id)
{
    if (!find(id))
        return;
    m_chosen = id;
    save();
}

void Profiles::remove(const QString &id)
{
    m_all.removeIf([&](const kit::Profile &each) { return each.id == id; });
    if (m_chosen == id)
        m_chosen = m_all.isEmpty() ? QString() : m_all.first().id;
    save();
}

void Profiles::setIdentifier(const QString &identifier)
{
    if (kit::Profile *profile = find(m_chosen)) {
        profile->identifier = identifier.left(identifierMax);
        save();
    }
}

void Profiles::save()
{
    m_settings.remove(listKey());
    m_settings.beginWriteArray(listKey(), int(m_all.size()));
    for (int i = 0; i < m_all.size(); ++i) {
        const kit::Profile &profile = m_all.at(i);
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("id"), profile.id);
        m_settings.setValue(QStringLiteral("name"), profile.name);
        m_settings.setValue(QStringLiteral("server"), profile.server.toString());
        m_settings.setValue(QStringLiteral("identifier"), profile.identifier);
        m_settings.setValue(QStringLiteral("authority"), profile.authority);
    }
    m_settings.endArray();
    m_settings.setValue(QStringLiteral("profile"), m_chosen);
    m_settings.sync();
}

} // namespace app
