#include "console/kit/detailpane.h"
#include "console/kit/filedrop.h"
#include "console/kit/ticketpaper.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/weighdesk.h"
#include "tests/console/registry.h"

#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

using Fixture = WeighDesk;

class TestWeighingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersThatCanBeWeighedAreListed()
    {
        Fixture given;
        given.open();

        const auto *list = given.page->findChild<QAbstractItemView *>("list");
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(given.page->waiting(), 1);
        QVERIFY(shows(*given.page, QStringLiteral("₹30,450.00")));
        QVERIFY(shows(*given.page, QStringLiteral("Returns to the buyer")));
        QCOMPARE(given.page->findChild<QComboBox *>("line")->count(), 1); // pieces are counted, not weighed
    }

    // One hand at the scale, the other at F2 and Enter.
    void aStableWeightIsTakenWithTwoKeys()
    {
        Fixture given;
        given.openWithScale();
        given.console.server.answer(api::recordWeighTicket, samples::weighTicket(), given.order);
        QVERIFY(!given.isReady());
        given.scale->write("S S      1.500 kg\r\n");
        QTRY_VERIFY(found<QAbstractButton>(*given.page, "tare")->isEnabled());
        QTest::keyClick(given.page->findChild<QLineEdit *>("operator"), Qt::Key_F2);

        given.scale->write("S D     40.100 kg\r\n");
        QTRY_VERIFY(!found<QAbstractButton>(*given.page, "tare")->isEnabled());
        QVERIFY(!given.isReady()); // it still moves
        given.scale->write("S S     40.000 kg\r\n");
        QTRY_VERIFY(given.isReady());
        QVERIFY(shows(*given.page, QStringLiteral("net 38.5\u00a0kg")));
        QTest::keyClick(given.page->findChild<QLineEdit *>("operator"), Qt::Key_Return);

        QCOMPARE(given.console.server.timesAsked(api::recordWeighTicket, given.order), 1);
        QCOMPARE(given.console.server.lastBody(api::recordWeighTicket, given.order),
                 json::bytes(RecordWeighTicket{.lineId = samples::id<OrderLine>(0x511),
                                               .gross = {40'000},
                                               .tare = {1'500},
                                               .scaleSerial = QStringLiteral("MT-4711"),
                                               .operatorName = QStringLiteral("Ravi"),
                                               .weighedAt = given.console.clock.now()}));
        QVERIFY(given.console.notices.toasts.last().contains(QStringLiteral("117")));
    }

    // The goods are rounded once, to the kilogram: neither side pays what gross and tare lose each by itself.
    void tonnesAreRoundedOnce_data()
    {
        QTest::addColumn<QByteArray>("gross");
        QTest::addColumn<qint64>("netKilograms");
        QTest::newRow("the fraction is the tare's") << QByteArray("2000.000") << qint64(999);    // 999.1
        QTest::newRow("the fraction is the gross's") << QByteArray("2000.900") << qint64(1'000); // 1,000.0
        QTest::newRow("half of a kilogram") << QByteArray("2000.400") << qint64(1'000);          // 999.5
    }
    void tonnesAreRoundedOnce()
    {
        QFETCH(QByteArray, gross);
        QFETCH(qint64, netKilograms);
        Fixture given;
        Settlement settlement = samples::settlement();
        settlement.lines.first().unit = Unit::Ton;
        given.console.server.answer(api::readSettlement, settlement, given.order);
        given.openWithScale();
        given.console.server.answer(api::recordWeighTicket, samples::weighTicket(), given.order);
        given.scale->write("S S   1000.900 kg\r\n");
        QTRY_VERIFY(found<QAbstractButton>(*given.page, "tare")->isEnabled());
        QTest::keyClick(given.page->findChild<QLineEdit *>("operator"), Qt::Key_F2);

        given.scale->write("S S   " + gross + " kg\r\n");
        QTRY_VERIFY(given.isReady());
        QVERIFY(press(*given.page, "take"));

        const auto sent =
            json::parse<RecordWeighTicket>(given.console.server.lastBody(api::recordWeighTicket, given.order));
        QVERIFY(sent);
        QCOMPARE(sent->gross - sent->tare, Quantity{netKilograms});
    }

    void aWeightIsTakenOnceHoweverOftenEnterIsPressed()
    {
        Fixture given;
        given.openWithScale();
        given.console.server.answer(api::recordWeighTicket, samples::weighTicket(), given.order);
        given.scale->write("S S     40.000 kg\r\n");
        QTRY_VERIFY(given.isReady());
        given.console.server.hold();

        for (int i = 0; i < 3; ++i)
            QTest::keyClick(given.page->findChild<QLineEdit *>("operator"), Qt::Key_Return);
        given.console.server.release();

        QCOMPARE(given.console.server.timesAsked(api::recordWeighTicket, given.order), 1);
    }

    void aDeductionComesOffAndOthersNeedAReason()
    {
        Fixture given;
        given.openWithScale();
        given.console.server.answer(api::recordWeighTicket, samples::weighTicket(), given.order);
        given.scale->write("S S     40.000 kg\r\n");
        QTRY_VERIFY(given.isReady());

        given.page->findChild<QComboBox *>("deduction")->setCurrentIndex(4);
        QVERIFY(!given.isReady());
        type(*given.page, "less", QStringLiteral("0.25"));
        QVERIFY(!given.isReady());
        type(*given.page, "reason", QStringLiteral("a pallet"));
        QVERIFY(given.isReady());
        QVERIFY(shows(*given.page, QStringLiteral("net 39.75\u00a0kg")));
        QVERIFY(press(*given.page, "take"));

        QVERIFY(given.console.server.lastBody(api::recordWeighTicket, given.order)
                    .contains(R"("deductions":[{"kind":"other","quantity":"0.25","reason":"a pallet"}])"));
    }

    void aWeightReadByHandNeedsItsPictures()
    {
        Fixture given;
        given.open();
        type(*given.page, "operator", QStringLiteral("Ravi"));
        given.page->findChild<QAbstractButton *>("byHand")->setChecked(true);

        type(*given.page, "gross", QStringLiteral("38.2"));

        QVERIFY(!given.isReady());
        QVERIFY(shows(*given.page, QStringLiteral("needs two pictures")));
    }

    void whatIsNoWeightIsSaid()
    {
        Fixture given;
        given.open();
        type(*given.page, "operator", QStringLiteral("Ravi"));
        given.page->findChild<QAbstractButton *>("byHand")->setChecked(true);
        auto *gross = found<QLineEdit>(*given.page, "gross");

        QTest::keyClick(gross, Qt::Key_Return);
        QVERIFY(shows(*given.page, QStringLiteral("Type the gross weight.")));
        gross->setText(QStringLiteral("abc"));
        QTest::keyClick(gross, Qt::Key_Return);

        QVERIFY(shows(*given.page, QStringLiteral("“abc” is not a weight.")));
        QCOMPARE(given.console.server.timesAsked(api::recordWeighTicket, given.order), 0);
    }

    void nothingOfAReadingByHandIsOutsideOfTheSmallestWindow()
    {
        Fixture given;
        given.open();
        given.page->findChild<QAbstractButton *>("byHand")->setChecked(true);

        given.page->resize(900, 564); // of 960 x 620 without the bars around it
        QCoreApplication::processEvents();

        const auto *body = given.page->findChild<kit::PaneBody *>();
        QVERIFY2(body->widget()->width() <= body->viewport()->width(),
                 qPrintable(QString::number(body->widget()->minimumSizeHint().width())));
    }

    void picturesAloneAreTakenAndARefusalStandsAtItsPicture()
    {
        Fixture given;
        given.open();
        type(*given.page, "operator", QStringLiteral("Ravi"));
        given.page->findChild<QAbstractButton *>("byHand")->setChecked(true);
        type(*given.page, "gross", QStringLiteral("38.2"));
        const QList<kit::FileDrop *> drops = given.page->findChildren<kit::FileDrop *>();
        QCOMPARE(drops.size(), 2);
        QVERIFY(shows(*given.page, QStringLiteral("JPG, PNG, WEBP, up to")));
        QTemporaryDir place;
        QFile paper(place.filePath(QStringLiteral("paper.pdf")));
        QVERIFY(paper.open(QIODevice::WriteOnly) && paper.write(kit::ticketPaper(samples::weighTicket())) > 0);
        paper.close();

        drops[0]->send(paper.fileName());

        QVERIFY(shows(*drops[0], QStringLiteral("Only these kinds of files are accepted")));
        QCOMPARE(given.console.server.timesAsked(api::uploadFile), 0);
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::white);
        const QString photo = place.filePath(QStringLiteral("display.png"));
        QVERIFY(image.save(photo));
        given.console.server.answer(api::uploadFile, StoredFile{.id = samples::id<StoredFile>(0x701),
                                                                .name = QStringLiteral("display.png"),
                                                                .contentType = QStringLiteral("image/png"),
                                                                .size = 90});
        for (kit::FileDrop *drop : drops) {
            drop->send(photo);
            QTRY_VERIFY(drop->file());
        }
        given.console.server.refuse(
            api::recordWeighTicket,
            Error{.code = ErrorCode::ValidationFailed,
                  .message = QStringLiteral("The request has invalid fields."),
                  .fields = {{QStringLiteral("second_photo_id"), QStringLiteral("is the first picture again")}}},
            given.order);

        QVERIFY(press(*given.page, "take"));

        QVERIFY(drops[0]->file());
        QVERIFY(!drops[1]->file());
        QVERIFY(shows(*drops[1], QStringLiteral("Is the first picture again")));
        QCOMPARE(found<QLineEdit>(*given.page, "gross")->text(), QStringLiteral("38.2"));
    }

    void keysOfTheDeskWorkFromTheListToo()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::acceptWeighTicket, samples::weighTicket(), samples::weighTicket().id);
        auto *tickets = given.page->findChild<QAbstractItemView *>("tickets");
        tickets->setCurrentIndex(tickets->model()->index(0, 0));
        auto *list = given.page->findChild<QAbstractItemView *>("list");
        list->setFocus();

        QTest::keyClick(list, Qt::Key_F4);

        QCOMPARE(given.console.server.timesAsked(api::acceptWeighTicket, samples::weighTicket().id), 1);
    }

    void whatIsNotWeighedCostsNothingByWeight()
    {
        Fixture given;
        Settlement settlement = samples::settlement();
        settlement.stage = WeighingStage::Unweighed;
        given.console.server.answer(api::readSettlement, settlement, given.order);

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("By weight")));
        QVERIFY(!shows(*given.page, QStringLiteral("₹30,450.00")));
    }

    void aRefusedWeightKeepsWhatWasTyped()
    {
        Fixture given;
        given.openWithScale();
        given.console.server.refuse(api::recordWeighTicket,
                                    Error{ErrorCode::Conflict, QStringLiteral("It is not being handed over.")},
                                    given.order);
        given.scale->write("S S     40.000 kg\r\n");
        QTRY_VERIFY(given.isReady());

        QVERIFY(press(*given.page, "take"));

        QVERIFY(shows(*given.page, QStringLiteral("It is not being handed over.")));
        QVERIFY(given.isReady());
    }

    void ticketsAreAcceptedAndTakenBack()
    {
        Fixture given;
        given.open();
        const WeighTicket ticket = samples::weighTicket();
        auto *tickets = given.page->findChild<QAbstractItemView *>("tickets");
        tickets->setCurrentIndex(tickets->model()->index(0, 0));
        given.console.server.answer(api::acceptWeighTicket, ticket, ticket.id);
        given.console.server.answer(api::voidWeighTicket, ticket, ticket.id);

        QVERIFY(press(*given.page, "accept"));
        QCOMPARE(given.console.server.timesAsked(api::acceptWeighTicket, ticket.id), 1);
        tickets->setCurrentIndex(tickets->model()->index(0, 0));
        QVERIFY(press(*given.page, "void"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(shows(*dialog, QStringLiteral("38.2\u00a0kg")));
        type(*dialog, "words", QStringLiteral("the wrong pile"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::voidWeighTicket, ticket.id),
                 json::bytes(VoidWeighTicket{QStringLiteral("the wrong pile")}));
    }

    void aTicketCanBePrinted()
    {
        const QByteArray paper = kit::ticketPaper(samples::weighTicket());
        QVERIFY(paper.startsWith("%PDF"));
        QVERIFY(paper.size() > 1'000);
    }

    void newsOfAWeightFetchesTheList()
    {
        Fixture given;
        given.open();
        const int before = given.console.server.timesAsked(api::listWeighDesk);

        given.page->hear({.kind = LiveKind::WeighingChanged});

        QCOMPARE(given.console.server.timesAsked(api::listWeighDesk), before + 1);
    }

    void emptyAndBrokenDesksSaySo()
    {
        Fixture given;
        given.console.server.answer(api::listWeighDesk, samples::page<WeighDeskOrder>({}));
        given.page = std::make_unique<weighing::Page>(given.console.kit);
        given.page->show();
        given.page->refresh();
        QVERIFY(shows(*given.page, QStringLiteral("Nothing to weigh")));
        QVERIFY(shows(*given.page, QStringLiteral("No order is on the scale")));
        given.console.server.refuse(api::listWeighDesk, Error{ErrorCode::Internal, QStringLiteral("It broke.")});

        given.page->refresh();

        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();
        given.page->findChild<QAbstractButton *>("byHand")->setChecked(true);
        given.page->findChild<QComboBox *>("deduction")->setCurrentIndex(1);

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestWeighingPage)
#include "tst_weighing.moc"
