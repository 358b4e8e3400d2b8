#include "console/kit/banner.h"
#include "console/kit/tableview.h"
#include "shared/contract/closures.h"
#include "shared/contract/purses.h"
#include "tests/console/pages/bookspage.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"

namespace {

// The books with one wallet open, whose owner is known.
struct Fixture
{
    ConsoleKit console{Role::Admin};
    LedgerAccount wallet = samples::ledgerAccounts().at(3);
    std::unique_ptr<books::Page> page;

    Fixture()
    {
        answerBooks(console);
        wallet.buyerId = samples::id<Account>(44);
        console.server.answer(api::readLedgerAccount, wallet, wallet.id);
    }
    WalletClosure closure() const
    {
        return {.walletId = *wallet.buyerId,
                .ownerName = QStringLiteral("Meera Nair"),
                .amount = wallet.balance,
                .byHand = wallet.balance};
    }
    void open()
    {
        page = std::make_unique<books::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        page->reveal(wallet.id.text());
    }
};

} // namespace

class TestWallets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // WAL-12, C46: by which ways the balance goes is said before; the bank's reference is asked for with the reason.
    void theBalanceOfAWalletIsGivenBackWithAReason()
    {
        Fixture given;
        const LedgerAccount &wallet = given.wallet;
        WalletClosure closure{.walletId = *wallet.buyerId,
                              .ownerName = QStringLiteral("Meera Nair"),
                              .amount = wallet.balance,
                              .throughGateways = {80'000},
                              .byHand = {1'250}};
        given.console.server.answer(api::readWalletClosure, closure, closure.walletId);
        closure.status = ClosureStatus::Done;
        given.console.server.answer(api::closeWallet, closure, closure.walletId);
        given.open();

        QVERIFY(press(*given.page, "giveBack"));
        QDialog *dialog = given.page->findChild<QDialog *>("closing");
        QVERIFY(dialog);
        QVERIFY(shows(*dialog, QStringLiteral("₹800.00 through gateways, ₹12.50 by a bank transfer")));
        type(*dialog, "reason", QStringLiteral("She leaves the market"));
        type(*dialog, "bank_reference", QStringLiteral("UTR0001"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::closeWallet, closure.walletId),
                 json::bytes(CloseWallet{
                     wallet.balance, {1'250}, QStringLiteral("She leaves the market"), QStringLiteral("UTR0001")}));
        QVERIFY(given.console.notices.toasts.contains(QStringLiteral("The balance goes back.")));
    }

    // A bank's reference is the same thing wherever it is asked for.
    void aReferenceIsWhatABankGivesOut()
    {
        Fixture given;
        const WalletClosure closure = given.closure();
        given.console.server.answer(api::readWalletClosure, closure, closure.walletId);
        given.open();

        QVERIFY(press(*given.page, "giveBack"));
        QDialog *dialog = given.page->findChild<QDialog *>("closing");
        QVERIFY(dialog);
        QVERIFY(shows(*dialog, QStringLiteral("Bank reference")));
        type(*dialog, "reason", QStringLiteral("She leaves the market"));
        type(*dialog, "bank_reference", QStringLiteral("sent on Monday"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::closeWallet, closure.walletId), 0);
        QVERIFY(dialog->isVisible());
    }

    // Two presses are one question.
    void aBalanceIsAskedForOnceUntilItsAnswerIsThere()
    {
        Fixture given;
        const WalletClosure closure = given.closure();
        given.console.server.answer(api::readWalletClosure, closure, closure.walletId);
        given.open();
        given.console.server.hold();

        QVERIFY(press(*given.page, "giveBack"));
        QVERIFY(!press(*given.page, "giveBack"));
        given.console.server.release();

        QCOMPARE(given.console.server.timesAsked(api::readWalletClosure, closure.walletId), 1);
        QCOMPARE(given.page->findChildren<QDialog *>("closing").size(), 1);
        QVERIFY(press(*given.page->findChild<QDialog *>("closing"), "dismiss"));
        QVERIFY(press(*given.page, "giveBack"));
    }

    void theBalanceOfAnAccountThatIsNotOpenAnyMoreIsNotAskedFor()
    {
        Fixture given;
        const WalletClosure closure = given.closure();
        LedgerAccount other = samples::ledgerAccount(44, LedgerAccountKind::BuyerAvailable, QStringLiteral("Arjun"), 5);
        other.buyerId = samples::id<Account>(45);
        given.console.server.answer(api::readLedgerAccount, other, other.id);
        given.console.server.answer(api::readLedgerStatement, samples::page(QList<StatementLine>{}), other.id);
        given.console.server.answer(api::readWalletClosure, closure, closure.walletId);
        given.open();
        given.console.server.hold();
        QVERIFY(press(*given.page, "giveBack"));

        given.page->reveal(other.id.text());
        given.console.server.release();

        QVERIFY(shows(*given.page, QStringLiteral("Arjun")));
        QVERIFY(!given.page->findChild<QDialog *>("closing"));
        QVERIFY(found<QAbstractButton>(*given.page, "giveBack")->isEnabled());
    }

    // WAL-12: a large balance takes two. Whoever has asked first cannot be the second one, and is told so.
    void whoeverHasAskedFirstIsToldThatAnotherOneCloses()
    {
        Fixture given;
        WalletClosure closure = given.closure();
        closure.status = ClosureStatus::Waiting;
        closure.needsSecond = true;
        closure.requestedBy = QStringLiteral("Ananya Rao (ananya)");
        closure.requestedById = Id<Account>::parse(given.console.me.id);
        given.console.server.answer(api::readWalletClosure, closure, closure.walletId);
        given.open();

        QVERIFY(press(*given.page, "giveBack"));

        QVERIFY(!given.page->findChild<QDialog *>("closing"));
        QCOMPARE(given.console.notices.toasts,
                 QStringList{"You have asked for this: ₹812.50 of Meera Nair. Another super-admin has to close it."});
        closure.requestedById = samples::id<Account>(46);
        given.console.server.answer(api::readWalletClosure, closure, closure.walletId);
        QVERIFY(press(*given.page, "giveBack"));
        QDialog *dialog = given.page->findChild<QDialog *>("closing");
        QVERIFY(dialog);
        QVERIFY(shows(*dialog, QStringLiteral("Ananya Rao (ananya) has asked for it.")));
    }

    void onlySuperAdminsGiveABalanceBack()
    {
        Fixture given;
        given.console.me.isSuperAdmin = false;

        given.open();

        QVERIFY(!found<QAbstractButton>(*given.page, "giveBack"));
        QVERIFY(found<QAbstractButton>(*given.page, "wallet"));
    }

    // WAL-01, WAL-19: the whole wallet behind an account
    void anAccountLeadsToTheWholeWallet()
    {
        Fixture given;
        const LedgerAccount &wallet = given.wallet;
        given.console.server.answer(api::readWalletOf,
                                    {.currentBalance = {156'250},
                                     .heldAmount = {75'000},
                                     .available = {81'250},
                                     .totalRecharged = {400'000},
                                     .totalSpent = {243'750}},
                                    *wallet.buyerId);
        given.console.server.answer(api::listWalletEntriesOf,
                                    samples::page(QList<WalletEntry>{{.id = samples::id<WalletEntry>(1),
                                                                      .type = WalletEntryType::Recharge,
                                                                      .amount = {400'000},
                                                                      .balanceAfter = {400'000},
                                                                      .description = QStringLiteral("Wallet recharge"),
                                                                      .processedAt = samples::now}}),
                                    *wallet.buyerId);
        given.open();

        QVERIFY(press(*given.page, "wallet"));
        QDialog *dialog = dialogOf(*given.page);

        for (const char *sum : {"₹1,562.50", "₹750.00", "₹812.50", "₹4,000.00", "₹2,437.50"})
            QVERIFY2(shows(*dialog, QString::fromUtf8(sum)), sum);
        QCOMPARE(dialog->findChild<kit::TableView *>("entries")->model()->rowCount(), 1);
        QCOMPARE(nameless(*dialog), QString());
    }

    // The sums and what moved come each by itself, in any order.
    void whatFailsOfAWalletIsSaidUntilItIsThere()
    {
        Fixture given;
        const Id<Account> owner = *given.wallet.buyerId;
        given.console.server.answer(api::readWalletOf, {.available = {81'250}}, owner);
        given.console.server.refuse(api::listWalletEntriesOf, Error{ErrorCode::Internal, QStringLiteral("It broke.")},
                                    owner);
        given.open();
        given.console.server.hold();
        QVERIFY(press(*given.page, "wallet"));
        QDialog *dialog = dialogOf(*given.page);

        given.console.server.release(FakeTransport::Order::NewestFirst); // what moved fails before the sums are there

        QTRY_VERIFY(shows(*dialog, QStringLiteral("₹812.50")));
        QVERIFY(shows(*dialog, QStringLiteral("It broke.")));
        given.console.server.answer(api::listWalletEntriesOf, samples::page(QList<WalletEntry>{}), owner);
        Q_EMIT dialog->findChild<kit::Banner *>()->acted();
        QVERIFY(!shows(*dialog, QStringLiteral("It broke.")));
    }
};

CONSOLE_TEST(TestWallets)
#include "tst_wallets.moc"
