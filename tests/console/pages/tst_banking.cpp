#include "console/pages/payouts/answerdialog.h"
#include "console/pages/payouts/page.h"
#include "tests/console/pages/moneysamples.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QFile>
#include <QListWidget>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    QTemporaryDir folder;
    std::unique_ptr<payouts::Page> page;

    void open()
    {
        samples::bank(console.server);
        page = std::make_unique<payouts::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
    }
    QString written(const QByteArray &text)
    {
        QFile file(folder.filePath(QStringLiteral("answer.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write the answer");
        return file.fileName();
    }
};

} // namespace

class TestBankingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // PAYO-03
    void aPayoutThatOneOfTwoHasApprovedSaysSo()
    {
        Fixture given;
        given.open();

        given.page->reveal(samples::payouts().first().id.text());

        QVERIFY(found<QLabel>(*given.page, "firstApproval"));
        QVERIFY(shows(*given.page, QStringLiteral("meera")));
        QVERIFY(found<QAbstractButton>(*given.page, "approve"));
    }

    // PAYO-08: what stands in a file is not offered for another one and cannot be rejected.
    void aFileIsMadeOfWhatIsChosenAndSaysItsSum()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::makePayoutBatch, samples::madeBatch());
        given.console.server.answer(api::openPayoutBatch,
                                    {.fileName = samples::madeBatch().fileName, .text = QStringLiteral("Mode\r\n")},
                                    samples::madeBatch().id);
        QVERIFY(press(*given.page, "makeBatch"));
        QDialog *dialog = dialogOf(*given.page);
        auto *list = found<QListWidget>(*dialog, "payouts");
        QCOMPARE(list->count(), 4); // one of the five stands in a file

        list->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(shows(*dialog, QStringLiteral("3 payout(s)")));
        QVERIFY(press(*dialog, "verb"));

        const QList<Payout> rows = samples::payouts();
        QCOMPARE(given.console.server.lastBody(api::makePayoutBatch),
                 json::bytes(MakePayoutBatch{{rows[1].id, rows[2].id, rows[3].id}, QStringLiteral("neft")}));
        QCOMPARE(given.console.server.timesAsked(api::openPayoutBatch, samples::madeBatch().id), 1);
    }

    void aFileThatWasOnlyNotOpenedIsNotMadeAgain()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::makePayoutBatch, samples::madeBatch());
        given.console.server.refuse(api::openPayoutBatch, ErrorCode::Unavailable, samples::madeBatch().id);
        QVERIFY(press(*given.page, "makeBatch"));
        QPointer<QDialog> dialog = dialogOf(*given.page);
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::makePayoutBatch), 1);
        QCOMPARE(given.console.server.timesAsked(api::openPayoutBatch, samples::madeBatch().id), 2);
    }

    void aFileIsCancelledOnlyWhenAsked()
    {
        Fixture given;
        given.open();
        PayoutBatch cancelled = samples::madeBatch();
        cancelled.status = PayoutBatchStatus::Cancelled;
        given.console.server.answer(api::cancelPayoutBatch, cancelled, cancelled.id);
        QVERIFY(press(*given.page, "showBatches"));
        QPointer<QDialog> files = dialogOf(*given.page);
        QVERIFY(!press(*files, "withdraw"));
        found<QAbstractItemView>(*files, "batches")
            ->setCurrentIndex(found<QAbstractItemView>(*files, "batches")->model()->index(0, 0));

        QCOMPARE(found<QAbstractButton>(*files, "withdraw")->accessibleName(), QStringLiteral("Cancel file…"));
        QVERIFY(press(*files, "withdraw"));
        QCOMPARE(given.console.server.timesAsked(api::cancelPayoutBatch, cancelled.id), 0);
        QVERIFY(press(*dialogOf(*files), "verb"));

        QCOMPARE(given.console.server.timesAsked(api::cancelPayoutBatch, cancelled.id), 1);
        QVERIFY(!press(*files, "verb"));
    }

    // PAYO-08: the bank may have what was opened.
    void anOpenedFileIsWithdrawnWithTheBanksReference()
    {
        Fixture given;
        given.open();
        PayoutBatch opened = samples::madeBatch();
        opened.openedAt = opened.createdAt.after(minuteMs);
        PayoutBatch withdrawn = opened;
        withdrawn.status = PayoutBatchStatus::Cancelled;
        given.console.server.answer(api::listPayoutBatches, samples::page(QList<PayoutBatch>{opened}));
        given.console.server.answer(api::withdrawPayoutBatch, withdrawn, opened.id);
        QVERIFY(press(*given.page, "showBatches"));
        QPointer<QDialog> files = dialogOf(*given.page);
        found<QAbstractItemView>(*files, "batches")
            ->setCurrentIndex(found<QAbstractItemView>(*files, "batches")->model()->index(0, 0));

        QCOMPARE(found<QAbstractButton>(*files, "withdraw")->accessibleName(), QStringLiteral("Withdraw file…"));
        QVERIFY(press(*files, "withdraw"));
        QDialog *dialog = dialogOf(*files);
        QVERIFY(!press(*dialog, "verb")); // without the bank's word
        type(*dialog, "words", QStringLiteral("no way"));
        QVERIFY(!press(*dialog, "verb")); // which has no blanks
        type(*dialog, "words", QStringLiteral("HDFC-WD-7"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::withdrawPayoutBatch, opened.id),
                 json::bytes(WithdrawPayoutBatch{QStringLiteral("HDFC-WD-7")}));
        QVERIFY(!press(*files, "verb"));
    }

    // PAYO-08: good rows count, wrong ones stand with their line.
    void theAnswerOfTheBankIsSaidRowByRow()
    {
        Fixture given;
        given.open();
        given.console.server.answer(
            api::enterBankAnswer,
            {.rows = 5,
             .paid = 3,
             .returned = 1,
             .problems = {{4, QStringLiteral("PO-9"), QStringLiteral("There is no payout of this number.")}}});
        QVERIFY(press(*given.page, "enterAnswer"));
        auto *dialog = qobject_cast<payouts::AnswerDialog *>(dialogOf(*given.page));
        QVERIFY(dialog);
        QVERIFY(!press(*dialog, "verb"));

        dialog->read(given.written("payout_number,status\r\n"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::enterBankAnswer),
                 json::bytes(EnterBankAnswer{QStringLiteral("payout_number,status\r\n")}));
        QVERIFY(shows(*dialog, QStringLiteral("Rows 5 · paid 3 · failed 0 · returned 1 · known 0 · not entered 1")));
        QCOMPARE(found<QAbstractItemView>(*dialog, "problems")->model()->rowCount(), 1);
    }

    // PAYO-04
    void aReturnOfTheBankCarriesWhatItSaid()
    {
        Fixture given;
        given.open();
        Payout payout = samples::payouts().first();
        payout.status = PayoutStatus::Processed;
        given.console.server.answer(api::readPayout, samples::payoutDetail(payout), payout.id);
        payout.status = PayoutStatus::Failed;
        given.console.server.answer(api::returnPayout, payout, payout.id);
        given.page->reveal(payout.id.text());

        QVERIFY(press(*given.page, "returned"));
        type(*dialogOf(*given.page), "words", QStringLiteral("account closed"));
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        QCOMPARE(given.console.server.lastBody(api::returnPayout, payout.id),
                 json::bytes(ReturnPayout{.reason = QStringLiteral("account closed")}));
    }
};

CONSOLE_TEST(TestBankingPage)
#include "tst_banking.moc"
