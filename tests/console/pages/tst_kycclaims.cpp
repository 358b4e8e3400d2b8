#include "console/pages/kyc/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QComboBox>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    QList<KycCase> cases = samples::kycCases();
    std::unique_ptr<kit::Page> page;
    int pressed = 0;

    Fixture()
    {
        console.server.answer(api::listKyc, samples::page(cases, 14));
        for (const KycCase &line : cases)
            console.server.answer(api::reviewKyc, samples::kycReview(line), line.id);
    }
    void open()
    {
        page = std::make_unique<kyc::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
    }
    KycClaim claimOf(const QString &admin) const
    {
        return {Id<Account>::parse(admin), QStringLiteral("Vikram Menon"), samples::now.after(15 * minuteMs)};
    }
    void heldBySomebody()
    {
        KycReview review = samples::kycReview(cases.first());
        review.claim = claimOf(samples::id<Account>(70).text());
        console.server.answer(api::reviewKyc, review, review.submission.id);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        ++pressed;
        QTest::keyClick(QApplication::focusWidget(), key, with);
    }
};

} // namespace

// VEN-06, CADM-03: one admin at a time, and everything by keys.
class TestKycClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCaseThatSomebodyHoldsCannotBeDecided()
    {
        Fixture given;
        given.heldBySomebody();

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("Vikram Menon holds this case until")));
        QVERIFY(!press(*given.page, "approve"));
        QVERIFY(!press(*given.page, "askMore"));
        QVERIFY(!press(*given.page, "reject"));
        QVERIFY(!found<QAbstractButton>(*given.page, "take"));
        given.console.clock.at = given.console.clock.at.after(15 * minuteMs);
        given.page->refresh();
        QVERIFY(shows(*given.page, QStringLiteral("Nobody holds this case.")));
        QVERIFY(found<QAbstractButton>(*given.page, "approve")->isEnabled());
    }

    void aCaseIsTakenAndGivenBack()
    {
        Fixture given;
        given.open();
        const Id<KycSubmission> id = given.cases.first().id;
        given.console.server.answer(api::claimKyc, given.claimOf(given.console.me.id), id);
        given.console.server.answer(api::releaseKyc, Nothing{}, id);

        QVERIFY(press(*given.page, "take"));
        QVERIFY(shows(*given.page, QStringLiteral("You hold this case until")));
        QVERIFY(press(*given.page, "take"));

        QVERIFY(shows(*given.page, QStringLiteral("Nobody holds this case.")));
        QCOMPARE(given.console.server.timesAsked(api::releaseKyc, id), 1);
    }

    void whoComesTooLateIsTold()
    {
        Fixture given;
        given.open();
        const Id<KycSubmission> id = given.cases.first().id;
        given.console.server.refuse(
            api::claimKyc, Error{ErrorCode::Conflict, QStringLiteral("Vikram Menon is looking at this submission.")},
            id);

        QVERIFY(press(*given.page, "take"));

        QVERIFY(shows(*given.page, QStringLiteral("Vikram Menon is looking at this submission.")));
        QVERIFY(shows(*given.page, QStringLiteral("Nobody holds this case.")));
    }

    void newsOfAClaimAreSeenAtOnce()
    {
        Fixture given;
        given.open();
        given.heldBySomebody();

        given.page->hear({.sequence = 1, .kind = LiveKind::KycClaimed});
        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("Vikram Menon holds this case until")));
    }

    void theListIsNarrowedToMineOrWhatIsFree()
    {
        Fixture given;
        given.open();
        auto *holders = given.page->findChild<QComboBox *>("holders");
        QCOMPARE(holders->count(), 3);

        holders->setCurrentIndex(2);
        Q_EMIT holders->activated(2);

        const auto &asked = given.console.server.asked;
        QVERIFY(std::any_of(asked.cbegin(), asked.cend(),
                            [](const kit::Call &call) { return call.target.contains("holder=free"); }));
    }

    void otherVendorsWithTheNumberAreNamed()
    {
        Fixture given;
        KycReview review = samples::kycReview(given.cases.first());
        review.duplicates = {{KycNumber::BankAccount, samples::id<Vendor>(77), QStringLiteral("Coastal Copper Works"),
                              SubmissionStatus::Verified}};
        given.console.server.answer(api::reviewKyc, review, review.submission.id);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("Bank account: Coastal Copper Works (Verified)")));
    }

    // At a second for each key and what has to be read, a case takes less than two minutes.
    void oneCaseIsDecidedByKeysAlone()
    {
        Fixture given;
        given.open();
        given.page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(given.page.get())); // or keys would not be heard
        const Id<KycSubmission> first = given.cases.first().id, second = given.cases.at(1).id;
        KycSubmission verified = samples::kycReview(given.cases.first()).submission;
        verified.status = SubmissionStatus::Verified;
        given.console.server.answer(api::claimKyc, given.claimOf(given.console.me.id), first);
        given.console.server.answer(api::approveKyc, verified, first);
        given.console.server.answer(api::listKyc, samples::page(given.cases.mid(1), 13));

        given.page->setFocus();
        given.key(Qt::Key_T); // mine
        QVERIFY(shows(*given.page, QStringLiteral("You hold this case until")));
        given.key(Qt::Key_Right); // the GSTIN certificate
        given.key(Qt::Key_Right); // the cheque
        QCOMPARE(given.page->findChild<QAbstractItemView *>("documents")->currentIndex().row(), 2);
        given.key(Qt::Key_N);
        for (const Qt::Key letter : {Qt::Key_O, Qt::Key_K})
            given.key(letter);
        QCOMPARE(found<QPlainTextEdit>(*given.page, "note")->toPlainText(), QStringLiteral("ok"));
        QCOMPARE(given.console.server.timesAsked(api::approveKyc, first), 0);
        given.key(Qt::Key_Escape);
        given.key(Qt::Key_A);

        QCOMPARE(given.console.server.lastBody(api::approveKyc, first),
                 json::bytes(ApproveKyc{.note = QStringLiteral("ok")}));
        QCOMPARE(given.pressed, 8);
        QVERIFY(given.console.server.timesAsked(api::reviewKyc, second) > 0); // the next one is open
        QVERIFY(shows(*given.page, QStringLiteral("Kanpur Paper Traders")));
    }
};

CONSOLE_TEST(TestKycClaims)
#include "tst_kycclaims.moc"
