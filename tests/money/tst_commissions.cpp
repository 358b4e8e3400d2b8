// What a sale costs the store: four levels, each with its days.

#include "shared/base/indiatime.h"
#include "tests/money/world.h"
#include "tests/support/refusal.h"
#include "tests/support/runner.h"

namespace {

// A world with words for days: today is 0.
struct Shop : World
{
    QString day(qint64 away) { return india::dayText(india::dayNumber(db.clock.now()) + away); }
    Result<CommissionRate> add(CommissionLevel level, const QString &subject, qint64 rate, qint64 from,
                               std::optional<qint64> until = {})
    {
        AddCommissionRate wish{
            .level = level, .rate = {rate}, .validFrom = day(from), .reason = QStringLiteral("agreed for the season")};
        if (!subject.isEmpty())
            wish.subjectId = subject;
        if (until)
            wish.validUntil = day(*until);
        return catalog.addCommissionRate(admin, wish);
    }
    Result<CommissionRate> end(Id<CommissionRate> id, qint64 until)
    {
        return catalog.endCommissionRate(admin, id, {day(until), QStringLiteral("agreed anew")});
    }
    // As the store sees it: buyers are not told.
    OrderLine line() { return orders.readOrder(store.caller, placed().id)->lines.constFirst(); }
    CommissionAnswer applied(std::optional<Instant> at = {})
    {
        return catalog.askCommission(admin, {.productId = store.copper, .at = at}).value();
    }
    qint64 rateIn(qint64 days) { return applied(db.clock.now().after(days * dayMs)).rate.value; }
};

} // namespace

class TestOfCommissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // COM-01, COM-02: store > product > category > everybody.
    void theNearestLevelWins()
    {
        Shop shop;
        shop.fill(shop.buyer, {1'000'000});
        using enum CommissionLevel;
        QCOMPARE(shop.line().commissionLevel, QStringLiteral("global"));

        QVERIFY(shop.add(Global, {}, 210, 0));
        QCOMPARE(shop.line().commissionRate, BasisPoints{210});
        QVERIFY(shop.add(Category, shop.metals.text(), 300, 0));
        QCOMPARE(shop.line().commissionLevel, QStringLiteral("category"));
        QVERIFY(shop.add(Product, shop.store.copper.text(), 250, 0));
        QCOMPARE(shop.line().commissionLevel, QStringLiteral("product"));
        QCOMPARE(shop.line().commissionRate, BasisPoints{250});
        QCOMPARE(shop.line().commissionAmount, Money{1'875});
        QVERIFY(shop.add(Vendor, shop.store.id.text(), 100, 0));
        QCOMPARE(shop.line().commissionLevel, QStringLiteral("vendor"));
        QCOMPARE(shop.line().commissionRate, BasisPoints{100});
    }

    // COM-01: everybody's rate ends where those of categories, products and stores do
    void theGlobalRateMayBeAllOfIt()
    {
        Shop shop;
        const QString key = QStringLiteral("commission.global_rate");

        const QList<qint64> before = shop.traces();
        const BasisPoints usual = shop.settings.rate(settings::Key::CommissionGlobalRate);

        const auto tooMuch = shop.settings.changeSetting(shop.admin, key, {QStringLiteral("100.01")});

        QCOMPARE(codeOf(tooMuch), ErrorCode::ValidationFailed);
        QCOMPARE(tooMuch.error().fields.value(0).field, QStringLiteral("value"));
        QCOMPARE(shop.traces(), before); // nor is it in the audit log or told to anybody
        QCOMPARE(shop.settings.rate(settings::Key::CommissionGlobalRate), usual);
        QVERIFY(shop.settings.changeSetting(shop.admin, key, {QStringLiteral("100.00")}));
        QCOMPARE(shop.settings.rate(settings::Key::CommissionGlobalRate), BasisPoints{10'000});
    }

    // COM-02: of the categories the nearest, and a dated rate before the one that always stands at the same category.
    void theNearestCategoryWins()
    {
        Shop shop;
        const auto put = [&](const QString &name, Id<Category> parent, std::optional<BasisPoints> rate) {
            return shop.catalog.addCategory(shop.admin, {.parentId = parent, .name = name, .commissionRate = rate})
                .value()
                .id;
        };
        const Id<Category> wires = put(QStringLiteral("Wires"), shop.metals, BasisPoints{400});
        const Id<Category> thin = put(QStringLiteral("Thin"), wires, std::nullopt);
        const auto product = shop.catalog.readProduct(shop.store.caller, shop.store.copper).value();
        QVERIFY(shop.catalog.updateProduct(shop.store.caller, product.id,
                                           {.categoryId = thin,
                                            .title = product.title,
                                            .description = product.description,
                                            .price = product.price,
                                            .minimumOrderQuantity = product.minimumOrderQuantity,
                                            .version = product.version}));
        QCOMPARE(shop.applied().rate, BasisPoints{400});

        QVERIFY(shop.add(CommissionLevel::Category, shop.metals.text(), 500, 0));
        QCOMPARE(shop.applied().rate, BasisPoints{400}); // further away
        QVERIFY(shop.add(CommissionLevel::Category, wires.text(), 350, 0));
        QCOMPARE(shop.applied().rate, BasisPoints{350});
        QVERIFY(shop.add(CommissionLevel::Category, thin.text(), 325, 0));
        const CommissionAnswer answer = shop.applied();
        QCOMPARE(answer.rate, BasisPoints{325});
        QCOMPARE(answer.steps[2].subjectName, QStringLiteral("Thin"));
    }

    // COM-02: however many other categories have one.
    void aCategoryKeepsItsRateAmongThousands()
    {
        Shop shop;
        shop.fill(shop.buyer, {75'000});
        QVERIFY(shop.db->write([&](Tx &tx) -> Result<> {
            for (int i = 0; i < 2'100; ++i)
                tx.run("INSERT INTO commission_rates (id, level, subject_id, subject_name, rate, from_day, reason,"
                       " created_by, created_by_id, created_at) VALUES (?, 'category', ?, 'Other', 900, ?, 'agreed',"
                       " 'boss', ?, ?)",
                       shop.ids.next<CommissionRate>(), shop.ids.next<Category>(), india::dayNumber(tx.now()),
                       shop.admin.id, tx.now());
            return {};
        }));
        QVERIFY(shop.add(CommissionLevel::Category, shop.metals.text(), 300, 0));

        QCOMPARE(shop.applied().rate, BasisPoints{300});
        QCOMPARE(shop.line().commissionRate, BasisPoints{300});
    }

    // COM-02: from the first moment of the first day in India to the last one before the end.
    void aRateHoldsOnItsDaysOnly()
    {
        Shop shop;
        QVERIFY(shop.add(CommissionLevel::Product, shop.store.copper.text(), 250, 2, 5));
        const Instant today = india::dayOf(shop.db.clock.now());
        const auto rateAt = [&](Instant at) { return shop.applied(at).rate.value; };

        QCOMPARE(rateAt(today.after(2 * dayMs - 1)), 200);
        QCOMPARE(rateAt(today.after(2 * dayMs)), 250);
        QCOMPARE(rateAt(today.after(5 * dayMs - 1)), 250);
        QCOMPARE(rateAt(today.after(5 * dayMs)), 200);
    }

    // COM-02: days may touch and never overlap; the rate of another subject does not matter.
    void ratesOfOneSubjectNeverOverlap()
    {
        Shop shop;
        using enum CommissionLevel;
        const QString copper = shop.store.copper.text();
        QVERIFY(shop.add(Product, copper, 250, 2, 5));
        const qint64 rows = shop.db.number("count(*) FROM commission_rates");

        QCOMPARE(codeOf(shop.add(Product, copper, 260, 0)), ErrorCode::Conflict);
        QCOMPARE(codeOf(shop.add(Product, copper, 260, 4)), ErrorCode::Conflict);
        QCOMPARE(codeOf(shop.add(Product, copper, 260, 3, 4)), ErrorCode::Conflict);
        QCOMPARE(codeOf(shop.add(Product, copper, 260, 0, 3)), ErrorCode::Conflict);
        QCOMPARE(shop.db.number("count(*) FROM commission_rates"), rows);
        QVERIFY(shop.add(Product, copper, 260, 0, 2));
        QVERIFY(shop.add(Product, copper, 270, 5));
        QVERIFY(shop.add(Vendor, shop.store.id.text(), 270, 3, 4));
        QVERIFY(shop.add(Global, {}, 270, 1));
        QCOMPARE(codeOf(shop.add(Global, {}, 280, 9)), ErrorCode::Conflict);
    }

    // COM-04: what an order was placed with stays, also when the money moves later.
    void anOrderKeepsTheRateItWasPlacedWith()
    {
        Shop shop;
        shop.fill(shop.buyer, {1'000'000});
        const Order before = shop.placed();
        QVERIFY(shop.add(CommissionLevel::Global, {}, 1'000, 0));
        const Order after = shop.placed();

        for (const Order &order : {before, after}) {
            shop.walkTo(order.id, OrderStatus::Delivered);
            QVERIFY(shop.orders.confirmDelivery(shop.buyer.caller, order.id));
        }

        QCOMPARE(shop.read(before.id).commissionAmount, Money{1'500});
        QCOMPARE(shop.read(after.id).commissionAmount, Money{7'500});
        QCOMPARE(shop.funds().released, Money{73'500 + 67'500});
    }

    void aRateEndsTomorrowAtTheEarliestAndOneToComeBeforeItBegins()
    {
        Shop shop;
        const auto now = shop.add(CommissionLevel::Global, {}, 300, 0).value();
        const auto later = shop.add(CommissionLevel::Vendor, shop.store.id.text(), 100, 5).value();

        QCOMPARE(codeOf(shop.end(now.id, 0)), ErrorCode::ValidationFailed);
        QCOMPARE(shop.end(now.id, 1)->endedBy, QStringLiteral("boss"));
        QCOMPARE(codeOf(shop.end(now.id, 2)), ErrorCode::Conflict);
        QVERIFY(shop.end(later.id, 5)); // never holds
        QCOMPARE(shop.rateIn(0), 300);
        QCOMPARE(shop.rateIn(1), 200);
        QCOMPARE(shop.rateIn(6), 200);
        QCOMPARE(shop.db.number("count(*) FROM audit_log WHERE action = 'commissions.rate_ended'"), 2);
        QCOMPARE(shop.catalog.listCommissionRates(shop.admin, {})->items.size(), 2);
        QVERIFY(shop.add(CommissionLevel::Vendor, shop.store.id.text(), 150, 5));
        QCOMPARE(shop.rateIn(6), 150);
    }

    void whatCannotHoldIsRefused()
    {
        Shop shop;
        using enum CommissionLevel;

        QCOMPARE(shop.add(Global, {}, 300, -1).error().fields[0].field, QStringLiteral("valid_from"));
        QCOMPARE(shop.add(Global, {}, 300, 3, 3).error().fields[0].field, QStringLiteral("valid_until"));
        QCOMPARE(shop.add(Global, shop.store.id.text(), 300, 0).error().fields[0].field, QStringLiteral("subject_id"));
        QCOMPARE(shop.add(Vendor, {}, 300, 0).error().fields[0].field, QStringLiteral("subject_id"));
        QCOMPARE(shop.add(Product, shop.store.id.text(), 300, 0).error().fields[0].field, QStringLiteral("subject_id"));
        QCOMPARE(codeOf(shop.catalog.addCommissionRate(
                     shop.store.caller, {.validFrom = shop.day(0), .reason = QStringLiteral("I want it")})),
                 ErrorCode::PermissionMissing);
        QCOMPARE(shop.db.number("count(*) FROM commission_rates"), 0);
    }

    // VEN-15
    void aStoreSeesWhyAndNothingOfOthers()
    {
        Shop shop;
        const Store rival = shop.openStore(QStringLiteral("Rival"));
        QVERIFY(shop.add(CommissionLevel::Product, shop.store.copper.text(), 250, 0));

        const auto own = shop.catalog.askOwnCommission(shop.store.caller, {.productId = shop.store.copper});
        const auto general = shop.catalog.askOwnCommission(shop.store.caller, {});
        const auto foreign = shop.catalog.askOwnCommission(rival.caller, {.productId = shop.store.copper});

        QCOMPARE(own->level, CommissionLevel::Product);
        QCOMPARE(own->steps.size(), 4);
        QVERIFY(!own->steps[0].rate);
        QVERIFY(own->steps[1].isApplied);
        QCOMPARE(own->steps[1].validFrom, shop.day(0));
        QCOMPARE(own->steps[3].rate, BasisPoints{200});
        QCOMPARE(general->level, CommissionLevel::Global);
        QCOMPARE(codeOf(foreign), ErrorCode::NotFound);
        QCOMPARE(codeOf(shop.catalog.askOwnCommission(shop.buyer.caller, {})), ErrorCode::Forbidden);
    }
};

TEST_CLASS(TestOfCommissions)
#include "tst_commissions.moc"
