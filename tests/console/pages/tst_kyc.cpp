#include "console/kit/display.h"
#include "console/pages/kyc/page.h"
#include "shared/contract/factors.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    QList<KycCase> cases = samples::kycCases();
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::listKyc, samples::page(cases, 14));
        for (const KycCase &line : cases)
            console.server.answer(api::reviewKyc, samples::kycReview(line), line.id);
    }
    QAbstractItemModel &open()
    {
        page = std::make_unique<kyc::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        return *page->findChild<QAbstractItemView *>("queue")->model();
    }
    KycSubmission decided(SubmissionStatus status)
    {
        KycSubmission submission = samples::kycReview(cases.first()).submission;
        submission.status = status;
        // The decided one is gone from the queue.
        console.server.answer(api::listKyc, samples::page(cases.mid(1), 13));
        return submission;
    }
};

// Has no allowance left for files at first.
struct FilesLaterServer : FakeTransport
{
    int files = 0;
    QFuture<kit::Reply> send(const kit::Call &call) override
    {
        if (!call.target.startsWith("/api/v1/files/"))
            return FakeTransport::send(call);
        kit::Reply reply{.status = 429};
        reply.retryAfterSeconds = ++files > 100 ? 0 : 1;
        return QtFuture::makeReadyFuture(reply);
    }
};

} // namespace

class TestKycPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDocumentThatDidNotComeSaysWhyAndIsAskedForAgainInTime()
    {
        Fixture given;
        FilesLaterServer server;
        server.takeAnswers(given.console.server);
        kit::Api api(server);
        kit::Kit kit{given.console.theme,   api,
                     given.console.clock,   given.console.feeds,
                     given.console.notices, given.console.navigator,
                     given.console.me,      given.console.keepsakes};
        kyc::Page page(kit);
        page.refresh();
        const int documents = server.files;
        const auto *strip = page.findChild<QListView *>("documents")->model();
        QCOMPARE(documents, strip->rowCount());
        QVERIFY(strip->index(1, 0).data(Qt::ToolTipRole).toString().contains("Try again in 1 s."));

        QTRY_COMPARE(server.files, 2 * documents);
    }

    void theOldestCaseIsOpenedByItself()
    {
        Fixture given;

        const QAbstractItemModel &queue = given.open();

        QCOMPARE(queue.rowCount(), 10);
        QCOMPARE(given.page->waiting(), 14);
        QVERIFY(shows(*given.page, QStringLiteral("•••• 234K")));
        QVERIFY(shows(*given.page, QStringLiteral("•••• K1Z5")));
        QVERIFY(shows(*given.page, QStringLiteral("No other store uses this account.")));
        QVERIFY(queue.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Late by 2 h")));
    }

    // VEN-21
    void thePaceOfTheQueueStandsAboveIt()
    {
        Fixture given;
        Onboarding said{.waiting = 14,
                        .oldestAt = given.console.clock.now().after(-30 * hourMs),
                        .medianMs = 5 * hourMs,
                        .ninetiethMs = 20 * hourMs};
        said.weeks += OnboardingWeek{.monday = QStringLiteral("2026-11-16"), .approved = 9};
        said.weeks += OnboardingWeek{.monday = QStringLiteral("2026-11-23"), .approved = 4, .rejected = 1};
        given.console.server.answer(api::readOnboarding, said);

        given.open();

        QTRY_VERIFY(shows(*given.page, QStringLiteral("The oldest has waited")));
        QVERIFY(shows(*given.page, kit::display::span(30 * hourMs)));
        QVERIFY(shows(*given.page, kit::display::span(5 * hourMs)));
        QVERIFY(shows(*given.page, QStringLiteral("This week: 4 approved, 1 rejected.")));
    }

    // VEN-21: what is not known is not said.
    void withoutAnAnswerNothingIsSaidOfThePace()
    {
        Fixture given;

        given.open();

        QVERIFY(!found<QLabel>(*given.page, "pace"));
    }

    // PRIV-06
    void aNumberIsShownForAReasonAndHiddenAgain()
    {
        Fixture given;
        given.open();
        const Id<KycSubmission> id = given.cases.first().id;
        const QString pan = QStringLiteral("ABCPS1234K");
        const auto reveal = [&] {
            QTRY_VERIFY(press(*given.page, "reveal.pan"));
            auto *dialog = dialogOf(*given.page);
            QVERIFY(dialog);
            type(*dialog, "reason", QStringLiteral("Compare with the card"));
            QVERIFY(press(*dialog, "verb"));
        };

        given.console.server.refuse(api::revealKyc, ErrorCode::ReauthenticationNeeded, id);
        given.console.server.refuse(api::reauthenticate, ErrorCode::InvalidCredentials);
        reveal();
        auto *proof = given.page->findChild<QDialog *>("proof");
        QVERIFY(proof && proof->isVisible());
        type(*proof, "password", QStringLiteral("wrong"));
        QVERIFY(press(*proof, "verb"));
        QVERIFY(proof->isVisible());
        QCOMPARE(given.console.server.timesAsked(api::revealKyc, id), 1);
        QVERIFY(!shows(*given.page, pan));

        // The right password, and it goes on where it stopped.
        given.console.server.answer(api::reauthenticate, {given.console.clock.at.after(300'000)});
        given.console.server.answer(api::revealKyc, {KycNumber::Pan, pan}, id);
        type(*proof, "password", QStringLiteral("Kabaad#2026"));
        QVERIFY(press(*proof, "verb"));
        QCOMPARE(given.console.server.timesAsked(api::revealKyc, id), 2);
        QTRY_VERIFY(shows(*given.page, pan));
        given.page->hide();
        given.page->show();
        QTRY_VERIFY(!shows(*given.page, pan));

        given.console.server.answer(api::revealKyc, {KycNumber::Pan, pan}, id);
        reveal();
        QCOMPARE(given.console.server.lastBody(api::revealKyc, id),
                 json::bytes(RevealKyc{KycNumber::Pan, QStringLiteral("Compare with the card")}));
        QTRY_VERIFY(shows(*given.page, pan));
        auto *timer = given.page->findChild<QTimer *>(QStringLiteral("concealing"));
        QCOMPARE(timer->interval(), 60'000);
        QVERIFY(timer->isActive());

        timer->start(0); // the minute is over
        QTRY_VERIFY(!shows(*given.page, pan));
    }

    // What covers the page hides what it shows.
    void aShownNumberIsGoneWhenTheConsoleIsLocked()
    {
        Fixture given;
        given.open();
        const QString pan = QStringLiteral("ABCPS1234K");
        given.console.server.answer(api::revealKyc, {KycNumber::Pan, pan}, given.cases.first().id);
        QVERIFY(press(*given.page, "reveal.pan"));
        auto *dialog = dialogOf(*given.page);
        type(*dialog, "reason", QStringLiteral("Compare with the card"));
        QVERIFY(press(*dialog, "verb"));
        QTRY_VERIFY(shows(*given.page, pan));

        given.page->hide();
        given.page->show();

        QVERIFY(!shows(*given.page, pan));
    }

    void approvingSendsTheNoteAndOpensTheNext()
    {
        Fixture given;
        const QAbstractItemModel &queue = given.open();
        const Id<KycSubmission> first = given.cases.first().id;
        given.console.server.answer(api::approveKyc, given.decided(SubmissionStatus::Verified), first);

        type(*given.page, "note", QStringLiteral("Welcome"));
        QVERIFY(press(*given.page, "approve"));

        QCOMPARE(given.console.server.lastBody(api::approveKyc, first),
                 json::bytes(ApproveKyc{.note = QStringLiteral("Welcome")}));
        QCOMPARE(queue.rowCount(), 9);
        QVERIFY(shows(*given.page, QStringLiteral("Kanpur Paper Traders")));
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("Sharma Metals & Alloys: Verified")});
    }

    void overAFailedCheckTheReviewerIsAskedWhy()
    {
        Fixture given;
        const QAbstractItemModel &queue = given.open();
        const KycCase &odd = given.cases.at(2);
        KycSubmission verified = samples::kycReview(odd).submission;
        verified.status = SubmissionStatus::Verified;
        given.console.server.answer(api::approveKyc, verified, odd.id);
        given.page->findChild<QAbstractItemView *>("queue")->setCurrentIndex(queue.index(2, 0));

        QVERIFY(press(*given.page, "approve"));
        QVERIFY(shows(*given.page, QStringLiteral("A check has failed. Write down why you approve all the same.")));
        QCOMPARE(given.console.server.timesAsked(api::approveKyc, odd.id), 0);
        type(*given.page, "note", QStringLiteral("The old account was closed"));
        QVERIFY(press(*given.page, "approve"));

        QCOMPARE(given.console.server.lastBody(api::approveKyc, odd.id),
                 json::bytes(ApproveKyc{.note = QStringLiteral("The old account was closed")}));
    }

    void aLateDecisionDoesNotMoveAReviewerWhoHasGoneOn()
    {
        Fixture given;
        const QAbstractItemModel &queue = given.open();
        const Id<KycSubmission> first = given.cases.first().id;
        given.console.server.answer(api::approveKyc, given.decided(SubmissionStatus::Verified), first);
        auto *list = given.page->findChild<QAbstractItemView *>("queue");
        given.console.server.hold();
        QVERIFY(press(*given.page, "approve"));
        QVERIFY(!press(*given.page, "askMore"));
        QVERIFY(!press(*given.page, "reject"));

        list->setCurrentIndex(queue.index(3, 0));
        given.console.server.release();

        QCOMPARE(queue.rowCount(), 9);
        QCOMPARE(list->currentIndex().row(), 2);
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("Sharma Metals & Alloys: Verified")});
        QCOMPARE(given.console.server.timesAsked(api::reviewKyc, given.cases.at(1).id), 0);
        QVERIFY(press(*given.page, "reject"));
        QVERIFY(shows(*dialogOf(*given.page), samples::kycReview(given.cases.at(3)).vendor.storeName));
    }

    // Somebody else's papers must not disturb who is writing a note.
    void aNewCaseInTheQueueLeavesTheOpenOneAlone()
    {
        Fixture given;
        given.open();
        auto *note = found<QPlainTextEdit>(*given.page, "note");
        type(*given.page, "note", QStringLiteral("The names differ"));
        QTextCursor cursor = note->textCursor();
        cursor.setPosition(4);
        note->setTextCursor(cursor);
        auto *documents = given.page->findChild<QAbstractItemView *>("documents");
        documents->setCurrentIndex(documents->model()->index(1, 0));
        const qsizetype asked = given.console.server.asked.size();

        given.page->hear({.sequence = 1, .kind = LiveKind::KycSubmitted});

        QCOMPARE(note->textCursor().position(), 4);
        QCOMPARE(documents->currentIndex().row(), 1);
        QCOMPARE(given.console.server.asked.size(), asked + 1);
    }

    void aRevealedCaseOfAnotherListStaysOnScreen()
    {
        Fixture given;
        KycCase other = given.cases.first();
        other.id = samples::id<KycSubmission>(4711);
        KycReview review = samples::kycReview(other);
        review.vendor.storeName = QStringLiteral("Rejected long ago");
        given.console.server.answer(api::reviewKyc, review, other.id);
        given.open();

        given.page->reveal(other.id.text());
        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("Rejected long ago")));
    }

    void askingForMoreNeedsAReason()
    {
        Fixture given;
        given.open();
        const Id<KycSubmission> first = given.cases.first().id;
        given.console.server.answer(api::askMoreKyc, given.decided(SubmissionStatus::MoreInfo), first);

        QVERIFY(press(*given.page, "askMore"));
        QCOMPARE(given.console.server.timesAsked(api::askMoreKyc, first), 0);
        type(*given.page, "note", QStringLiteral("The cheque is blurred"));
        QVERIFY(press(*given.page, "askMore"));

        QCOMPARE(given.console.server.lastBody(api::askMoreKyc, first),
                 json::bytes(RefuseKyc{.reason = QStringLiteral("The cheque is blurred")}));
    }

    void aRejectionIsAskedAndKeepsWhatWasTyped()
    {
        Fixture given;
        const QAbstractItemModel &queue = given.open();
        const Id<KycSubmission> first = given.cases.first().id;
        given.console.server.refuse(
            api::rejectKyc, Error{ErrorCode::Conflict, QStringLiteral("Somebody decided it meanwhile.")}, first);

        type(*given.page, "note", QStringLiteral("The names differ"));
        QVERIFY(press(*given.page, "reject"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::rejectKyc, first),
                 json::bytes(RefuseKyc{.reason = QStringLiteral("The names differ")}));
        QVERIFY(shows(*dialog, QStringLiteral("Somebody decided it meanwhile.")));
        QCOMPARE(queue.rowCount(), 10);
    }

    void aLetterInTheNoteDecidesNothing()
    {
        Fixture given;
        given.open();
        auto *note = found<QPlainTextEdit>(*given.page, "note");

        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("armjk"));

        QCOMPARE(note->toPlainText(), QStringLiteral("armjk"));
        QCOMPARE(given.console.server.timesAsked(api::approveKyc, given.cases.first().id), 0);
    }

    void aBegunNoteComesBackWithItsCase()
    {
        Fixture given;
        given.open();
        auto *queue = given.page->findChild<QAbstractItemView *>("queue");
        type(*given.page, "note", QStringLiteral("Half a thought"));

        queue->setCurrentIndex(queue->model()->index(1, 0));
        QCOMPARE(found<QPlainTextEdit>(*given.page, "note")->toPlainText(), QString());
        queue->setCurrentIndex(queue->model()->index(0, 0));

        QCOMPARE(found<QPlainTextEdit>(*given.page, "note")->toPlainText(), QStringLiteral("Half a thought"));
    }

    void aClearQueueSaysSo()
    {
        Fixture given;
        given.console.server.answer(api::listKyc, samples::page<KycCase>({}));

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("The queue is clear")));
    }

    void aBrokenQueueOffersAnotherTry()
    {
        Fixture given;
        given.console.server.refuse(api::listKyc, Error{ErrorCode::Internal, QStringLiteral("It broke.")});
        const QAbstractItemModel &queue = given.open();
        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
        given.console.server.answer(api::listKyc, samples::page(given.cases));

        QVERIFY(press(*given.page, "stateButton"));

        QCOMPARE(queue.rowCount(), 10);
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestKycPage)
#include "tst_kyc.moc"
