#include "console/pages/reconciliation/page.h"
#include "shared/contract/settlements.h"
#include "tests/console/pages/flagsamples.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    MoneyFlag first;
    std::unique_ptr<reconciliation::Page> page;

    explicit Fixture(FlagKind kind = FlagKind::Partial)
        : first(samples::moneyFlag(1, kind))
    {
        console.server.answer(api::listMoneyFlags,
                              samples::page<MoneyFlag>({first, samples::moneyFlag(2, FlagKind::Duplicate)}));
        console.server.answer(api::readMoneyFlag, first, first.id);
        console.server.answer(api::listProviders,
                              QList<ProviderHealth>{{.provider = QStringLiteral("stripe"), .pending = 3}});
    }
    QAbstractItemModel &open()
    {
        page = std::make_unique<reconciliation::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        page->reveal(first.id.text());
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
    MoneyFlag resolved(FlagStatus status)
    {
        MoneyFlag flag = first;
        flag.status = status;
        flag.reason = QStringLiteral("Seen with the bank");
        flag.resolvedAt = samples::now;
        console.server.answer(api::resolveMoneyFlag, flag, first.id);
        return flag;
    }
};

QString written(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(QStringLiteral("november.csv")));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write the file");
    return file.fileName();
}

} // namespace

class TestReconciliationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flaggedMoneyIsARowWithWhatIsWrong()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 2);
        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("Too little"));
        QCOMPARE(rows.index(0, 6).data().toString(), QStringLiteral("₹300.00"));
        QVERIFY(shows(*given.page, QStringLiteral("UPI-ASHA RAO-for the copper")));
        QVERIFY(shows(*given.page, QStringLiteral("₹500.00")));
    }

    void theWayToEachProviderIsSaid()
    {
        Fixture given;
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Stripe answers, 3 payment(s) wait")));
        given.console.server.answer(api::listProviders, QList<ProviderHealth>{{.provider = QStringLiteral("stripe"),
                                                                               .isAnswering = false,
                                                                               .closedUntil = samples::now}});

        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("Stripe does not answer; nobody asks before")));
    }

    void whatCameIsCreditedWithAReason()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();
        given.resolved(FlagStatus::Credited);

        QVERIFY(press(*given.page, "credit"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(!press(*dialog, "verb")); // without a reason
        type(*dialog, "words", QStringLiteral("Seen with the bank"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(
            given.console.server.lastBody(api::resolveMoneyFlag, given.first.id),
            json::bytes(ResolveFlag{.action = FlagAction::Credit, .reason = QStringLiteral("Seen with the bank")}));
        QCOMPARE(rows.index(0, 4).data().toString(), QStringLiteral("Credited"));
        QVERIFY(!found<QAbstractButton>(*given.page, "credit"));
    }

    // Without a reference somebody has to say whose money it is, among those who were asked for as much.
    void moneyWithoutAReferenceIsGivenToWhomItBelongs()
    {
        Fixture given(FlagKind::Unknown);
        given.open();
        given.resolved(FlagStatus::Credited);
        const PaymentOfPayer payment{.id = samples::id<Payment>(7),
                                     .payer = QStringLiteral("asha"),
                                     .provider = QStringLiteral("upi"),
                                     .amount = {30'000},
                                     .createdAt = samples::now};
        given.console.server.answer(api::listAllPayments, samples::page<PaymentOfPayer>({payment}));

        QVERIFY(press(*given.page, "credit"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(dialog);
        type(*dialog, "reason", QStringLiteral("The payer wrote to us"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::resolveMoneyFlag, given.first.id),
                 json::bytes(ResolveFlag{.action = FlagAction::Credit,
                                         .paymentId = payment.id,
                                         .reason = QStringLiteral("The payer wrote to us")}));
    }

    void whatWentBackLeavesTheWalletOrIsDismissed()
    {
        Fixture given(FlagKind::ChargedBack);

        given.open();

        QVERIFY(!found<QAbstractButton>(*given.page, "credit"));
        QVERIFY(!found<QAbstractButton>(*given.page, "giveBack"));
        QVERIFY(found<QAbstractButton>(*given.page, "dismiss"));
        given.resolved(FlagStatus::Booked);
        QVERIFY(press(*given.page, "book"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("Lost to the bank"));
        QVERIFY(press(*dialog, "verb"));
        QTRY_COMPARE(
            given.console.server.lastBody(api::resolveMoneyFlag, given.first.id),
            json::bytes(ResolveFlag{.action = FlagAction::Book, .reason = QStringLiteral("Lost to the bank")}));
    }

    void aDisputeAtTheBankIsOnlyNews()
    {
        Fixture given(FlagKind::Disputed);

        given.open();

        for (const char *button : {"credit", "giveBack", "book"})
            QVERIFY(!found<QAbstractButton>(*given.page, button));
        QVERIFY(found<QAbstractButton>(*given.page, "dismiss"));
    }

    void aLineOfASettlementIsOnlyLookedAt()
    {
        Fixture given(FlagKind::Settlement);

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("Line of a settlement"));
        for (const char *button : {"credit", "giveBack", "book"})
            QVERIFY(!found<QAbstractButton>(*given.page, button));
        QVERIFY(found<QAbstractButton>(*given.page, "dismiss"));
    }

    void aRefusalKeepsTheRow()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();
        given.console.server.refuse(api::resolveMoneyFlag,
                                    Error{ErrorCode::IllegalTransition, QStringLiteral("Resolved already.")},
                                    given.first.id);

        QVERIFY(press(*given.page, "dismiss"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("Rent of the office"));
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("Resolved already.")));
        QCOMPARE(rows.index(0, 4).data().toString(), QStringLiteral("Open"));
    }

    void aStatementIsReadWithTheColumnsOfTheBankAndSaysWhatCameOfEachLine()
    {
        Fixture given;
        given.open();
        QTemporaryDir folder;
        StatementReport report{.credited = 1, .creditedAmount = {50'000}};
        report.lines += StatementRow{.line = 2, .outcome = LineOutcome::Credited, .amount = Money{50'000}};
        given.console.server.answer(api::takeStatement, report);

        given.page->takeStatement(written(folder, "Date,Words,Credit\n1,KW,5\n"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "date", QStringLiteral("Date"));
        type(*dialog, "narration", QStringLiteral("Words"));
        type(*dialog, "amount", QStringLiteral("Credit"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::takeStatement),
                 json::bytes(TakeStatement{{QStringLiteral("Date"), QStringLiteral("Words"), QStringLiteral("Credit"),
                                            std::nullopt, std::nullopt},
                                           QStringLiteral("Date,Words,Credit\n1,KW,5\n")}));
        auto *lines = given.page->findChild<QAbstractItemView *>("lines");
        QVERIFY(lines);
        QCOMPARE(lines->model()->index(0, 1).data().toString(), QStringLiteral("Credited"));
        QCOMPARE(given.console.keepsakes.kept(QStringLiteral("statement.columns")),
                 QStringLiteral("Date\nWords\nCredit\n\n"));
    }

    // LED-01: what was booked, what is to be looked at, what was there already, and what nobody understands.
    void aSettlementIsReadAndSaysWhatCameOfEachLine()
    {
        Fixture given;
        given.open();
        QTemporaryDir folder;
        SettlementReport report{.posted = 1, .flagged = 1, .seen = 1, .gross = {50'000}, .fees = {1'180}};
        report.net = {48'820};
        report.lines = {{2, SettlementOutcome::Posted, QStringLiteral("pay_1"), {50'000}, {1'180}},
                        {3, SettlementOutcome::Unmatched, QStringLiteral("pay_2"), {20'000}, {400}},
                        {4, SettlementOutcome::Seen, QStringLiteral("pay_3"), {10'000}, {200}},
                        {5, SettlementOutcome::Unreadable, {}, {}, {}},
                        {6, SettlementOutcome::Passing, {}, {}, {}}};
        given.console.server.answer(api::takeSettlement, report);

        given.page->takeSettlement(written(folder, "automatic_payout_id\npo_1\n"));
        QDialog *dialog = dialogOf(*given.page);
        auto *provider = found<QComboBox>(*dialog, "provider");
        QVERIFY(provider);
        QCOMPARE(provider->count(), 2);
        provider->setCurrentIndex(provider->findText(QStringLiteral("Stripe")));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::takeSettlement),
                 json::bytes(TakeSettlement{QStringLiteral("stripe"), QStringLiteral("automatic_payout_id\npo_1\n")}));
        auto *lines = given.page->findChild<QAbstractItemView *>("lines");
        QVERIFY(lines);
        QWidget &told = *lines->window();
        QVERIFY(shows(told, QStringLiteral("₹488.20 came to the bank")));
        QVERIFY(shows(told, QStringLiteral("Booked: 1 · to look at: 1 · seen before: 1 · not understood: 1")));
        QVERIFY(shows(told, QStringLiteral("₹500.00 of payments, of which the provider has kept ₹11.80")));
        QCOMPARE(lines->model()->rowCount(), 5);
        QCOMPARE(lines->model()->index(1, 1).data().toString(), QStringLiteral("Of no payment here"));
        QCOMPARE(lines->model()->index(1, 2).data().toString(), QStringLiteral("pay_2"));
        QCOMPARE(nameless(told), QString());
        QCOMPARE(given.console.keepsakes.kept(QStringLiteral("settlement.provider")), QStringLiteral("stripe"));
    }

    void aRefusedSettlementStaysToBeChosenAnew()
    {
        Fixture given;
        given.open();
        QTemporaryDir folder;
        given.console.server.refuse(
            api::takeSettlement,
            Error{ErrorCode::ValidationFailed,
                  QStringLiteral("Some fields are wrong."),
                  {{QStringLiteral("csv"), QStringLiteral("has no line with the columns of this provider")}}});
        const int asked = given.console.server.timesAsked(api::listMoneyFlags);

        given.page->takeSettlement(written(folder, "Date,Words\n"));
        QPointer<QDialog> dialog = dialogOf(*given.page);
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(shows(*dialog, QStringLiteral("File: Has no line with the columns of this provider.")));
        QVERIFY(!given.page->findChild<QAbstractItemView *>("lines"));
        QCOMPARE(given.console.server.timesAsked(api::listMoneyFlags), asked);
    }

    void aFileThatCannotBeReadIsSaid()
    {
        Fixture given;
        given.open();

        given.page->takeStatement(QStringLiteral("/nowhere.csv"));
        given.page->takeSettlement(QStringLiteral("/nowhere.csv"));

        QCOMPARE(given.console.notices.toasts, QStringList(2, "The file cannot be read, or is larger than 1 MB."));
        QVERIFY(!dialogOf(*given.page));
    }

    void emptyAndBrokenListsSaySo()
    {
        Fixture given;
        given.console.server.answer(api::listMoneyFlags, samples::page<MoneyFlag>({}));
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Everything fits")));
        given.console.server.refuse(api::listMoneyFlags, Error{ErrorCode::Internal, QStringLiteral("It broke.")});

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

CONSOLE_TEST(TestReconciliationPage)
#include "tst_reconciliation.moc"
