#include "console/pages/audit/page.h"
#include "console/pages/audit/words.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QFileDialog>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    QList<AuditEntry> entries = samples::auditEntries();
    std::unique_ptr<audit::Page> page;

    Fixture() { console.server.answer(api::listAudit, samples::page(entries)); }
    QAbstractItemModel &open()
    {
        page = std::make_unique<audit::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
    QString lastAsked() const { return console.server.lines().constLast(); }
};

QString said(const QList<audit::Change> &changes)
{
    QStringList out;
    for (const audit::Change &change : changes)
        out += change.name + u':' + (change.isChange ? change.before + u'>' : QString()) + change.after;
    return out.join(u' ');
}

} // namespace

class TestAuditPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CADM-13, AUD-06
    void whoDidWhatIsListedNewestFirst()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 7);
        QCOMPARE(rows.index(0, 1).data().toString(), QStringLiteral("Vikram Menon (vikram.kyc)"));
        QCOMPARE(rows.index(0, 2).data().toString(), QStringLiteral("settings.changed"));
        QCOMPARE(rows.index(0, 3).data().toString(), QStringLiteral("Setting"));
        QCOMPARE(rows.index(6, 1).data().toString(), QStringLiteral("Nobody signed in"));
    }

    void anEntryShowsWhatWasBeforeAndAfter()
    {
        Fixture given;
        given.open();

        given.page->reveal(given.entries[0].id.text());

        QTRY_VERIFY(shows(*given.page, QStringLiteral("2.00")));
        QVERIFY(shows(*given.page, QStringLiteral("2.50")));
        QVERIFY(shows(*given.page, QStringLiteral("203.0.113.11")));
        QVERIFY(!found<QPushButton>(*given.page, "openObject"));
    }

    void onlyWhatDiffersIsAChange_data()
    {
        QTest::addColumn<QByteArray>("details");
        QTest::addColumn<QString>("changes");
        QTest::newRow("value") << QByteArray("{'old':1,'new':2}") << ":1>2";
        QTest::newRow("object") << QByteArray("{'old':{'a':'x','b':1},'new':{'a':'y','b':1,'c':true}}")
                                << "a:x>y c:–>Yes";
        QTest::newRow("made") << QByteArray("{'new':{'a':'x'}}") << "a:x";
        QTest::newRow("said") << QByteArray("{'reason':'late','number':'pan'}") << "number:pan reason:late";
        QTest::newRow("removed") << QByteArray("{'old':'x'}") << ":x>–";
        QTest::newRow("nothing") << QByteArray() << "";
        QTest::newRow("broken") << QByteArray("{") << "";
    }
    void onlyWhatDiffersIsAChange()
    {
        QFETCH(QByteArray, details);
        QFETCH(QString, changes);

        QCOMPARE(said(audit::changesOf({details.replace('\'', '"')})), changes);
    }

    // AUD-03
    void filtersAskTheServer()
    {
        Fixture given;
        given.open();

        given.page->narrow({{QStringLiteral("action"), QStringLiteral("kyc.")},
                            {QStringLiteral("object_type"), QStringLiteral("kyc_submission")},
                            {QStringLiteral("object"), QStringLiteral("17")}});
        given.page->refresh();

        QCOMPARE(given.lastAsked(), QStringLiteral("get /api/v1/admin/audit-logs?action=kyc.&limit=50"
                                                   "&object_id=17&object_type=kyc_submission"));
    }

    void fromAnEntryToAllOfItsPersonAndOfItsObject()
    {
        Fixture given;
        given.open();
        given.page->reveal(given.entries[5].id.text());

        QVERIFY(press(*given.page, "onlyActor"));
        QCOMPARE(
            given.lastAsked(),
            QStringLiteral("get /api/v1/admin/audit-logs?actor=%1&limit=50").arg(given.entries[5].actorId->text()));

        given.page->reveal(given.entries[5].id.text());
        QVERIFY(press(*given.page, "onlyObject"));
        QCOMPARE(given.lastAsked(),
                 QStringLiteral("get /api/v1/admin/audit-logs?limit=50&object_id=%1&object_type=payment")
                     .arg(given.entries[5].objectId));
    }

    void anObjectWithAPageIsOpenedThere()
    {
        Fixture given;
        given.open();
        given.page->reveal(given.entries[2].id.text());

        QVERIFY(press(*given.page, "openObject"));

        QCOMPARE(given.console.navigator.opened, QStringList{QStringLiteral("admin.kyc/") + given.entries[2].objectId});
    }

    void whatTheFiltersShowIsSavedAsCsv()
    {
        Fixture given;
        given.open();
        QTemporaryDir folder;

        QVERIFY(press(*given.page, "saveCsv"));
        auto *dialog = given.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = folder.filePath(QStringLiteral("audit.csv"));
        Q_EMIT dialog->fileSelected(path);

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 8);
        QVERIFY(lines[0].contains(QStringLiteral("When,Who,Role,Action,Object,Number of the object,Details")));
        QVERIFY(lines[3].contains(QStringLiteral("kyc.revealed,kyc_submission,") + given.entries[2].objectId));
    }

    void emptyAndRefusedListsSaySo()
    {
        Fixture given;
        given.console.server.answer(api::listAudit, samples::page<AuditEntry>({}));
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("No entries here")));
        given.console.server.refuse(api::listAudit, Error{ErrorCode::Internal, QStringLiteral("It broke.")});

        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();
        given.page->reveal(given.entries[2].id.text());

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestAuditPage)
#include "tst_audit.moc"
