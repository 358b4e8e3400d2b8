#include "console/kit/profile.h"

#include <QHostAddress>

namespace kit {

namespace {

constexpr int typedMax = 300;

bool isLocal(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

QUrl urlOf(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty() || text.size() > typedMax)
        return {};
    const bool hasScheme = text.contains(QLatin1StringView("://"));
    QUrl url(hasScheme ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
    if (!hasScheme && isLocal(url.host()))
        url.setScheme(QStringLiteral("http"));
    const bool isFine = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty();
    return isFine ? url : QUrl();
}

} // namespace

QUrl originOf(const QString &typed)
{
    const QUrl url = urlOf(typed);
    const bool isPlain = url.scheme() == QLatin1StringView("http");
    if (url.scheme() != QLatin1StringView("https") && !(isPlain && isLocal(url.host())))
        return {};
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin;
}

bool isPlainElsewhere(const QString &typed)
{
    const QUrl url = urlOf(typed);
    return url.scheme() == QLatin1StringView("http") && !isLocal(url.host());
}

} // namespace kit
