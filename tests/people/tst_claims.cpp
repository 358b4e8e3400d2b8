#include "server/kyc/rules.h"
#include "tests/people/people.h"
#include "tests/support/runner.h"

#include <array>
#include <thread>

namespace {

struct Queue : People
{
    Queue()
    {
        outbox.tell<KycClaimed>("test.claims", [&](const KycClaimed &event) { claims += event; });
        outbox.drain();
    }

    QList<KycClaimed> claims;
    Caller vikram = callerFor(vendorWithStore(QStringLiteral("vikram")));
    Caller one = callerFor(admin(QStringLiteral("one"), {Permission::ReviewKyc}));
    Caller two = callerFor(admin(QStringLiteral("two"), {Permission::ReviewKyc}));
    Id<KycSubmission> id = kyc.submitKyc(vikram, documents(vikram)).value().id;

    qsizetype listed(const Caller &who, std::optional<KycHolder> holder)
    {
        return kyc.listKyc(who, {.holder = holder})->items.size();
    }
};

} // namespace

// VEN-06: a submission is one admin's for a while, so that two never decide at once.
class TestOfClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // VEN-06
    void whatOneAdminHoldsNoOtherDecides()
    {
        Queue queue;

        const auto claim = queue.kyc.claimKyc(queue.one, queue.id);

        QCOMPARE(claim->adminName, QStringLiteral("one"));
        QCOMPARE(claim->until.ms, queue.db.clock.now().ms + 15 * minuteMs);
        QCOMPARE(queue.kyc.claimKyc(queue.two, queue.id).error().message,
                 QStringLiteral("one is looking at this submission."));
        QCOMPARE(codeOf(queue.kyc.approveKyc(queue.two, queue.id, {})), ErrorCode::Conflict);
        QCOMPARE(codeOf(queue.kyc.rejectKyc(queue.two, queue.id, {QStringLiteral("Not readable.")})),
                 ErrorCode::Conflict);
        QCOMPARE(queue.accounts.readVendorProfile(queue.vikram)->kycStatus, KycStatus::Pending);
        QCOMPARE(queue.kyc.reviewKyc(queue.two, queue.id)->claim->adminId, queue.one.id);
        QCOMPARE(queue.kyc.listKyc(queue.two, {})->items[0].claim->adminName, QStringLiteral("one"));

        QVERIFY(queue.kyc.approveKyc(queue.one, queue.id, {}));
        QVERIFY(!queue.kyc.reviewKyc(queue.one, queue.id)->claim);
        queue.outbox.drain();
        QCOMPARE(queue.claims.size(), 1);
        QCOMPARE(queue.claims[0].claim->adminId, queue.one.id);
    }

    // VEN-06
    void aClaimEndsByItselfAndIsProlongedByItsHolder()
    {
        Queue queue;
        QVERIFY(queue.kyc.claimKyc(queue.one, queue.id));
        queue.db.clock.advance(10 * minuteMs);
        QVERIFY(queue.kyc.claimKyc(queue.one, queue.id));
        queue.db.clock.advance(15 * minuteMs - 1);
        QCOMPARE(codeOf(queue.kyc.claimKyc(queue.two, queue.id)), ErrorCode::Conflict);
        queue.db.clock.advance(1);

        QVERIFY(!queue.kyc.reviewKyc(queue.two, queue.id)->claim);
        QVERIFY(queue.kyc.claimKyc(queue.two, queue.id));
        QCOMPARE(codeOf(queue.kyc.approveKyc(queue.one, queue.id, {})), ErrorCode::Conflict);
    }

    void whatIsGivenBackIsFree()
    {
        Queue queue;
        QVERIFY(queue.kyc.claimKyc(queue.one, queue.id));
        QVERIFY(queue.kyc.releaseKyc(queue.two, queue.id)); // holds nothing, and takes nothing away
        QCOMPARE(codeOf(queue.kyc.approveKyc(queue.two, queue.id, {})), ErrorCode::Conflict);

        QVERIFY(queue.kyc.releaseKyc(queue.one, queue.id));

        QVERIFY(queue.kyc.approveKyc(queue.two, queue.id, {}));
        queue.outbox.drain();
        QCOMPARE(queue.claims.size(), 2);
        QVERIFY(!queue.claims[1].claim);
    }

    void theQueueShowsMineOrWhatIsFree()
    {
        Queue queue;
        QCOMPARE(queue.listed(queue.one, KycHolder::Free), 1);
        QCOMPARE(queue.listed(queue.one, KycHolder::Mine), 0);

        QVERIFY(queue.kyc.claimKyc(queue.one, queue.id));

        QCOMPARE(queue.listed(queue.one, KycHolder::Mine), 1);
        QCOMPARE(queue.listed(queue.two, KycHolder::Mine), 0);
        QCOMPARE(queue.listed(queue.two, KycHolder::Free), 0);
        QCOMPARE(queue.listed(queue.two, std::nullopt), 1);
        queue.db.clock.advance(15 * minuteMs);
        QCOMPARE(queue.listed(queue.one, KycHolder::Mine), 0);
        QCOMPARE(queue.listed(queue.two, KycHolder::Free), 1);
    }

    void ofTwoAdminsWhoTakeOneHolds()
    {
        Queue queue;
        std::array<ErrorCode, 2> answers{};
        {
            const std::jthread first([&] { answers[0] = codeOf(queue.kyc.claimKyc(queue.one, queue.id)); });
            const std::jthread second([&] { answers[1] = codeOf(queue.kyc.claimKyc(queue.two, queue.id)); });
        }
        QVERIFY((answers == std::array{ErrorCode::Internal, ErrorCode::Conflict}) ||
                (answers == std::array{ErrorCode::Conflict, ErrorCode::Internal}));
    }

    void whatIsDecidedUnknownOrForbiddenIsNotTaken()
    {
        Queue queue;
        const Caller other = queue.callerFor(queue.admin(QStringLiteral("clerk"), {Permission::ManageUsers}));
        QCOMPARE(codeOf(queue.kyc.claimKyc(other, queue.id)), ErrorCode::PermissionMissing);
        QCOMPARE(codeOf(queue.kyc.releaseKyc(other, queue.id)), ErrorCode::PermissionMissing);
        QCOMPARE(codeOf(queue.kyc.claimKyc(queue.one, queue.ids.next<KycSubmission>())), ErrorCode::NotFound);
        QVERIFY(queue.kyc.approveKyc(queue.one, queue.id, {}));

        QCOMPARE(codeOf(queue.kyc.claimKyc(queue.two, queue.id)), ErrorCode::Conflict);

        QCOMPARE(queue.db.number("count(*) FROM kyc_submissions WHERE claimed_by_id IS NOT NULL"), 0);
    }

    // VEN-06
    void theReviewerSeesWhichVendorsHaveTheSameNumbers()
    {
        Queue queue;
        const Caller wasim = queue.callerFor(queue.vendorWithStore(QStringLiteral("wasim")));
        SubmitKyc same = queue.documents(wasim);
        same.bankAccountNumber = QStringLiteral("99990000111122");
        const auto second = queue.kyc.submitKyc(wasim, same);

        const auto duplicates = queue.kyc.reviewKyc(queue.one, second->id)->duplicates;

        QCOMPARE(duplicates.size(), 1);
        QCOMPARE(duplicates[0].number, KycNumber::Pan);
        QCOMPARE(duplicates[0].vendorId, *queue.vikram.vendorId);
        QCOMPARE(duplicates[0].storeName, QStringLiteral("vikram Metals"));
        QVERIFY(queue.kyc.rejectKyc(queue.one, queue.id, {QStringLiteral("Not readable.")}));
        QCOMPARE(queue.kyc.reviewKyc(queue.one, second->id)->duplicates.size(), 0);
    }

    // VEN-04, VEN-06
    void aPinFarFromItsPincodeIsOdd_data()
    {
        QTest::addColumn<double>("km");
        QTest::addColumn<CheckOutcome>("outcome");
        QTest::newRow("near") << 25.0 << CheckOutcome::Passed;
        QTest::newRow("odd") << 25.1 << CheckOutcome::Warning;
        QTest::newRow("still odd") << 100.0 << CheckOutcome::Warning;
        QTest::newRow("impossible") << 100.1 << CheckOutcome::Failed;
    }
    void aPinFarFromItsPincodeIsOdd()
    {
        QFETCH(double, km);
        QTEST(kyc::checks({}, {.kmFromPincode = km}).constLast().outcome, "outcome");
        QCOMPARE(kyc::checks({}, {}).constLast().outcome, CheckOutcome::Warning);
    }

    void theChecksOfASubmissionMeasureTheDistance()
    {
        Queue queue;
        const Caller wasim = queue.callerFor(queue.vendorWithStore(QStringLiteral("wasim")));
        PutVendor moved = People::store(QStringLiteral("wasim Metals"));
        moved.location = GeoPoint{18.5204, 73.8567}; // Pune, with a pincode of Mumbai
        QVERIFY(queue.accounts.updateVendorProfile(wasim, moved));

        const auto second = queue.kyc.submitKyc(wasim, queue.documents(wasim));

        const KycCheck check = queue.kyc.reviewKyc(queue.one, second->id)->submission.checks.constLast();
        QCOMPARE(check.kind, KycCheckKind::MapDistance);
        QCOMPARE(check.outcome, CheckOutcome::Failed);
        QCOMPARE(check.text, QStringLiteral("The pin is 117 km from the centre of the pincode."));
    }
};

TEST_CLASS(TestOfClaims)
#include "tst_claims.moc"
