#include "console/kit/custodynotice.h"
#include "console/kit/tableview.h"
#include "tests/console/pages/bookspage.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"

#include <QComboBox>
#include <QDateEdit>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    LedgerAccount store = samples::ledgerAccounts().at(2);
    LedgerAccount frozen = samples::ledgerAccounts().at(3);
    std::unique_ptr<books::Page> page;

    Fixture() { answerBooks(console); }

    QAbstractItemModel &open()
    {
        page = std::make_unique<books::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
    kit::TableView *statementOf(const LedgerAccount &account)
    {
        open();
        page->reveal(account.id.text());
        return page->findChild<kit::TableView *>("statement");
    }
    // What was asked last about this, with its query.
    QString lastAsked(const QString &about) const
    {
        const QStringList lines = console.server.lines().filter(about);
        return lines.isEmpty() ? QString() : lines.last();
    }
    QDialog *postingOf(int row)
    {
        kit::TableView *lines = statementOf(store);
        Q_EMIT lines->opened(samples::statement().at(row).postingId.text());
        return dialogOf(*page);
    }
};

} // namespace

class TestBooksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // LED-01
    void everyAccountIsARowWithItsOwnerAndBalance()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 6);
        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("The platform"));
        QCOMPARE(rows.index(0, 1).data().toString(), QStringLiteral("Payment gateway"));
        QCOMPARE(rows.index(2, 0).data().toString(), QStringLiteral("Sharma Metals & Alloys"));
        QCOMPARE(rows.index(2, 3).data().toString(), QStringLiteral("₹1,24,800.50 Cr"));
        QVERIFY(shows(*given.page, QStringLiteral("The books are right: all 48,205 postings were checked")));
    }

    // WAL-16
    void aDoubtIsSaidWithItsDifference()
    {
        Fixture given;
        BooksState doubt = samples::soundBooks();
        doubt.isSound = false;
        doubt.difference = QStringLiteral("posting X is not what was sealed as seal 7");
        doubt.foundAt = samples::now;
        given.console.server.answer(api::readBooks, doubt);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("no money leaves: posting X is not what was sealed as seal 7")));
    }

    void aCheckIsAskedForOnceAndItsProgressIsSaid()
    {
        Fixture given;
        BooksState running = samples::soundBooks();
        running.startedAt = samples::now;
        running.seenPostings = 12'000;
        given.open();
        given.console.server.answer(api::verifyBooks, running);

        QVERIFY(press(*given.page, "verify"));

        QVERIFY(shows(*given.page, QStringLiteral("being checked: 12,000 of 48,211 postings")));
        QVERIFY(!press(*given.page, "verify"));
        QCOMPARE(given.console.server.timesAsked(api::verifyBooks), 1);
        given.page->refresh(); // the next look finds it at its end
        QVERIFY(shows(*given.page, QStringLiteral("The books are right")));
        QVERIFY(press(*given.page, "verify"));
    }

    // The notice about keeping other people's money.
    void theNoticeStandsUntilItIsSaidThatItWasRead()
    {
        Fixture given;
        Custody unread = samples::custody(WalletMode::Own);
        unread.acknowledgedAt = std::nullopt;
        unread.acknowledgedBy = std::nullopt;
        given.console.server.answer(api::readCustody, unread);
        given.console.server.answer(api::acknowledgeCustody, samples::custody(WalletMode::Own));
        given.open();
        auto *notice = given.page->findChild<kit::CustodyNotice *>();
        QVERIFY(notice->isVisibleTo(given.page.get()));
        QVERIFY(notice->text().contains(QStringLiteral("authorisation of the Reserve Bank")));
        QVERIFY(!given.page->findChild<QPushButton *>("custody")->isVisibleTo(given.page.get()));

        Q_EMIT notice->acted();

        QCOMPARE(given.console.server.lastBody(api::acknowledgeCustody), QByteArray("{\"mode\":\"own\"}"));
        QVERIFY(!notice->isVisibleTo(given.page.get()));
    }

    void aDifferenceOfTheEscrowAccountIsFlaggedWithItsAmount()
    {
        Fixture given;
        given.console.server.answer(api::readCustody, samples::custody(WalletMode::Mirror));
        given.open();

        const QString said = given.page->findChild<kit::CustodyNotice *>()->text();

        QVERIFY2(said.contains(QStringLiteral("a difference of −₹100.00")), qPrintable(said));
        QVERIFY(press(*given.page, "custody"));
        QDialog *dialog = dialogOf(*given.page);
        const auto *rows = dialog->findChild<kit::TableView *>("balances")->model();
        QCOMPARE(rows->rowCount(), 2);
        QCOMPARE(rows->index(0, 3).data().toString(), QStringLiteral("−₹100.00"));
        QCOMPARE(rows->index(1, 4).data().toString(), QStringLiteral("STMT-19"));
    }

    void whatWasTakenOutTooMuchIsFlaggedWithItsAmount()
    {
        Fixture given;
        Custody custody = samples::custody(WalletMode::Mirror);
        custody.newest = samples::custodyBalance(20, 12'84'300'00, 12'84'300'00);
        custody.newest->excess = {20'00};
        given.console.server.answer(api::readCustody, custody);
        given.open();

        const QString said = given.page->findChild<kit::CustodyNotice *>()->text();

        QVERIFY2(said.contains(QStringLiteral("taken out ₹20.00 more than it has earned")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("difference")), qPrintable(said));
    }

    void theFiltersAreAskedOfTheServer()
    {
        Fixture given;
        given.open();

        given.page->findChild<kit::SearchField *>()->setText(QStringLiteral("meera"));
        given.page->refresh();

        QVERIFY(given.lastAsked(QStringLiteral("/books/accounts?")).contains(QStringLiteral("owner=meera")));
    }

    void anAccountShowsItsStatementAndTheDayBefore()
    {
        Fixture given;
        kit::TableView *lines = given.statementOf(given.store);

        QCOMPARE(lines->model()->rowCount(), 3);
        QCOMPARE(lines->model()->index(2, 1).data().toString(), QStringLiteral("₹90,000.00 Dr"));
        const auto newest = lines->model()->index(0, 1).data(kit::TableModel::CellRole).value<kit::Cell>();
        QCOMPARE(newest.text, QStringLiteral("₹73,500.00 Cr"));
        QCOMPARE(newest.second, QStringLiteral("Balance ₹1,24,800.50 Cr"));
        given.page->findChild<QDateEdit *>("day")->setDate(QDate(2026, 11, 19));

        // The day ends at 18:30 UTC.
        const QString asked = given.lastAsked(QStringLiteral("/statement"));
        QVERIFY2(asked.contains(QStringLiteral("at=2026-11-19T18")), qPrintable(asked));
        QVERIFY(given.lastAsked(given.store.id.text() + u'?').contains(QStringLiteral("at=2026-11-19T18")));
    }

    // WAL-18
    void freezingNeedsAReasonAndIsShown()
    {
        Fixture given;
        given.statementOf(given.store);
        LedgerAccount now = given.store;
        now.frozenAt = samples::now;
        now.frozenReason = QStringLiteral("A complaint");
        given.console.server.answer(api::freezeAccount, now, now.id);
        given.console.server.answer(api::readLedgerAccount, now, now.id);

        QVERIFY(press(*given.page, "freeze"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("No"));
        QVERIFY(!press(*dialog, "verb"));
        type(*dialog, "words", QStringLiteral("A complaint"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::freezeAccount, now.id),
                 json::bytes(FreezeAccount{QStringLiteral("A complaint")}));
        QVERIFY(shows(*given.page, QStringLiteral("Frozen")));
        QVERIFY(found<QAbstractButton>(*given.page, "unfreeze"));
        QVERIFY(!found<QAbstractButton>(*given.page, "freeze"));
    }

    void onlyWhatCanBeFrozenOffersIt()
    {
        Fixture given;

        given.statementOf(samples::ledgerAccounts().at(0));

        QVERIFY(!found<QAbstractButton>(*given.page, "freeze"));
        given.page->reveal(given.frozen.id.text());
        QVERIFY(found<QAbstractButton>(*given.page, "unfreeze"));
    }

    void aPostingLeadsToItsOrder()
    {
        Fixture given;

        QDialog *posting = given.postingOf(0);

        QVERIFY(shows(*posting, QStringLiteral("Settlement")));
        QVERIFY(shows(*posting, QStringLiteral("48,211")));
        QVERIFY(!found<QAbstractButton>(*posting, "reverse"));
        QVERIFY(press(*posting, "order"));
        QCOMPARE(given.console.navigator.opened,
                 QStringList{QStringLiteral("admin.orders/") + samples::settledPosting().orderId->text()});
    }

    // LED-02
    void aCorrectionIsTakenBackWithAReason()
    {
        Fixture given;
        QDialog *posting = given.postingOf(1);
        const LedgerPosting correction = samples::correction();
        LedgerPosting back = correction;
        back.kind = PostingKind::Reverse;
        given.console.server.answer(api::reversePosting, back, correction.id);

        QVERIFY(shows(*posting, QStringLiteral("The rate of copper was taken for iron.")));
        QVERIFY(press(*posting, "reverse"));
        QDialog *dialog = dialogOf(*posting);
        type(*dialog, "words", QStringLiteral("It was right"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::reversePosting, correction.id),
                 json::bytes(ReversePosting{QStringLiteral("It was right")}));
        QVERIFY(given.console.notices.toasts.contains(QStringLiteral("The posting is taken back.")));
    }

    // COM-05
    void aCorrectionAsksWhoItIsWhenTheServerWantsToKnow()
    {
        Fixture given;
        given.open();
        given.console.server.refuse(api::adjustCommission, ErrorCode::ReauthenticationNeeded);

        QVERIFY(press(*given.page, "correct"));
        QDialog *finder = given.page->findChild<QDialog *>("store");
        type(*finder, "words", samples::store().storeName.left(3));
        QVERIFY(press(*finder, "verb"));
        QVERIFY(!given.console.server.lines().filter("q=" + samples::store().storeName.left(3)).isEmpty());
        QDialog *dialog = given.page->findChild<QDialog *>("correction");
        QVERIFY(dialog);
        auto *stores = dialog->findChild<QComboBox *>();
        stores->setCurrentIndex(stores->findText(samples::store().storeName));
        type(*dialog, "amount", QStringLiteral("-12.50"));
        type(*dialog, "reason", QStringLiteral("A wrong rate"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::adjustCommission),
                 json::bytes(AdjustCommission{samples::store().id, {-1'250}, QStringLiteral("A wrong rate")}));
        QVERIFY(dialog->findChild<QDialog *>("proof"));
    }

    void onlySuperAdminsCorrect()
    {
        Fixture given;
        given.console.me.isSuperAdmin = false;

        QDialog *posting = given.postingOf(1);

        QVERIFY(!found<QAbstractButton>(*posting, "reverse"));
        QVERIFY(!found<QAbstractButton>(*given.page, "correct"));
    }

    void theTrialBalanceSaysWhetherItIsZero()
    {
        Fixture given;
        given.open();

        QVERIFY(press(*given.page, "trial"));
        QDialog *dialog = dialogOf(*given.page);

        QCOMPARE(dialog->findChild<kit::TableView *>()->model()->rowCount(), 6);
        QVERIFY(shows(*dialog, QStringLiteral("Debits and credits cancel out.")));
        TrialBalance wrong = samples::trialBalance();
        wrong.total = {1};
        given.console.server.answer(api::readTrialBalance, wrong);
        dialog->findChild<QDateEdit *>("day")->setDate(QDate(2026, 11, 1));
        QVERIFY(shows(*dialog, QStringLiteral("add up to ₹0.01 instead of zero")));
        QVERIFY(given.lastAsked(QStringLiteral("/trial-balance")).contains(QStringLiteral("2026-11-01")));
        QCOMPARE(nameless(*dialog), QString());
    }

    void emptyAndBrokenListsSaySo()
    {
        Fixture given;
        given.console.server.answer(api::listLedgerAccounts, samples::page<LedgerAccount>({}));
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("No accounts here")));
        given.console.server.refuse(api::listLedgerAccounts, Error{ErrorCode::Internal, QStringLiteral("It broke.")});

        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.statementOf(given.store);

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestBooksPage)
#include "tst_books.moc"
