#include "tests/money/world.h"
#include "tests/support/runner.h"

namespace {

// An order of 2 kg of copper and 4 kg of brass, and the money to repeat it.
struct Bought : World
{
    Id<Product> brass;
    Order bought;

    explicit Bought(Money pocket = {10'000'000})
        : brass(addProduct(store, QStringLiteral("Brass taps"), {45'000}, kilograms(10)))
    {
        fill(buyer, pocket);
        const auto placed = orders.placeOrder(
            buyer.caller, {.addressId = buyer.address, .lines = {{store.copper, kilograms(2)}, {brass, kilograms(4)}}});
        bought = placed.value().orders.constFirst();
    }
    Result<PlacedOrders> again(const Reorder &wish = {}) { return orders.reorder(buyer.caller, bought.id, wish); }
};

} // namespace

// ACC-07
class TestOfReordering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void theSameLinesAreOrderedAtTodaysPrices()
    {
        Bought given;
        Product copper = given.catalog.readProduct(given.store.caller, given.store.copper).value();
        QVERIFY(given.catalog.updateProduct(given.store.caller, copper.id,
                                            {.categoryId = copper.categoryId,
                                             .title = QStringLiteral("Copper wire"),
                                             .description = copper.description,
                                             .price = {80'000},
                                             .minimumOrderQuantity = copper.minimumOrderQuantity,
                                             .version = copper.version}));
        const Quantity left = given.stock();
        const auto traces = given.traces();
        const Money total{2 * 80'000 + 4 * 45'000};

        const auto unseen = given.again({.addressId = given.buyer.address});
        const auto tooLittle = given.again({.addressId = given.buyer.address, .expectedTotal = Money{total.minor - 1}});
        QCOMPARE(unseen.error().code, ErrorCode::PriceChanged);
        QCOMPARE(unseen.error().details, QByteArray("{\"total\":\"3400.00\"}"));
        QCOMPARE(tooLittle.error().code, ErrorCode::PriceChanged);
        QCOMPARE(given.traces(), traces);
        const auto again = given.again(
            {.addressId = given.buyer.address, .notes = QStringLiteral("As usual"), .expectedTotal = total});

        QCOMPARE(again->orders.size(), 1);
        const Order &order = again->orders.constFirst();
        QVERIFY(order.id != given.bought.id);
        QCOMPARE(order.lines.size(), 2);
        QCOMPARE(order.lines[0].unitPrice, Money{80'000});
        QCOMPARE(order.lines[0].orderedQuantity, World::kilograms(2));
        QCOMPARE(order.lines[1].unitPrice, Money{45'000});
        QCOMPARE(order.totalAmount, Money{2 * 80'000 + 4 * 45'000});
        QCOMPARE(*order.notes, QStringLiteral("As usual"));
        QCOMPARE(given.stock(), left - World::kilograms(2));
        QCOMPARE(given.wallet().heldAmount, given.bought.totalAmount + order.totalAmount);
    }

    void withoutAnAddressTheActiveOneIsDeliveredTo()
    {
        Bought given;
        const auto office =
            given.accounts.addAddress(given.buyer.caller, {.recipientName = QStringLiteral("Asha"),
                                                           .recipientPhone = QStringLiteral("+919800000002"),
                                                           .streetAddress = QStringLiteral("9 Office Road"),
                                                           .city = QStringLiteral("Mumbai"),
                                                           .pincode = QStringLiteral("400050"),
                                                           .state = QStringLiteral("Maharashtra"),
                                                           .location = World::mumbai});
        QVERIFY(given.accounts.activateAddress(given.buyer.caller, office->id));

        const auto again = given.again();

        QCOMPARE(again->orders.constFirst().deliveryAddress.streetAddress, QStringLiteral("9 Office Road"));
    }

    // Everything that stands in the way is said at once, by its line, and nothing is ordered then.
    void whatIsGoneOrSoldOutIsNamedLineByLine()
    {
        Bought given;
        QVERIFY(given.catalog.removeProduct(given.store.caller, given.store.copper));
        QVERIFY(given.catalog.changeStock(given.store.caller, given.brass, {.delta = {-3'000}}));
        const auto before = given.traces();

        const auto refused = given.again();

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().fields,
                 (QList<FieldError>{
                     {QStringLiteral("lines.0"), QStringLiteral("Copper wire is not offered any more")},
                     {QStringLiteral("lines.1"), QStringLiteral("Brass taps is not in stock in this quantity")}}));
        QCOMPARE(given.traces(), before);
        QCOMPARE(given.stock(given.brass), World::kilograms(3));
    }

    void aStoreThatDoesNotDeliverThereIsNamedToo()
    {
        Bought given;
        const auto far =
            given.accounts.addAddress(given.buyer.caller, {.recipientName = QStringLiteral("Asha"),
                                                           .recipientPhone = QStringLiteral("+919800000002"),
                                                           .streetAddress = QStringLiteral("1 Rajpath"),
                                                           .city = QStringLiteral("Delhi"),
                                                           .pincode = QStringLiteral("110001"),
                                                           .state = QStringLiteral("Delhi"),
                                                           .location = World::delhi});
        const auto before = given.traces();

        const auto refused = given.again({.addressId = far->id});

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().fields.size(), 2);
        QCOMPARE(refused.error().fields[0].problem,
                 QStringLiteral("Iron Yard does not deliver Copper wire to this address"));
        QCOMPARE(given.traces(), before);
    }

    void somebodyElsesOrderIsNoOrder()
    {
        Bought given;
        const Customer bina = given.addBuyer(QStringLiteral("bina"));
        const auto before = given.traces();

        const auto foreign = given.orders.reorder(bina.caller, given.bought.id, {});
        const auto unknown = given.orders.reorder(bina.caller, given.ids.next<Order>(), {});
        const auto vendors = given.orders.reorder(given.store.caller, given.bought.id, {});
        const auto strange = given.again({.addressId = bina.address});

        QCOMPARE(foreign.error().code, ErrorCode::NotFound);
        QCOMPARE(foreign.error().message, unknown.error().message);
        QCOMPARE(vendors.error().code, ErrorCode::Forbidden);
        QCOMPARE(strange.error().code, ErrorCode::NotFound);
        QCOMPARE(given.traces(), before);
    }

    void anEmptyWalletOrdersNothing()
    {
        Bought given(Money{330'000});
        const auto before = given.traces();

        const auto refused = given.again();

        QCOMPARE(refused.error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(given.traces(), before);
    }
};

TEST_CLASS(TestOfReordering)

#include "tst_reorder.moc"
