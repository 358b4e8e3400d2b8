#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <QFile>

namespace {

// Five entries of one admin, a second apart, and the anchor of their seals.
struct Trail
{
    Trail()
    {
        anchored = std::make_unique<audit::Service>(*people.db, people.db.clock, people.ids, people.secrets, anchor);
        before = people.db.number("count(*) FROM audit_log");
        for (int i = 1; i <= 5; ++i)
            write(QStringLiteral("object %1").arg(i));
    }

    void write(const QString &object)
    {
        people.db.clock.advance(1000);
        (void)people.db->write([&](Tx &tx) -> Result<> {
            people.audit.record(tx, admin, "product.price_changed", "product", object, {"{\"old\":1,\"new\":2}"});
            return {};
        });
        ids +=
            people.audit.listAudit({.role = Role::Admin, .known = true, .superAdmin = true}, {.limit = 1})->items[0].id;
    }

    // Whoever owns the database can take the triggers away; that is what seals are for.
    void loosen()
    {
        for (const std::string table : {"audit_log", "audit_seals"})
            if (people.db->engine() == Engine::Postgres) {
                people.change("DROP TRIGGER " + table + "_append_only ON " + table);
            } else {
                people.change("DROP TRIGGER " + table + "_no_UPDATE");
                people.change("DROP TRIGGER " + table + "_no_DELETE");
            }
    }

    template <class... Args>
    qint64 run(std::string_view statement, const Args &...args)
    {
        return *people.db->write([&](Tx &tx) -> Result<qint64> { return tx.run(statement, args...); });
    }

    Result<> seal() { return anchored->seal(); }
    QString problem() { return anchored->verify().problem.value_or(QString()); }
    qint64 seals() const { return people.db.number("count(*) FROM audit_seals"); }
    QString changed(int number) const
    {
        return QStringLiteral("entry %1 is not what was sealed as seal %2").arg(ids[number - 1].text()).arg(number);
    }

    People people;
    QTemporaryDir folder;
    QString anchor = folder.filePath(QStringLiteral("audit.head"));
    std::unique_ptr<audit::Service> anchored;
    Caller admin{
        .id = people.ids.next<Account>(), .role = Role::Admin, .known = true, .ip = QStringLiteral("192.0.2.7")};
    qint64 before = 0;
    QList<Id<AuditEntry>> ids;
};

// S16: who changes the audit log is found out.
class TestOfTrail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // The console reads the list by the contract; a sign-in has no more to say than that it was.
    void anEntryThatSaysNoMoreIsReadByItsContract()
    {
        Trail given;
        (void)given.people.db->write([&](Tx &tx) -> Result<> {
            given.people.audit.record(tx, given.admin, "auth.signed_in", "account", given.admin.id.text());
            return {};
        });
        const auto page = given.people.audit.listAudit({.role = Role::Admin, .known = true, .superAdmin = true},
                                                       {.action = QStringLiteral("auth.signed_in")});
        QVERIFY(page && page->items.size() == 1);

        const auto read = json::parse<AuditEntry>(json::bytes(page->items.first()));

        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->details.text, QByteArray("{}"));
    }

    void whatWasRecordedIsSealedOnceAndVerifies()
    {
        Trail trail;
        QCOMPARE(trail.before, 0);

        QVERIFY(trail.seal());
        QVERIFY(trail.seal());

        const audit::Chain::Finding found = trail.anchored->verify();
        QCOMPARE(found.problem, std::nullopt);
        QCOMPARE(found.head.seq, 5);
        QCOMPARE(trail.seals(), 5);
        trail.write(QStringLiteral("object 6"));
        QVERIFY(trail.seal());
        QCOMPARE(trail.anchored->verify().head.seq, 6);
        QCOMPARE(QFile(trail.anchor).permissions() &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    // AUD-04
    void entriesAndSealsCanOnlyBeAdded_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::newRow("change an entry") << QByteArray("UPDATE audit_log SET ip = ''");
        QTest::newRow("remove entries") << QByteArray("DELETE FROM audit_log");
        QTest::newRow("change a seal") << QByteArray("UPDATE audit_seals SET seq = seq + 1");
        QTest::newRow("remove seals") << QByteArray("DELETE FROM audit_seals");
    }
    void entriesAndSealsCanOnlyBeAdded()
    {
        QFETCH(QByteArray, statement);
        Trail trail;
        QVERIFY(trail.seal());

        QVERIFY_EXCEPTION_THROWN(trail.run(std::string_view(statement)), DbFault);

        QCOMPARE(trail.problem(), QString());
        QCOMPARE(trail.seals(), 5);
    }

    void aChangeOfAnyColumnIsNamed_data()
    {
        QTest::addColumn<QByteArray>("change");
        for (const char *text : {"actor_role", "action", "object_type", "object_id", "details", "ip", "request_id"})
            QTest::newRow(text) << QByteArray(text) + " = " + text + " || ' '";
        QTest::newRow("actor_id") << QByteArray("actor_id = NULL");
        QTest::newRow("created_at") << QByteArray("created_at = created_at + 1");
        QTest::newRow("two columns that read the same in one row")
            << QByteArray("object_type = 'productobject', object_id = ' 3'");
    }
    void aChangeOfAnyColumnIsNamed()
    {
        QFETCH(QByteArray, change);
        Trail trail;
        QVERIFY(trail.seal());
        trail.loosen();

        QCOMPARE(trail.run(("UPDATE audit_log SET " + change + " WHERE id = ?").toStdString(), trail.ids[2]), 1);

        QCOMPARE(trail.problem(), trail.changed(3));
    }

    void aMissingEntryIsNamed()
    {
        Trail trail;
        QVERIFY(trail.seal());
        trail.loosen();

        QCOMPARE(trail.run("DELETE FROM audit_log WHERE id = ?", trail.ids[1]), 1);

        QCOMPARE(trail.problem(), QStringLiteral("entry %1 of seal 2 is missing").arg(trail.ids[1].text()));
    }

    void aMissingSealIsNamed()
    {
        Trail trail;
        QVERIFY(trail.seal());
        trail.loosen();

        QCOMPARE(trail.run("DELETE FROM audit_seals WHERE seq = 3"), 1);

        QCOMPARE(trail.problem(), QStringLiteral("seal 3 is missing"));
        // Not even with its entry.
        QCOMPARE(trail.run("DELETE FROM audit_log WHERE id = ?", trail.ids[2]), 1);
        QCOMPARE(trail.problem(), QStringLiteral("seal 3 is missing"));
    }

    void sealsInAnotherOrderAreNamed()
    {
        Trail trail;
        QVERIFY(trail.seal());
        trail.loosen();

        QCOMPARE(trail.run("UPDATE audit_seals SET seq = 99 WHERE seq = 2"), 1);
        QCOMPARE(trail.run("UPDATE audit_seals SET seq = 2 WHERE seq = 3"), 1);
        QCOMPARE(trail.run("UPDATE audit_seals SET seq = 3 WHERE seq = 99"), 1);

        QCOMPARE(trail.problem(), QStringLiteral("entry %1 is not what was sealed as seal 2").arg(trail.ids[2].text()));
    }

    void aSealWithoutTheSecretIsNamed()
    {
        Trail trail;
        QVERIFY(trail.seal());
        trail.write(QStringLiteral("object 6"));
        const Secrets theirs({QByteArray(32, 'x')}, People::quickCost);
        audit::Service forger(*trail.people.db, trail.people.db.clock, trail.people.ids, theirs);

        QVERIFY(forger.seal());

        QCOMPARE(trail.seals(), 6);
        QVERIFY(trail.problem().startsWith(QLatin1String("the key ")));
        QVERIFY(trail.problem().endsWith(QLatin1String(" of seal 6 is not known")));
    }

    void aCutEndIsNamedAndNotSealedOver_data()
    {
        QTest::addColumn<bool>("withEntries");
        QTest::newRow("only the seals") << false;
        QTest::newRow("seals and entries") << true;
    }
    void aCutEndIsNamedAndNotSealedOver()
    {
        QFETCH(bool, withEntries);
        Trail trail;
        QVERIFY(trail.seal());
        trail.loosen();
        QCOMPARE(trail.run("DELETE FROM audit_seals WHERE seq > 3"), 2);
        if (withEntries)
            QCOMPARE(trail.run("DELETE FROM audit_log WHERE id >= ?", trail.ids[3]), 2);
        const QString cut = QStringLiteral("seal 4 is missing: the chain was cut off, its anchor knows seal 5");
        QCOMPARE(trail.problem(), cut);
        trail.write(QStringLiteral("object 6"));

        const Result<> sealed = trail.seal();
        // A server that has started since knows it from the file.
        audit::Service started(*trail.people.db, trail.people.db.clock, trail.people.ids, trail.people.secrets,
                               trail.anchor);
        const Result<> sealedLater = started.seal();

        QCOMPARE(codeOf(sealed), ErrorCode::Conflict);
        QCOMPARE(codeOf(sealedLater), ErrorCode::Conflict);
        QCOMPARE(trail.seals(), 3);
        QCOMPARE(trail.problem(), cut);
    }

    void anAnchorThatIsGoneOrForgedIsNamed()
    {
        Trail trail;
        QVERIFY(trail.seal());
        QFile file(trail.anchor);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();
        const auto put = [&](const QByteArray &text) {
            QFile out(trail.anchor);
            return out.open(QIODevice::WriteOnly) && out.write(text) == text.size();
        };

        QVERIFY(put("3" + good.mid(1)));
        QCOMPARE(trail.problem(), QStringLiteral("the anchor %1 was not written by this server").arg(trail.anchor));
        QVERIFY(QFile::remove(trail.anchor));
        QCOMPARE(trail.problem(), QStringLiteral("the anchor %1 is missing").arg(trail.anchor));
        QVERIFY(put(good));
        QCOMPARE(trail.problem(), QString());
    }

    void anEntryThatNobodySealedIsNamedAfterAMinute()
    {
        Trail trail;
        QVERIFY(trail.seal());
        trail.write(QStringLiteral("object 6"));
        QCOMPARE(trail.problem(), QString());

        trail.people.db.clock.advance(60'001);

        QCOMPARE(trail.problem(), QStringLiteral("entry %1 is not sealed").arg(trail.ids[5].text()));
        QVERIFY(trail.seal());
        QCOMPARE(trail.problem(), QString());
    }

    // An entry has its id before its transaction commits, so it may come to light behind younger ones.
    void anEntryThatCommitsLateIsSealedToo()
    {
        Trail trail;
        const auto early = trail.people.ids.next<AuditEntry>();
        trail.write(QStringLiteral("object 6"));
        QVERIFY(trail.anchored->seal(audit::Chain::Reach::Lately));
        QCOMPARE(trail.seals(), 6);
        QCOMPARE(trail.run("INSERT INTO audit_log (id, actor_role, action, object_type, object_id, details, ip,"
                           " request_id, created_at) VALUES (?, 'nobody', 'late', 'x', 'y', '', '', '', ?)",
                           early, trail.people.db.clock.now()),
                 1);
        trail.people.db.clock.advance(9 * minuteMs);

        QVERIFY(trail.anchored->seal(audit::Chain::Reach::Lately));

        QCOMPARE(trail.seals(), 7);
        QCOMPARE(trail.problem(), QString());
    }

    void twoNodesSealOneChain()
    {
        Trail trail;
        const auto other = trail.people.db.another();
        audit::Service second(*other, trail.people.db.clock, trail.people.ids, trail.people.secrets);

        QVERIFY(trail.seal());
        trail.write(QStringLiteral("object 6"));
        QVERIFY(second.seal());
        trail.write(QStringLiteral("object 7"));
        QVERIFY(trail.seal());

        QCOMPARE(trail.seals(), 7);
        QCOMPARE(trail.problem(), QString());
    }

    void moreThanOnePieceIsSealedAndChecked()
    {
        Trail trail;
        (void)trail.people.db->write([&](Tx &tx) -> Result<> {
            for (int i = 0; i < 2100; ++i)
                trail.people.audit.record(tx, trail.admin, "product.price_changed", "product", QString::number(i));
            return {};
        });

        QVERIFY(trail.seal());

        QCOMPARE(trail.anchored->verify().problem, std::nullopt);
        QCOMPARE(trail.anchored->verify().head.seq, 2105);
        QCOMPARE(trail.anchored->verify([] { return true; }).problem, QStringLiteral("the check was cut off"));
        trail.loosen();
        QCOMPARE(trail.run("DELETE FROM audit_seals WHERE seq = 2050"), 1);
        QCOMPARE(trail.problem(), QStringLiteral("seal 2050 is missing"));
    }
};

} // namespace

TEST_CLASS(TestOfTrail)
#include "tst_trail.moc"
