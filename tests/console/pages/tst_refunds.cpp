#include "console/kit/filedrop.h"
#include "console/kit/orderpanel.h"
#include "console/pages/refunds/page.h"
#include "shared/contract/factors.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/returnsamples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QImage>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    Refund first = samples::refunds().first();
    std::unique_ptr<refunds::Page> page;

    explicit Fixture(RefundStatus status = RefundStatus::Requested)
    {
        first.status = status;
        QList<Refund> rows = samples::refunds();
        rows[0] = first;
        console.server.answer(api::listAllRefunds, samples::page(rows));
        console.server.answer(api::refundStatistics, samples::refundStatistics());
        console.server.answer(api::readRefund, samples::refundDetail(first), first.id);
    }
    QAbstractItemModel &open()
    {
        page = std::make_unique<refunds::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        page->reveal(first.id.text());
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
    Refund changed(RefundStatus status)
    {
        Refund refund = first;
        refund.status = status;
        console.server.answer(api::readRefund, samples::refundDetail(refund), first.id);
        return refund;
    }
};

} // namespace

class TestRefundsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CADM-09
    void everyRefundIsARowWithItsReason()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 3);
        QCOMPARE(rows.index(0, 6).data().toString(), QStringLiteral("₹833.33"));
        QCOMPARE(rows.index(0, 4).data().toString(), QStringLiteral("Damaged"));
        QCOMPARE(given.page->waiting(), 3);
        QVERIFY(shows(*given.page, QStringLiteral("Asha Traders")));
    }

    // REF-01
    void approvingNamesTheAmountAndIsAskedFirst()
    {
        Fixture given;
        const QAbstractItemModel &rows = given.open();

        QVERIFY(press(*given.page, "approve"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(shows(*dialog, QStringLiteral("₹833.33")));
        QCOMPARE(given.console.server.timesAsked(api::decideRefund, given.first.id), 0);
        given.console.server.answer(api::decideRefund, given.changed(RefundStatus::Approved), given.first.id);
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::decideRefund, given.first.id),
                 json::bytes(DecideRefund{.status = RefundStatus::Approved}));
        QCOMPARE(rows.index(0, 5).data().toString(), QStringLiteral("Approved"));
        QVERIFY(found<QAbstractButton>(*given.page, "process"));
    }

    void anApprovedRefundIsProcessed()
    {
        Fixture given(RefundStatus::Approved);
        given.open();
        given.console.server.answer(api::decideRefund, given.changed(RefundStatus::Processed), given.first.id);

        QVERIFY(!found<QAbstractButton>(*given.page, "approve"));
        QVERIFY(press(*given.page, "process"));
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        QCOMPARE(given.console.server.lastBody(api::decideRefund, given.first.id),
                 json::bytes(DecideRefund{.status = RefundStatus::Processed}));
    }

    // REF-01: the server may want to know first who it is; then it goes on where it stopped.
    void processingAsksWhoItIs()
    {
        Fixture given(RefundStatus::Approved);
        given.open();
        given.console.server.refuse(api::decideRefund, ErrorCode::ReauthenticationNeeded, given.first.id);
        QVERIFY(press(*given.page, "process"));
        QVERIFY(press(*dialogOf(*given.page), "verb"));
        auto *proof = given.page->findChild<QDialog *>("proof");
        QVERIFY(proof && proof->isVisible());

        given.console.server.answer(api::reauthenticate, {given.console.clock.at.after(300'000)});
        given.console.server.answer(api::decideRefund, given.changed(RefundStatus::Processed), given.first.id);
        type(*proof, "password", QStringLiteral("Kabaad#2026"));
        QVERIFY(press(*proof, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::decideRefund, given.first.id), 2);
        QTRY_COMPARE(given.console.notices.toasts.size(), 1);
    }

    // REF-09
    void aLargeRefundIsLeftToAnotherAdmin()
    {
        Fixture given(RefundStatus::Approved);
        RefundDetail detail = samples::refundDetail(given.first);
        detail.needsAnother = true;
        given.console.server.answer(api::readRefund, detail, given.first.id);

        given.open();

        QVERIFY(!press(*given.page, "process"));
        QVERIFY(shows(*given.page, QStringLiteral("is processed by another admin")));
        QVERIFY(found<QAbstractButton>(*given.page, "reject"));
    }

    void aRejectionCarriesItsReason()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::decideRefund, given.changed(RefundStatus::Rejected), given.first.id);

        QVERIFY(press(*given.page, "reject"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("No"));
        QVERIFY(!press(*dialog, "verb"));
        type(*dialog, "words", QStringLiteral("There is no photo"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::decideRefund, given.first.id),
                 json::bytes(DecideRefund{RefundStatus::Rejected, QStringLiteral("There is no photo")}));
    }

    void whatIsNotLeftCannotBeProcessed()
    {
        Fixture given(RefundStatus::Approved);
        given.console.server.answer(api::readRefund, samples::refundDetail(given.first, {83'332}), given.first.id);

        given.open();

        QVERIFY(!press(*given.page, "process"));
        QVERIFY(shows(*given.page, QStringLiteral("Only ₹833.32 of the order are left.")));
    }

    void vendorsSeeTheirOwn()
    {
        ConsoleKit console{Role::Vendor};
        console.server.answer(api::listRefunds, samples::page(samples::refunds()));

        refunds::Page page(console.kit);
        page.resize(1280, 760);
        page.show();
        page.refresh();

        QCOMPARE(page.findChild<QAbstractItemView *>("list")->model()->rowCount(), 3);
        QCOMPARE(nameless(page), QString());

        // They read everything about one of them and decide nothing.
        const Refund first = samples::refunds().first();
        console.server.answer(api::readRefund, samples::refundDetail(first), first.id);
        page.reveal(first.id.text());
        QVERIFY(shows(page, QStringLiteral("Asha Traders")));
        QVERIFY(shows(page, QStringLiteral("Half of the wire is rusty")));
        for (const char *act : {"approve", "process", "reject"})
            QVERIFY(!found<QAbstractButton>(page, act));
        QVERIFY(press(page, "order"));
        QCOMPARE(console.navigator.opened.last(), QStringLiteral("vendor.orders/") + first.orderId.text());
    }

    // C14: of what is paid in cash the market has nothing to give back.
    void anOrderInCashSaysSoAndAsksForNoRefund()
    {
        ConsoleKit console{Role::Vendor};
        OrderCard card = samples::cards().first();
        card.orderStatus = OrderStatus::Delivered;
        Order order = samples::order(card, Role::Vendor);
        order.paymentMethod = PaymentMethodKind::Cod;
        order.paymentStatus = PaymentStatus::Pending;
        order.escrowStatus = std::nullopt;
        console.server.answer(api::readOrder, order, order.id);
        kit::OrderPanel panel(console.kit);
        panel.setVisible(true);
        panel.open(order.id);

        QTRY_VERIFY(found<QAbstractButton>(panel, "dispute"));
        QVERIFY(!found<QAbstractButton>(panel, "refund"));
        QVERIFY(shows(panel, QStringLiteral("Cash on delivery")));
    }

    // CVEN-09: a refund begins at the order.
    void theOrderAsksForARefund()
    {
        ConsoleKit console{Role::Vendor};
        OrderCard card = samples::cards().first();
        card.orderStatus = OrderStatus::Delivered;
        Order order = samples::order(card, Role::Vendor);
        order.paymentStatus = PaymentStatus::Paid;
        console.server.answer(api::readOrder, order, order.id);
        console.server.answer(api::requestRefund, samples::refunds().first(), order.id);
        kit::OrderPanel panel(console.kit);
        panel.setVisible(true);
        panel.open(order.id);

        QVERIFY(press(panel, "refund"));
        QDialog *dialog = dialogOf(panel);
        type(*dialog, "amount", QStringLiteral("833.33"));
        type(*dialog, "text", QStringLiteral("Half of it is rusty"));
        QVERIFY(press(*dialog, "verb"));

        const QByteArray sent = console.server.lastBody(api::requestRefund, order.id);
        QVERIFY(sent.contains("\"amount\":\"833.33\""));
        QVERIFY(sent.contains("Half of it is rusty"));
        QVERIFY(console.notices.toasts.last().contains(QStringLiteral("RF-")));
    }

    // REF-03: a part of some items, by their own amounts.
    void aRefundNamesTheItemsItIsOf()
    {
        ConsoleKit console{Role::Vendor};
        Order order = samples::order(samples::cards().at(2), Role::Vendor);
        order.paymentStatus = PaymentStatus::Paid;
        OrderLine brass = order.lines.first();
        brass.id = samples::id<OrderLine>(2);
        brass.title = QStringLiteral("Brass taps");
        brass.lineTotal = {33'333};
        order.lines += brass;
        console.server.answer(api::readOrder, order, order.id);
        console.server.answer(api::requestRefund, samples::refunds().first(), order.id);
        kit::OrderPanel panel(console.kit);
        panel.setVisible(true);
        panel.open(order.id);
        QVERIFY(press(panel, "refund"));
        QDialog *dialog = dialogOf(panel);
        QLineEdit *ofBrass = dialog->findChildren<QLineEdit *>(QStringLiteral("of_item")).at(1);
        type(*dialog, "text", QStringLiteral("Two taps were broken"));

        ofBrass->setText(QStringLiteral("333.34")); // a paisa more than it cost
        QVERIFY(press(*dialog, "verb"));
        QCOMPARE(console.server.timesAsked(api::requestRefund, order.id), 0);
        QVERIFY(shows(*dialog, QStringLiteral("Brass taps: enter an amount of up to ₹333.33.")));
        ofBrass->setText(QStringLiteral("100"));
        type(*dialog, "amount", QStringLiteral("100"));
        QVERIFY(press(*dialog, "verb"));
        QCOMPARE(console.server.timesAsked(api::requestRefund, order.id), 0);
        type(*dialog, "amount", QString());
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(console.server.lastBody(api::requestRefund, order.id),
                 json::bytes(RequestRefund{.lines = {{brass.id, {10'000}}},
                                           .reason = RefundReason::Other,
                                           .text = QStringLiteral("Two taps were broken")}));
        QCOMPARE(nameless(*dialog), QString());
    }

    // REF-05: the store says what it wants, to the paisa, and shows why.
    void aDisputeProposesASplitAndBringsItsEvidence()
    {
        ConsoleKit console{Role::Vendor};
        Order order = samples::order(samples::cards().at(2), Role::Vendor);
        order.paymentStatus = PaymentStatus::Paid;
        console.server.answer(api::readOrder, order, order.id);
        console.server.answer(api::openDispute, samples::disputes().first(), order.id);
        kit::OrderPanel panel(console.kit);
        panel.setVisible(true);
        panel.open(order.id);
        QVERIFY(press(panel, "dispute"));
        QDialog *dialog = dialogOf(panel);
        auto *wish = found<QComboBox>(*dialog, "wish");
        wish->setCurrentIndex(wish->findData(QStringLiteral("split")));
        type(*dialog, "text", QStringLiteral("The rain came on the way, not here."));
        QVERIFY(press(*dialog, "verb"));
        QCOMPARE(console.server.timesAsked(api::openDispute, order.id), 0); // a split of what?
        StoredFile photo = samples::evidence(3, QStringLiteral("loaded.png"));
        console.server.answer(api::uploadFile, photo);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("loaded.png"));
        QVERIFY(QImage(40, 40, QImage::Format_RGB32).save(path));

        type(*dialog, "amount", QStringLiteral("500"));
        dialog->findChild<kit::FileDrop *>()->send(path);
        QTRY_VERIFY(dialog->findChild<kit::FileDrop *>()->file());
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(console.server.lastBody(api::openDispute, order.id),
                 json::bytes(OpenDispute{.wish = DisputeWish::Split,
                                         .amount = Money{50'000},
                                         .text = QStringLiteral("The rain came on the way, not here."),
                                         .files = {photo.id}}));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestRefundsPage)
#include "tst_refunds.moc"
