#include "server/core/config.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <QDirIterator>
#include <QFile>

namespace {

// The same house after its server was started again with these masters.
struct Restarted
{
    Restarted(People &people, const QList<QByteArray> &masters)
        : secrets(masters, People::quickCost)
        , audit(*people.db, people.db.clock, people.ids, secrets)
        , settings(*people.db, audit)
        , storage(*people.db, people.db.clock, people.ids, settings, audit, secrets, {people.folder.path()})
        , accounts(*people.db, people.ids, storage)
        , auth(*people.db, people.db.clock, people.ids, accounts, settings, audit, secrets)
        , kyc(*people.db, people.ids, accounts, auth, storage, audit, settings, secrets)
    {
        settings.load();
        auth.load();
    }

    QString flagOf(const Caller &admin, Id<KycSubmission> id)
    {
        const auto review = kyc.reviewKyc(admin, id);
        for (const KycCheck &check : review->submission.checks)
            if (check.kind == KycCheckKind::DuplicatePan)
                return check.text;
        return {};
    }

    Secrets secrets;
    audit::Service audit;
    settings::Service settings;
    storage::Service storage;
    accounts::Service accounts;
    auth::Service auth;
    kyc::Service kyc;
};

const QByteArray oldMaster(32, 'm'), newMaster(32, 'n');

void nothing(int) {}

// SEC-02: keys are rotated and nothing is lost.
class TestOfRotation : public QObject
{
    Q_OBJECT

    static Caller vendor(People &people, const QString &name) { return people.callerFor(people.vendorWithStore(name)); }
    static Caller adminOf(People &people)
    {
        return people.freshCallerFor(people.admin(QStringLiteral("asha"), {Permission::ReviewKyc}));
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aDuplicatePanIsFoundBeforeDuringAndAfterARotation()
    {
        People people;
        const Caller admin = adminOf(people);
        QList<Caller> vendors;
        for (const char *name : {"vikram", "wasim", "xavier", "yamini"})
            vendors += vendor(people, QString::fromLatin1(name));
        Restarted before(people, {oldMaster}), after(people, {newMaster, oldMaster});
        const auto handIn = [&](Restarted &house, int at) {
            return house.kyc.submitKyc(vendors[at], people.documents(vendors[at])).value().id;
        };
        (void)handIn(before, 0);
        QCOMPARE(before.flagOf(admin, handIn(before, 1)), QStringLiteral("1 other vendors use this PAN."));

        QCOMPARE(after.kyc.reseal(1, nothing), 1); // cut off here
        QCOMPARE(after.flagOf(admin, handIn(after, 2)), QStringLiteral("2 other vendors use this PAN."));

        QCOMPARE(after.kyc.reseal(1000, nothing), 1);
        QCOMPARE(after.kyc.reseal(1000, nothing), 0);
        QCOMPARE(after.flagOf(admin, handIn(after, 3)), QStringLiteral("3 other vendors use this PAN."));
        // The old master is not needed for any of it.
        Restarted later(people, {newMaster});
        QCOMPARE(later.kyc
                     .revealKyc(admin, later.kyc.listKyc(admin, {})->items[0].id,
                                {KycNumber::Pan, QStringLiteral("compare")})
                     ->value,
                 QStringLiteral("AAPFU0939F"));
        QCOMPARE(people.db.number("count(*) FROM (SELECT DISTINCT pan_index, bank_index FROM kyc_submissions) AS n"),
                 1);
    }

    void sealedFilesAreSealedAnewInPiecesAndOpenWithTheNewMasterAlone()
    {
        People people;
        const Caller vikram = vendor(people, QStringLiteral("vikram"));
        const SubmitKyc wish = people.documents(vikram);
        QVERIFY(people.kyc.submitKyc(vikram, wish));
        const auto contentOf = [&](Restarted &house, Id<StoredFile> id) {
            return people.db->read([&](Tx &tx) { return house.storage.body(tx, id)->bytes; });
        };
        Restarted after(people, {newMaster, oldMaster});

        QCOMPARE(after.storage.reseal(2, nothing), 2); // cut off here
        QCOMPARE(contentOf(after, wish.panFileId), People::pdf());
        QCOMPARE(contentOf(after, *wish.chequeFileId), People::jpeg());
        QList<int> told;
        QCOMPARE(after.storage.reseal(1000, [&](int count) { told += count; }), 1);
        QCOMPARE(after.storage.reseal(1000, nothing), 0);

        QCOMPARE(told, QList<int>{1});
        Restarted later(people, {newMaster});
        QCOMPARE(contentOf(later, wish.panFileId), People::pdf());
        QCOMPARE(contentOf(later, wish.gstinFileId), People::pdf());
        QCOMPARE(contentOf(later, *wish.chequeFileId), People::jpeg());
    }

    void whoIsSignedInStaysSignedIn()
    {
        People people;
        people.person(QStringLiteral("asha"));
        const SessionTokens tokens = people.enter(QStringLiteral("asha")).value();
        const OtpChallenge challenge = people.askCode(QStringLiteral("asha")).value();
        const QString code = people.newestCode();
        const RefreshSession wish{tokens.refreshToken};
        const SessionTokens first = people.auth.refreshSession(people.stranger(), wish).value();
        Restarted after(people, {newMaster, oldMaster});

        QVERIFY(after.auth.callerOf(tokens.accessToken.toLatin1()));
        // The answer to a refresh was lost on the way, and the server came back with new keys.
        QCOMPARE(after.auth.refreshSession(people.stranger(), wish)->refreshToken, first.refreshToken);
        QVERIFY(after.auth.verifyOtp(people.stranger(), {challenge.challengeId, code, QStringLiteral("Test")}));
        people.db.clock.advance(dayMs);
        QCOMPARE(codeOf(after.auth.callerOf(tokens.accessToken.toLatin1())), ErrorCode::TokenExpired);
    }

    // S16
    void theAuditChainGoesOnOverARotation()
    {
        People people;
        people.person(QStringLiteral("asha"));
        QVERIFY(people.enter(QStringLiteral("asha")));
        QVERIFY(people.audit.seal());
        Restarted after(people, {newMaster, oldMaster});
        QCOMPARE(after.audit.verify().head.seq, 2); // the enrolment and the first sign-in

        QVERIFY(people.enter(QStringLiteral("asha")));
        QVERIFY(after.audit.seal());

        QCOMPARE(after.audit.verify().problem, std::nullopt);
        QCOMPARE(after.audit.verify().head.seq, 3);
        QCOMPARE(people.db.number("count(DISTINCT key_id) FROM audit_seals"), 2);
    }
};

class TestOfMasterFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewMasterComesFirstAndTheOthersStay()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("secret.key"));
        const auto before = config::masterSecrets(path);

        QVERIFY(!config::addMasterSecret(path));

        const auto after = config::masterSecrets(path);
        QCOMPARE(after->size(), 2);
        QCOMPARE((*after)[1], (*before)[0]);
        QVERIFY((*after)[0] != (*after)[1]);
        QCOMPARE(QFile(path).permissions() & QFile::Permissions(0x0fff), QFile::ReadUser | QFile::WriteUser);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("secret.key")});
    }

    void aMasterThatCannotBeReplacedStays()
    {
        const QTemporaryDir folder;

        const auto complaint = config::addMasterSecret(folder.filePath(QStringLiteral("nowhere")));

        QVERIFY(complaint);
        QCOMPARE(complaint->exitCode, Complaint::configuration);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

} // namespace

TEST_CLASS(TestOfRotation)
TEST_CLASS(TestOfMasterFile)
#include "tst_rotation.moc"
