#include "server/paygate/webhooks.h"

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

} // namespace

Mischief mischiefIn(const QJsonObject &wish)
{
    return {.duplicate = wish.value("duplicate").toInt(),
            .reorder = wish.value("reorder").toInt(),
            .drop = wish.value("drop").toInt(),
            .wrongSignature = wish.value("wrong_signature").toInt(),
            .wrongAmount = wish.value("wrong_amount").toInt(),
            .pauseMs = wish.value("pause_ms").toInt()};
}

Webhooks::Webhooks(Target target)
    : m_target(std::move(target))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(answerWithinMs);
}

void Webhooks::send(QList<Event> news)
{
    if (take(m_mischief.reorder))
        std::reverse(news.begin(), news.end());
    Visit visit;
    for (const Event &event : std::as_const(news)) {
        if (event.to.isEmpty() && m_target.url.isEmpty())
            continue;
        if (take(m_mischief.drop)) {
            ++m_dropped;
            continue;
        }
        const Post post = written(event);
        visit.enqueue(post);
        if (take(m_mischief.duplicate))
            visit.enqueue(post);
    }
    if (m_mischief.pauseMs > 0)
        QTimer::singleShot(qMin(m_mischief.pauseMs, longestPauseMs), this, [this, visit] { start(visit); });
    else
        start(visit);
}

Webhooks::Post Webhooks::written(const Event &event)
{
    Event said = event;
    if (take(m_mischief.wrongAmount))
        said.body = withOneRupeeMore(m_target.style, event.body);
    const QByteArray secret = take(m_mischief.wrongSignature) ? "not " + m_target.secret : m_target.secret;
    const qint64 nowSeconds = m_target.clock ? m_target.clock->now().ms / 1000 : 0;
    return {.to = event.to.isEmpty() ? m_target.url : event.to,
            .what = signedPost(m_target.style, said, secret, nowSeconds)};
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
    const SignedPost &what = visit.head().what;
    QNetworkRequest request(visit.head().to);
    request.setHeader(QNetworkRequest::ContentTypeHeader, what.contentType);
    for (const auto &[name, value] : what.headers)
        request.setRawHeader(name, value);
    QNetworkReply *reply = m_network.post(request, what.body);
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
