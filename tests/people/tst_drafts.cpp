// What lies in the storage before it is anybody's: half-made files, and pictures of those who may hand them in.

#include "tests/people/people.h"
#include "tests/support/runner.h"

namespace {

class TestOfDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // The one server of a folder that is not at work yet has no living drafts.
    void atTheStartNoDraftIsAlive()
    {
        People people;
        const storage::Draft draft = people.storage.draft();
        QFile file(draft.path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half of an export") > 0);
        const storage::Shelved kept = [&] {
            const storage::Draft whole = people.storage.draft();
            QFile made(whole.path());
            if (!made.open(QIODevice::WriteOnly))
                qFatal("cannot write the draft");
            made.close();
            return people.storage.shelve(storage::Shelf::Reports, whole.path());
        }();

        people.storage.clearDrafts();

        QVERIFY(!QFile::exists(draft.path()));
        QVERIFY(QFile::exists(people.storage.shelfPath(storage::Shelf::Reports, kept.id)));
    }

    // ADS-02: pictures of ads are handed in by those who may place some.
    void aBuyerHandsInNoPictureForAnAd()
    {
        People people;
        const QString path = people.folder.filePath(QStringLiteral("incoming"));
        const auto handIn = [&](const Caller &caller) {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write("\xff\xd8\xff\xe0 a picture") < 0)
                qFatal("cannot write the upload");
            file.close();
            return people.storage.uploadFile(
                caller,
                {.query = {FilePurpose::Ad, QStringLiteral("a.jpg")}, .path = path, .size = QFile(path).size()});
        };
        const Caller buyer = people.callerFor(people.person(QStringLiteral("asha")));
        const Caller clerk = people.callerFor(people.admin(QStringLiteral("clerk"), {Permission::ReviewKyc}));
        const Caller planner = people.callerFor(people.admin(QStringLiteral("planner"), {Permission::ManageAds}));

        for (const Caller &caller : {buyer, clerk})
            QCOMPARE(handIn(caller).error().code, ErrorCode::Forbidden);

        QCOMPARE(people.db.number("count(*) FROM stored_files"), 0);
        QVERIFY(handIn(planner));
    }
};

} // namespace

TEST_CLASS(TestOfDrafts)
#include "tst_drafts.moc"
