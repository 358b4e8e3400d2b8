#include "server/core/log.h"
#include "server/core/metrics.h"
#include "tests/support/runner.h"
#include "tests/support/testdb.h"

#include <QJsonDocument>

class TestOfLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineCannotBeForged()
    {
        const QString evil = QStringLiteral("name\"\n{\"level\":\"info\"}\r\x1b[2J\x7f");

        const QByteArray text = logging::line(LogFormat::Text, {0}, QtWarningMsg, "a.b", evil);
        const QByteArray json = logging::line(LogFormat::Json, {0}, QtWarningMsg, "a.b", evil, {{"status", evil}});

        QVERIFY(text.startsWith("1970-01-01T00:00:00.000Z warning a.b: name"));
        for (const QByteArray &line : {text, json})
            for (const char c : line)
                QVERIFY(static_cast<unsigned char>(c) >= ' ');
        QVERIFY(!text.contains('\x7f'));
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        QCOMPARE(object.value(QLatin1String("message")).toString(), evil);
        QCOMPARE(object.value(QLatin1String("status")).toString(), evil);
        QCOMPARE(object.value(QLatin1String("level")).toString(), QStringLiteral("warning"));
    }

    void secretsDoNotReachALine()
    {
        const QByteArray line =
            logging::line(LogFormat::Text, {0}, QtInfoMsg, "c",
                          QStringLiteral("Authorization: Bearer abc.def and eyJhbGci.eyJzdWIi.c2ln"));

        QVERIFY(line.endsWith("c: Authorization: [secret] and [secret]"));
    }

    void figuresAreShownInTheFormOfPrometheus()
    {
        TestDb db(Engine::Sqlite, TestDb::Schema::Core);
        Metrics metrics;
        metrics.watch(*db);
        metrics.counter("orders_total", "Orders", {{"status", "placed"}}).Increment(3);
        QVERIFY(db->write([](Tx &) -> Result<> { return {}; }));

        const QByteArray text = metrics.exposition();

        QVERIFY(text.contains("# TYPE orders_total counter\norders_total{status=\"placed\"} 3\n"));
        QVERIFY(text.contains("\ndb_units_total 1\n"));
        QVERIFY(text.contains("\nprocess_resident_memory_bytes "));
    }
};

TEST_CLASS(TestOfLog)
#include "tst_log.moc"
