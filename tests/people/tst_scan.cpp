// MED-08, S8: with the real clamd and a small signature database of the test's own.

#include "server/storage/gateways/clamd.h"
#include "tests/people/people.h"
#include "tests/people/scanner.h"
#include "tests/support/runner.h"

#include <QBuffer>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

namespace {

// Nobody listens here.
const QString nowhere = QStringLiteral("/nonexistent/clamd.sock");

struct Guarded : People
{
    explicit Guarded(const QString &scanner = Scanner::instance().socket())
        : scanner(scanner)
    {}

    const QString scanner;
    storage::Service careful{*db,
                             db.clock,
                             ids,
                             settings,
                             audit,
                             secrets,
                             {.folder = folder.path(), .undecoded = storage::Undecoded::Taken, .scanner = scanner}};
    const Caller asha = callerFor(person(QStringLiteral("asha")));

    Result<StoredFile> send(FilePurpose purpose, const QByteArray &content)
    {
        QTemporaryDir inbox;
        const QString path = inbox.filePath(QStringLiteral("body"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the upload");
        file.close();
        return careful.uploadFile(
            asha, {.query = {purpose, QStringLiteral("paper.pdf")}, .path = path, .size = content.size()});
    }
    ErrorCode read(const StoredFile &file)
    {
        const QUrlQuery query(QUrl(file.url).query());
        const SignedLink link{query.queryItemValue(QStringLiteral("expires")).toLongLong(),
                              query.queryItemValue(QStringLiteral("signature"))};
        return codeOf(file.purpose == FilePurpose::Kyc ? careful.downloadSealedFile(asha, file.id, link)
                                                       : careful.downloadFile(stranger(), file.id, link));
    }
    qint64 files(const char *state)
    {
        return db.number("count(*) FROM stored_files WHERE scan_state = ?", std::string_view(state));
    }
    qint64 audited(const char *action)
    {
        return db.number("count(*) FROM audit_log WHERE action = ?", std::string_view(action));
    }
    qsizetype onDisk() const
    {
        qsizetype out = 0;
        for (QDirIterator it(folder.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
            ++out;
        return out;
    }
};

QByteArray pdfWith(const QByteArray &content)
{
    return People::pdf().replace("trailer", "% " + content + "\ntrailer");
}

// A program in the place of the sandbox that says what it knows and draws what it is told.
struct Decoder
{
    explicit Decoder(const QByteArray &drawing)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\nenv >> \"$0.seen\"\n" + drawing + '\n') < 0)
            qFatal("cannot write the decoder");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QByteArray seen() const
    {
        QFile file(path + QStringLiteral(".seen"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Result<StoredFile> upload(Guarded &guarded) const
    {
        storage::Service strict{*guarded.db,
                                guarded.db.clock,
                                guarded.ids,
                                guarded.settings,
                                guarded.audit,
                                guarded.secrets,
                                {guarded.folder.path(), path}};
        const QString body = folder.filePath(QStringLiteral("body"));
        QFile file(body);
        if (!file.open(QIODevice::WriteOnly) || file.write(People::jpeg()) < 0)
            qFatal("cannot write the upload");
        file.close();
        return strict.uploadFile(guarded.asha, {.query = {FilePurpose::ProfilePhoto, QStringLiteral("me.jpg")},
                                                .path = body,
                                                .size = People::jpeg().size()});
    }

    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("decoder"));
};

} // namespace

class TestOfScans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void whatIsCleanIsTakenAndReadable_data()
    {
        QTest::addColumn<QString>("scanner");
        QTest::newRow("Unix socket") << Scanner::instance().socket();
        QTest::newRow("TCP") << Scanner::instance().address();
    }
    void whatIsCleanIsTakenAndReadable()
    {
        QFETCH(QString, scanner);
        Guarded guarded(scanner);

        const auto paper = guarded.send(FilePurpose::Chat, pdfWith("a bill"));
        const auto document = guarded.send(FilePurpose::Kyc, pdfWith("a card"));

        QVERIFY(paper && document);
        QCOMPARE(guarded.files("clean"), 2);
        QCOMPARE(guarded.db.number("count(*) FROM stored_files WHERE scanned_at = ?", guarded.db.clock.now()), 2);
        QCOMPARE(guarded.read(*paper), ErrorCode::Internal);
        QCOMPARE(guarded.read(*document), ErrorCode::Internal);
    }

    void whatIsInfectedIsRefusedAndWrittenDown_data()
    {
        QTest::addColumn<FilePurpose>("purpose");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("found");
        QTest::newRow("test virus in a chat") << FilePurpose::Chat << pdfWith(Scanner::eicar()) << "Test.Eicar";
        QTest::newRow("test virus as evidence") << FilePurpose::Kyc << pdfWith(Scanner::eicar()) << "Test.Eicar";
        QTest::newRow("script") << FilePurpose::Chat << pdfWith("<script>document.location") << "Test.Script";
        QTest::newRow("macro") << FilePurpose::Chat << pdfWith("Sub AutoOpen()") << "Test.Macro";
        QTest::newRow("behind a picture")
            << FilePurpose::ProfilePhoto << People::png() + Scanner::eicar() << "Test.Eicar";
        QTest::newRow("far behind") << FilePurpose::Chat << pdfWith(QByteArray(9'000'000, 'x') + Scanner::eicar())
                                    << "Test.Eicar";
    }
    void whatIsInfectedIsRefusedAndWrittenDown()
    {
        QFETCH(FilePurpose, purpose);
        QFETCH(QByteArray, content);
        QFETCH(QString, found);
        Guarded guarded;

        const auto refused = guarded.send(purpose, content);

        QCOMPARE(codeOf(refused), ErrorCode::UnacceptableFile);
        QCOMPARE(refused.error().fields, (QList<FieldError>{{QStringLiteral("file"), QStringLiteral("infected")}}));
        QCOMPARE(guarded.db.number("count(*) FROM stored_files"), 0);
        QCOMPARE(guarded.onDisk(), 0);
        const QString details = QStringLiteral("%%\"found\":\"%1.UNOFFICIAL\"%%").arg(found);
        QCOMPARE(guarded.db.number("count(*) FROM audit_log WHERE action = 'file.infected' AND actor_id = ?"
                                   " AND details LIKE ?",
                                   guarded.asha.id, details),
                 1);
    }

    // Fail closed: a scanner that was configured and gives no verdict lets nothing through.
    void withoutAVerdictNothingIsTaken_data()
    {
        QTest::addColumn<QString>("scanner");
        QTest::newRow("no socket") << nowhere;
        QTest::newRow("nobody listens") << QStringLiteral("127.0.0.1:1");
        QTest::newRow("no such host") << QStringLiteral("nobody.invalid:3310");
        QTest::newRow("too long a path") << QString(QStringLiteral("/") + QString(200, QLatin1Char('x')));
    }
    void withoutAVerdictNothingIsTaken()
    {
        QFETCH(QString, scanner);
        Guarded guarded(scanner);

        QCOMPARE(codeOf(guarded.send(FilePurpose::Chat, People::pdf())), ErrorCode::Unavailable);

        QCOMPARE(codeOf(guarded.careful.inspect()), ErrorCode::Unavailable);
        QCOMPARE(guarded.db.number("count(*) FROM stored_files"), 0);
        QCOMPARE(guarded.onDisk(), 0);
    }

    void aScannerThatIsSilentOrTalksNonsenseGivesNoVerdict()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString address = QStringLiteral("127.0.0.1:%1").arg(silent.serverPort());
        const storage::Clamd patient(address, {.scanMs = 200, .pingMs = 200});
        QBuffer content;
        content.setData("harmless");
        QVERIFY(content.open(QIODevice::ReadOnly));
        QElapsedTimer watch;
        watch.start();

        QCOMPARE(codeOf(patient.scan(content)), ErrorCode::Unavailable);
        QCOMPARE(codeOf(patient.answers()), ErrorCode::Unavailable);

        QVERIFY(watch.elapsed() < 5000);
    }

    // What is larger than clamd takes has no verdict either.
    void whatIsTooLargeForTheScannerHasNoVerdict()
    {
        QBuffer content;
        content.setData(QByteArray(12 << 20, 'x'));
        QVERIFY(content.open(QIODevice::ReadOnly));

        QCOMPARE(codeOf(storage::Clamd(Scanner::instance().socket()).scan(content)), ErrorCode::Unavailable);
    }

    // A scanner that is configured later sees what was there before; until then nothing of it leaves.
    void whatWasTakenWithoutAScannerIsScannedLater()
    {
        Guarded guarded;
        const auto clean = guarded.upload(guarded.asha, FilePurpose::Chat, pdfWith("a bill"));
        const auto infected = guarded.upload(guarded.asha, FilePurpose::Chat, pdfWith(Scanner::eicar()));
        const auto sealed = guarded.upload(guarded.asha, FilePurpose::Kyc, pdfWith(Scanner::eicar()));
        QCOMPARE(guarded.files("unscanned"), 3);
        QCOMPARE(guarded.read(*clean), ErrorCode::Unavailable);
        QCOMPARE(guarded.read(*sealed), ErrorCode::Unavailable);

        QCOMPARE(guarded.careful.rescan(), 3);
        QCOMPARE(guarded.careful.rescan(), 0);

        QCOMPARE(guarded.files("clean"), 1);
        QCOMPARE(guarded.files("quarantined"), 2);
        QCOMPARE(guarded.read(*clean), ErrorCode::Internal);
        QCOMPARE(guarded.read(*infected), ErrorCode::NotFound);
        QCOMPARE(guarded.read(*sealed), ErrorCode::NotFound);
        const auto claimed = guarded.db->write(
            [&](Tx &tx) { return guarded.careful.claim(tx, infected->id, guarded.asha.id, FilePurpose::Chat); });
        QCOMPARE(codeOf(claimed), ErrorCode::NotFound);
        QCOMPARE(guarded.audited("file.quarantined"), 2);
        QCOMPARE(guarded.audited("kyc.document_read"), 0);
    }

    void aScannerThatIsDownLeavesWhatIsUnscannedAsItIs()
    {
        Guarded guarded(nowhere);
        const auto paper = guarded.upload(guarded.asha, FilePurpose::Chat, People::pdf());

        QCOMPARE(guarded.careful.rescan(), 0);

        QCOMPARE(guarded.files("unscanned"), 1);
        QCOMPARE(guarded.read(*paper), ErrorCode::Unavailable);
    }

    void withoutAScannerTheFileSaysSo()
    {
        Guarded guarded{QString()};

        const auto paper = guarded.send(FilePurpose::Chat, pdfWith(Scanner::eicar()));

        QVERIFY(paper);
        QVERIFY(!guarded.careful.hasScanner());
        QCOMPARE(guarded.files("unscanned"), 1);
        QCOMPARE(guarded.careful.rescan(), 0);
        QCOMPARE(guarded.read(*paper), ErrorCode::Internal);
    }

    // Without the program that decodes them strangers' files are not taken, unless the operator wants it so.
    void withoutTheSandboxNothingIsTaken()
    {
        Guarded guarded{QString()};
        storage::Service strict{*guarded.db,     guarded.db.clock,       guarded.ids, guarded.settings, guarded.audit,
                                guarded.secrets, {guarded.folder.path()}};
        const auto logo = guarded.upload(guarded.asha, FilePurpose::ProfilePhoto, People::png());
        const QString path = guarded.folder.filePath(QStringLiteral("body"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(People::pdf()) > 0);
        file.close();

        const auto refused = strict.uploadFile(
            guarded.asha,
            {.query = {FilePurpose::Chat, QStringLiteral("bill.pdf")}, .path = path, .size = People::pdf().size()});

        QCOMPARE(codeOf(refused), ErrorCode::Unavailable);
        QCOMPARE(codeOf(strict.fitted(logo->id, guarded.asha.id, {100, 100})), ErrorCode::Unavailable);
        QCOMPARE(guarded.db.number("count(*) FROM stored_files"), 1);
    }

    // SEC-02: whoever takes the decoder over finds no key there.
    void theDecoderKnowsNothingOfTheServersSurroundings()
    {
        Guarded guarded{QString()};
        const Decoder decoder("cat"); // draws what it was given
        qputenv("STRIPE_SECRET_KEY", "sk_live_canary");

        const auto photo = decoder.upload(guarded);

        qunsetenv("STRIPE_SECRET_KEY");
        QVERIFY(photo);
        QVERIFY(decoder.seen().contains("PATH="));
        QVERIFY(!decoder.seen().contains("sk_live_canary"));
    }

    void whatTheDecoderDrawsIsAPictureOrNothing()
    {
        Guarded guarded{QString()};
        const Decoder decoder("echo sk_live_canary");

        QVERIFY_EXCEPTION_THROWN((void)decoder.upload(guarded), std::runtime_error);

        QCOMPARE(guarded.db.number("count(*) FROM stored_files"), 0);
    }

    // Fail closed: a kernel without walls decodes nothing.
    void aDecoderThatIsNotConfinedIsNotUsed()
    {
        Guarded guarded{QString()};
        const Decoder decoder("echo unconfined >&2; exit 71");

        QCOMPARE(codeOf(decoder.upload(guarded)), ErrorCode::Unavailable);

        QCOMPARE(guarded.db.number("count(*) FROM stored_files"), 0);
    }

    // MED-13
    void anAccountMayStoreAsMuchAsItsQuotaSays()
    {
        Guarded guarded{QString()};
        const Caller admin = guarded.callerFor(
            guarded.admin(QStringLiteral("root"), {Permission::ManageSettings, Permission::ManageAds}));
        const Caller bela = guarded.callerFor(guarded.person(QStringLiteral("bela")));
        QVERIFY(guarded.settings.changeSetting(admin, QStringLiteral("uploads.account_quota_bytes"),
                                               {QStringLiteral("10485760")}));
        const auto paper = [](qsizetype size) { return People::pdf() + QByteArray(size - People::pdf().size(), ' '); };
        QVERIFY(guarded.send(FilePurpose::Chat, paper(6'000'000)));

        QCOMPARE(codeOf(guarded.send(FilePurpose::Chat, paper(4'485'761))), ErrorCode::PayloadTooLarge);
        QCOMPARE(guarded.onDisk(), 1);
        QVERIFY(guarded.send(FilePurpose::Kyc, paper(4'485'760)));
        QCOMPARE(codeOf(guarded.send(FilePurpose::Chat, People::pdf())), ErrorCode::PayloadTooLarge);
        QVERIFY(guarded.upload(bela, FilePurpose::Chat, People::pdf()));
        QVERIFY(guarded.upload(admin, FilePurpose::Ad, People::png()));
        QCOMPARE(guarded.db.number("count(*) FROM stored_files"), 4);
    }

    // MED-13
    void whatIsStoredIsCounted()
    {
        Guarded guarded{QString()};
        QVERIFY(guarded.send(FilePurpose::Chat, People::pdf()));
        QVERIFY(guarded.send(FilePurpose::Chat, People::pdf()));
        const auto counted = [&] {
            QStringList out;
            for (const storage::Usage &each : guarded.careful.usage())
                out += QStringLiteral("%1 %2 %3").arg(names::text(each.purpose)).arg(each.files).arg(each.bytes);
            return out;
        };
        QCOMPARE(counted(), QStringList());

        QVERIFY(guarded.careful.inspect());
        QCOMPARE(counted(), QStringList{QStringLiteral("chat 2 %1").arg(2 * People::pdf().size())});
        QVERIFY(guarded.send(FilePurpose::Kyc, People::pdf()));
        guarded.db.clock.advance(5 * minuteMs - 1);
        QVERIFY(guarded.careful.inspect());
        QCOMPARE(counted().size(), 1);
        guarded.db.clock.advance(1);
        QVERIFY(guarded.careful.inspect());
        QCOMPARE(counted().size(), 2);
        QVERIFY(guarded.careful.freeBytes() > 0);
    }
};

TEST_CLASS(TestOfScans)

#include "tst_scan.moc"
