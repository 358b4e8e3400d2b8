// What is invoiced agrees with the books: sales, what was given back, and the market's commission.

#include "shared/base/indiatime.h"
#include "tests/money/invoiceoffice.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

Money totalOf(const QList<Invoice> &papers)
{
    Money out;
    for (const Invoice &each : papers)
        out = out + each.total;
    return out;
}

Money invoicedSum(InvoiceOffice &office, const std::string &kind)
{
    return {
        office.world.db.number("CAST(coalesce(sum(total), 0) AS BIGINT) FROM invoices WHERE kind = '" + kind + "'")};
}

Money taxOf(InvoiceOffice &office, const char *kind)
{
    return {office.world.db.number("CAST(coalesce(sum(igst + cgst + sgst), 0) AS BIGINT) FROM invoices WHERE kind = ?",
                                   std::string_view(kind))};
}

// The GST within commission, out of the transfers.
Money due(InvoiceOffice &office)
{
    const auto sum = [&](const char *side) {
        return office.world.db.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM ledger_transfers WHERE " +
                                      std::string(side) + " = (SELECT id FROM ledger_accounts WHERE kind = 'gst_due')");
    };
    return {sum("credit_account_id") - sum("debit_account_id")};
}

// What is noted of the market's commission.
Money commissionOf(InvoiceOffice &office, const char *kind)
{
    return {office.world.db.number("CAST(coalesce(sum(amount), 0) AS BIGINT) FROM invoice_commissions WHERE kind = ?",
                                   std::string_view(kind))};
}

} // namespace

class TestOfInvoiceSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // A refund after the settlement is a credit note that names its invoice and both sides as they stand there.
    void aRefundGetsACreditNoteToItsInvoice()
    {
        InvoiceOffice given;
        const Order order = given.sell(World::kilograms(2));

        given.refund(order, {50'000});
        const QList<Invoice> papers = given.of(order);

        QCOMPARE(papers.size(), 2);
        const Invoice &note = papers[1];
        QCOMPARE(note.kind, InvoiceKind::CreditNote);
        QCOMPARE(note.number, QStringLiteral("CRN/26-27/000001"));
        QCOMPARE(note.invoiceNumber, papers[0].number);
        QCOMPARE(note.total, Money{50'000});
        QCOMPARE(note.taxable, Money{42'372});
        QCOMPARE(note.cgst, Money{3'814});
        QCOMPARE(note.sgst, Money{3'814});
        const InvoicePaper paper = given.row(note.id).paper;
        QCOMPARE(paper.invoiceDay, QStringLiteral("2026-09-21"));
        QCOMPARE(paper.seller.gstin, buyerGstin);
        QCOMPARE(paper.items[0].code, QStringLiteral("74040012"));
    }

    void aRefundBeforeTheSettlementMakesTheInvoiceSmaller()
    {
        InvoiceOffice given;
        const Order order = given.world.placed(World::kilograms(2));
        given.world.walkTo(order.id, OrderStatus::Delivered);

        given.refund(order, {50'000});
        QVERIFY(given.world.orders.confirmDelivery(given.world.buyer.caller, order.id));
        given.work();

        QCOMPARE(given.of(order).size(), 1);
        QCOMPARE(given.of(order).constFirst().total, Money{100'000});
    }

    // The whole comes back to the paisa: invoices are what was settled, credit notes what was refunded, and the papers
    // of the market what it has earned.
    void papersAreTheBooksToThePaisa()
    {
        InvoiceOffice given;
        given.world.fill(given.world.buyer, {10'000'000'000});
        Money settled, refunded;

        HOLDS("an order's papers are its money", [&] {
            const Order order = given.sell({*rc::gen::inRange<qint64>(1, 900)});
            const Money whole = order.totalAmount;
            Money back;
            for (int i = *rc::gen::inRange(0, 3); i > 0 && whole > back; --i) {
                const Money part{*rc::gen::inRange<qint64>(1, (whole - back).minor + 1)};
                given.refund(order, part);
                back = back + part;
            }
            const QList<Invoice> papers = given.of(order);
            settled = settled + whole;
            refunded = refunded + back;
            RC_ASSERT(papers.constFirst().total == whole);
            RC_ASSERT(totalOf(papers.sliced(1)) == back);
            for (const Invoice &each : papers)
                RC_ASSERT(each.taxable + each.igst + each.cgst + each.sgst == each.total);
        });

        QCOMPARE(invoicedSum(given, "tax_invoice"), settled);
        QCOMPARE(invoicedSum(given, "credit_note"), refunded);
        given.world.db.clock.advance(31 * dayMs);
        given.work();
        (void)given.invoices.billMonths();
        const Money charged = invoicedSum(given, "commission_invoice"),
                    back = invoicedSum(given, "commission_credit_note");
        const auto store =
            given.world.db->read([&](Tx &tx) { return given.world.orders.commissionOf(tx, given.world.store.id); });
        QCOMPARE(charged, commissionOf(given, "commission_invoice"));
        QCOMPARE(charged - back, store); // what is left of it, as everybody is told
        // As much as the books say is due to the tax office.
        QCOMPARE(taxOf(given, "commission_invoice") - taxOf(given, "commission_credit_note"), due(given));
        QVERIFY(given.world.ledger.verify() == std::optional<QString>());
    }

    // COM-*: when the month is over, once; what is given back stands on a note of its own.
    void theMarketInvoicesTheCommissionOfAMonth()
    {
        InvoiceOffice given;
        const Order order = given.sell(World::kilograms(2)); // 1,500.00 at 2 %
        (void)given.sell(World::kilograms(1));
        given.refund(order, {75'000});
        QCOMPARE(given.invoices.billMonths(), 0); // the month is not over

        given.world.db.clock.set(*Instant::parse(QStringLiteral("2026-09-30T18:30:00.000Z")));
        const int billed = given.invoices.billMonths();
        const int again = given.invoices.billMonths();

        QCOMPARE(billed, 2);
        QCOMPARE(again, 0);
        const Invoice invoice = given.all(InvoiceKind::CommissionInvoice).constFirst();
        QCOMPARE(invoice.number, QStringLiteral("COM/26-27/000001"));
        QCOMPARE(invoice.month, month);
        QCOMPARE(invoice.day, QStringLiteral("2026-09-30"));
        QCOMPARE(invoice.total, Money{4'500});
        QCOMPARE(invoice.taxable, Money{4'500 - 458 - 229}); // 18/118 of 30.00 and of 15.00
        QCOMPARE(invoice.cgst, Money{343});
        QCOMPARE(invoice.sgst, Money{344});
        QVERIFY(!invoice.buyerName);
        const InvoicePaper paper = given.row(invoice.id).paper;
        QCOMPARE(paper.seller.name, QStringLiteral("Kabaadwala Market Pvt Ltd"));
        QCOMPARE(paper.buyer.tradeName, QStringLiteral("Iron Yard"));
        QCOMPARE(paper.items[0].code, QStringLiteral("996211"));
        QCOMPARE(paper.orders, 2);
        const Invoice note = given.all(InvoiceKind::CommissionCreditNote).constFirst();
        QCOMPARE(note.number, QStringLiteral("CCN/26-27/000001"));
        QCOMPARE(note.total, Money{1'500});
        QCOMPARE(note.taxable, Money{1'500 - 229});
        QCOMPARE(given.invoices.listVendorInvoices(given.world.store.caller, {.kind = InvoiceKind::CommissionInvoice})
                     ->items.size(),
                 1);
    }

    // What the books posted as all income is so on the papers, whatever rule holds when they hear of it.
    void papersSayTheTaxThatTheBooksHavePosted()
    {
        InvoiceOffice given;
        given.turnCommissionRule(false);
        const Order before = given.world.settled(World::kilograms(2)); // 30.00 without tax
        given.turnCommissionRule(true);
        (void)given.world.settled(World::kilograms(1)); // 15.00 with 2.29 of it
        given.turnCommissionRule(false);
        given.work();
        given.turnCommissionRule(true);
        given.refund(before, {75'000});

        given.world.db.clock.set(*Instant::parse(QStringLiteral("2026-09-30T18:30:00.000Z")));
        QCOMPARE(given.invoices.billMonths(), 2);

        const Invoice invoice = given.all(InvoiceKind::CommissionInvoice).constFirst();
        QCOMPARE(invoice.total, Money{4'500});
        QCOMPARE(invoice.taxable, Money{4'500 - 229});
        const QList<InvoiceItem> items = given.row(invoice.id).paper.items;
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0].total, Money{1'500});
        QCOMPARE(items[0].gstRate, BasisPoints{1'800});
        QCOMPARE(items[1].total, Money{3'000});
        QCOMPARE(items[1].gstRate, BasisPoints{});
        const Invoice note = given.all(InvoiceKind::CommissionCreditNote).constFirst();
        QCOMPARE(note.total, Money{1'500});
        QCOMPARE(note.taxable, Money{1'500});
        QCOMPARE(taxOf(given, "commission_invoice") - taxOf(given, "commission_credit_note"), due(given));
        QCOMPARE(due(given), Money{229});
    }

    // A commission counts on the day of its posting, however late its news come.
    void whatIsHeardOfAfterMidnightIsOfTheDayBefore()
    {
        InvoiceOffice given;
        const Instant midnight = *Instant::parse(QStringLiteral("2026-09-30T18:30:00.000Z"));
        given.world.db.clock.set(midnight.after(-minuteMs));
        const Order order = given.sell(World::kilograms(2));
        given.giveBack(order, {75'000});

        given.world.db.clock.set(midnight);
        given.outbox.drain();

        QCOMPARE(given.world.db.number("count(*) FROM invoice_commissions WHERE month = '2026-09'"), 2);
        QCOMPARE(given.world.db.number("charged_day FROM invoice_commissions WHERE kind = 'commission_credit_note'"),
                 india::dayNumber(midnight) - 1);
    }

    void noMonthIsInvoicedBeforeAllOfItIsLookedThrough()
    {
        InvoiceOffice given;
        (void)given.sell(World::kilograms(1));
        (void)given.world.settled(World::kilograms(2)); // as from before there were invoices
        given.forgetProgress();
        given.world.db.clock.set(*Instant::parse(QStringLiteral("2026-10-01T06:00:00.000Z")));

        QCOMPARE(given.invoices.billMonths(), 0);
        QCOMPARE(given.invoices.catchUp(), 2);
        QCOMPARE(given.invoices.billMonths(), 1);

        QCOMPARE(given.all(InvoiceKind::CommissionInvoice).constFirst().total, Money{4'500});
    }

    // PRIV-03: what is charged is invoiced before the name is gone, and what comes later names the store as that did.
    void aStoreThatLeavesIsInvoicedUnderItsName()
    {
        InvoiceOffice given;
        (void)given.sell(World::kilograms(1));
        const Order late = given.world.settled(World::kilograms(2)); // its news come when the store has left

        QVERIFY(given.world.db->write([&](Tx &tx) -> Result<> {
            given.invoices.closeStore(tx, given.world.store.id);
            given.world.accounts.eraseOf(tx, *given.world.accounts.find(tx, given.world.store.caller.id));
            return {};
        }));
        const Invoice invoice = given.all(InvoiceKind::CommissionInvoice).constFirst();
        given.work();
        given.world.db.clock.set(*Instant::parse(QStringLiteral("2026-11-01T06:00:00.000Z")));
        QCOMPARE(given.invoices.billMonths(), 1);

        QCOMPARE(invoice.total, Money{1'500});
        QCOMPARE(invoice.month, month);
        QCOMPARE(invoice.day, QStringLiteral("2026-09-21"));
        QCOMPARE(given.row(invoice.id).paper.buyer.tradeName, QStringLiteral("Iron Yard"));
        const Invoice next = given.all(InvoiceKind::CommissionInvoice).constFirst();
        QCOMPARE(next.total, Money{3'000});
        QCOMPARE(next.month, QStringLiteral("2026-10"));
        QCOMPARE(given.row(next.id).paper.buyer.tradeName, QStringLiteral("Iron Yard"));
        const Invoice sale = given.of(late).constFirst();
        QCOMPARE(sale.storeName, QStringLiteral("Iron Yard"));
        QCOMPARE(given.row(sale.id).paper.seller.tradeName, QStringLiteral("Iron Yard"));
    }

    void severalRefundsGiveBackTheTaxOfTheWhole()
    {
        InvoiceOffice given;
        const Order order = given.sell(World::kilograms(2));

        for (const qint64 paise : {33'333, 16'667, 99'999, 1})
            given.refund(order, {paise});

        QCOMPARE(given.world.db.number("CAST(sum(tax) AS BIGINT) FROM invoice_commissions"
                                       " WHERE kind = 'commission_credit_note'"),
                 458);
        QCOMPARE(totalOf(given.of(order).sliced(1)), Money{150'000});
    }

    // What comes after its month was invoiced stands on the paper of the month that runs.
    void aLateSettlementIsInvoicedWithTheNextMonth()
    {
        InvoiceOffice given;
        (void)given.sell(World::kilograms(1));
        (void)given.world.settled(World::kilograms(2)); // its news has not come yet
        given.world.db.clock.set(*Instant::parse(QStringLiteral("2026-10-01T06:00:00.000Z")));
        QCOMPARE(given.invoices.billMonths(), 1);

        given.outbox.drain();
        QCOMPARE(given.invoices.billMonths(), 0);
        given.world.db.clock.set(*Instant::parse(QStringLiteral("2026-11-01T06:00:00.000Z")));

        QCOMPARE(given.invoices.billMonths(), 1);
        const Invoice newest = given.all(InvoiceKind::CommissionInvoice).constFirst();
        QCOMPARE(newest.month, QStringLiteral("2026-10"));
        QCOMPARE(newest.total, Money{3'000});
        QCOMPARE(newest.number, QStringLiteral("COM/26-27/000002"));
    }
};

TEST_CLASS(TestOfInvoiceSums)

#include "tst_invoicesums.moc"
