#include "server/paygate/webhooks.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QTimer>

namespace paygate {

namespace {

constexpr int answerWithinMs = 5000; // the provider gives up on an answer after five seconds
constexpr int mostActive = 6;
constexpr int mostAttempts = 12;
constexpr qsizetype mostWaiting = 20'000;
constexpr int longestPauseMs = 60'000;

// True when one more is to be mistreated.
bool take(int &count)
{
    if (count <= 0)
        return false;
    --count;
    return true;
}

QJsonObject withOneRupeeMore(QJsonObject body)
{
    constexpr qint64 rupee = 100;
    QJsonObject payload = body.value("payload").toObject();
    QJsonObject payment = payload.value("payment").toObject();
    QJsonObject entity = payment.value("entity").toObject();
    entity.insert("amount", entity.value("amount").toInteger() + rupee);
    payment.insert("entity", entity);
    payload.insert("payment", payment);
    body.insert("payload", payload);
    return body;
}

} // namespace

Webhooks::Webhooks(Target target)
    : m_target(std::move(target))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(answerWithinMs);
}

void Webhooks::send(QList<Event> news)
{
    if (!m_target.url.isValid() || m_target.url.isEmpty())
        return;
    if (take(m_mischief.reorder))
        std::reverse(news.begin(), news.end());
    Visit visit;
    for (const Event &event : std::as_const(news)) {
        if (take(m_mischief.drop)) {
            ++m_dropped;
            continue;
        }
        const Post post = signedPost(event);
        visit.enqueue(post);
        if (take(m_mischief.duplicate))
            visit.enqueue(post);
    }
    if (m_mischief.pauseMs > 0)
        QTimer::singleShot(qMin(m_mischief.pauseMs, longestPauseMs), this, [this, visit] { start(visit); });
    else
        start(visit);
}

Webhooks::Post Webhooks::signedPost(const Event &event)
{
    const QJsonObject body = take(m_mischief.wrongAmount) ? withOneRupeeMore(event.body) : event.body;
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const QByteArray secret = take(m_mischief.wrongSignature) ? "not " + m_target.secret : m_target.secret;
    return {.eventId = event.id, .body = bytes, .signature = hexHmac(bytes, secret)};
}

void Webhooks::start(Visit visit)
{
    if (visit.isEmpty())
        return;
    if (m_waiting.size() >= mostWaiting) {
        m_givenUp += visit.size();
        return;
    }
    m_waiting.enqueue(std::move(visit));
    startNext();
}

void Webhooks::startNext()
{
    while (m_active < mostActive && !m_waiting.isEmpty()) {
        ++m_active;
        post(m_waiting.dequeue());
    }
}

void Webhooks::post(Visit visit)
{
    QNetworkRequest request(m_target.url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("Razorpay-Webhook/v1"));
    request.setRawHeader("X-Razorpay-Signature", visit.head().signature);
    request.setRawHeader("x-razorpay-event-id", visit.head().eventId);
    QNetworkReply *reply = m_network.post(request, visit.head().body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, visit] {
        reply->deleteLater();
        finished(visit, reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
    });
}

void Webhooks::finished(Visit visit, int status)
{
    Post sent = visit.dequeue();
    const bool accepted = status >= 200 && status < 300;
    (accepted ? m_delivered : m_refused) += 1;
    if (!accepted && ++sent.attempts < mostAttempts) {
        // A refused event does not hold up the later ones; that is why order is not guaranteed.
        ++m_retrying;
        const int pauseMs = qMin(m_target.firstRetryMs << (sent.attempts - 1), longestPauseMs);
        QTimer::singleShot(pauseMs, this, [this, sent] {
            --m_retrying;
            Visit again;
            again.enqueue(sent);
            start(again);
        });
    } else if (!accepted) {
        ++m_givenUp;
    }
    if (!visit.isEmpty())
        return post(std::move(visit));
    --m_active;
    startNext();
}

QJsonObject Webhooks::report() const
{
    return {{"delivered", m_delivered},    {"refused", m_refused},   {"given_up", m_givenUp}, {"dropped", m_dropped},
            {"waiting", m_waiting.size()}, {"retrying", m_retrying}, {"active", m_active}};
}

} // namespace paygate
