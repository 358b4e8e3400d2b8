// Tax of a market that trades: reckoned when orders settle, added up by month.

#include "shared/base/indiatime.h"
#include "tests/money/taxoffice.h"
#include "tests/support/runner.h"

class TestOfTax : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ORD-20, CAT-20: the split is stored by line, from what the store had declared of the product.
    void aSettledLineIsSplitOnce()
    {
        TaxOffice office;
        const Order order = office.sell(2); // 1,500.00
        office.declare({500});

        QVERIFY(office.hear(order)); // delivered twice
        const auto found = office.tax.readOrderTax(office.world.admin, order.id, {});

        QCOMPARE(office.lines(), 1);
        QCOMPARE(found->day, QStringLiteral("2026-09-21"));
        QCOMPARE(found->gross, Money{150'000});
        QCOMPARE(found->taxable, Money{127'118});
        QCOMPARE(found->cgst, Money{11'441});
        QCOMPARE(found->sgst, Money{11'441});
        QCOMPARE(found->igst, Money{});
        QVERIFY(!found->isInterstate);
        QVERIFY(found->isSellerRegistered);
        QVERIFY(!found->needsEWayBill);
        const OrderTaxLine &line = found->lines.constFirst();
        QCOMPARE(line.hsn, QStringLiteral("74040012"));
        QCOMPARE(line.gstRate, BasisPoints{1800});
        QCOMPARE(line.rateSource, GstRateSource::Product);
        QCOMPARE(line.applied.size(), 2);
        QCOMPARE(line.applied[0].kind, TaxRuleKind::GstTcs);
        QCOMPARE(line.applied[0].tax, Money{636}); // twice 0.25 % of 1,271.18
        QCOMPARE(line.applied[1].kind, TaxRuleKind::IncomeTds);
        QCOMPARE(line.applied[1].tax, Money{150});
    }

    void anotherStateMakesItIgst()
    {
        TaxOffice office;
        office.moveBuyer();

        const Order order = office.sell(100); // 75,000.00
        const auto found = office.tax.readOrderTax(office.world.admin, order.id, {});

        QVERIFY(found->isInterstate);
        QVERIFY(found->needsEWayBill);
        QCOMPARE(found->igst, Money{1'144'068});
        QCOMPARE(found->taxable, Money{6'355'932});
        QCOMPARE(found->cgst, Money{});
        QCOMPARE(office.tcs().igst, Money{31'780});
        QCOMPARE(office.tcs().tax, Money{31'780});
    }

    // A store that nobody has verified has no GSTIN, so what it sells has no GST within; a registered buyer pays it.
    void anUnregisteredSellersMetalIsTheBuyersToPay()
    {
        World world;
        tax::Service &tax = world.tax;
        world.fill(world.buyer, {1'000'000});
        const Order order = world.settled();

        const auto alone = tax.readOrderTax(world.admin, order.id, {});
        const auto named = tax.readOrderTax(world.admin, order.id, {buyerGstin});

        QVERIFY(!alone->isSellerRegistered);
        QCOMPARE(alone->taxable, Money{75'000});
        QCOMPARE(alone->lines.constFirst().applied.size(), 1);
        QCOMPARE(alone->lines.constFirst().applied[0].rate, BasisPoints{500}); // no PAN either
        QVERIFY(named->isBuyerRegistered);
        QCOMPARE(named->lines.constFirst().applied.size(), 1);   // no code, no chapter
        QCOMPARE(world.db.number("count(*) FROM tax_lines"), 0); // looking does not store
    }

    // GSTR-8: what a store sold less what came back, and what is collected of the rest.
    void aMonthIsAddedUpByStore()
    {
        TaxOffice office;
        const Order first = office.sell(2);
        (void)office.sell(1);
        const Id<Refund> refund = office.world.ids.next<Refund>();

        QVERIFY(office.giveBack(first, 75'000, refund));
        QVERIFY(office.giveBack(first, 75'000, refund)); // delivered twice
        const TcsLine line = office.tcs();
        const auto sum = office.tax.readTaxMonth(office.world.admin, {month});

        QCOMPARE(line.storeName, QStringLiteral("Iron Yard"));
        QCOMPARE(line.gstin, buyerGstin);
        QCOMPARE(line.supplies, Money{127'118 + 63'560});
        QCOMPARE(line.returns, Money{63'560});
        QCOMPARE(line.net, Money{127'118});
        QCOMPARE(line.untaxed, Money{});
        QCOMPARE(line.cgst, Money{318});
        QCOMPARE(line.sgst, Money{318});
        QCOMPARE(line.tax, Money{636});
        QCOMPARE(sum->stores, 1);
        QCOMPARE(sum->gross, Money{225'000});
        QCOMPARE(sum->tcs, Money{636});
        QCOMPARE(sum->tds, Money{225});
        QCOMPARE(sum->rules, (QStringList{QStringLiteral("gst_tcs_operator.2024-07-10"),
                                          QStringLiteral("income_tds_operator.2026-04-01")}));
        QVERIFY(office.tax.listTcsLines(office.world.admin, {.month = QStringLiteral("2026-08")})->items.isEmpty());
        QCOMPARE(office.tax.readTaxMonth(office.world.admin, {QStringLiteral("2026-08")})->stores, 0);
    }

    void severalReturnsAreTogetherTheWhole()
    {
        TaxOffice office;
        const Order order = office.sell(1);

        for (const qint64 paise : {1, 333, 40'000, 99'999'999})
            QVERIFY(office.giveBack(order, paise, office.world.ids.next<Refund>()));

        QCOMPARE(office.tcs().returns, office.tcs().supplies);
        QCOMPARE(office.tcs().net, Money{});
        QCOMPARE(office.tcs().tax, Money{});
        QCOMPARE(office.world.db.number("CAST(sum(gross) AS BIGINT) FROM tax_returns"), 75'000);
    }

    // The news of a refund may overtake that of the sale, which is then reckoned at once and only once.
    void aReturnThatComesFirstReckonsItsSale()
    {
        TaxOffice office;
        const Order order = office.world.settled();

        QVERIFY(office.giveBack(order, 75'000, office.world.ids.next<Refund>()));
        QVERIFY(office.hear(order));

        QCOMPARE(office.tcs().net, Money{});
        QCOMPARE(office.lines(), 1);
        QCOMPARE(office.world.db.number("count(*) FROM tax_returns"), 1);
    }

    void whatHasNoRateIsNoTaxableSupply()
    {
        TaxOffice office;
        office.declare({0}, {});

        (void)office.sell(1);

        QCOMPARE(office.tcs().supplies, Money{});
        QCOMPARE(office.tcs().untaxed, Money{75'000});
        QCOMPARE(office.tcs().tax, Money{});
        QCOMPARE(office.tds().tax, Money{75});
    }

    void aDeductionTakesTheMonthsBeforeIntoAccount()
    {
        TaxOffice office;
        (void)office.sell(2);
        office.world.db.clock.advance(15 * dayMs); // October

        (void)office.sell(1);
        const auto october = office.tax.listTdsLines(office.world.admin, {.month = QStringLiteral("2026-10")});

        const TdsLine &line = october->items.constFirst();
        QCOMPARE(line.grossBefore, Money{150'000});
        QCOMPARE(line.gross, Money{75'000});
        QCOMPARE(line.base, Money{75'000});
        QCOMPARE(line.rate, BasisPoints{10});
        QCOMPARE(line.tax, Money{75});
        QCOMPARE(line.holder, PanHolder::Other);
        QVERIFY(line.panMasked->endsWith(QLatin1String("939F")));
        QVERIFY(!line.panMasked->contains(QLatin1String("AAPF")));
        QVERIFY(!line.exemption);
    }

    // A month of long ago goes by the rules of its own days, one before midnight in India and one after it.
    void aMonthOfLongAgoUsesItsOwnRules()
    {
        TaxOffice office;
        const Instant midnight = india::startOf(india::dayFrom(QStringLiteral("2024-07-10")).value());
        office.world.db.clock.set(midnight.after(-hourMs));
        const Order before = office.sell(1);
        office.world.db.clock.set(midnight);
        const Order after = office.sell(1);

        const auto then = office.tax.readOrderTax(office.world.admin, before.id, {});
        const auto later = office.tax.readOrderTax(office.world.admin, after.id, {});
        const auto sum = office.tax.readTaxMonth(office.world.admin, {QStringLiteral("2024-07")});

        QCOMPARE(then->day, QStringLiteral("2024-07-09"));
        QCOMPARE(then->lines.constFirst().applied[0].rate, BasisPoints{100});
        QCOMPARE(later->day, QStringLiteral("2024-07-10"));
        QCOMPARE(later->lines.constFirst().applied[0].rate, BasisPoints{50});
        QCOMPARE(sum->net, Money{2 * 63'560});
        QCOMPARE(sum->tcsCgst, Money{318 + 159});
        QCOMPARE(sum->tcs, Money{2 * (318 + 159)});
        QCOMPARE(sum->tds, Money{1'500});
    }

    // API-16
    void worksheetsComeInPages()
    {
        TaxOffice office;
        (void)office.sell(1);
        const Store second = office.world.openStore(QStringLiteral("Second Yard"));
        const Store first = std::exchange(office.world.store, second);
        (void)office.sell(1);
        office.world.store = first;

        const auto one = office.tax.listTcsLines(office.world.admin, {.limit = 1, .month = month});
        const auto two =
            office.tax.listTcsLines(office.world.admin, {.limit = 1, .cursor = one->nextCursor, .month = month});

        QCOMPARE(one->items.constFirst().vendorId, first.id);
        QVERIFY(one->nextCursor);
        QCOMPARE(two->items.constFirst().vendorId, second.id);
        QCOMPARE(two->items.constFirst().untaxed, Money{75'000}); // not verified
        QVERIFY(!two->items.constFirst().gstin);
        QVERIFY(!two->nextCursor);
        QCOMPARE(office.tax.readTaxMonth(office.world.admin, {month})->stores, 2);
    }

    void ordersFromBeforeAreCaughtUpWithOnce()
    {
        TaxOffice office;
        (void)office.world.settled();
        (void)office.world.settled();
        (void)office.world.placed();
        QCOMPARE(office.lines(), 0);

        QCOMPARE(office.tax.catchUp(), 2);
        QCOMPARE(office.lines(), 2);
        QCOMPARE(office.tax.catchUp(), 0);
        QCOMPARE(office.tcs().supplies, Money{2 * 63'560});
    }

    // What is reckoned stays: a later switch does not touch it, and nobody can change it.
    void whatWasReckonedIsNeverChanged()
    {
        TaxOffice office;
        (void)office.sell(1);

        bool isRefused = false;
        try {
            (void)office.world.db->write([&](Tx &tx) -> Result<> {
                tx.run("UPDATE tax_lines SET taxable = 0");
                return {};
            });
        } catch (const DbFault &) {
            isRefused = true;
        }

        QVERIFY(isRefused);
        QCOMPARE(office.tcs().supplies, Money{63'560});
    }

    // AUD-01: who switches a rule is on record, and a second one is told that it is so already.
    void aRuleIsSwitchedOnceAndOnRecord()
    {
        TaxOffice office;
        const Order order = office.sell(1);

        QCOMPARE(office.turn(false).error().code, ErrorCode::Conflict); // ships switched off
        const auto on = office.turn(true);
        QCOMPARE(office.turn(true).error().code, ErrorCode::Conflict);

        QVERIFY(on->isOn);
        QVERIFY(!on->shipsOn);
        QCOMPARE(on->changedBy, QStringLiteral("boss"));
        QCOMPARE(on->reason, QStringLiteral("Enacted on 1 April"));
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE action = 'tax.rule_switched'"), 1);
        const auto found = office.tax.readOrderTax(office.world.admin, order.id, {});
        QCOMPARE(found->lines.constFirst().applied.size(), 3);
        QCOMPARE(found->lines.constFirst().applied[1].tax, Money{1'500}); // 2 % of 750.00
        QVERIFY(office.turn(false));
        QCOMPARE(office.tax.readOrderTax(office.world.admin, order.id, {})->lines.constFirst().applied.size(), 2);
    }

    void onlyThoseWhoMaySwitchARule()
    {
        TaxOffice office;
        Caller reader = office.world.admin;
        reader.superAdmin = false;
        reader.permissions = {Permission::ReadReports};
        Caller stranger = reader;
        stranger.permissions = {Permission::ManageOrders};

        QCOMPARE(office.turn(reader, true).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(office.tax.switchTaxRule(office.world.admin, QStringLiteral("nothing.2026-01-01"), {true, month})
                     .error()
                     .code,
                 ErrorCode::NotFound);
        QCOMPARE(office.world.db.number("count(*) FROM tax_switches"), 0);
        QVERIFY(office.tax.listTaxRules(reader, {}));
        QCOMPARE(office.tax.listTaxRules(stranger, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(office.tax.listTcsLines(stranger, {.month = month}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(office.tax.readTaxMonth(office.world.store.caller, {month}).error().code,
                 ErrorCode::PermissionMissing);
    }

    void rulesAreSaidInTheReadersLanguage()
    {
        TaxOffice office;
        Caller hindi = office.world.admin;
        hindi.language = QStringLiteral("hi");

        const auto english = office.tax.listTaxRules(office.world.admin, {});
        const auto other = office.tax.listTaxRules(hindi, {});

        for (qsizetype i = 0; i < english->size(); ++i) {
            QCOMPARE(other->at(i).key, english->at(i).key);
            QVERIFY(other->at(i).title != english->at(i).title);
            QVERIFY(other->at(i).note != english->at(i).note);
        }
    }

    void rulesAreListedAsOfADay()
    {
        TaxOffice office;

        const auto then = office.tax.listTaxRules(office.world.admin, {QStringLiteral("2024-07-09")});
        const auto never = office.tax.listTaxRules(office.world.admin, {QStringLiteral("2024-02-30")});

        const auto tcs = std::find_if(then->begin(), then->end(),
                                      [](const TaxRule &rule) { return rule.kind == TaxRuleKind::GstTcs; });
        QCOMPARE(tcs->rate, BasisPoints{100});
        QCOMPARE(std::count_if(then->begin(), then->end(),
                               [](const TaxRule &rule) { return rule.kind == TaxRuleKind::GstTcs; }),
                 1);
        QCOMPARE(never.error().code, ErrorCode::ValidationFailed);
    }

    void onlySettledOrdersHaveTax()
    {
        TaxOffice office;
        const Order placed = office.world.placed();

        QCOMPARE(office.tax.readOrderTax(office.world.admin, placed.id, {}).error().code, ErrorCode::NotFound);
        QCOMPARE(office.tax.readEInvoice(office.world.admin, placed.id, {}).error().code, ErrorCode::NotFound);
        QVERIFY(office.world.db->write([&](Tx &tx) { return office.tax.onOrderSettled(tx, {.orderId = placed.id}); }));
        QCOMPARE(office.lines(), 0);
    }
};

TEST_CLASS(TestOfTax)

#include "tst_tax.moc"
