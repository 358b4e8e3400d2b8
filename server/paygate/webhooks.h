#pragma once

// Tells the merchant what happened: signed posts to one URL, repeated with growing pauses until it answers 2xx. It can
// misbehave on command the way a real provider does under stress, so that the merchant's side can be tested.

#include "server/paygate/signing.h"

#include <QNetworkAccessManager>
#include <QQueue>
#include <QUrl>

namespace paygate {

// How many of the next events are mistreated; the pause holds until it is set to 0 again.
struct Mischief
{
    int duplicate = 0;      // sent twice, with the same event id
    int reorder = 0;        // visits to the checkout whose events arrive in reverse
    int drop = 0;           // never sent
    int wrongSignature = 0; // signed with another secret
    int wrongAmount = 0;    // one rupee more than was paid, correctly signed
    int pauseMs = 0;        // before each visit's first event
};

// As the control desk is told.
Mischief mischiefIn(const QJsonObject &wish);

class Webhooks : public QObject
{
    Q_OBJECT

public:
    struct Target
    {
        QUrl url;
        QByteArray secret;
        int firstRetryMs = 1000; // doubles with every further attempt
        Style style = Style::Razorpay;
        const Clock *clock = nullptr; // for signatures that carry the time
    };

    explicit Webhooks(Target target);

    void send(QList<Event> news);
    void misbehave(const Mischief &mischief) { m_mischief = mischief; }
    QJsonObject report() const;

private:
    struct Post
    {
        QUrl to;
        SignedPost what;
        int attempts = 0;
    };
    using Visit = QQueue<Post>; // goes out in order, one after the other

    Post written(const Event &event);
    void start(Visit visit);
    void startNext();
    void post(Visit visit);
    void finished(Visit visit, int status);

    Target m_target;
    Mischief m_mischief;
    QNetworkAccessManager m_network;
    QQueue<Visit> m_waiting;
    int m_active = 0;
    int m_retrying = 0;
    qint64 m_delivered = 0;
    qint64 m_refused = 0;
    qint64 m_givenUp = 0;
    qint64 m_dropped = 0;
};

} // namespace paygate
