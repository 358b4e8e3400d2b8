#include "server/kyc/rules.h"
#include "tests/people/people.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <array>
#include <thread>

namespace {

const QString gstin = QStringLiteral("27AAPFU0939F1ZV");

class TestOfKycRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // VEN-05
    void theCheckDigitFindsEveryWrongCharacter()
    {
        QVERIFY(kyc::isGstin(gstin));
        HOLDS("one wrong character is found", [] {
            const QString alphabet = QStringLiteral("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
            QString wrong = gstin;
            const auto at = *rc::gen::inRange(0, 15);
            wrong[at] = alphabet[*rc::gen::inRange(0, 36)];
            RC_ASSERT(kyc::isGstin(wrong) == (wrong == gstin));
        });
    }

    void aGstinKnowsItsState()
    {
        QCOMPARE(kyc::regionOfGstin(gstin), QStringLiteral("IN-MH"));
        QCOMPARE(kyc::regionOfGstin(QStringLiteral("07AAPFU0939F1ZV")), QStringLiteral("IN-DL"));
        QCOMPARE(kyc::regionOfGstin(QStringLiteral("38AAPFU0939F1ZV")), QStringLiteral("IN-LA"));
        QCOMPARE(kyc::regionOfGstin(QStringLiteral("97AAPFU0939F1ZV")), QString());
        QCOMPARE(kyc::regionOfGstin(QStringLiteral("00AAPFU0939F1ZV")), QString());
    }

    void namesAreAlikeWhateverTheirOrderAndTitle_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<int>("percent");
        QTest::newRow("same") << "Ramesh Sharma"
                              << "RAMESH SHARMA" << 100;
        QTest::newRow("order") << "Sharma, Ramesh"
                               << "Ramesh Sharma" << 100;
        QTest::newRow("title") << "Mr. Ramesh Sharma"
                               << "Ramesh Sharma" << 100;
        QTest::newRow("business") << "Ramesh Metals Pvt. Ltd."
                                  << "Ramesh Metals" << 100;
        QTest::newRow("initial") << "R Sharma"
                                 << "Ramesh Sharma" << 90;
        QTest::newRow("one of two") << "Ramesh Gupta"
                                    << "Ramesh Sharma" << 50;
        QTest::newRow("Hindi") << "रमेश शर्मा"
                               << "शर्मा रमेश" << 100;
        QTest::newRow("nothing") << "Asha Rao"
                                 << "Ramesh Sharma" << 0;
        QTest::newRow("empty") << ""
                               << "Ramesh Sharma" << 0;
    }
    void namesAreAlikeWhateverTheirOrderAndTitle()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(kyc::similarity(one, other), "percent");
        QTEST(kyc::similarity(other, one), "percent");
    }

    void theChecksSayWhatIsOdd()
    {
        SubmitKyc wish{
            .pan = QStringLiteral("AAPFU0939F"), .gstin = gstin, .bankAccountHolder = QStringLiteral("Ramesh Sharma")};
        const kyc::Context fine{
            .ownerName = QStringLiteral("Ramesh Sharma"), .region = QStringLiteral("IN-MH"), .kmFromPincode = 3.0};
        QCOMPARE(kyc::worst(kyc::checks(wish, fine)), CheckOutcome::Passed);
        QVERIFY(!kyc::flag(kyc::checks(wish, fine)));

        kyc::Context odd = fine;
        odd.region = QStringLiteral("IN-GJ");
        QCOMPARE(kyc::worst(kyc::checks(wish, odd)), CheckOutcome::Warning);
        odd.panElsewhere = 1;
        QCOMPARE(kyc::worst(kyc::checks(wish, odd)), CheckOutcome::Failed);
        QCOMPARE(*kyc::flag(kyc::checks(wish, odd)), QStringLiteral("1 other vendors use this PAN."));
        wish.pan = QStringLiteral("AAPFU0939G");
        QCOMPARE(kyc::checks(wish, fine)[1].outcome, CheckOutcome::Failed);
    }
};

class TestOfKyc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // VEN-03, VEN-07, VEN-08
    void anApprovedVendorMaySell()
    {
        People people;
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const Caller admin = adminOf(people);

        const auto submitted = people.kyc.submitKyc(vikram, people.documents(vikram));
        QVERIFY(submitted);
        QCOMPARE(submitted->bankAccountMasked, QStringLiteral("•••• 6620"));
        QCOMPARE(people.accounts.readVendorProfile(vikram)->kycStatus, KycStatus::Pending);

        const auto approved = people.kyc.approveKyc(admin, submitted->id, {QStringLiteral("all clear")});
        QVERIFY(approved);
        people.outbox.drain();
        const auto store = people.accounts.readVendorProfile(vikram);
        QCOMPARE(store->kycStatus, KycStatus::Approved);
        QVERIFY(store->canSell);
        QVERIFY(!store->kycReason);
        QCOMPARE(people.decisions.size(), 1);
        QCOMPARE(people.decisions[0].accountId, vikram.id);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'kyc.approved' AND actor_id = ?", admin.id),
                 1);
    }

    // What is noted on an approval is for the file; what was refused is told, but not by whom.
    void theVendorIsToldWhatIsForIt()
    {
        People people;
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const Caller admin = adminOf(people);
        const auto first = people.kyc.submitKyc(vikram, people.documents(vikram));
        QVERIFY(people.kyc.rejectKyc(admin, first->id, {QStringLiteral("not readable")}));
        const auto second = people.kyc.submitKyc(vikram, people.documents(vikram));
        QVERIFY(people.kyc.approveKyc(admin, second->id, {QStringLiteral("looks like his brother's account")}));

        const auto told = people.kyc.readKyc(vikram);
        const auto kept = people.kyc.reviewKyc(admin, second->id);

        QCOMPARE(told->current->status, SubmissionStatus::Verified);
        QVERIFY(!told->current->reason);
        QVERIFY(!told->current->decidedBy);
        QCOMPARE(told->earlier[0].reason, QStringLiteral("not readable"));
        QCOMPARE(told->earlier[0].decidedBy, QStringLiteral("Kabaadwala"));
        QVERIFY(!json::bytes(*told).contains("brother"));
        QCOMPARE(kept->submission.reason, QStringLiteral("looks like his brother's account"));
        QVERIFY(kept->submission.decidedBy);
    }

    // VEN-06
    void theQueueShowsWhatIsOddAndWhenItIsDue()
    {
        People people;
        const Caller admin = adminOf(people);
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const Caller wasim = people.callerFor(people.vendorWithStore(QStringLiteral("wasim")));
        QVERIFY(people.kyc.submitKyc(vikram, people.documents(vikram)));
        people.db.clock.advance(hourMs);
        QVERIFY(people.kyc.submitKyc(wasim, people.documents(wasim)));

        const auto first = people.kyc.listKyc(admin, {.limit = 1});
        const auto second = people.kyc.listKyc(admin, {.limit = 1, .cursor = first->nextCursor});

        QCOMPARE(first->items[0].storeName, QStringLiteral("vikram Metals"));
        QCOMPARE(first->items[0].worstCheck, CheckOutcome::Passed);
        QCOMPARE(first->items[0].dueAt.ms - first->items[0].submittedAt.ms, 24 * hourMs);
        QCOMPARE(second->items[0].storeName, QStringLiteral("wasim Metals"));
        QCOMPARE(second->items[0].worstCheck, CheckOutcome::Failed);
        QCOMPARE(*second->items[0].flag, QStringLiteral("1 other vendors use this PAN."));
        QVERIFY(!second->nextCursor);
        const auto review = people.kyc.reviewKyc(admin, second->items[0].id);
        QCOMPARE(review->submission.documents.size(), 3);
        QCOMPARE(review->submission.panMasked, QStringLiteral("•••• 939F"));
        QCOMPARE(review->submission.gstinMasked, QStringLiteral("•••• F1ZV"));
        QCOMPARE(review->vendor.id, *wasim.vendorId);
    }

    // VEN-06
    void aRejectedVendorHandsInAgainWithItsHistory()
    {
        People people;
        const Caller admin = adminOf(people);
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const auto first = people.kyc.submitKyc(vikram, people.documents(vikram));
        QVERIFY(people.kyc.rejectKyc(admin, first->id, {QStringLiteral("The PAN card is not readable.")}));
        QCOMPARE(*people.accounts.readVendorProfile(vikram)->kycReason,
                 QStringLiteral("The PAN card is not readable."));
        const auto second = people.kyc.submitKyc(vikram, people.documents(vikram));
        QVERIFY(people.kyc.askMoreKyc(admin, second->id, {QStringLiteral("Send the cheque, too.")}));
        QCOMPARE(people.accounts.readVendorProfile(vikram)->kycStatus, KycStatus::Pending);

        const auto third = people.kyc.submitKyc(vikram, people.documents(vikram));

        QCOMPARE(third->attempt, 3);
        const auto own = people.kyc.readKyc(vikram);
        QCOMPARE(own->current->id, third->id);
        QCOMPARE(own->earlier.size(), 2);
        QCOMPARE(own->earlier[0].status, SubmissionStatus::MoreInfo);
        QCOMPARE(own->earlier[1].status, SubmissionStatus::Rejected);
        QCOMPARE(people.kyc.reviewKyc(admin, third->id)->earlier.size(), 2);
        QVERIFY(!people.accounts.readVendorProfile(vikram)->canSell);
    }

    // VEN-06
    void aFailedCheckIsApprovedOnlyWithANote()
    {
        People people;
        const Caller admin = adminOf(people);
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        SubmitKyc wish = people.documents(vikram);
        wish.pan = QStringLiteral("AAPFU0939G"); // not the one of the GSTIN
        const Id<KycSubmission> id = people.kyc.submitKyc(vikram, wish)->id;

        for (const auto &note : {std::optional<QString>(), std::optional(QStringLiteral("  "))}) {
            const auto refused = people.kyc.approveKyc(admin, id, {note});
            QCOMPARE(codeOf(refused), ErrorCode::ValidationFailed);
            QCOMPARE(refused.error().fields[0].field, QStringLiteral("note"));
        }
        QCOMPARE(people.kyc.reviewKyc(admin, id)->submission.status, SubmissionStatus::Pending);
        QCOMPARE(people.accounts.readVendorProfile(vikram)->kycStatus, KycStatus::Pending);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action = 'kyc.approved'"), 0);

        QVERIFY(people.kyc.approveKyc(admin, id, {QStringLiteral("A new PAN, the letter of the office was seen")}));
        QCOMPARE(people.accounts.readVendorProfile(vikram)->kycStatus, KycStatus::Approved);
    }

    // VEN-04: a phone's picture of its screen is a PNG.
    void everyDocumentMayBeAPicture()
    {
        People people;
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        SubmitKyc wish = people.documents(vikram);
        wish.panFileId = people.upload(vikram, FilePurpose::Kyc, People::png(), QStringLiteral("pan.png"))->id;

        const auto submitted = people.kyc.submitKyc(vikram, wish);

        QVERIFY(submitted);
        QCOMPARE(submitted->documents[0].kind, KycDocumentKind::Pan);
        QCOMPARE(submitted->documents[0].file.contentType, QStringLiteral("image/png"));
    }

    void twoAdminsDecideOnce()
    {
        People people;
        const Caller one = adminOf(people, QStringLiteral("one")), two = adminOf(people, QStringLiteral("two"));
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const Id<KycSubmission> id = people.kyc.submitKyc(vikram, people.documents(vikram))->id;
        std::array<ErrorCode, 2> answers{};
        {
            const std::jthread first([&] { answers[0] = codeOf(people.kyc.approveKyc(one, id, {})); });
            const std::jthread second(
                [&] { answers[1] = codeOf(people.kyc.rejectKyc(two, id, {QStringLiteral("Not readable.")})); });
        }
        people.outbox.drain();

        // Internal stands for the one that was not refused.
        QVERIFY((answers == std::array{ErrorCode::Internal, ErrorCode::Conflict}) ||
                (answers == std::array{ErrorCode::Conflict, ErrorCode::Internal}));
        QCOMPARE(people.decisions.size(), 1);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE action IN ('kyc.approved', 'kyc.rejected')"), 1);
        const bool isApproved = answers[0] == ErrorCode::Internal;
        QCOMPARE(people.accounts.readVendorProfile(vikram)->canSell, isApproved);
    }

    // VEN-04, VEN-05
    void aSubmissionThatIsRefusedLeavesNothing_data()
    {
        QTest::addColumn<QString>("problem");
        QTest::addColumn<ErrorCode>("refusal");
        QTest::addColumn<QString>("field");
        QTest::newRow("check digit") << "check digit" << ErrorCode::ValidationFailed << "gstin";
        QTest::newRow("no logo") << "no logo" << ErrorCode::ValidationFailed << "store.logo_id";
        QTest::newRow("foreign file") << "foreign file" << ErrorCode::NotFound << "";
        QTest::newRow("a photo is no document") << "photo" << ErrorCode::NotFound << "";
    }
    void aSubmissionThatIsRefusedLeavesNothing()
    {
        QFETCH(QString, problem);
        QFETCH(ErrorCode, refusal);
        QFETCH(QString, field);
        People people;
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const Caller wasim = people.callerFor(people.vendorWithStore(QStringLiteral("wasim")));
        SubmitKyc wish = people.documents(vikram);
        if (problem == QLatin1String("check digit"))
            wish.gstin = QStringLiteral("27AAPFU0939F1ZW");
        if (problem == QLatin1String("no logo"))
            people.change("UPDATE vendors SET logo_id = NULL");
        if (problem == QLatin1String("foreign file"))
            wish.gstinFileId = people.upload(wasim, FilePurpose::Kyc, People::pdf())->id;
        if (problem == QLatin1String("photo"))
            wish.panFileId = people.upload(vikram, FilePurpose::ProfilePhoto, People::jpeg())->id;

        const auto refused = people.kyc.submitKyc(vikram, wish);

        QCOMPARE(codeOf(refused), refusal);
        QCOMPARE(refused.error().fields.isEmpty() ? QString() : refused.error().fields[0].field, field);
        QCOMPARE(people.db.number("count(*) FROM kyc_submissions"), 0);
        QCOMPARE(people.db.number("count(*) FROM stored_files WHERE purpose = 'kyc' AND claimed_at IS NOT NULL"), 0);
        QCOMPARE(people.accounts.readVendorProfile(vikram)->kycStatus, KycStatus::None);
    }

    void oneSubmissionWaitsAtATime()
    {
        People people;
        const Caller admin = adminOf(people);
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const auto first = people.kyc.submitKyc(vikram, people.documents(vikram));

        QCOMPARE(codeOf(people.kyc.submitKyc(vikram, people.documents(vikram))), ErrorCode::Conflict);
        QVERIFY(people.kyc.approveKyc(admin, first->id, {}));
        QCOMPARE(codeOf(people.kyc.submitKyc(vikram, people.documents(vikram))), ErrorCode::Conflict);
        QCOMPARE(people.db.number("count(*) FROM kyc_submissions"), 1);
        QCOMPARE(people.accounts.readVendorProfile(vikram)->kycStatus, KycStatus::Approved);
    }

    // VEN-03
    void numbersAreSealedAndTheBankIsKnownOnlyWhenVerified()
    {
        People people;
        const Caller admin = adminOf(people);
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const auto submitted = people.kyc.submitKyc(vikram, people.documents(vikram));
        const auto bank = [&] {
            return people.db->read([&](Tx &tx) { return people.kyc.verifiedBankOf(tx, *vikram.vendorId); });
        };

        QCOMPARE(people.db.number("count(*) FROM kyc_submissions WHERE pan_sealed LIKE '%AAPFU%'"
                                  " OR gstin_sealed LIKE '%AAPFU%' OR bank_sealed LIKE '%123456%'"
                                  " OR pan_index LIKE '%AAPFU%' OR checks LIKE '%AAPFU%'"),
                 0);
        QCOMPARE(people.db.number("count(*) FROM audit_log WHERE details LIKE '%AAPFU%'"), 0);
        QVERIFY(!bank());
        QVERIFY(people.kyc.approveKyc(admin, submitted->id, {}));
        QCOMPARE(bank()->masked, QStringLiteral("•••• 6620"));
        QCOMPARE(people.kyc.numberOf(*bank()), QStringLiteral("50100123456620"));
    }

    void onlyWhoMayReviewsAndDecides()
    {
        People people;
        const Caller vikram = people.callerFor(people.vendorWithStore(QStringLiteral("vikram")));
        const Caller other = people.callerFor(people.admin(QStringLiteral("root"), {Permission::ManageSettings}));
        const Caller buyer = people.callerFor(people.person(QStringLiteral("asha")));
        const Id<KycSubmission> id = people.kyc.submitKyc(vikram, people.documents(vikram))->id;

        for (const Caller &caller : {vikram, other, buyer}) {
            QCOMPARE(codeOf(people.kyc.listKyc(caller, {})), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(people.kyc.reviewKyc(caller, id)), ErrorCode::PermissionMissing);
            QCOMPARE(codeOf(people.kyc.approveKyc(caller, id, {})), ErrorCode::PermissionMissing);
        }
        QCOMPARE(codeOf(people.kyc.readKyc(buyer)), ErrorCode::Forbidden);
        QCOMPARE(people.accounts.readVendorProfile(vikram)->kycStatus, KycStatus::Pending);
    }

    void anUnknownSubmissionDoesNotExist()
    {
        People people;
        const Caller admin = adminOf(people);
        const auto unknown = people.ids.next<KycSubmission>();
        QCOMPARE(codeOf(people.kyc.reviewKyc(admin, unknown)), ErrorCode::NotFound);
        QCOMPARE(codeOf(people.kyc.approveKyc(admin, unknown, {})), ErrorCode::NotFound);
    }

private:
    static Caller adminOf(People &people, const QString &username = QStringLiteral("root"))
    {
        return people.callerFor(people.admin(username, {Permission::ReviewKyc}));
    }
};

} // namespace

TEST_CLASS(TestOfKycRules)
TEST_CLASS(TestOfKyc)
#include "tst_kyc.moc"
