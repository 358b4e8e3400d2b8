#include "console/app/preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace app {

namespace {

// Made before QSettings makes it for everybody to read; it keeps what it finds.
QString ownFile(const QString &path)
{
    constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.exists() && !file.open(QIODevice::WriteOnly))
        return path;
    file.setPermissions(mine);
    return path;
}

} // namespace

Preferences::Preferences(const QString &file)
    : m_settings(ownFile(file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope,
                                                    QStringLiteral("Kabaadwala"), QStringLiteral("console"))
                                              .fileName()
                                        : file),
                 QSettings::IniFormat)
    , m_profiles(m_settings)
{}

QUrl Preferences::server() const
{
    const kit::Profile *chosen = m_profiles.chosen();
    return chosen ? chosen->server : QUrl(QStringLiteral("http://127.0.0.1:8080"));
}

void Preferences::setServer(const QUrl &server)
{
    const kit::Profile *known = m_profiles.of(server);
    if (known)
        m_profiles.choose(QString(known->id));
    else
        m_profiles.put({.server = server});
}

QString Preferences::identifier() const
{
    const kit::Profile *chosen = m_profiles.chosen();
    return chosen ? chosen->identifier : QString();
}

QString Preferences::folder() const
{
    return QFileInfo(m_settings.fileName()).path();
}

QString Preferences::language() const
{
    const QString system = QLocale::system().language() == QLocale::Hindi ? QStringLiteral("hi") : QStringLiteral("en");
    const QString kept = m_settings.value(QStringLiteral("language"), system).toString();
    return kept == QLatin1StringView("hi") ? kept : QStringLiteral("en");
}

void Preferences::setLanguage(const QString &language)
{
    m_settings.setValue(QStringLiteral("language"), language);
}

kit::Theme::Shade Preferences::shade() const
{
    return m_settings.value(QStringLiteral("dark")).toBool() ? kit::Theme::Shade::Dark : kit::Theme::Shade::Light;
}

double Preferences::zoom() const
{
    return m_settings.value(QStringLiteral("zoom"), 1.0).toDouble();
}

kit::Theme::Density Preferences::density() const
{
    return kit::Theme::Density(qBound(0, m_settings.value(QStringLiteral("density"), 1).toInt(), 2));
}

void Preferences::keep(const kit::Theme &theme)
{
    m_settings.setValue(QStringLiteral("dark"), theme.shade() == kit::Theme::Shade::Dark);
    m_settings.setValue(QStringLiteral("zoom"), theme.zoom());
    m_settings.setValue(QStringLiteral("density"), int(theme.density()));
}

QByteArray Preferences::geometry() const
{
    return m_settings.value(QStringLiteral("geometry")).toByteArray();
}

void Preferences::setGeometry(const QByteArray &geometry)
{
    m_settings.setValue(QStringLiteral("geometry"), geometry);
}

QString Preferences::kept(const QString &name) const
{
    return m_settings.value(QStringLiteral("kept/") + name).toString();
}

void Preferences::keep(const QString &name, const QString &value)
{
    m_settings.setValue(QStringLiteral("kept/") + name, value);
}

bool Preferences::ringsForOrders() const
{
    return m_settings.value(QStringLiteral("rings"), true).toBool();
}

void Preferences::setRingsForOrders(bool rings)
{
    m_settings.setValue(QStringLiteral("rings"), rings);
}

} // namespace app
