#include "console/pages/reconciliation/page.h"
#include "tests/console/pages/flagsamples.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QAbstractItemView>
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
        QFile file(folder.filePath(QStringLiteral("november.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Date,Words,Credit\n1,KW,5\n");
        file.close();
        StatementReport report{.credited = 1, .creditedAmount = {50'000}};
        report.lines += StatementRow{.line = 2, .outcome = LineOutcome::Credited, .amount = Money{50'000}};
        given.console.server.answer(api::takeStatement, report);

        given.page->takeFile(file.fileName());
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

    void aFileThatCannotBeReadIsSaid()
    {
        Fixture given;
        given.open();

        given.page->takeFile(QStringLiteral("/nowhere.csv"));

        QCOMPARE(given.console.notices.toasts.size(), 1);
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
