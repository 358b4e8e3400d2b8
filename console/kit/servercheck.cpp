#include "console/kit/servercheck.h"

#include <QJsonDocument>

namespace kit {

namespace {

constexpr qint64 healthMax = 4096; // bytes
constexpr qsizetype certificatesMax = 10;

std::optional<Error> troubleOf(const Reply &reply)
{
    if (reply.outcome != Reply::Outcome::Answered)
        return wire::errorOf(reply);
    const auto health = json::document(reply.body);
    const bool isOurs = reply.status == 200 && reply.contentType.startsWith("application/json") && health &&
                        health->toObject().value(QLatin1StringView("status")) == QLatin1StringView("healthy");
    if (isOurs)
        return {};
    // Somebody answers, but not with what ours say.
    return wire::open({.status = 200, .contentType = "text/html"}).error();
}

} // namespace

ServerCheck::ServerCheck(QObject *parent)
    : QObject(parent)
    , m_transport(QUrl())
{}

void ServerCheck::look(const QUrl &server, const QByteArray &authorityPem)
{
    const int number = ++m_looks;
    m_transport.moveTo(server, authorityPem);
    const Call call{.target = "/health", .isAnonymous = true, .sizeMax = healthMax, .looksAtCertificates = true};
    whenDone(this, m_transport.send(call), [this, number, server](const Reply &reply) {
        if (number != m_looks)
            return;
        using enum Reply::Outcome;
        Q_EMIT seen({.server = server,
                     .trouble = troubleOf(reply),
                     .isSilent = reply.outcome == Unreachable || reply.outcome == TimedOut || reply.outcome == Broken,
                     .certificates = reply.certificates.mid(0, certificatesMax)});
    });
}

} // namespace kit
