#include "console/kit/livefeed.h"

#include "console/kit/api.h"
#include "shared/base/json.h"

#include <QGuiApplication>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QUrlQuery>

namespace kit {

namespace {

constexpr qint64 messageMax = 256 << 10;
constexpr int attemptsBeforeOffline = 3;
constexpr int attemptsBeforeRenewal = 2;
constexpr int doublingsMax = 10;

LiveFeed::Attention attentionOf(Qt::ApplicationState state)
{
    return state == Qt::ApplicationActive ? LiveFeed::Attention::Here : LiveFeed::Attention::Elsewhere;
}

} // namespace

LiveFeed::LiveFeed(Line line, Pace pace, QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_pace(pace)
    , m_attention(attentionOf(QGuiApplication::applicationState()))
{
    // A hostile server can neither fill the memory with one message nor with many frames.
    m_socket.setMaxAllowedIncomingFrameSize(messageMax);
    m_socket.setMaxAllowedIncomingMessageSize(messageMax);
    for (QTimer *timer : {&m_redial, &m_silence})
        timer->setSingleShot(true);
    connect(&m_redial, &QTimer::timeout, this, &LiveFeed::dial);
    connect(&m_heartbeat, &QTimer::timeout, this, &LiveFeed::beat);
    connect(&m_silence, &QTimer::timeout, &m_socket, &QWebSocket::abort);
    connect(&m_socket, &QWebSocket::disconnected, this, &LiveFeed::hang);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &LiveFeed::hear);
    connect(&m_socket, &QWebSocket::pong, this, [this](quint64 elapsedMs) {
        m_silence.start(m_pace.silenceMs);
        m_latencyMs = int(elapsedMs);
        Q_EMIT latencyChanged(m_latencyMs);
    });
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_attempt = 0;
        m_hasRenewed = false;
        m_heartbeat.start(m_pace.heartbeatMs);
        m_silence.start(m_pace.silenceMs);
        enter(State::Live);
        beat();
    });
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this,
            [this](Qt::ApplicationState state) { attend(attentionOf(state)); });
}

// The socket says goodbye while it is destroyed, and by then the timers are gone.
LiveFeed::~LiveFeed()
{
    m_socket.disconnect(this);
}

void LiveFeed::start()
{
    if (m_isWanted || !m_line.credentials)
        return;
    m_isWanted = true;
    enter(State::Reconnecting);
    dial();
}

void LiveFeed::stop()
{
    m_isWanted = false;
    m_redial.stop();
    m_socket.abort();
    enter(State::Offline);
}

void LiveFeed::retry()
{
    if (!m_isWanted || m_socket.state() != QAbstractSocket::UnconnectedState)
        return;
    m_attempt = 0;
    m_redial.stop();
    enter(State::Reconnecting);
    dial();
}

// Who comes back to the console finds it dialling, and not in the middle of a pause.
void LiveFeed::attend(Attention attention)
{
    const bool hasCome = attention == Attention::Here && m_attention == Attention::Elsewhere;
    m_attention = attention;
    if (hasCome && isPausing())
        retry();
}

// With a token that has run out the server refuses the line, and nothing would ring after the machine has slept. One
// that was refused although it looked good is renewed too, once until the line is up again.
void LiveFeed::dial()
{
    const bool wasRefused = m_attempt >= attemptsBeforeRenewal && !m_hasRenewed;
    m_line.credentials->isStale() || wasRefused ? renewAndDial() : open();
}

void LiveFeed::renewAndDial()
{
    if (m_isRenewing)
        return;
    m_isRenewing = m_hasRenewed = true;
    whenDone(this, m_line.credentials->renew(), [this](bool) {
        m_isRenewing = false;
        if (m_isWanted && m_socket.state() == QAbstractSocket::UnconnectedState)
            open();
    });
}

void LiveFeed::open()
{
    QUrl url = m_line.server.resolved(QUrl(m_line.path));
    url.setScheme(url.scheme() == QLatin1StringView("https") ? QStringLiteral("wss") : QStringLiteral("ws"));
    if (m_lastSequence > 0) {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("after"), QString::number(m_lastSequence));
        url.setQuery(query);
    }
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_line.credentials->bearer());
    m_silence.start(m_pace.dialMs);
    m_socket.open(request);
}

void LiveFeed::hang()
{
    m_heartbeat.stop();
    m_silence.stop();
    m_latencyMs = -1;
    if (!m_isWanted)
        return;
    ++m_attempt;
    enter(m_attempt > attemptsBeforeOffline ? State::Offline : State::Reconnecting);
    m_redial.start(pauseMs(m_pace, m_attention, m_attempt));
}

// 1, 2, 4 … up to the most, each shortened by up to half so that a thousand consoles do not call in the same second.
int LiveFeed::pauseMs(const Pace &pace, Attention attention, int attempt)
{
    const int most = attention == Attention::Here ? pace.mostHereMs : pace.mostMs;
    const int pause = qMin(pace.firstMs << qMin(attempt - 1, doublingsMax), most);
    return pause - int(QRandomGenerator::global()->bounded(quint32(qMax(1, pause / 2))));
}

void LiveFeed::hear(const QString &message)
{
    m_silence.start(m_pace.silenceMs);
    const auto document = json::document(message.toUtf8());
    const auto event = document ? json::read<LiveEvent>(*document, json::Reader::Source::Reply)
                                : Result<LiveEvent>(tl::unexpected(document.error()));
    if (!event)
        return;
    // Another node counts on its own; its numbers hold from here on, even when they are smaller.
    if (event->kind == LiveKind::Resync) {
        m_lastSequence = event->sequence;
        Q_EMIT resyncNeeded();
        return;
    }
    // After a resume the server may repeat what was already heard.
    if (event->sequence != 0 && event->sequence <= m_lastSequence)
        return;
    m_lastSequence = qMax(m_lastSequence, event->sequence);
    Q_EMIT received(*event);
}

void LiveFeed::beat()
{
    m_socket.ping();
}

bool LiveFeed::say(const LiveRequest &request)
{
    if (m_state != State::Live)
        return false;
    m_socket.sendTextMessage(QString::fromUtf8(json::bytes(request)));
    return true;
}

void LiveFeed::enter(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace kit
