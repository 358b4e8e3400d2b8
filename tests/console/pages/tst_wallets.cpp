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
};

CONSOLE_TEST(TestWallets)
#include "tst_wallets.moc"
