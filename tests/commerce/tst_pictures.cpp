#include "server/pictures/rules.h"
#include "server/pictures/service.h"
#include "server/storage/rules.h"
#include "tests/commerce/bazaar.h"
#include "tests/support/runner.h"

#include <QFile>
#include <QSize>

namespace {

// Behind the marker of a frame stand its height and its width.
QSize jpegSize(const QByteArray &file)
{
    const auto at = [&](qsizetype i) { return int(uchar(file.at(i))); };
    for (qsizetype i = 2; i + 8 < file.size() && at(i) == 0xff;) {
        const int marker = at(i + 1);
        if (marker == 0xc0 || marker == 0xc2)
            return {at(i + 7) * 256 + at(i + 8), at(i + 5) * 256 + at(i + 6)};
        i += 2 + at(i + 2) * 256 + at(i + 3);
    }
    return {};
}

// A store with copper, and the program that draws.
struct Studio : Bazaar
{
    storage::Service careful{*db,
                             db.clock,
                             ids,
                             settings,
                             audit,
                             secrets,
                             {.folder = folder.filePath(QStringLiteral("files")), .sandbox = QStringLiteral(SANDBOX)}};
    pictures::Service pictures{*db, ids, catalog, careful, audit};
    Caller asha = vendor(QStringLiteral("asha"));
    Caller ravi = vendor(QStringLiteral("ravi"));
    Id<Product> copper = product(asha).id;

    Id<StoredFile> handIn(const Caller &who, FilePurpose purpose = FilePurpose::StoreBanner)
    {
        const QString path = folder.filePath(ids.next<StoredFile>().text());
        if (!QFile::copy(QStringLiteral(PICTURE), path))
            qFatal("the picture cannot be copied");
        return careful
            .uploadFile(who, {.query = {purpose, QStringLiteral("coil.jpg")},
                              .path = path,
                              .size = QFile(path).size(),
                              .declaredType = QStringLiteral("image/jpeg")})
            .value()
            .id;
    }
    QByteArray bytesOf(Id<ProductImage> image, int width)
    {
        const FileBody body = pictures.readProductImage({}, image, {width}).value().file;
        QFile file(body.path);
        return file.open(QFile::ReadOnly) ? file.readAll() : body.bytes;
    }
    qint64 files() { return db.number("count(*) FROM stored_files"); }
    int waiting()
    {
        return int(db.number("count(*) FROM stored_files WHERE owner_id = ? AND claimed_at IS NULL", asha.id));
    }
    // As if the store had handed in so many and used none yet; the last of them.
    Id<StoredFile> waitWith(int count)
    {
        Id<StoredFile> last;
        const auto stored = db->write([&](Tx &tx) -> Result<> {
            for (int i = 0; i < count; ++i) {
                last = ids.next<StoredFile>();
                storage::Store().insert(tx, {.id = last,
                                             .ownerId = asha.id,
                                             .purpose = FilePurpose::StoreBanner,
                                             .name = QStringLiteral("coil.jpg"),
                                             .contentType = QStringLiteral("image/jpeg"),
                                             .size = 1,
                                             .sha256 = QString(64, u'0'),
                                             .createdAt = tx.now()});
            }
            return {};
        });
        if (!stored)
            qFatal("the files cannot be written");
        return last;
    }
    qint64 images() { return db.number("count(*) FROM product_images"); }
};

} // namespace

class TestOfPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // MED-02, MED-04, MED-10, MED-12
    void aPictureIsShownInSeveralWidthsAndKeepsItsShape()
    {
        Studio studio;

        const auto added = studio.pictures.addProductImage(
            studio.asha, studio.copper,
            {.fileId = studio.handIn(studio.asha), .altText = QStringLiteral(" A coil of wire ")});

        QVERIFY(added);
        QCOMPARE(added->altText, QStringLiteral("A coil of wire"));
        QCOMPARE(added->url, QStringLiteral("/api/v1/product-images/%1?w=800").arg(added->id.text()));
        QCOMPARE(added->sources.size(), 4);
        QCOMPARE(added->sources[3].width, 1600);
        QCOMPARE(jpegSize(studio.bytesOf(added->id, 200)), QSize(200, 67));
        QCOMPARE(jpegSize(studio.bytesOf(added->id, 400)), QSize(400, 133));
        QCOMPARE(jpegSize(studio.bytesOf(added->id, 800)), QSize(800, 267));
        QCOMPARE(jpegSize(studio.bytesOf(added->id, 1600)), QSize(1200, 400)); // never enlarged
        QCOMPARE(studio.pictures.readProductImage({}, added->id, {})->file.cacheSeconds, 365 * 86'400);
        const auto listed = studio.pictures.listProductImages({}, studio.copper);
        QCOMPARE(listed->size(), 1);
        QCOMPARE(json::bytes(listed->at(0)), json::bytes(*added));
        QCOMPARE(studio.db.number("count(*) FROM audit_log WHERE action = 'catalog.image_added'"), 1);
    }

    void aPlaceIsServedByTheNextWidthAbove_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("served");
        QTest::newRow("tiny") << 1 << 0;
        QTest::newRow("exact") << 200 << 0;
        QTest::newRow("between") << 201 << 1;
        QTest::newRow("the widest") << 1600 << 3;
        QTest::newRow("wider than all") << 9999 << 3;
    }
    void aPlaceIsServedByTheNextWidthAbove()
    {
        QFETCH(int, asked);
        QTEST(int(pictures::placeOf(asked)), "served");
    }

    // MED-06
    void withoutWordsThePictureIsCalledLikeItsProduct()
    {
        Studio studio;

        const auto added =
            studio.pictures.addProductImage(studio.asha, studio.copper, {.fileId = studio.handIn(studio.asha)});

        QCOMPARE(added->altText, QStringLiteral("Copper wire"));
    }

    // MED-02
    void picturesStandInTheStoresOrder()
    {
        Studio studio;
        const auto add = [&](std::optional<int> place) {
            return studio.pictures
                .addProductImage(studio.asha, studio.copper,
                                 {.fileId = studio.handIn(studio.asha), .displayOrder = place})
                .value();
        };
        const ProductImage one = add(5), two = add({}), three = add(0);

        const auto listed = studio.pictures.listProductImages({}, studio.copper);

        QCOMPARE(two.displayOrder, 6);
        QCOMPARE(listed->at(0).id, three.id);
        QCOMPARE(listed->at(1).id, one.id);
        QCOMPARE(listed->at(2).id, two.id);
    }

    // MED-05
    void aRemovedPictureLeavesNothing()
    {
        Studio studio;
        const auto added =
            studio.pictures.addProductImage(studio.asha, studio.copper, {.fileId = studio.handIn(studio.asha)});
        const QString path = studio.pictures.readProductImage({}, added->id, {})->file.path;
        QVERIFY(QFile::exists(path));

        QVERIFY(studio.pictures.removeProductImage(studio.asha, studio.copper, added->id));

        QVERIFY(!QFile::exists(path));
        QCOMPARE(studio.pictures.listProductImages({}, studio.copper)->size(), 0);
        QCOMPARE(studio.pictures.readProductImage({}, added->id, {}).error().code, ErrorCode::NotFound);
        QCOMPARE(studio.db.number("count(*) FROM stored_files WHERE claimed_at IS NOT NULL"), 0);
        QCOMPARE(studio.pictures.removeProductImage(studio.asha, studio.copper, added->id).error().code,
                 ErrorCode::NotFound);
    }

    // C58
    void onlyTheStoreChangesWhatItsProductsShow()
    {
        Studio studio;
        const auto added =
            studio.pictures.addProductImage(studio.asha, studio.copper, {.fileId = studio.handIn(studio.asha)});
        const Id<Product> tin = studio.product(studio.ravi, QStringLiteral("Tin")).id;
        const AddProductImage own{.fileId = studio.handIn(studio.ravi)};

        const auto foreign = studio.pictures.addProductImage(studio.ravi, studio.copper, own);
        const auto unknown = studio.pictures.addProductImage(studio.ravi, studio.ids.next<Product>(), own);
        const auto stolen = studio.pictures.addProductImage(studio.ravi, tin, {.fileId = studio.handIn(studio.asha)});
        const auto removed = studio.pictures.removeProductImage(studio.ravi, studio.copper, added->id);
        const auto misplaced = studio.pictures.removeProductImage(studio.ravi, tin, added->id);
        const auto buyers = studio.pictures.addProductImage(studio.buyer(QStringLiteral("bina")), tin, own);

        QCOMPARE(foreign.error().code, ErrorCode::NotFound);
        QCOMPARE(foreign.error().message, unknown.error().message);
        QCOMPARE(stolen.error().code, ErrorCode::NotFound);
        QCOMPARE(removed.error().code, ErrorCode::NotFound);
        QCOMPARE(misplaced.error().message, removed.error().message);
        QCOMPARE(buyers.error().code, ErrorCode::Forbidden);
        QCOMPARE(studio.images(), 1);
    }

    // MED-01: what was handed in as something else is no picture of a product.
    void aFileForSomethingElseIsRefused()
    {
        Studio studio;

        const auto added = studio.pictures.addProductImage(
            studio.asha, studio.copper, {.fileId = studio.handIn(studio.asha, FilePurpose::ProfilePhoto)});

        QCOMPARE(added.error().code, ErrorCode::NotFound);
        QCOMPARE(studio.images(), 0);
    }

    void aProductShowsSoManyPicturesAndNoMore()
    {
        Studio studio;
        pictures::Service quick(*studio.db, studio.ids, studio.catalog, studio.storage, studio.audit);
        const Id<StoredFile> file = studio.handIn(studio.asha); // drawn by nobody, it stands for all widths
        for (int i = 0; i < productImagesMax; ++i)
            QVERIFY(quick.addProductImage(studio.asha, studio.copper, {.fileId = file}));

        const auto more = quick.addProductImage(studio.asha, studio.copper, {.fileId = file});

        QCOMPARE(more.error().code, ErrorCode::Conflict);
        QCOMPARE(studio.images(), productImagesMax);
        // The bytes go with the last one that shows them (MED-05).
        const QList<ProductImage> all = quick.listProductImages({}, studio.copper).value();
        const QString path = quick.readProductImage({}, all[0].id, {})->file.path;
        for (const ProductImage &each : all) {
            QVERIFY(QFile::exists(path));
            QVERIFY(quick.removeProductImage(studio.asha, studio.copper, each.id));
        }
        QVERIFY(!QFile::exists(path));
    }

    // MED-13: files that wait to be used are counted, so that nothing may wait which is in use or of no use.
    void ofAPictureThatIsShownNothingWaitsToBeUsed()
    {
        Studio studio;
        const qint64 before = studio.files();
        const int waiting = studio.waiting();
        const Id<StoredFile> handedIn = studio.handIn(studio.asha);

        QVERIFY(studio.pictures.addProductImage(studio.asha, studio.copper, {.fileId = handedIn}));

        QCOMPARE(studio.files(), before + 4);
        QCOMPARE(studio.waiting(), waiting);
        QCOMPARE(studio.careful.readFile(studio.asha, handedIn).error().code, ErrorCode::NotFound);
    }

    void whatIsRefusedLeavesNothingDrawn()
    {
        Studio studio;
        pictures::Service quick(*studio.db, studio.ids, studio.catalog, studio.storage, studio.audit);
        const Id<StoredFile> file = studio.handIn(studio.asha), other = studio.handIn(studio.asha);
        const Id<StoredFile> photo = studio.handIn(studio.asha, FilePurpose::ProfilePhoto);
        const Id<Product> tin = studio.product(studio.asha, QStringLiteral("Tin")).id;
        for (int i = 0; i < productImagesMax; ++i)
            QVERIFY(quick.addProductImage(studio.asha, studio.copper, {.fileId = file}));
        const qint64 before = studio.files();

        const auto eleventh = studio.pictures.addProductImage(studio.asha, studio.copper, {.fileId = other});
        const auto unfit = studio.pictures.addProductImage(studio.asha, tin, {.fileId = photo});

        QCOMPARE(eleventh.error().code, ErrorCode::Conflict);
        QCOMPARE(unfit.error().code, ErrorCode::NotFound);
        QCOMPARE(studio.files(), before);
        QVERIFY(studio.careful.readFile(studio.asha, other)); // to be shown elsewhere
    }

    // Who has handed in as much as may wait can still show it.
    void theLastOfManyThatWaitIsDrawn()
    {
        Studio studio;
        studio.waitWith(storage::unclaimedMax - 1 - studio.waiting());
        const Id<StoredFile> last = studio.handIn(studio.asha);

        QVERIFY(studio.pictures.addProductImage(studio.asha, studio.copper, {.fileId = last}));

        const Id<StoredFile> tooMany = studio.waitWith(storage::drawnMax - studio.waiting());
        const qint64 before = studio.files();
        const auto refused = studio.pictures.addProductImage(studio.asha, studio.copper, {.fileId = tooMany});
        QCOMPARE(refused.error().code, ErrorCode::TooManyRequests);
        QCOMPARE(studio.files(), before);
    }

    void whatIsNotOnOfferShowsNothingToStrangers()
    {
        Studio studio;
        PutProduct wish = studio.wish(QStringLiteral("Lead"));
        wish.isActive = false;
        const Id<Product> lead = studio.product(studio.asha, wish).id;
        QVERIFY(studio.pictures.addProductImage(studio.asha, lead, {.fileId = studio.handIn(studio.asha)}));

        QCOMPARE(studio.pictures.listProductImages({}, lead).error().code, ErrorCode::NotFound);
        QCOMPARE(studio.pictures.listProductImages(studio.ravi, lead).error().code, ErrorCode::NotFound);
        QCOMPARE(studio.pictures.listProductImages(studio.asha, lead)->size(), 1);
    }
};

TEST_CLASS(TestOfPictures)

#include "tst_pictures.moc"
