// Weighing while the server is away, and without a mouse.

#include "console/kit/linelist.h"
#include "tests/console/pages/weighdesk.h"
#include "tests/console/registry.h"

#include <QComboBox>
#include <QDir>

namespace {

const QString keptWeights = QStringLiteral("/weights/0192f7a0-0000-7000-8000-000000000001");

struct Away : WeighDesk
{
    // A weight was taken while nobody answered.
    void weigh(const char *reading)
    {
        scale->write(reading);
        QTRY_VERIFY(isReady());
        QTest::keyClick(page->findChild<QLineEdit *>("operator"), Qt::Key_Return);
    }
    QList<kit::ListLine> waiting() const { return page->findChild<kit::LineList *>("waiting")->lines(); }
    qsizetype files() const { return QDir(console.keepsakes.folder() + keptWeights).entryList(QDir::Files).size(); }
    QList<kit::Call> sent() const
    {
        QList<kit::Call> out;
        for (const kit::Call &call : console.server.asked)
            if (call.method == Method::Post && call.target.endsWith("/weigh-tickets"))
                out += call;
        return out;
    }
};

} // namespace

class TestWeighQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // OFF-02: nothing that was weighed is lost, and nothing is recorded twice.
    void whatIsWeighedWhileTheServerIsAwayIsSentUnderItsKeyByTheNextConsole()
    {
        Away given;
        given.openWithScale();
        given.console.server.cut();
        given.weigh("S S     40.000 kg\r\n");
        QCOMPARE(given.waiting().size(), 1);
        QCOMPARE(given.waiting().at(0).chip, QStringLiteral("Waiting to be sent"));
        QCOMPARE(given.files(), 1);
        QVERIFY(given.console.notices.toasts.last().startsWith(QStringLiteral("The server is away.")));
        QCOMPARE(given.sent().size(), 1);

        QVERIFY(weighing::hasWaiting(given.console.kit));
        given.page.reset(); // the console ends
        given.console.server.mend();
        given.console.server.answer(api::recordWeighTicket, samples::weighTicket(), given.order);
        given.open();

        QCOMPARE(given.sent().size(), 2);
        QCOMPARE(given.sent().at(1).idempotencyKey, given.sent().at(0).idempotencyKey);
        QVERIFY(!given.sent().at(0).idempotencyKey.isEmpty());
        QCOMPARE(given.sent().at(1).body, given.sent().at(0).body);
        QVERIFY(given.waiting().isEmpty());
        QCOMPARE(given.files(), 0);
        QVERIFY(!weighing::hasWaiting(given.console.kit));
        given.page->refresh();
        QCOMPARE(given.sent().size(), 2);
    }

    void weightsGoOutInTheOrderInWhichTheyWereTaken()
    {
        Away given;
        given.openWithScale();
        given.console.server.cut();
        given.weigh("S S     40.000 kg\r\n");
        given.console.clock.at = given.console.clock.at.after(1'000);
        given.weigh("S S     50.000 kg\r\n");
        QCOMPARE(given.waiting().size(), 2);
        const qsizetype tried = given.sent().size();
        given.console.server.mend();
        given.console.server.answer(api::recordWeighTicket, samples::weighTicket(), given.order);

        QVERIFY(press(*given.page, "sendAgain"));

        QCOMPARE(given.sent().size(), tried + 2);
        QVERIFY(given.sent().at(tried).body.contains(R"("gross":"40")"));
        QVERIFY(given.sent().at(tried + 1).body.contains(R"("gross":"50")"));
        QVERIFY(given.waiting().isEmpty());
    }

    void aWaitingWeightThatIsRefusedStaysWithItsReasonUntilSomebodyHasReadIt()
    {
        Away given;
        given.openWithScale();
        given.console.server.cut();
        given.weigh("S S     40.000 kg\r\n");
        given.console.server.mend();
        given.console.server.refuse(api::recordWeighTicket,
                                    Error{ErrorCode::Conflict, QStringLiteral("It is not being handed over.")},
                                    given.order);

        given.page->refresh();

        QCOMPARE(given.waiting().at(0).chip, QStringLiteral("Refused"));
        QCOMPARE(given.waiting().at(0).second, QStringLiteral("It is not being handed over."));
        const qsizetype tried = given.sent().size();
        given.page->refresh();
        QCOMPARE(given.sent().size(), tried); // a no is a no
        Q_EMIT given.page->findChild<kit::LineList *>("waiting")->opened(given.waiting().at(0).key);
        QVERIFY(press(*dialogOf(*given.page), "verb"));
        QVERIFY(given.waiting().isEmpty());
        QCOMPARE(given.files(), 0);
    }

    void anotherAccountAtThisDeskSendsNothingOfIt()
    {
        Away given;
        given.openWithScale();
        given.console.server.cut();
        given.weigh("S S     40.000 kg\r\n");
        given.page.reset();
        given.console.server.mend();
        given.console.me.id = QStringLiteral("0192f7a0-0000-7000-8000-000000000009");

        given.open();

        QCOMPARE(given.sent().size(), 1);
        QVERIFY(given.waiting().isEmpty());
        QCOMPARE(given.files(), 1);
    }

    void theSameLoadIsNotTakenTwice()
    {
        Away given;
        given.openWithScale();
        given.console.server.answer(api::recordWeighTicket, samples::weighTicket(), given.order);
        given.weigh("S S     40.000 kg\r\n");
        QVERIFY(!given.isReady());

        given.scale->write("S D      9.000 kg\r\n");
        given.scale->write("S S     40.000 kg\r\n");

        QTRY_VERIFY(given.isReady());
        QCOMPARE(given.sent().size(), 1);
    }

    void moistureAndGradeComeOffOneTicketAlsoAsShares()
    {
        Away given;
        given.openWithScale();
        given.console.server.answer(api::recordWeighTicket, samples::weighTicket(), given.order);
        given.scale->write("S S     40.000 kg\r\n");
        QTRY_VERIFY(given.isReady());

        given.page->findChildren<QComboBox *>("deduction").at(0)->setCurrentIndex(1);
        given.page->findChildren<QLineEdit *>("less").at(0)->setText(QStringLiteral("2 %"));
        given.page->findChildren<QComboBox *>("deduction").at(1)->setCurrentIndex(2);
        QVERIFY(!given.isReady());
        given.page->findChildren<QLineEdit *>("less").at(1)->setText(QStringLiteral("1.25"));
        QVERIFY(shows(*given.page, QStringLiteral("net 37.95\u00a0kg")));
        QVERIFY(press(*given.page, "take"));

        QVERIFY(given.sent().at(0).body.contains(R"("deductions":[{"kind":"moisture","quantity":"0.8","reason":null},)"
                                                 R"({"kind":"grade","quantity":"1.25","reason":null}])"));
        QCOMPARE(given.page->findChildren<QComboBox *>("deduction").at(0)->currentIndex(), 0);
    }

    void aTicketComesOutOfThePrinter()
    {
        const QTemporaryDir bin;
        QFile lp(bin.filePath(QStringLiteral("lp")));
        QVERIFY(lp.open(QIODevice::WriteOnly));
        lp.write("#!/bin/sh\ncat > " + bin.path().toUtf8() + "/paper\n");
        lp.close();
        lp.setPermissions(lp.permissions() | QFile::ExeOwner);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", bin.path().toUtf8() + ':' + before);
        Away given;
        given.open();
        auto *tickets = given.page->findChild<QAbstractItemView *>("tickets");
        tickets->setCurrentIndex(tickets->model()->index(0, 0));

        QTest::keyClick(given.page->findChild<QComboBox *>("line"), Qt::Key_P, Qt::ControlModifier);

        QTRY_COMPARE(given.console.notices.toasts,
                     QStringList{QStringLiteral("weigh-ticket-117.pdf is at the printer")});
        qputenv("PATH", before);
        QFile paper(bin.filePath(QStringLiteral("paper")));
        QVERIFY(paper.open(QIODevice::ReadOnly));
        QVERIFY(paper.read(4) == "%PDF");
    }

    // CVEN-03: gloves on, no mouse.
    void theDeskWorksWithoutAMouse()
    {
        Away given;
        given.openWithScale();
        auto *list = given.page->findChild<QAbstractItemView *>("list");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(given.page->findChild<QComboBox *>("line")->hasFocus());
        given.console.server.answer(api::recordWeighTicket, samples::weighTicket(), given.order);
        given.scale->write("S S     40.000 kg\r\n");
        QTRY_VERIFY(given.isReady());

        QTest::keyClick(given.page->findChild<QComboBox *>("line"), Qt::Key_Return);
        QCOMPARE(given.sent().size(), 1);
        const WeighTicket ticket = samples::weighTicket();
        given.console.server.answer(api::acceptWeighTicket, ticket, ticket.id);
        QTest::keyClick(given.page->findChild<QComboBox *>("line"), Qt::Key_F4);
        QCOMPARE(given.console.server.timesAsked(api::acceptWeighTicket, ticket.id), 1);
        QTest::keyClick(given.page->findChild<QComboBox *>("line"), Qt::Key_Escape);
        QVERIFY(list->hasFocus());
    }
};

CONSOLE_TEST(TestWeighQueue)
#include "tst_weighqueue.moc"
