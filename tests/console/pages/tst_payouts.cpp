#include "console/pages/payouts/page.h"
#include "shared/contract/payoutaccounts.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    Payout first = samples::payouts().first();
    std::unique_ptr<payouts::Page> page;

    explicit Fixture(PayoutStatus status = PayoutStatus::Requested)
    {
        first.status = status;
        QList<Payout> rows = samples::payouts();
        rows[0] = first;
        console.server.answer(api::listAllPayouts, samples::page(rows));
        console.server.answer(api::readPayout, samples::payoutDetail(first), first.id);
    }
    QAbstractItemModel &open()
    {
        page = std::make_unique<payouts::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        page->reveal(first.id.text());
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
    Payout changed(PayoutStatus status)
    {
        Payout payout = first;
        payout.status = status;
        console.server.answer(api::readPayout, samples::payoutDetail(payout), first.id);
        return payout;
    }
};

} // namespace

class TestPayoutsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // PAY-20: what is on its way through a provider is nobody else's to end.
    void aPayoutThroughAProviderSaysHowItStands()
    {
        Fixture given(PayoutStatus::Approved);
        given.console.server.answer(api::listPayoutTransfers,
                                    QList<PayoutTransfer>{{.payoutId = given.first.id,
                                                           .status = TransferStatus::Sending,
                                                           .accountRef = QStringLiteral("acct_1"),
                                                           .tries = 1,
                                                           .problem = QStringLiteral("It does not answer")}},
                                    given.first.id);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("Being sent · It does not answer")));
        QVERIFY(!found<QAbstractButton>(*given.page, "paid"));
        QVERIFY(!found<QAbstractButton>(*given.page, "reject"));
    }

    // PAYO-03: the second approval is not offered to whoever gave the first.
    void theFirstApproverIsNotOfferedTheSecondApproval_data()
    {
        QTest::addColumn<bool>("isOwn");
        QTest::newRow("the own one") << true;
        QTest::newRow("another admin's") << false;
    }
    void theFirstApproverIsNotOfferedTheSecondApproval()
    {
        QFETCH(bool, isOwn);
        Fixture given(PayoutStatus::Requested);
        Payout payout = given.first;
        payout.firstApprovedBy = QStringLiteral("ananya");
        payout.firstApprovedById = isOwn ? Id<Account>::parse(given.console.me.id) : samples::id<Account>(0x777);
        given.console.server.answer(api::readPayout, samples::payoutDetail(payout), payout.id);

        given.open();

        QCOMPARE(found<QAbstractButton>(*given.page, "approve")->isEnabled(), !isOwn);
        QCOMPARE(shows(*given.page, QStringLiteral("The second one has to be another admin's.")), isOwn);
    }

    // PAYO-08: whoever approves sees through whom it is paid.
    void aPayoutSaysThroughWhomItIsPaid()
    {
        Fixture given(PayoutStatus::Requested);
        Payout payout = given.first;
        payout.provider = PayoutProvider::StripeConnect;
        given.console.server.answer(api::readPayout, samples::payoutDetail(payout), payout.id);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("Stripe Connect")));
        QVERIFY(press(*given.page, "approve"));
        QVERIFY(shows(*dialogOf(*given.page),
                      QStringLiteral("After the approval the provider sends the money by itself.")));
    }

    // PAY-22: another name than that of the papers is seen, and takes a note before the approval.
    void aPayoutToAnotherNameTakesANoteFirst()
    {
        Fixture given(PayoutStatus::Requested);
        PayoutDetail detail = samples::payoutDetail(given.first);
        detail.payout.provider = PayoutProvider::StripeConnect;
        detail.providerHolder = QStringLiteral("Somebody Else");
        detail.isHolderKnown = false;
        given.console.server.answer(api::readPayout, detail, given.first.id);
        given.console.server.answer(api::notePayoutHolder, detail.payout, given.first.id);
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Somebody Else")));

        QVERIFY(press(*given.page, "approve"));
        QPointer<QDialog> dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("His brother's"));
        detail.holderNote = QStringLiteral("His brother's");
        given.console.server.answer(api::readPayout, detail, given.first.id);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::notePayoutHolder, given.first.id),
                 json::bytes(NotePayoutHolder{QStringLiteral("His brother's")}));
        QCOMPARE(given.console.server.timesAsked(api::approvePayout, given.first.id), 0);
        QTRY_VERIFY(shows(*given.page, QStringLiteral("His brother's")));
    }

    // PAY-22: the account may become another one's after the approval; the transfer waits for the note then.
    void anApprovedPayoutToAnotherNameGetsItsNote()
    {
        Fixture given(PayoutStatus::Approved);
        PayoutDetail detail = samples::payoutDetail(given.first);
        detail.payout.provider = PayoutProvider::StripeConnect;
        detail.providerHolder = QStringLiteral("Somebody Else");
        detail.isHolderKnown = false;
        PayoutTransfer transfer{
            .payoutId = given.first.id, .status = TransferStatus::Wanted, .accountRef = QStringLiteral("acct_1")};
        given.console.server.answer(api::readPayout, detail, given.first.id);
        given.console.server.answer(api::listPayoutTransfers, QList<PayoutTransfer>{transfer}, given.first.id);
        given.console.server.answer(api::notePayoutHolder, detail.payout, given.first.id);
        given.open();

        QVERIFY(press(*given.page, "noteHolder"));
        QPointer<QDialog> dialog = dialogOf(*given.page);
        QVERIFY(shows(*dialog, QStringLiteral("then the provider sends the money")));
        type(*dialog, "words", QStringLiteral("No"));
        QVERIFY(!press(*dialog, "verb"));
        type(*dialog, "words", QStringLiteral("His brother's"));
        detail.holderNote = QStringLiteral("His brother's");
        given.console.server.answer(api::readPayout, detail, given.first.id);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::notePayoutHolder, given.first.id),
                 json::bytes(NotePayoutHolder{QStringLiteral("His brother's")}));
        QTRY_VERIFY(shows(*given.page, QStringLiteral("His brother's")));
        QVERIFY(!found<QAbstractButton>(*given.page, "noteHolder"));
    }

    void onlyWhatWaitsForANoteAsksForOne_data()
    {
        QTest::addColumn<PayoutStatus>("status");
        QTest::addColumn<bool>("isHolderKnown");
        QTest::addColumn<TransferStatus>("transfer");
        QTest::newRow("his own name") << PayoutStatus::Approved << true << TransferStatus::Wanted;
        QTest::newRow("on its way") << PayoutStatus::Approved << false << TransferStatus::Sending;
        QTest::newRow("paid") << PayoutStatus::Processed << false << TransferStatus::Paid;
        QTest::newRow("not approved") << PayoutStatus::Requested << false << TransferStatus::Wanted;
    }
    void onlyWhatWaitsForANoteAsksForOne()
    {
        QFETCH(PayoutStatus, status);
        QFETCH(bool, isHolderKnown);
        QFETCH(TransferStatus, transfer);
        Fixture given(status);
        PayoutDetail detail = samples::payoutDetail(given.first);
        detail.providerHolder = QStringLiteral("Somebody Else");
        detail.isHolderKnown = isHolderKnown;
        given.console.server.answer(api::readPayout, detail, given.first.id);
        given.console.server.answer(api::listPayoutTransfers,
                                    QList<PayoutTransfer>{{.payoutId = given.first.id, .status = transfer}},
                                    given.first.id);

        given.open();

        QVERIFY(!found<QAbstractButton>(*given.page, "noteHolder"));
    }

    // PAYO-08: what the provider has paid only it takes back; it can be asked.
    void aPayoutThatAProviderHasPaidIsAskedAboutThere()
    {
        Fixture given(PayoutStatus::Processed);
        PayoutTransfer transfer{
            .payoutId = given.first.id, .status = TransferStatus::Paid, .accountRef = QStringLiteral("acct_1")};
        given.console.server.answer(api::listPayoutTransfers, QList<PayoutTransfer>{transfer}, given.first.id);
        given.open();
        QVERIFY(!found<QAbstractButton>(*given.page, "returned"));
        transfer.status = TransferStatus::Reversed;
        given.console.server.answer(api::endPayoutTransfer, transfer, given.first.id);

        QVERIFY(press(*given.page, "ask"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("The store has no money"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::endPayoutTransfer, given.first.id),
                 json::bytes(EndPayoutTransfer{.reason = QStringLiteral("The store has no money")}));
    }

    // Typing on while the payment is being noted must not note it a second time.
    void typingWhileThePaymentFliesDoesNotSendItTwice()
    {
        Fixture given(PayoutStatus::Approved);
        given.open();
        given.console.server.answer(api::processPayout, given.changed(PayoutStatus::Processed), given.first.id);
        QVERIFY(press(*given.page, "paid"));
        QPointer<QDialog> dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("UTR1234"));
        given.console.server.hold();
        QVERIFY(press(*dialog, "verb"));

        type(*dialog, "words", QStringLiteral("UTR12345"));
        QVERIFY(!press(*dialog, "verb"));
        given.console.server.release();

        QCOMPARE(given.console.server.timesAsked(api::processPayout, given.first.id), 1);
    }

    void anErrorIsGoneWithTheNextGoodAnswer()
    {
        Fixture given;
        given.open();
        given.console.server.refuse(api::readPayout, Error{ErrorCode::Internal, QStringLiteral("It broke.")},
                                    given.first.id);
        given.page->refresh();
        QVERIFY(shows(*given.page, QStringLiteral("It broke.")));
        given.console.server.answer(api::readPayout, samples::payoutDetail(given.first), given.first.id);

        given.page->refresh();

        QVERIFY(!shows(*given.page, QStringLiteral("It broke.")));
    }

    void everyPayoutIsARowWithItsCount()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 5);
        QCOMPARE(rows.index(0, 7).data().toString(), QStringLiteral("₹1,24,800.50"));
        QCOMPARE(given.page->waiting(), 5);
        QVERIFY(shows(*given.page, QStringLiteral("3 order(s) add up to the amount.")));
    }

    // What is kept for the tax office is no mistake of the sum.
    void whatIsWithheldIsShownAndBelongsToTheSum()
    {
        Fixture given;
        PayoutDetail detail = samples::payoutDetail(given.first);
        detail.payout.withheld = Money{50'00};
        detail.payout.amount = detail.payout.amount - detail.payout.withheld;
        given.console.server.answer(api::readPayout, detail, given.first.id);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("Tax withheld")));
        QVERIFY(shows(*given.page, QStringLiteral("₹50.00")));
        QVERIFY(shows(*given.page, QStringLiteral("3 order(s), less tax and corrections, add up to the amount.")));
    }

    void approvingNamesTheAmountAndIsAskedFirst()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();

        QVERIFY(press(*given.page, "approve"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(shows(*dialog, QStringLiteral("Sharma Metals & Alloys")));
        QVERIFY(shows(*dialog, QStringLiteral("₹1,24,800.50")));
        QCOMPARE(given.console.server.timesAsked(api::approvePayout, given.first.id), 0);
        given.console.server.answer(api::approvePayout, given.changed(PayoutStatus::Approved), given.first.id);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::approvePayout, given.first.id), 1);
        QCOMPARE(rows.index(0, 6).data().toString(), QStringLiteral("Approved"));
        QVERIFY(found<QAbstractButton>(*given.page, "paid"));
    }

    void aRejectionCarriesItsReason()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::rejectPayout, given.changed(PayoutStatus::Failed), given.first.id);

        QVERIFY(press(*given.page, "reject"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("No"));
        QVERIFY(!press(*dialog, "verb"));
        type(*dialog, "words", QStringLiteral("The name differs"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::rejectPayout, given.first.id),
                 json::bytes(RejectPayout{.reason = QStringLiteral("The name differs")}));
    }

    void thePaidPayoutGetsTheBanksReference()
    {
        Fixture given(PayoutStatus::Approved);
        given.open();
        given.console.server.answer(api::processPayout, given.changed(PayoutStatus::Processed), given.first.id);

        QVERIFY(press(*given.page, "paid"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("N3242612345"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::processPayout, given.first.id),
                 json::bytes(ProcessPayout{.transactionReference = QStringLiteral("N3242612345")}));
    }

    void aPayoutThatDoesNotAddUpCannotBeApproved()
    {
        Fixture given;
        PayoutDetail short_ = samples::payoutDetail(given.first);
        short_.earnings.removeLast();
        given.console.server.answer(api::readPayout, short_, given.first.id);

        given.open();

        QVERIFY(!press(*given.page, "approve"));
        QVERIFY(shows(*given.page, QStringLiteral("not to the amount")));
    }

    void aRefusedApprovalKeepsTheRow()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();
        given.console.server.refuse(api::approvePayout,
                                    Error{ErrorCode::BalanceFrozen, QStringLiteral("The balance is frozen.")},
                                    given.first.id);

        QVERIFY(press(*given.page, "approve"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("The balance is frozen.")));
        QCOMPARE(rows.index(0, 6).data().toString(), QStringLiteral("Requested"));
    }

    void emptyAndBrokenListsSaySo()
    {
        Fixture given;
        given.console.server.answer(api::listAllPayouts, samples::page<Payout>({}));
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("No payouts here")));
        given.console.server.refuse(api::listAllPayouts, Error{ErrorCode::Internal, QStringLiteral("It broke.")});

        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestPayoutsPage)
#include "tst_payouts.moc"
