#pragma once

// How bytes reach the server. The network one trusts nothing that comes back: it bounds time and size, follows
// redirects only to the same origin and never overlooks a TLS error.

#include "shared/base/endpoint.h"

#include <QFuture>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>

namespace kit {

constexpr int deadlineMs = 10'000;
constexpr int hashDeadlineMs = 30'000; // passwords wait for threads of their own, behind everything else
constexpr int uploadDeadlineMs = 120'000;
constexpr qint64 replyMax = 4 << 20;
constexpr qint64 fileMax = 32 << 20;            // of a file that is held in memory
constexpr qint64 downloadMax = qint64(2) << 30; // of one that goes straight to the disk

using Progress = std::function<void(qint64 done, qint64 total)>; // total: below 1 when it is not known

struct Call
{
    Method method = Method::Get;
    QByteArray target; // path and query
    QByteArray body = {};
    QByteArray contentType = "application/json";
    QString filePath = {}; // sent as the body when not empty
    QByteArray bearer = {};
    bool isAnonymous = false; // sent without the caller's session
    QByteArray idempotencyKey = {};
    QByteArray language = "en";
    int timeoutMs = deadlineMs;
    qint64 sizeMax = replyMax;
    Progress progress = {}; // of what is sent, or of what is saved
    // What comes goes to this file, which is there only when everything has come. The deadline is then one of silence.
    QString savePath = {};
    QPointer<const QObject> wantedBy = {}; // with a file only: the call ends with it
    bool looksAtCertificates = false;      // the answer brings them, whether they are trusted or not
};

// Why the certificate of a server is not believed.
enum class Distrust { None, UnknownIssuer, Expired, NotYetValid, OtherName, Other };

struct Reply
{
    // Whether the server can have acted is unknown after TimedOut and Broken; after Unreachable it has not.
    enum class Outcome { Answered, Unreachable, TimedOut, Broken, TooLarge, Distrusted, Misled, NotWritten };

    Outcome outcome = Outcome::Answered;
    int status = 0;
    QByteArray body = {};
    QByteArray contentType = {};
    QString fileName = {};
    QByteArray requestId = {};
    int retryAfterSeconds = 0;
    QString trouble = {}; // what the socket said
    Distrust distrust = Distrust::None;
    QList<QSslCertificate> certificates = {}; // the server's own one first
};

// What TLS is believed in. With an authority only certificates that it vouches for are; without one, those of the
// authorities that the system trusts.
QSslConfiguration tlsFor(const QByteArray &authorityPem);

class Transport
{
public:
    virtual ~Transport() = default;
    virtual QFuture<Reply> send(const Call &call) = 0;
};

class NetworkTransport : public QObject, public Transport
{
    Q_OBJECT

public:
    explicit NetworkTransport(QUrl server, QObject *parent = nullptr);

    QUrl server() const { return m_server; }
    // Ends every call to the old one.
    void moveTo(const QUrl &server, const QByteArray &authorityPem = {});
    QFuture<Reply> send(const Call &call) override;

private:
    QUrl m_server;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

} // namespace kit
