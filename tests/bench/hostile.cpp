// What a hostile server can do to the console (facts/security.md, S17): how long it keeps the interface from working,
// how much memory it costs, and after how long the user is told. The server is a process of its own.
// Usage: bench_hostile [mode]

#include "console/kit/api.h"
#include "console/kit/livefeed.h"
#include "shared/contract/orders.h"
#include "tests/bench/must.h"
#include "tests/support/evilline.h"
#include "tests/support/evilserver.h"
#include "tests/support/onetoken.h"
#include "tests/support/processmemory.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>

namespace {

constexpr int beatMs = 2;
constexpr int callMs = 12'000;
constexpr int lineMs = 4'000;

// The longest time in which the interface did nothing else, and the most memory above what there was at first.
class Watch : public QObject
{
public:
    Watch()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            m_stallMs = qMax(m_stallMs, double(m_gap.nsecsElapsed()) / 1e6 - beatMs);
            m_gap.restart();
            m_mostKiB = qMax(m_mostKiB, processMemoryKiB("VmRSS"));
        });
        m_gap.start();
        m_beat.start(beatMs);
    }
    double stallMs() const { return m_stallMs; }
    double addedMiB() const { return double(m_mostKiB - m_firstKiB) / 1024; }

private:
    QTimer m_beat;
    QElapsedTimer m_gap;
    double m_stallMs = 0;
    qint64 m_firstKiB = processMemoryKiB("VmRSS");
    qint64 m_mostKiB = 0;
};

void turnUntil(const std::function<bool()> &isDone, int patienceMs)
{
    QElapsedTimer clock;
    clock.start();
    while (!isDone() && clock.elapsed() < patienceMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, beatMs);
}

int serve(const QByteArray &name)
{
    EvilServer server;
    for (const EvilMode &mode : evilModes()) {
        if (name != mode.name)
            continue;
        server.answer = mode.answer;
        server.drip = mode.drip;
        server.dripMs = mode.dripMs;
        server.hangsUp = mode.hangsUp;
    }
    EvilLine line;
    for (const EvilLine::Mode &mode : EvilLine::modes()) {
        if (name == mode.name)
            line.mode = mode;
    }
    std::printf("%d %d\n", server.port(), line.port());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

class Enemy
{
public:
    explicit Enemy(const char *mode)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("serve"), QString::fromLatin1(mode)});
        if (!m_process.waitForReadyRead(10'000))
            qFatal("the server does not start");
        m_ports = m_process.readLine().trimmed().split(' ');
    }
    ~Enemy()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QUrl url(int which) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(QString::fromLatin1(m_ports.value(which))));
    }

private:
    QProcess m_process;
    QByteArrayList m_ports;
};

void print(const char *name, const Watch &watch, qint64 afterMs, const QString &said)
{
    std::printf("%-24s stall %6.1f ms  memory %+7.1f MiB  after %5lld ms  %s\n", name, watch.stallMs(),
                watch.addedMiB(), qlonglong(afterMs), qUtf8Printable(said));
    std::fflush(stdout);
}

void measureCall(const EvilMode &mode)
{
    const Enemy enemy(mode.name);
    kit::NetworkTransport transport(enemy.url(0));
    kit::Api api(transport);
    Watch watch;
    QElapsedTimer clock;
    clock.start();
    QString said;
    kit::whenDone(&api, api.call(api::listAllOrders), [&](const Result<Page<OrderCard>> &orders) {
        said = orders ? QStringLiteral("taken") : orders.error().message;
    });
    turnUntil([&] { return !said.isEmpty(); }, callMs);
    const qint64 afterMs = clock.elapsed();
    turnUntil([] { return false; }, 5 * beatMs); // so that the beat sees the last of it
    print(mode.name, watch, afterMs, said.isEmpty() ? QStringLiteral("NOTHING") : said);
}

void measureLine(const EvilLine::Mode &mode)
{
    const Enemy enemy(mode.name);
    OneToken token;
    Watch watch;
    kit::LiveFeed feed({.server = enemy.url(1), .path = QStringLiteral("/ws/me"), .credentials = &token}, {}, nullptr);
    int heard = 0;
    int states = 0;
    QObject::connect(&feed, &kit::LiveFeed::received, &feed, [&] { ++heard; });
    QObject::connect(&feed, &kit::LiveFeed::stateChanged, &feed, [&] { ++states; });
    feed.start();
    turnUntil([] { return false; }, lineMs);
    print(mode.name, watch, lineMs, QStringLiteral("%1 heard, %2 changes").arg(heard).arg(states));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QByteArray wish = argc > 1 ? argv[1] : "";
    if (wish == "serve")
        return serve(argc > 2 ? argv[2] : "");
    for (const EvilMode &mode : evilModes()) {
        if (wish.isEmpty() || wish == mode.name)
            measureCall(mode);
    }
    for (const EvilLine::Mode &mode : EvilLine::modes()) {
        if (wish.isEmpty() || wish == mode.name)
            measureLine(mode);
    }
    return 0;
}
