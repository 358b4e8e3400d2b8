#include "shared/contract/factors.h"
#include "tests/console/pages/orderspage.h"
#include "tests/console/registry.h"

#include <QScrollBar>

using namespace orderspage;

class TestOrdersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A figure of the dashboard counts whole days of India, up to and including today.
    void aFigureLeadsToTheRowsItCounted()
    {
        OrdersFixture given;
        given.open();

        given.page->narrow({{"status", "shipped"}, {"days", "7"}, {"q", "Pune"}});
        given.page->refresh();

        QStringList lists = given.console.server.lines().filter(QStringLiteral("/orders?"));
        const QString asked = QUrl::fromPercentEncoding(lists.last().toUtf8());
        QVERIFY2(asked.contains("status=shipped"), qPrintable(asked));
        QVERIFY2(asked.contains("q=Pune"), qPrintable(asked));
        QVERIFY2(asked.contains("from=2026-11-13T18:30:00.000Z"), qPrintable(asked));
        given.page->narrow({{"status", ""}});
        given.page->refresh();
        lists = given.console.server.lines().filter(QStringLiteral("/orders?"));
        QVERIFY2(!lists.last().contains("status=") && !lists.last().contains("from="), qPrintable(lists.last()));
    }

    void aFigureOfMoneyLeadsToTheOrdersItMovedIn_data()
    {
        QTest::addColumn<kit::Narrowing>("by");
        QTest::addColumn<QString>("asked");
        const QString week = QStringLiteral("2026-11-13T18:30:00.000Z");
        const QString vendor = samples::id<Vendor>(4).text();
        QTest::newRow("settled") << kit::Narrowing{{"days", "7"}, {"of", "settled"}} << "settled_from=" + week;
        QTest::newRow("cancelled") << kit::Narrowing{{"days", "7"}, {"of", "cancelled"}} << "cancelled_from=" + week;
        QTest::newRow("held") << kit::Narrowing{{"escrow", "held"}} << QStringLiteral("escrow=held");
        QTest::newRow("late") << kit::Narrowing{{"urgency", "late"}} << QStringLiteral("urgency=late");
        QTest::newRow("at risk") << kit::Narrowing{{"urgency", "at_risk"}} << QStringLiteral("urgency=at_risk");
        QTest::newRow("paid online") << kit::Narrowing{{"payment", "online"}} << QStringLiteral("method=online");
        QTest::newRow("unpaid") << kit::Narrowing{{"payment", "pending"}} << QStringLiteral("payment=pending");
        QTest::newRow("of a store") << kit::Narrowing{{"vendor", vendor}, {"vendor_name", "Iron Yard"}}
                                    << "vendor=" + vendor;
    }
    void aFigureOfMoneyLeadsToTheOrdersItMovedIn()
    {
        QFETCH(kit::Narrowing, by);
        QFETCH(QString, asked);
        OrdersFixture given;
        given.open();

        given.page->narrow(by);
        given.page->refresh();

        const QStringList lists = given.console.server.lines().filter(QStringLiteral("/orders?"));
        QCOMPARE(QUrl::fromPercentEncoding(lists.last().toUtf8()),
                 "get /api/v1/admin/orders?" +
                     (asked < QStringLiteral("limit") ? asked + "&limit=50" : "limit=50&" + asked));
    }

    void everyOrderIsARow()
    {
        OrdersFixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 14);
        QCOMPARE(rows.index(2, 0).data().toString(), QStringLiteral("KW-1M5T-0V9Q-2388"));
        QCOMPARE(rows.index(2, 6).data().toString(), QStringLiteral("₹41,465.20"));
        QCOMPARE(given.page->waiting(), 3);
    }

    void tenThousandRowsWithEndlessNamesFitANarrowList()
    {
        ConsoleKit console(Role::Admin);
        QList<OrderCard> many(10'000, samples::cards().first());
        for (int i = 0; i < many.size(); ++i) {
            many[i].id = samples::id<Order>(100'000 + i);
            many[i].customerName = many[i].storeName = QString(120, u'W');
        }
        kit::ContractTable<OrderCard> table;
        table.show(&OrderCard::orderNumber, &OrderCard::customerName, &OrderCard::storeName);
        table.settle();
        kit::TableView list(console.theme, table);
        list.resize(420, 480);
        list.show();

        table.setRows(many);
        list.choose(many.last().id.text());

        QCOMPARE(list.model()->rowCount(), 10'000);
        QCOMPARE(list.horizontalScrollBar()->maximum(), 0);
        QCOMPARE(list.chosen(), many.last().id.text());
    }

    void endlessNamesDoNotWidenThePage()
    {
        OrdersFixture given;
        QList<OrderCard> cards = samples::cards();
        for (OrderCard &card : cards)
            card.customerName = card.storeName = card.summary = QString(250, u'W');
        given.console.server.answer(api::listAllOrders, samples::page(cards));

        given.open();

        QVERIFY2(given.page->minimumSizeHint().width() <= 720,
                 qPrintable(QString::number(given.page->minimumSizeHint().width())));
    }

    void everyTabSaysHowManyOrdersItHas()
    {
        OrdersFixture given;

        given.open();

        QStringList tabs;
        auto *bar = given.page->findChild<QTabBar *>();
        for (int i = 0; i < bar->count(); ++i)
            tabs += bar->accessibleTabName(i);
        QCOMPARE(tabs, (QStringList{"All, 14", "To confirm, 3", "Confirmed, 3", "Packed, 2", "Shipped, 2",
                                    "Out for delivery, 1", "Delivered, 1", "Completed, 1", "Cancelled, 1"}));
    }

    void theTabAsksTheServerForItsStatus()
    {
        OrdersFixture given;
        given.open();

        given.page->findChild<QTabBar *>()->setCurrentIndex(1);

        QVERIFY(given.console.server.lines().filter("status=placed").size() > 0);
    }

    void anAdminMovesAnOrderOnlyWithAReason()
    {
        OrdersFixture given;
        given.open();
        given.reveal();
        Order moved = samples::order(shipped, Role::Admin);
        moved.orderStatus = OrderStatus::OutForDelivery;
        given.console.server.answer(api::advanceOrder, moved, shipped.id);

        QVERIFY(press(*given.page, "to_out_for_delivery"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(dialog);
        QVERIFY(!press(*dialog, "verb"));
        type(*dialog, "words", QStringLiteral("The driver called in"));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::advanceOrder, shipped.id),
                 json::bytes(AdvanceOrder{.status = OrderStatus::OutForDelivery,
                                          .reason = QStringLiteral("The driver called in")}));
        const auto *view = found<QAbstractItemView>(*given.page, "list");
        QCOMPARE(view->model()->index(2, 5).data().toString(), QStringLiteral("Out for delivery"));
    }

    void aRefusedCancelKeepsTheRowAndSaysWhy()
    {
        OrdersFixture given;
        given.open();
        given.reveal();
        given.console.server.refuse(api::cancelOrder,
                                    Error{ErrorCode::IllegalTransition, QStringLiteral("It is on its way already.")},
                                    shipped.id);

        QVERIFY(press(*given.page, "cancel"));
        QDialog *dialog = dialogOf(*given.page);
        type(*dialog, "words", QStringLiteral("Buyer asked"));
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(dialog->isVisible());
        QVERIFY(shows(*dialog, QStringLiteral("It is on its way already.")));
        const auto *view = found<QAbstractItemView>(*given.page, "list");
        QCOMPARE(view->model()->index(2, 5).data().toString(), QStringLiteral("Shipped"));
    }

    void theEscrowOfACompletedOrderIsReleasedByHand()
    {
        OrdersFixture given;
        Order order = samples::order(shipped, Role::Admin);
        order.orderStatus = OrderStatus::Completed;
        given.console.server.answer(api::readOrder, order, shipped.id);
        given.open();
        given.reveal();
        order.escrowStatus = EscrowStatus::Released;
        given.console.server.answer(api::releaseEscrow, order, shipped.id);

        QVERIFY(press(*given.page, "release"));
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        QCOMPARE(given.console.server.timesAsked(api::releaseEscrow, shipped.id), 1);
        QVERIFY(!found<QAbstractButton>(*given.page, "release"));
    }

    // WAL-09, AUTH-33: the server may want to know first who it is.
    void aReleaseAsksWhoItIs()
    {
        OrdersFixture given;
        Order order = samples::order(shipped, Role::Admin);
        order.orderStatus = OrderStatus::Completed;
        given.console.server.answer(api::readOrder, order, shipped.id);
        given.open();
        given.reveal();
        given.console.server.refuse(api::releaseEscrow, ErrorCode::ReauthenticationNeeded, shipped.id);
        QVERIFY(press(*given.page, "release"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(press(*dialog, "verb"));
        auto *proof = dialog->findChild<QDialog *>("proof");
        QVERIFY(proof && proof->isVisible());

        order.escrowStatus = EscrowStatus::Released;
        given.console.server.answer(api::reauthenticate, {given.console.clock.at.after(300'000)});
        given.console.server.answer(api::releaseEscrow, order, shipped.id);
        type(*proof, "password", QStringLiteral("Kabaad#2026"));
        QVERIFY(press(*proof, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::releaseEscrow, shipped.id), 2);
        QTRY_VERIFY(!found<QAbstractButton>(*given.page, "release"));
    }

    void anErrorIsShownWithItsRequestAndRetried()
    {
        OrdersFixture given;
        given.console.server.refuse(api::listAllOrders, Error{ErrorCode::Internal, QStringLiteral("It broke.")});
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("req-7")));
        given.console.server.answer(api::listAllOrders, samples::page(samples::cards()));

        QVERIFY(press(*given.page, "stateButton"));

        QCOMPARE(found<QAbstractItemView>(*given.page, "list")->model()->rowCount(), 14);
    }

    void nothingYetIsSaidInWords()
    {
        OrdersFixture given;
        given.console.server.answer(api::listAllOrders, samples::page<OrderCard>({}));

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("No orders here")));
    }

    void withoutPermissionThePageSaysSo()
    {
        OrdersFixture given;
        given.console.server.refuse(api::listAllOrders,
                                    Error{ErrorCode::PermissionMissing, QStringLiteral("Ask for manage_orders.")});

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("Ask for manage_orders.")));
    }

    void anOrderBeyondTheLoadedRowsIsFetchedByItsId()
    {
        OrdersFixture given;
        OrderCard old = shipped;
        old.id = samples::id<Order>(4711);
        old.orderNumber = QStringLiteral("KW-OLD1");
        given.console.server.answer(api::readOrder, samples::order(old, Role::Admin), old.id);
        given.open();

        given.page->reveal(old.id.text());

        QCOMPARE(given.console.server.timesAsked(api::readOrder, old.id), 1);
        QVERIFY(shows(*given.page, QStringLiteral("KW-OLD1")));
    }

    void newsOfASecondAreFetchedOnce()
    {
        OrdersFixture given;
        given.open();
        const int before = given.console.server.timesAsked(api::listAllOrders);

        for (int i = 1; i <= 5; ++i)
            given.page->hear({.sequence = i, .kind = LiveKind::OrderUpdated});

        QCOMPARE(given.console.server.timesAsked(api::listAllOrders), before + 1);
    }

    void anErrorOfThePanelIsGoneWithTheNextGoodAnswer()
    {
        OrdersFixture given;
        given.open();
        given.reveal();
        given.console.server.refuse(api::readOrder, Error{ErrorCode::Internal, QStringLiteral("It broke.")},
                                    shipped.id);
        given.page->refresh();
        QVERIFY(shows(*given.page, QStringLiteral("It broke.")));
        given.console.server.answer(api::readOrder, samples::order(shipped, Role::Admin), shipped.id);

        given.page->refresh();

        QVERIFY(!shows(*given.page, QStringLiteral("It broke.")));
    }

    void offlineTheRowsStay()
    {
        OrdersFixture given;
        const QAbstractItemModel &rows = given.open();
        given.console.server.cut();

        given.page->refresh();

        QCOMPARE(rows.rowCount(), 14);
    }

    void everyControlHasAName()
    {
        OrdersFixture given;
        given.open();
        given.reveal();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestOrdersPage)
#include "tst_orders.moc"
