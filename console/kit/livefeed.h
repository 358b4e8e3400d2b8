#pragma once

// News pushed by the server over a WebSocket. The feed holds the line: it reconnects with growing pauses, which stay
// short while somebody works in the console, resumes after the last event it saw, and measures the way there and back
// for the connection pill.

#include "console/kit/credentials.h"
#include "shared/contract/live.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

namespace kit {

class LiveFeed : public QObject
{
    Q_OBJECT

public:
    enum class State { Offline, Reconnecting, Live };
    // Whether a window of the console is the one that its user works in.
    enum class Attention { Elsewhere, Here };

    struct Line
    {
        QUrl server;  // http(s)://…
        QString path; // "/ws/store"
        Credentials *credentials = nullptr;
    };
    struct Pace
    {
        int firstMs = 1000;
        int mostMs = 15'000;
        int mostHereMs = 3'000;
        int dialMs = 10'000; // a server that accepts and then says nothing
        int heartbeatMs = 15'000;
        int silenceMs = 40'000; // without a word for that long, the line is dead
    };

    explicit LiveFeed(Line line, Pace pace, QObject *parent = nullptr);
    ~LiveFeed() override;

    void start();
    void stop();
    void retry(); // at once, when the user asks
    void attend(Attention attention);
    // Between two attempts, a different one each time.
    static int pauseMs(const Pace &pace, Attention attention, int attempt);

    State state() const { return m_state; }
    bool isPausing() const { return m_redial.isActive(); } // between two attempts
    int latencyMs() const { return m_latencyMs; }
    qint64 lastSequence() const { return m_lastSequence; }
    bool say(const LiveRequest &request); // false while the line is down

Q_SIGNALS:
    void stateChanged(State state);
    void latencyChanged(int ms);
    void received(const LiveEvent &event);
    // What was missed is too long ago: fetch anew.
    void resyncNeeded();

private:
    void dial();
    void renewAndDial();
    void open();
    void hang();
    void hear(const QString &message);
    void beat();
    void enter(State state);
    Line m_line;
    Pace m_pace;
    QWebSocket m_socket;
    QTimer m_redial, m_heartbeat, m_silence;
    State m_state = State::Offline;
    Attention m_attention = Attention::Elsewhere;
    int m_attempt = 0;
    int m_latencyMs = -1;
    qint64 m_lastSequence = 0;
    bool m_isWanted = false;
    bool m_isRenewing = false;
    bool m_hasRenewed = false; // since the line was last up
};

} // namespace kit
