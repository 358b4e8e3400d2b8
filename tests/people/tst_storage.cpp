#include "server/storage/rules.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <QDateTime>
#include <QDirIterator>
#include <QUrl>
#include <QUrlQuery>

namespace {

// One transparent pixel, as a real encoder writes it.
const QByteArray pixel = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhg"
                                                "GAWjR9awAAAABJRU5ErkJggg==");

SignedLink linkOf(const StoredFile &file)
{
    const QUrlQuery query(QUrl(file.url).query());
    return {query.queryItemValue(QStringLiteral("expires")).toLongLong(),
            query.queryItemValue(QStringLiteral("signature"))};
}

QStringList filesIn(const QString &folder)
{
    QStringList out;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        out += it.next();
    return out;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A server's storage with the program that decodes strangers' files.
struct Studio : People
{
    storage::Service careful{*db, db.clock, ids, settings, audit, secrets, {folder.path(), QStringLiteral(SANDBOX)}};
    const Caller asha = callerFor(person(QStringLiteral("asha")));
    const Caller planner = callerFor(admin(QStringLiteral("planner"), {Permission::ManageAds}));

    Result<StoredFile> send(FilePurpose purpose, const QByteArray &content, const QString &name)
    {
        QTemporaryDir inbox;
        const QString path = inbox.filePath(QStringLiteral("body"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the upload");
        file.close();
        return careful.uploadFile(purpose == FilePurpose::Ad ? planner : asha,
                                  {.query = {purpose, name}, .path = path, .size = content.size()});
    }
    QByteArray kept(const StoredFile &file)
    {
        const auto body = file.purpose == FilePurpose::Kyc ? careful.downloadSealedFile(asha, file.id, linkOf(file))
                                                           : careful.downloadFile(stranger(), file.id, linkOf(file));
        return body->path.isEmpty() ? body->bytes : contentOf(body->path);
    }
};

// The picture as a phone writes it: its camera and 19 degrees north, 72 degrees east.
QByteArray withPlace(const QByteArray &jpeg)
{
    // TIFF, little endian: the maker, then the place with its latitude, 19/1 degrees.
    const QByteArray exif = QByteArray("Exif\0\0", 6) +
                            QByteArray::fromHex("49492a0008000000"
                                                "0200"
                                                "0f01020009000000260000"
                                                "00"
                                                "258804000100000030000000"
                                                "00000000") +
                            QByteArray("CamPhone\0\0", 10) +
                            QByteArray::fromHex("0100"
                                                "020005000100000042000000"
                                                "00000000"
                                                "1300000001000000");
    const int length = int(exif.size()) + 2;
    return jpeg.first(2) + QByteArray::fromHex("ffe1") + char(length >> 8) + char(length & 0xff) + exif + jpeg.mid(2);
}

class TestOfStorage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // MED-10
    void aPictureTellsNobodyWhereItWasTaken_data()
    {
        QTest::addColumn<FilePurpose>("purpose");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("profile photo") << FilePurpose::ProfilePhoto << true;
        QTest::newRow("logo") << FilePurpose::StoreLogo << true;
        QTest::newRow("banner") << FilePurpose::StoreBanner << true;
        QTest::newRow("chat") << FilePurpose::Chat << true;
        QTest::newRow("ad") << FilePurpose::Ad << true;
        QTest::newRow("evidence") << FilePurpose::Kyc << false;
    }
    void aPictureTellsNobodyWhereItWasTaken()
    {
        QFETCH(FilePurpose, purpose);
        QFETCH(bool, isShown);
        Studio studio;
        const QByteArray plain = studio.kept(studio.send(FilePurpose::StoreLogo, pixel, {}).value());
        const QByteArray photo = withPlace(plain);

        const auto file = studio.send(purpose, photo, QStringLiteral("my.photo.JPEG"));

        QVERIFY(file);
        const QByteArray kept = studio.kept(*file);
        QCOMPARE(file->contentType, QStringLiteral("image/jpeg"));
        QCOMPARE(file->size, kept.size());
        QCOMPARE(kept == photo, !isShown);
        QCOMPARE(kept.contains("Exif"), !isShown);
        QCOMPARE(kept.contains("CamPhone"), !isShown);
        QVERIFY(kept.startsWith("\xff\xd8\xff"));
        QCOMPARE(file->name, isShown ? QStringLiteral("my.photo.jpg") : QStringLiteral("my.photo.JPEG"));
    }

    void papersInAChatStayAsTheyAre()
    {
        Studio studio;

        const auto file = studio.send(FilePurpose::Chat, pixel, QStringLiteral("weighing.png"));
        QCOMPARE(file->name, QStringLiteral("weighing.jpg"));
        QCOMPARE(file->contentType, QStringLiteral("image/jpeg"));
        const auto paper = studio.upload(studio.asha, FilePurpose::Chat, People::pdf(), QStringLiteral("bill.pdf"));
        QCOMPARE(paper->contentType, QStringLiteral("application/pdf"));
        QCOMPARE(studio.kept(*paper), People::pdf());
    }

    // The sandbox takes no larger one, so neither may the setting promise it.
    void theLargestPictureIsWhatTheSandboxTakes()
    {
        People people;
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));
        const auto set = [&](const char *bytes) {
            return bool(people.settings.changeSetting(admin, QStringLiteral("uploads.image_max_bytes"),
                                                      {QString::fromLatin1(bytes)}));
        };

        QVERIFY(!set("5242881"));
        QVERIFY(set("5242880"));
    }

    // What a process that died left half written.
    void draftsOfTheDeadAreRemoved()
    {
        People people;
        const auto write = [&](const QString &path, qint64 ageMs) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write("half of an export") < 0)
                qFatal("cannot write the draft");
            file.flush();
            file.setFileTime(QDateTime::fromMSecsSinceEpoch(people.db.clock.now().ms - ageMs),
                             QFileDevice::FileModificationTime);
        };
        const storage::Draft living = people.storage.draft();
        const QString dead = people.folder.filePath(QStringLiteral("drafts/dead"));
        write(living.path(), 6 * hourMs);
        write(dead, 6 * hourMs + 1);

        people.storage.sweep();

        QVERIFY(QFile::exists(living.path()));
        QVERIFY(!QFile::exists(dead));
    }

    // MED-09
    void aFileIsReadBySignedLinkOnly()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));

        const auto file = people.upload(asha, FilePurpose::StoreLogo, People::png(), QStringLiteral("logo.png"));

        QVERIFY(file);
        QCOMPARE(file->contentType, QStringLiteral("image/png"));
        QCOMPARE(file->size, People::png().size());
        QCOMPARE(file->urlExpiresAt.ms, people.db.clock.now().ms / 1000 * 1000 + 300'000);
        const auto body = people.storage.downloadFile(people.stranger(), file->id, linkOf(*file));
        QVERIFY(body);
        QCOMPARE(contentOf(body->path), People::png());
        QCOMPARE(body->name, QStringLiteral("logo.png"));
        QCOMPARE(body->contentType, QByteArray("image/png"));
        QCOMPARE(body->cacheSeconds, 0);
    }

    // MED-09
    void aLinkThatIsChangedOrOldOpensNothing()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const auto file = people.upload(asha, FilePurpose::StoreLogo, People::png());
        const auto other = people.upload(asha, FilePurpose::StoreLogo, People::png());
        const SignedLink link = linkOf(*file);
        SignedLink later = link, forged = link;
        later.expires += 1;
        forged.signature = QString(43, QLatin1Char('A'));
        const auto open = [&](Id<StoredFile> id, const SignedLink &with) {
            return codeOf(people.storage.downloadFile(people.stranger(), id, with));
        };

        QCOMPARE(open(file->id, later), ErrorCode::InvalidSignature);
        QCOMPARE(open(file->id, forged), ErrorCode::InvalidSignature);
        QCOMPARE(open(other->id, link), ErrorCode::InvalidSignature);
        people.db.clock.set({link.expires * 1000});
        QCOMPARE(open(file->id, link), ErrorCode::TokenExpired);
    }

    // D-07
    void aForeignFileDoesNotExist()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const Caller bela = people.callerFor(people.person(QStringLiteral("bela")));
        const auto file = people.upload(asha, FilePurpose::Kyc, People::pdf());

        QVERIFY(people.storage.readFile(asha, file->id));
        QCOMPARE(codeOf(people.storage.readFile(bela, file->id)), ErrorCode::NotFound);
        const auto claim = [&](Id<Account> owner, FilePurpose purpose) {
            return people.db->write([&](Tx &tx) { return people.storage.claim(tx, file->id, owner, purpose); });
        };
        QCOMPARE(codeOf(claim(bela.id, FilePurpose::Kyc)), ErrorCode::NotFound);
        QCOMPARE(codeOf(claim(asha.id, FilePurpose::Chat)), ErrorCode::NotFound);
        QCOMPARE(people.db.number("count(*) FROM stored_files WHERE claimed_at IS NOT NULL"), 0);
        QVERIFY(claim(asha.id, FilePurpose::Kyc));
    }

    // MED-07, S8
    void theContentDecidesWhatAFileIs_data()
    {
        QTest::addColumn<FilePurpose>("purpose");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("refusal");
        const auto refused = [](const char *row, FilePurpose purpose, const QByteArray &content) {
            QTest::newRow(row) << purpose << content << ErrorCode::UnsupportedMediaType;
        };
        refused("HTML", FilePurpose::Kyc, "<!DOCTYPE html><html><body>hello</body></html>");
        refused("SVG", FilePurpose::StoreLogo, "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
        refused("XPM", FilePurpose::StoreLogo, "/* XPM */\nstatic char *x[] = {\"1 1 1 1\"};");
        refused("program", FilePurpose::Chat,
                QByteArray("\x7f"
                           "ELF\x02\x01\x01",
                           7) +
                    QByteArray(60, 0));
        refused("PDF as a logo", FilePurpose::StoreLogo, People::pdf());
        refused("PNG with a script first", FilePurpose::StoreLogo, "#!/bin/sh\n" + People::png());
        refused("plain archive", FilePurpose::Chat, QByteArray("PK\x03\x04", 4) + QByteArray(60, 'x'));
        refused("Word with macros", FilePurpose::Chat,
                QByteArray("PK\x03\x04", 4) + "[Content_Types].xml word/document.xml word/vbaProject.bin");
        refused("text", FilePurpose::Chat, "hello");
        QTest::newRow("empty") << FilePurpose::Chat << QByteArray() << ErrorCode::UnacceptableFile;
    }
    void theContentDecidesWhatAFileIs()
    {
        QFETCH(FilePurpose, purpose);
        QFETCH(QByteArray, content);
        QFETCH(ErrorCode, refusal);
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));

        QCOMPARE(codeOf(people.upload(asha, purpose, content, QStringLiteral("photo.png"))), refusal);

        QCOMPARE(people.db.number("count(*) FROM stored_files"), 0);
        QVERIFY(filesIn(people.folder.path()).isEmpty());
    }

    // C24, MED-11
    void aFileMayBeAsLargeAsTheSettingSays()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const Caller admin = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));
        QVERIFY(
            people.settings.changeSetting(admin, QStringLiteral("uploads.image_max_bytes"), {QStringLiteral("65536")}));
        const QByteArray fitting = People::png() + QByteArray(65'536 - People::png().size(), 0);

        QVERIFY(people.upload(asha, FilePurpose::StoreLogo, fitting));
        QCOMPARE(codeOf(people.upload(asha, FilePurpose::StoreLogo, fitting + '\0')), ErrorCode::PayloadTooLarge);
        QCOMPARE(people.db.number("count(*) FROM stored_files"), 1);
    }

    // MED-09
    void documentsAreSealedOnDisk()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const auto file = people.upload(asha, FilePurpose::Kyc, People::pdf());

        const QStringList files = filesIn(people.folder.path());
        QCOMPARE(files.size(), 1);
        QVERIFY(!contentOf(files[0]).contains("PDF"));
        QCOMPARE(people.storage.downloadSealedFile(asha, file->id, linkOf(*file))->bytes, People::pdf());
    }

    // S8
    void aPictureThatDoesNotDecodeIsRefused()
    {
        Studio studio;
        const auto send = [&](const QByteArray &content) {
            return studio.send(FilePurpose::StoreLogo, content, QStringLiteral("logo.png"));
        };

        QVERIFY(send(pixel));
        QCOMPARE(codeOf(send(pixel.left(pixel.size() - 20))), ErrorCode::UnacceptableFile);
        QCOMPARE(send(pixel.left(pixel.size() - 20)).error().fields.constFirst().problem, QStringLiteral("is damaged"));
        QCOMPARE(studio.db.number("count(*) FROM stored_files"), 1);
    }

    void howeverManyNobodyUsesTheyAllGo()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        constexpr int many = 501; // more than are looked at together
        QVERIFY(people.db->write([&](Tx &tx) -> Result<> {
            for (int i = 0; i < many; ++i)
                storage::Store().insert(tx, {.id = people.ids.next<StoredFile>(),
                                             .ownerId = asha.id,
                                             .purpose = FilePurpose::Chat,
                                             .name = QStringLiteral("bill.pdf"),
                                             .contentType = QStringLiteral("application/pdf"),
                                             .size = 1,
                                             .sha256 = QString(64, u'0'),
                                             .createdAt = tx.now()});
            return {};
        }));
        people.db.clock.advance(dayMs + 1);

        QCOMPARE(people.storage.sweep(), many);

        QCOMPARE(people.db.number("count(*) FROM stored_files"), 0);
    }

    void whatNobodyUsesIsRemovedAfterADay()
    {
        People people;
        const Caller asha = people.callerFor(people.person(QStringLiteral("asha")));
        const auto used = people.upload(asha, FilePurpose::ProfilePhoto, People::png());
        QVERIFY(people.upload(asha, FilePurpose::ProfilePhoto, People::png()));
        QVERIFY(people.accounts.updateMe(
            asha, {QStringLiteral("Asha"), QStringLiteral("+919812345678"), std::nullopt, used->id}));

        people.db.clock.advance(dayMs);
        QCOMPARE(people.storage.sweep(), 0);
        people.db.clock.advance(1);
        QCOMPARE(people.storage.sweep(), 1);

        QCOMPARE(people.db.number("count(*) FROM stored_files"), 1);
        QCOMPARE(filesIn(people.folder.path()).size(), 1);
        QVERIFY(people.storage.readFile(asha, used->id));
    }
};

class TestOfFileNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // S8
    void aNameIsOnlyALabel_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << "PAN card.pdf"
                               << "PAN card.pdf";
        QTest::newRow("Hindi") << "पैन कार्ड.pdf"
                               << "पैन कार्ड.pdf";
        QTest::newRow("folders") << "../../etc/passwd"
                                 << "passwd";
        QTest::newRow("Windows folders") << "..\\..\\boot.ini"
                                         << "boot.ini";
        QTest::newRow("only dots") << ".."
                                   << "file";
        QTest::newRow("hidden") << ".bashrc"
                                << "bashrc";
        QTest::newRow("line break") << "a\r\nSet-Cookie: x.png"
                                    << "aSet-Cookie: x.png";
        QTest::newRow("zero") << QString(QChar(0)) + "a.png"
                              << "a.png";
        QTest::newRow("right to left") << QStringLiteral("a\u202Egnp.exe") << "agnp.exe";
        QTest::newRow("empty") << ""
                               << "file";
        QTest::newRow("long") << QString(300, QLatin1Char('a')) << QString(255, QLatin1Char('a'));
    }
    void aNameIsOnlyALabel()
    {
        QFETCH(QString, name);
        QTEST(storage::safeName(name), "safe");
    }
};

} // namespace

TEST_CLASS(TestOfStorage)
TEST_CLASS(TestOfFileNames)
#include "tst_storage.moc"
