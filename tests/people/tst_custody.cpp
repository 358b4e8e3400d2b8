#include "server/books/service.h"
#include "shared/base/indiatime.h"
#include "tests/people/house.h"
#include "tests/support/runner.h"

namespace {

// A wallet of 1,000.00 of which 750.00 went to a store, 15.00 of them commission; a day later.
struct Vaults : House
{
    Vaults()
    {
        money([&](Tx &tx) {
            return ledger.recharge(tx, buyer, {100'000}, ids.next<Payment>(), QStringLiteral("pay_1"));
        });
        money([&](Tx &tx) { return ledger.hold(tx, buyer, order, {75'000}, QStringLiteral("Order KW-1")); });
        money([&](Tx &tx) {
            return ledger.settle(tx, buyer, order, store, {75'000}, {1'500}, QStringLiteral("Order KW-1"));
        });
        db.clock.advance(dayMs);
    }
    template <class Work>
    void money(Work &&work)
    {
        if (!db->write([&](Tx &tx) -> Result<> { return work(tx); }))
            qFatal("no money has moved");
    }
    void mirror()
    {
        if (!settings.changeSetting(root, QStringLiteral("wallet.mode"), {QStringLiteral("mirror")}))
            qFatal("the mode cannot be changed");
    }
    QString daysAgo(qint64 days) const { return india::dayText(india::dayNumber(db.clock.now()) - days); }
    Result<CustodyBalance> enter(const EnterCustodyBalance &wish) { return books.enterCustodyBalance(clerk, wish); }
    Result<CustodyBalance> enter(qint64 paise, const QString &reference)
    {
        return enter({.amount = {paise}, .reference = reference});
    }
    qint64 differences() { return db.number("count(*) FROM outbox WHERE topic = 'books.custody_differs'"); }
    Custody custody() { return books.readCustody(clerk).value(); }

    books::Service books{*db, db.clock, ids, ledger, accounts, auth, audit, settings, secrets};
    Id<Account> buyer = person(QStringLiteral("meera")).id;
    Id<Vendor> store = *vendorWithStore(QStringLiteral("ramesh")).vendorId;
    Id<Order> order = ids.next<Order>();
    Caller clerk = callerFor(admin(QStringLiteral("clerk"), {Permission::ManagePayouts}));
};

} // namespace

// Who keeps the money of the wallets (facts: a wallet that settles stores of others is no closed one).
class TestOfCustody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void theNoticeStandsUntilSomebodyHasReadIt()
    {
        Vaults vaults;
        QVERIFY(vaults.books.unreadNotice()->contains(QStringLiteral("Reserve Bank")));
        QCOMPARE(vaults.custody().acknowledgedAt, std::nullopt);

        const auto read = vaults.books.acknowledgeCustody(vaults.clerk, {WalletMode::Own});
        const auto again = vaults.books.acknowledgeCustody(vaults.root, {WalletMode::Own});

        QCOMPARE(read->acknowledgedBy, std::optional(QStringLiteral("clerk")));
        QCOMPARE(read->acknowledgedAt, std::optional(vaults.db.clock.now()));
        QCOMPARE(again->acknowledgedBy, std::optional(QStringLiteral("clerk")));
        QCOMPARE(vaults.books.unreadNotice(), std::nullopt);
        QCOMPARE(vaults.db.number("count(*) FROM audit_log WHERE action = 'books.custody_acknowledged'"), 1);
        vaults.mirror(); // which asks something else of the operator
        QVERIFY(vaults.books.unreadNotice()->contains(QStringLiteral("mirror")));
        QCOMPARE(vaults.custody().acknowledgedAt, std::nullopt);
    }

    void whatWasReadOfAnotherModeIsNotThisOne()
    {
        Vaults vaults;

        const auto refused = vaults.books.acknowledgeCustody(vaults.clerk, {WalletMode::Mirror});

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(vaults.db.number("count(*) FROM custody_acknowledgements"), 0);
        QCOMPARE(vaults.db.number("count(*) FROM audit_log WHERE action = 'books.custody_acknowledged'"), 0);
    }

    // LED-01: gateway clearing and bank together are what lies outside
    void aBalanceIsComparedWithTheBooksOfItsDay()
    {
        Vaults vaults;
        vaults.mirror();
        vaults.money([&](Tx &tx) { // after that day
            return vaults.ledger.recharge(tx, vaults.buyer, {5'000}, vaults.ids.next<Payment>(),
                                          QStringLiteral("pay_2"));
        });

        const auto right = vaults.enter(100'000, QStringLiteral("S-1"));
        QCOMPARE(vaults.differences(), 0);
        const auto wrong = vaults.enter(99'000, QStringLiteral("S-2"));

        QCOMPARE(right->day, vaults.daysAgo(1));
        QCOMPARE(right->expected, Money{100'000});
        QCOMPARE(right->difference, Money{});
        QCOMPARE(wrong->difference, Money{-1'000});
        QCOMPARE(wrong->enteredBy, QStringLiteral("clerk"));
        QCOMPARE(vaults.differences(), 1);
        QCOMPARE(vaults.custody().newest->difference, Money{-1'000}); // the last word of the day
        QCOMPARE(vaults.books.listCustodyBalances(vaults.clerk, {})->items.size(), 2);
        QCOMPARE(vaults.db.number("count(*) FROM audit_log WHERE action = 'books.custody_entered'"), 2);
    }

    void whatTheMarketHasTakenOutIsMissingThere()
    {
        Vaults vaults;
        vaults.mirror();

        const auto entered = vaults.enter({.amount = {99'000}, .withdrawn = {1'000}, .reference = QStringLiteral("S")});

        QCOMPARE(entered->expected, Money{99'000});
        QCOMPARE(entered->difference, Money{});
        QCOMPARE(vaults.differences(), 0);
    }

    // What a statement says is a fact, also when a refund has made too much of it afterwards.
    void whatWasTakenOutBeyondWhatWasEarnedIsEnteredAndSaid()
    {
        Vaults vaults;
        vaults.mirror();
        const EnterCustodyBalance wish{.amount = {98'500}, .withdrawn = {1'500}, .reference = QStringLiteral("S-1")};
        QCOMPARE(vaults.enter(wish)->excess, Money{});
        QCOMPARE(vaults.differences(), 0);
        vaults.money([&](Tx &tx) {
            return vaults.ledger.refund(tx, vaults.buyer, vaults.order, vaults.store, vaults.ids.next<Order>().uuid,
                                        {{980}, {20}}, QStringLiteral("Refund of KW-1"));
        });
        vaults.db.clock.advance(dayMs);

        const auto entered = vaults.enter(wish);

        QVERIFY2(entered, qPrintable(entered ? QString() : entered.error().message));
        QCOMPARE(entered->expected, Money{98'500});
        QCOMPARE(entered->difference, Money{});
        QCOMPARE(entered->excess, Money{20});
        QCOMPARE(vaults.custody().newest->excess, Money{20});
        QCOMPARE(vaults.differences(), 1);
        QCOMPARE(vaults.enter({.day = vaults.daysAgo(9), .withdrawn = {1}, .reference = QStringLiteral("S-2")})->excess,
                 Money{1}); // before it had earned anything
    }

    void aBalanceThatCannotBeIsRefused_data()
    {
        QTest::addColumn<qint64>("daysAgo");
        QTest::newRow("today") << qint64(0);
        QTest::newRow("tomorrow") << qint64(-1);
    }
    void aBalanceThatCannotBeIsRefused()
    {
        QFETCH(qint64, daysAgo);
        Vaults vaults;
        vaults.mirror();

        const auto refused =
            vaults.enter({.day = vaults.daysAgo(daysAgo), .amount = {1}, .reference = QStringLiteral("S")});

        QCOMPARE(refused.error().fields.constFirst().problem, QStringLiteral("must be a day that is over"));
        QCOMPARE(vaults.db.number("count(*) FROM custody_balances"), 0);
        QCOMPARE(vaults.differences(), 0);
    }

    void nothingIsComparedWhereTheMoneyIsKeptHereOrASecondTime()
    {
        Vaults vaults;

        QCOMPARE(vaults.enter(1, QStringLiteral("S")).error().code, ErrorCode::Conflict);
        vaults.mirror();
        QVERIFY(vaults.enter(100'000, QStringLiteral("S")));
        QCOMPARE(vaults.enter(100'000, QStringLiteral("S")).error().code, ErrorCode::AlreadyExists);

        QCOMPARE(vaults.db.number("count(*) FROM custody_balances"), 1);
        QCOMPARE(vaults.differences(), 0);
    }
};

TEST_CLASS(TestOfCustody)
#include "tst_custody.moc"
