#include "console/kit/scale.h"
#include "tests/console/registry.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cstdlib>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace {

// A scale at a serial line: what is written here comes out of the other end.
class Pty
{
public:
    Pty()
        : m_end(posix_openpt(O_RDWR | O_NOCTTY))
    {
        if (m_end < 0 || grantpt(m_end) != 0 || unlockpt(m_end) != 0)
            qFatal("no serial line can be made");
    }
    ~Pty() { pullOut(); }
    QString path() const { return QString::fromLocal8Bit(ptsname(m_end)); }
    void say(const QByteArray &bytes) const
    {
        QCOMPARE(::write(m_end, bytes.constData(), std::size_t(bytes.size())), bytes.size());
    }
    void pullOut()
    {
        if (m_end >= 0)
            ::close(m_end);
        m_end = -1;
    }

private:
    int m_end;
};

const kit::ScaleReading twelve{.kilograms = {12'345}, .isStable = true};

} // namespace

class TestScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProtocolIsUnderstood_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<qint64>("grams");
        QTest::addColumn<bool>("isStable");
        QTest::newRow("SICS, stable") << QByteArray("S S     12.345 kg") << qint64(12'345) << true;
        QTest::newRow("SICS, moving") << QByteArray("S D      -0.5 kg") << qint64(-500) << false;
        QTest::newRow("SICS, grams") << QByteArray("S S     1234 g") << qint64(1'234) << true;
        QTest::newRow("SICS, tonnes") << QByteArray("S S     1.25 t") << qint64(1'250'000) << true;
        QTest::newRow("A&D, stable") << QByteArray("ST,GS,+0012.345kg") << qint64(12'345) << true;
        QTest::newRow("A&D, moving, net") << QByteArray("US,NT,-00000.02 kg") << qint64(-20) << false;
        QTest::newRow("finer than a gram") << QByteArray("S S   0.1239 kg") << qint64(123) << true;
        QTest::newRow("Toledo, two decimals") << QByteArray("\x02\x2c\x30\x20  1234  0000") << qint64(12'340) << true;
        QTest::newRow("Toledo, moving") << QByteArray("\x02\x2c\x38\x20  1234  0000") << qint64(12'340) << false;
        QTest::newRow("Toledo, below nothing") << QByteArray("\x02\x2d\x32\x20   500   000") << qint64(-500) << true;
        QTest::newRow("Toledo, tens") << QByteArray("\x02\x29\x30\x20"
                                                    "000120000000")
                                      << qint64(1'200'000) << true;
    }
    void everyProtocolIsUnderstood()
    {
        QFETCH(QByteArray, line);
        QFETCH(qint64, grams);
        QFETCH(bool, isStable);

        const auto reading = kit::readScale(line);

        QVERIFY(reading.has_value());
        QCOMPARE(reading->kilograms.milli, grams);
        QCOMPARE(reading->isStable, isStable);
        QVERIFY(reading->isWithin);
    }

    void whatIsNoReadingIsNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"", "S", "S I", "S S", "S S kg", "S S 1.2.3 kg", "S S 12.345 lb", "S S 12 kg extra",
                                 "ES", "ST,GS,", "ST,GS,kg", "XX,GS,+1 kg", "S S 1234567890123 kg", "\x02"})
            QTest::newRow(line) << QByteArray(line);
    }
    void whatIsNoReadingIsNone()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!kit::readScale(line).has_value());
    }

    void whatIsTooHeavyIsSaidToBe_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"S +", "S -", "OL,GS,+9999999kg", "\x02\x2c\x34\x20  1234  0000"})
            QTest::newRow(line) << QByteArray(line);
    }
    void whatIsTooHeavyIsSaidToBe()
    {
        QFETCH(QByteArray, line);
        const auto reading = kit::readScale(line);
        QVERIFY(reading && !reading->isWithin);
    }

    void linesAreCutWhereverTheyBreak()
    {
        kit::ScaleLines lines;

        QCOMPARE(lines.take("S S  1.0"), QList<QByteArray>());
        QCOMPARE(lines.take("00 kg\r\nS S  2.000 kg\r"), (QList<QByteArray>{"S S  1.000 kg", "S S  2.000 kg"}));
        QCOMPARE(lines.take(QByteArray(1000, 'x')), QList<QByteArray>());
        QCOMPARE(lines.take("\n\x02"), QList<QByteArray>{QByteArray(40, 'x')});
    }

    void aScaleOnTheNetworkIsHeard()
    {
        QTcpServer desk;
        QVERIFY(desk.listen(QHostAddress::LocalHost));
        kit::Scale scale;
        QSignalSpy heard(&scale, &kit::Scale::changed);

        scale.use(QStringLiteral("127.0.0.1:%1").arg(desk.serverPort()));
        QVERIFY(desk.waitForNewConnection(5'000));
        QTcpSocket *line = desk.nextPendingConnection();
        line->write("S S     12.345 kg\r\n");

        QVERIFY(heard.wait());
        QCOMPARE(scale.reading(), std::optional(twelve));
        QTRY_COMPARE(line->bytesAvailable(), 5);
        QCOMPARE(line->readAll(), QByteArray("SIR\r\n"));
    }

    // How the next load is told from the one that was taken.
    void aLoadThatMovedIsHeardAlsoWhenItsReadingsComeAtOnce()
    {
        const Pty pty;
        kit::Scale scale;
        QList<kit::ScaleReading> heard;
        connect(&scale, &kit::Scale::changed, this, [&] { heard += scale.reading().value_or(kit::ScaleReading()); });
        scale.use(pty.path());
        pty.say("S S     12.345 kg\r\n");
        QTRY_COMPARE(heard.size(), 1);

        pty.say("S S     12.345 kg\r\nS D      9.000 kg\r\nS S     12.345 kg\r\n");

        QTRY_COMPARE(heard.size(), 3);
        QCOMPARE(heard, (QList{twelve, kit::ScaleReading{.kilograms = {9'000}, .isStable = false}, twelve}));
    }

    void aScaleAtASerialLineIsHeard()
    {
        const Pty pty;
        kit::Scale scale;
        QSignalSpy heard(&scale, &kit::Scale::changed);

        scale.use(pty.path());
        pty.say("ST,GS,+0012.345kg\r\n");

        QVERIFY(heard.wait());
        QCOMPARE(scale.reading(), std::optional(twelve));
    }

    // An old weight on the screen would be charged.
    void aSilentScaleSaysNothingAnyMore()
    {
        Pty pty;
        kit::Scale scale({.silenceMs = 50, .againMs = 10});
        QSignalSpy heard(&scale, &kit::Scale::changed);
        scale.use(pty.path());
        pty.say("S S     12.345 kg\r\n");
        QVERIFY(heard.wait());

        QVERIFY(heard.wait());

        QVERIFY(!scale.reading().has_value());
        pty.pullOut();
    }

    void aScaleThatComesBackIsHeardAgain()
    {
        QTcpServer desk;
        QVERIFY(desk.listen(QHostAddress::LocalHost));
        kit::Scale scale({.silenceMs = 50, .againMs = 10});
        QSignalSpy heard(&scale, &kit::Scale::changed);
        scale.use(QStringLiteral("127.0.0.1:%1").arg(desk.serverPort()));
        QVERIFY(desk.waitForNewConnection(5'000));
        delete desk.nextPendingConnection();

        QTRY_VERIFY(desk.hasPendingConnections());
        QTcpSocket *line = desk.nextPendingConnection();
        line->write("S S     12.345 kg\r\n");

        QVERIFY(heard.wait());
        QCOMPARE(scale.reading(), std::optional(twelve));
    }

    void whatIsNoAddressIsNoScale_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"", "scale", "scale:", ":4001", "scale:99999", "/dev/there-is-no-such-line"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void whatIsNoAddressIsNoScale()
    {
        QFETCH(QString, address);
        kit::Scale scale;
        scale.use(address);
        QVERIFY(!scale.reading().has_value());
    }
};

CONSOLE_TEST(TestScale)
#include "tst_scale.moc"
