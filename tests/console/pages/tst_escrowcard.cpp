#include "console/kit/orderpanel.h"
#include "shared/contract/escrow.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

class TestOfEscrowCard : public QObject
{
    Q_OBJECT

    static EscrowRecord record(const Order &order)
    {
        return {.orderId = order.id,
                .orderNumber = order.orderNumber,
                .vendorId = order.vendorId,
                .storeName = order.storeName,
                .walletId = order.buyerId,
                .customerName = order.customerName,
                .paymentId = samples::id<Payment>(7),
                .amount = {4'200'000},
                .walletTransactionId = samples::id<LedgerPosting>(8),
                .escrowStatus = EscrowStatus::Released,
                .heldAt = order.placedAt,
                .releasedAt = order.updatedAt,
                .releasedById = samples::id<Account>(9),
                .releasedBy = QStringLiteral("Meera Iyer")};
    }

private Q_SLOTS:
    // WAL-10, WAL-09: an admin sees what was held beside the order, and who has released it
    void anAdminSeesWhatWasHeldWhenHeAsks()
    {
        ConsoleKit console(Role::Admin);
        const Order order = samples::order(samples::cards().at(2), Role::Admin);
        QVERIFY(order.escrowStatus);
        console.server.answer(api::readOrder, order, order.id);
        console.server.answer(api::readEscrow, record(order), order.id);
        kit::OrderPanel panel(console.kit);
        panel.setVisible(true);
        panel.open(order.id);
        QVERIFY(!shows(panel, QStringLiteral("₹42,000.00")));

        QVERIFY(press(panel, "showEscrow"));

        QTRY_VERIFY(shows(panel, QStringLiteral("₹42,000.00")));
        QVERIFY(shows(panel, QStringLiteral("Meera Iyer")));
        QVERIFY(shows(panel, samples::id<LedgerPosting>(8).text()));
        QVERIFY(shows(panel, samples::id<Payment>(7).text()));
        QVERIFY(!found<QAbstractButton>(panel, "showEscrow"));
    }

    void aStoreIsNotOfferedIt()
    {
        ConsoleKit console(Role::Vendor);
        const Order order = samples::order(samples::cards().at(2), Role::Vendor);
        console.server.answer(api::readOrder, order, order.id);
        kit::OrderPanel panel(console.kit);
        panel.setVisible(true);

        panel.open(order.id);

        QVERIFY(!found<QWidget>(panel, "escrowRecord"));
    }
};

CONSOLE_TEST(TestOfEscrowCard)
#include "tst_escrowcard.moc"
