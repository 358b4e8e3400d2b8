#include "console/app/preferences.h"

#include <QHostAddress>
#include <QLocale>

namespace app {

namespace {

bool isLocal(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

Preferences::Preferences(const QString &file)
    : m_settings(file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Kabaadwala"),
                                            QStringLiteral("console"))
                                      .fileName()
                                : file,
                 QSettings::IniFormat)
{}

QUrl Preferences::server() const
{
    const QUrl kept = serverOf(m_settings.value(QStringLiteral("server")).toString());
    return kept.isValid() && !kept.isEmpty() ? kept : QUrl(QStringLiteral("http://127.0.0.1:8080"));
}

void Preferences::setServer(const QUrl &server)
{
    m_settings.setValue(QStringLiteral("server"), server.toString());
}

QString Preferences::identifier() const
{
    return m_settings.value(QStringLiteral("identifier")).toString().left(254);
}

void Preferences::setIdentifier(const QString &identifier)
{
    m_settings.setValue(QStringLiteral("identifier"), identifier);
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

QUrl Preferences::serverOf(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty() || text.size() > 300)
        return {};
    const bool hasScheme = text.contains(QLatin1StringView("://"));
    QUrl url(hasScheme ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
    if (!hasScheme && isLocal(url.host()))
        url.setScheme(QStringLiteral("http"));
    const bool isPlain = url.scheme() == QLatin1StringView("http");
    const bool isFine = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
                        (url.scheme() == QLatin1StringView("https") || (isPlain && isLocal(url.host())));
    if (!isFine)
        return {};
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin;
}

} // namespace app
