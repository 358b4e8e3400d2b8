// Invoices of a market that trades: one of each sale, numbered without a gap, with the figures of the tax.

#include "shared/base/indiatime.h"
#include "tests/money/invoiceoffice.h"
#include "tests/support/runner.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <thread>

class TestOfInvoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // REP-08, PAY-21, SVC-04: the number of store and financial year, tax split, HSN and GSTIN, made by a job.
    void aSettledOrderGetsOneTaxInvoice()
    {
        InvoiceOffice given;

        const Order order = given.sell(World::kilograms(2));
        const QList<Invoice> papers = given.of(order);

        QCOMPARE(papers.size(), 1);
        const Invoice &invoice = papers.constFirst();
        QCOMPARE(invoice.kind, InvoiceKind::TaxInvoice);
        QCOMPARE(invoice.number, QStringLiteral("INV/26-27/000001"));
        QCOMPARE(invoice.financialYear, QStringLiteral("2026-27"));
        QCOMPARE(invoice.day, QStringLiteral("2026-09-21"));
        QCOMPARE(invoice.storeName, QStringLiteral("Iron Yard"));
        QCOMPARE(invoice.orderNumber, order.orderNumber);
        QCOMPARE(invoice.taxable, Money{127'118});
        QCOMPARE(invoice.cgst, Money{11'441});
        QCOMPARE(invoice.sgst, Money{11'441});
        QCOMPARE(invoice.igst, Money{});
        QCOMPARE(invoice.total, Money{150'000});
        const InvoicePaper paper = given.row(invoice.id).paper;
        QCOMPARE(paper.seller.gstin, buyerGstin);
        QCOMPARE(paper.seller.stateNumber, QStringLiteral("27"));
        QCOMPARE(paper.buyer.address, QStringLiteral("2 Hill Road"));
        QCOMPARE(paper.placeOfSupply, QStringLiteral("IN-MH"));
        QCOMPARE(paper.items.size(), 1);
        QCOMPARE(paper.items[0].code, QStringLiteral("74040012"));
        QCOMPARE(paper.items[0].quantity, World::kilograms(2));
        QCOMPARE(paper.items[0].gstRate, BasisPoints{1800});
        QCOMPARE(paper.items[0].total, Money{150'000});
        QVERIFY(paper.number.size() <= 16); // rule 46
    }

    void howeverOftenTheNewsComesThereIsOneInvoice()
    {
        InvoiceOffice given;
        const Order order = given.sell(World::kilograms(1));

        for (int i = 0; i < 3; ++i)
            QVERIFY(given.world.db->write([&](Tx &tx) {
                return given.invoices.onOrderSettled(tx, {.orderId = order.id, .vendorId = given.world.store.id});
            }));
        given.work();
        QCOMPARE(given.invoices.catchUp(), 0); // there was nothing from before

        QCOMPARE(given.count(), 1);
        QCOMPARE(given.world.db.number("last_serial FROM invoice_series"), 1);
        QCOMPARE(given.world.db.number("count(*) FROM invoice_commissions"), 1);
        QCOMPARE(given.dues(), 0);
    }

    // The job does not give up what the tax is late for, and leaves nothing dead behind.
    void aPaperStaysDueUntilItsTaxIsReckoned()
    {
        InvoiceOffice given;
        const Order order = given.world.settled(World::kilograms(1)); // its news go to the invoices alone
        QVERIFY(given.world.db->write([&](Tx &tx) {
            return given.invoices.onOrderSettled(tx, {.orderId = order.id, .vendorId = given.world.store.id});
        }));

        (void)given.jobs.runDue();
        given.world.db.clock.advance(dayMs);
        (void)given.jobs.runDue();
        QCOMPARE(given.count(), 0);
        QCOMPARE(given.dues(), 1);

        QVERIFY(given.office.hear(order));
        QCOMPARE(given.invoices.issueDue(), 0); // it waits its hour
        given.world.db.clock.advance(hourMs);
        QCOMPARE(given.invoices.issueDue(), 1);

        QCOMPARE(given.of(order).constFirst().number, QStringLiteral("INV/26-27/000001"));
        QCOMPARE(given.of(order).constFirst().day, QStringLiteral("2026-09-21"));
        QCOMPARE(given.dues(), 0);
    }

    // One order that cannot be written yet keeps no other one back.
    void whatIsCaughtUpWithStaysDueEachForItself()
    {
        InvoiceOffice given;
        const Order late = given.world.settled(World::kilograms(1)), known = given.world.settled(World::kilograms(2));
        QVERIFY(given.office.hear(known));
        given.forgetProgress();

        QCOMPARE(given.invoices.catchUp(), 2);
        QCOMPARE(given.invoices.issueDue(), 1);

        QCOMPARE(given.of(known).size(), 1);
        QVERIFY(given.of(late).isEmpty());
        QCOMPARE(given.dues(), 1);
        QCOMPARE(given.world.db.number("count(*) FROM invoice_commissions"), 2);
    }

    void nothingIsIssuedBeforeTheSettlement()
    {
        InvoiceOffice given;
        const Order order = given.world.placed();
        given.world.walkTo(order.id, OrderStatus::Delivered);

        given.work();

        QCOMPARE(given.count(), 0);
        QVERIFY(given.of(order).isEmpty());
        QCOMPARE(given.invoices.downloadOrderInvoice(given.world.buyer.caller, order.id, {}).error().code,
                 ErrorCode::NotFound);
    }

    void aStoreWithoutGstinAsksForNoTaxAndHasNumbersOfItsOwn()
    {
        InvoiceOffice given;
        const Store second = given.world.openStore(QStringLiteral("Second Yard"));
        (void)given.sell(World::kilograms(1));

        const auto placed = given.world.orders.placeOrder(
            given.world.buyer.caller,
            {.addressId = given.world.buyer.address, .lines = {{second.copper, World::kilograms(1), {}}}});
        const Id<Order> id = placed.value().orders.constFirst().id;
        using enum OrderStatus;
        for (const OrderStatus step : {Confirmed, Packed, Shipped, OutForDelivery, Delivered})
            QVERIFY(given.world.advance(second.caller, id, step));
        const auto order = given.world.orders.confirmDelivery(given.world.buyer.caller, id);
        given.work();

        const Invoice invoice = given.of(order.value()).constFirst();
        QCOMPARE(invoice.kind, InvoiceKind::SaleInvoice);
        QCOMPARE(invoice.number, QStringLiteral("INV/26-27/000001"));
        QCOMPARE(invoice.taxable, invoice.total);
        QCOMPARE(given.row(invoice.id).paper.seller.gstin, QString());
    }

    void acrossStatesItIsIgst()
    {
        InvoiceOffice given;
        given.office.moveBuyer();

        const Invoice invoice = given.of(given.sell(World::kilograms(100))).constFirst();

        QCOMPARE(invoice.igst, Money{1'144'068});
        QCOMPARE(invoice.cgst, Money{});
        QCOMPARE(given.row(invoice.id).paper.placeOfSupply, QStringLiteral("IN-GJ"));
    }

    // REP-08: in India's time, and by the day of the settlement, however late the job runs.
    void theFinancialYearChangesOnTheFirstOfApril()
    {
        InvoiceOffice given;
        const Order last = given.world.placed(), first = given.world.placed();
        for (const Order &order : {last, first})
            given.world.walkTo(order.id, OrderStatus::Delivered);
        const Instant midnight = *Instant::parse(QStringLiteral("2027-03-31T18:30:00.000Z"));

        given.world.db.clock.set(midnight.after(-1));
        QVERIFY(given.world.orders.confirmDelivery(given.world.buyer.caller, last.id));
        given.world.db.clock.set(midnight);
        QVERIFY(given.world.orders.confirmDelivery(given.world.buyer.caller, first.id));
        given.work();

        QCOMPARE(given.of(last).constFirst().number, QStringLiteral("INV/26-27/000001"));
        QCOMPARE(given.of(last).constFirst().day, QStringLiteral("2027-03-31"));
        QCOMPARE(given.of(first).constFirst().number, QStringLiteral("INV/27-28/000001"));
        QCOMPARE(given.of(first).constFirst().day, QStringLiteral("2027-04-01"));
    }

    // What is rolled back gives its number back, and whoever comes at the same time waits or tries again.
    void numbersHaveNoGapUnderParallelSettlementsAndRollbacks()
    {
        constexpr int sales = 50, clerks = 8;
        InvoiceOffice given;
        QList<Id<Order>> orders;
        for (int i = 0; i < sales; ++i)
            orders += given.world.settled({1'000}).id;
        given.outbox.drain(); // the tax is reckoned and the jobs wait
        std::atomic<int> next = 0, issued = 0;
        const auto issue = [&](Id<Order> id, bool isKept) {
            try {
                return given.world.db
                    ->write([&](Tx &tx) -> Result<> {
                        MUST(given.invoices.issueSale(tx, id));
                        if (!isKept)
                            return failure(ErrorCode::Conflict, QString());
                        return {};
                    })
                    .has_value();
            } catch (const DbFault &) {
                return false; // too many at once; asked again, as the job is
            }
        };

        std::vector<std::thread> threads;
        for (int i = 0; i < clerks; ++i)
            threads.emplace_back([&] {
                for (int at = next++; at < sales; at = next++) {
                    if (at % 3 == 0)
                        (void)issue(orders[at], false);
                    for (int attempt = 0; attempt < 100; ++attempt)
                        if (issue(orders[at], true)) {
                            ++issued;
                            break;
                        }
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        given.work(); // the jobs find everything done

        QCOMPARE(issued.load(), sales);
        QCOMPARE(given.count(), sales);
        QCOMPARE(given.world.db.number("count(DISTINCT serial) FROM invoices"), sales);
        QCOMPARE(given.world.db.number("max(serial) FROM invoices"), sales);
        QCOMPARE(given.world.db.number("last_serial FROM invoice_series"), sales);
    }

    void whatWasIssuedNeverChanges()
    {
        InvoiceOffice given;
        (void)given.sell(World::kilograms(1));

        for (const char *statement : {"UPDATE invoices SET total = total + 1, taxable = taxable + 1",
                                      "UPDATE invoices SET paper = ''", "DELETE FROM invoices"})
            QVERIFY_EXCEPTION_THROWN((void)given.world.db->write([&](Tx &tx) -> Result<> {
                tx.run(statement);
                return {};
            }),
                                     DbFault);
        QCOMPARE(given.count(), 1);
    }

    // ORD-16: buyer and store of the order, and admins who may; to others there is none.
    void onlyThePartiesSeeAnInvoice()
    {
        InvoiceOffice given;
        World &world = given.world;
        const Order order = given.sell(World::kilograms(1));
        const Id<Invoice> id = given.of(order).constFirst().id;
        const Store other = world.openStore(QStringLiteral("Second Yard"));
        const Customer stranger = world.addBuyer(QStringLiteral("meera"));
        const Caller clerk{.id = world.admin.id, .role = Role::Admin, .known = true};

        for (const Caller &party : {world.buyer.caller, world.store.caller, world.admin}) {
            QCOMPARE(given.invoices.listOrderInvoices(party, order.id)->size(), 1);
            // They may, but nothing draws here.
            QCOMPARE(given.invoices.downloadOrderInvoice(party, order.id, {}).error().code, ErrorCode::Unavailable);
            QCOMPARE(given.invoices.downloadInvoice(party, id, {}).error().code, ErrorCode::Unavailable);
        }
        for (const Caller &none : {stranger.caller, other.caller}) {
            QCOMPARE(given.invoices.listOrderInvoices(none, order.id).error().code, ErrorCode::NotFound);
            QCOMPARE(given.invoices.downloadOrderInvoice(none, order.id, {}).error().code, ErrorCode::NotFound);
            QCOMPARE(given.invoices.downloadInvoice(none, id, {}).error().code, ErrorCode::NotFound);
        }
        QCOMPARE(given.invoices.downloadInvoice(clerk, id, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(given.invoices.listInvoices(world.store.caller, {}).error().code, ErrorCode::PermissionMissing);
        QVERIFY(given.invoices.listVendorInvoices(other.caller, {})->items.isEmpty());
        QCOMPARE(given.invoices.listVendorInvoices(world.store.caller, {.month = month})->items.size(), 1);
        QVERIFY(given.invoices.listVendorInvoices(world.store.caller, {.month = QStringLiteral("2026-08")})
                    ->items.isEmpty());
    }

    void aListComesInPagesNewestFirst()
    {
        InvoiceOffice given;
        for (int i = 0; i < 3; ++i)
            (void)given.sell(World::kilograms(1));

        const auto first = given.invoices.listVendorInvoices(given.world.store.caller, {.limit = 2});
        const auto rest =
            given.invoices.listVendorInvoices(given.world.store.caller, {.limit = 2, .cursor = first->nextCursor});

        QCOMPARE(first->items.size(), 2);
        QCOMPARE(first->items[0].number, QStringLiteral("INV/26-27/000003"));
        QCOMPARE(rest->items.size(), 1);
        QCOMPARE(rest->items[0].number, QStringLiteral("INV/26-27/000001"));
        QVERIFY(!rest->nextCursor);
    }

    // The portals are told the number and the day of the invoice.
    void thePapersOfThePortalsNameTheInvoice()
    {
        InvoiceOffice given;
        const Order order = given.sell(World::kilograms(2));

        const auto paper = given.office.tax.readEInvoice(given.world.admin, order.id, {.buyerGstin = buyerGstin});

        QVERIFY(paper->missing.isEmpty());
        const QJsonObject said =
            QJsonDocument::fromJson(paper->document->text).object().value(QStringLiteral("DocDtls")).toObject();
        QCOMPARE(said[QStringLiteral("No")].toString(), QStringLiteral("INV/26-27/000001"));
        QCOMPARE(said[QStringLiteral("Dt")].toString(), QStringLiteral("21/09/2026"));
    }

    // PRIV-02, PRIV-03: a copy has what was invoiced to its owner.
    void aCopyHasTheOwnInvoices()
    {
        InvoiceOffice given;
        (void)given.sell(World::kilograms(1));
        const auto account =
            given.world.db->read([&](Tx &tx) { return given.world.accounts.find(tx, given.world.buyer.caller.id); });

        const auto parts = given.world.db->read([&](Tx &tx) { return given.invoices.exportOf(tx, *account); });

        QCOMPARE(parts.constFirst().name, QStringLiteral("invoices"));
        QVERIFY(parts.constFirst().json.contains("INV/26-27/000001"));
    }
};

TEST_CLASS(TestOfInvoices)

#include "tst_invoices.moc"
