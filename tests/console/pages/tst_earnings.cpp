#include "console/pages/earnings/page.h"
#include "shared/contract/factors.h"
#include "shared/contract/statements.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QDesktopServices>
#include <QUrl>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Vendor};
    Payout requested = samples::payouts().first();
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        console.server.answer(api::readBalance, samples::balance());
        console.server.answer(api::listEarnings, samples::page(samples::payoutDetail(requested).earnings));
        console.server.answer(api::listPayouts, samples::page<Payout>({}));
    }
    void open()
    {
        page = std::make_unique<earnings::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
    }
};

// What would be opened in the browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        for (const char *scheme : {"https", "file"})
            QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "open");
    }
    ~Browser() override
    {
        for (const char *scheme : {"https", "file"})
            QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
    }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened += url; }
};

} // namespace

class TestEarningsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMoneyStandsInItsTiles()
    {
        Fixture given;

        given.open();

        for (const char *figure : {"₹1,24,800.50", "₹97,115.00", "₹43,100.00", "₹8,81,204.00", "₹49,812.75"})
            QVERIFY2(shows(*given.page, QString::fromUtf8(figure)), figure);
        QCOMPARE(given.page->findChild<QAbstractItemView *>("earnings")->model()->rowCount(), 3);
    }

    // A notice of a settled order names the order.
    void aSettledOrderLeadsToWhatItHasEarned()
    {
        Fixture given;
        const QList<Earning> earnings = samples::payoutDetail(given.requested).earnings;
        given.open();

        given.page->reveal(earnings.at(1).orderId.text());

        const auto *list = found<QAbstractItemView>(*given.page, "earnings");
        QVERIFY(list);
        QCOMPARE(list->currentIndex().row(), 1);
    }

    void aPayoutIsAskedWithItsAmountAndThenListed()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::requestPayout, given.requested);

        QVERIFY(press(*given.page, "request"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(shows(*dialog, QStringLiteral("₹1,24,800.50")));
        QCOMPARE(given.console.server.timesAsked(api::requestPayout), 0);
        given.console.server.answer(api::listPayouts, samples::page(QList<Payout>{given.requested}));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::requestPayout), 1);
        const auto *payouts = found<QAbstractItemView>(*given.page, "payouts");
        QVERIFY(payouts);
        QCOMPARE(payouts->model()->index(0, 0).data().toString(), given.requested.payoutNumber);
    }

    void belowTheMinimumNothingCanBeAsked()
    {
        Fixture given;
        VendorBalance balance = samples::balance();
        balance.released = {9'999};
        given.console.server.answer(api::readBalance, balance);

        given.open();

        QVERIFY(!press(*given.page, "request"));
        QVERIFY(shows(*given.page, QStringLiteral("payouts start at ₹100.00")));
    }

    // REF-05: a payout does not take it, so it is no part of what can be asked for.
    void whatIsContestedStandsBesideWhatCanBePaidOut()
    {
        Fixture given;
        VendorBalance balance = samples::balance();
        balance.contested = {73'500};
        given.console.server.answer(api::readBalance, balance);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("₹735.00 more waits for disputes")));
        QVERIFY(press(*given.page, "request"));
        QVERIFY(shows(*dialogOf(*given.page), QStringLiteral("₹1,24,800.50")));
    }

    void aRefusedRequestSaysWhy()
    {
        Fixture given;
        given.open();
        given.console.server.refuse(api::requestPayout,
                                    Error{ErrorCode::BalanceFrozen, QStringLiteral("The balance is frozen.")});

        QVERIFY(press(*given.page, "request"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("The balance is frozen.")));
        QCOMPARE(given.page->findChild<QAbstractItemView *>("payouts")->model()->rowCount(), 0);
    }

    void emptyAndBrokenListsSaySo()
    {
        Fixture given;
        given.console.server.answer(api::listEarnings, samples::page<Earning>({}));
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Nothing earned yet")));
        given.console.server.refuse(api::listEarnings, Error{ErrorCode::Internal, QStringLiteral("It broke.")});

        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }

    // What is owed is said before anybody wonders why nothing can be paid out.
    void whatIsOwedIsSaid()
    {
        Fixture given;
        VendorBalance balance = samples::balance();
        balance.released = {};
        balance.owed = {73'500};
        given.console.server.answer(api::readBalance, balance);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("₹735.00 owed")));
        QVERIFY(shows(*given.page, QStringLiteral("₹735.00 is owed after refunds")));
        QVERIFY(!press(*given.page, "request"));
    }

    // PAY-22: what a store has to do before a provider pays it.
    void aStoreIsLedToTheProviderThatPaysIt_data()
    {
        QTest::addColumn<PayoutAccountStatus>("status");
        QTest::addColumn<QString>("said");
        const auto row = [](PayoutAccountStatus status, const char *said) {
            QTest::newRow(names::text(status).latin1()) << status << QString::fromLatin1(said);
        };
        row(PayoutAccountStatus::None, "has to know your store first");
        row(PayoutAccountStatus::Pending, "still waits for something");
        row(PayoutAccountStatus::Restricted, "does not pay your store");
        row(PayoutAccountStatus::Active, "the account that you have set up");
    }
    void aStoreIsLedToTheProviderThatPaysIt()
    {
        QFETCH(PayoutAccountStatus, status);
        QFETCH(QString, said);
        Fixture given;
        given.console.server.answer(api::readPayoutAccount,
                                    PayoutAccount{.provider = PayoutProvider::StripeConnect, .status = status});
        given.open();

        const auto *banner = found<kit::Banner>(*given.page, "account");

        QVERIFY(banner);
        QVERIFY2(banner->text().contains(said), qPrintable(banner->text()));
    }

    void whereTheBankPaysNothingIsSaid()
    {
        Fixture given;
        given.console.server.answer(api::readPayoutAccount, PayoutAccount{});

        given.open();

        QVERIFY(!found<kit::Banner>(*given.page, "account"));
    }

    // The page is the provider's and opens in the browser; what is no page of the web is not opened.
    void onlyAPageOfTheWebIsOpened()
    {
        Fixture given;
        Browser browser;
        given.console.server.answer(api::readPayoutAccount, PayoutAccount{.provider = PayoutProvider::StripeConnect});
        given.open();
        auto *banner = given.page->findChild<kit::Banner *>("account");
        given.console.server.answer(api::openPayoutAccount,
                                    OnboardingLink{.url = QStringLiteral("https://connect.example/acct_1")});
        Q_EMIT banner->acted();
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(QStringLiteral("https://connect.example/acct_1"))});

        given.console.server.answer(api::openPayoutAccount,
                                    OnboardingLink{.url = QStringLiteral("file:///etc/passwd")});
        Q_EMIT banner->acted();

        QCOMPARE(browser.opened.size(), 1);
        QVERIFY(shows(*given.page, QStringLiteral("no page that could be opened")));
    }

    // PAY-22: the page decides where the money goes.
    void thePageOpensForWhoeverProvesWhoItIs()
    {
        Fixture given;
        Browser browser;
        given.console.server.answer(api::readPayoutAccount, PayoutAccount{.provider = PayoutProvider::StripeConnect});
        given.open();
        given.console.server.refuse(api::openPayoutAccount, ErrorCode::ReauthenticationNeeded);
        Q_EMIT given.page->findChild<kit::Banner *>("account")->acted();
        auto *proof = given.page->findChild<QDialog *>("proof");
        QVERIFY(proof && proof->isVisible());
        QCOMPARE(browser.opened.size(), 0);

        given.console.server.answer(api::reauthenticate, {given.console.clock.at.after(300'000)});
        given.console.server.answer(api::openPayoutAccount,
                                    OnboardingLink{.url = QStringLiteral("https://connect.example/acct_1")});
        type(*proof, "password", QStringLiteral("Kabaad#2026"));
        QVERIFY(press(*proof, "verb"));

        QTRY_COMPARE(browser.opened.size(), 1);
        QCOMPARE(given.console.server.timesAsked(api::openPayoutAccount), 2);
    }

    // PAYO-09
    void aStatementIsAskedForAndFollowed()
    {
        Fixture given;
        given.open();
        const ReportRun run{.id = Id<ReportRun>::parse(u"0192f7a0-0000-7000-8000-0000000e0001"),
                            .name = ReportName::VendorStatement,
                            .title = QStringLiteral("Vendor statement"),
                            .status = RunStatus::Waiting};
        given.console.server.answer(api::askStatement, run);
        given.console.server.answer(api::readStatement, run, run.id);

        QVERIFY(press(*given.page, "statement"));
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        QCOMPARE(given.console.server.lastBody(api::askStatement), json::bytes(AskStatement{}));
        QVERIFY(given.page->findChild<QWidget *>("reportFetch"));
    }
};

CONSOLE_TEST(TestEarningsPage)
#include "tst_earnings.moc"
