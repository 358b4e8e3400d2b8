// Money that goes back at the provider after it was credited: flagged, and out of the wallet when an admin books it.

#include "tests/money/counter.h"
#include "tests/support/runner.h"

#include <QJsonArray>

namespace {

QJsonObject disputeOf(const QString &order, const char *status, qint64 deducted)
{
    return {{"id", "disp_1"},
            {"entity", "dispute"},
            {"payment_id", "pay_of_" + order},
            {"amount", 50'000},
            {"currency", "INR"},
            {"amount_deducted", deducted},
            {"reason_code", "fraud"},
            {"status", QString::fromLatin1(status)}};
}

// As Razorpay tells of a payment, with what it says beside.
RawBody toldOfPayment(const QByteArray &kind, const QString &order, qint64 refunded, const QJsonObject &dispute = {})
{
    QJsonObject payment{{"id", "pay_of_" + order},
                        {"order_id", order},
                        {"amount", 50'000},
                        {"currency", "INR"},
                        {"status", "captured"},
                        {"amount_refunded", refunded},
                        {"refund_status", refunded > 0 ? QJsonValue("partial") : QJsonValue()}};
    if (refunded == 50'000)
        payment["status"] = "refunded";
    QJsonObject payload{{"payment", QJsonObject{{"entity", payment}}}};
    if (!dispute.isEmpty())
        payload["dispute"] = QJsonObject{{"entity", dispute}};
    const QByteArray body = QJsonDocument(QJsonObject{{"event", QString::fromLatin1(kind)}, {"payload", payload}})
                                .toJson(QJsonDocument::Compact);
    return Till::signedBody(body, kind + QByteArray::number(refunded));
}

} // namespace

class TestOfChargebacks : public QObject
{
    Q_OBJECT

    static Result<MoneyFlag> resolve(Counter &counter, const MoneyFlag &flag, FlagAction action)
    {
        return counter.all.resolveMoneyFlag(counter.world.admin, flag.id, {action, {}, QStringLiteral("Seen there")});
    }
    static bool isSound(Counter &counter)
    {
        ledger::Place place;
        return counter.world.ledger.verify() == std::optional<QString>() && counter.world.db->read([&](Tx &tx) {
            return counter.all.difference(tx, place);
        }) == std::optional<QString>();
    }
    static std::optional<MoneyFlag> flagOf(Counter &counter, FlagKind kind)
    {
        for (const MoneyFlag &each : counter.flags())
            if (each.kind == kind)
                return each;
        return std::nullopt;
    }

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAY-08, LED-01: part by part; each part leaves the wallet once, and the last one makes the payment refunded.
    void whatWentBackInPartsLeavesTheWalletWhenItIsBooked()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("razorpay"));
        const QString order = payment.gatewayOrderId;
        QVERIFY(counter.tell("razorpay", toldOfPayment("payment.captured", order, 0)));
        QVERIFY(counter.tell("razorpay", toldOfPayment("refund.processed", order, 20'000)));
        QVERIFY(counter.tell("razorpay", toldOfPayment("refund.speed_changed", order, 20'000)));
        QCOMPARE(counter.flags().size(), 1);
        QCOMPARE(counter.flags()[0].kind, FlagKind::Returned);
        QCOMPARE(counter.flags()[0].amount, Money{20'000});
        QCOMPARE(counter.flags()[0].paymentId, std::optional(payment.id));
        QCOMPARE(counter.balance(), Money{50'000});

        const auto booked = resolve(counter, counter.flags()[0], FlagAction::Book);

        QCOMPARE(booked->status, FlagStatus::Booked);
        QCOMPARE(resolve(counter, *booked, FlagAction::Book).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(counter.world.db.number("count(*) FROM outbox WHERE topic = 'payments.wallet_reduced'"), 1);
        QCOMPARE(counter.balance(), Money{30'000});
        QCOMPARE(counter.world.wallet().totalRecharged, Money{30'000});
        QCOMPARE(counter.statusOf(payment), PaymentStatus::Paid);
        QCOMPARE(counter.balanceOf("gateway_clearing"), -30'000);
        QVERIFY(counter.tell("razorpay", toldOfPayment("refund.processed", order, 50'000)));
        QCOMPARE(counter.flags()[0].amount, Money{30'000});
        QVERIFY(resolve(counter, counter.flags()[0], FlagAction::Book));
        QCOMPARE(counter.balance(), Money{});
        QCOMPARE(counter.statusOf(payment), PaymentStatus::Refunded);
        QVERIFY(counter.tell("razorpay", toldOfPayment("order.paid", order, 0))); // older news
        QCOMPARE(counter.balance(), Money{});
        QCOMPARE(counter.world.audit.listAudit(counter.world.admin, {.objectId = payment.id.text()})->items[0].action,
                 QStringLiteral("payment.taken_back"));
        QVERIFY(isSound(counter));
    }

    // PAY-08: nothing below zero is a credit, and its refusal says why.
    void aFlagOfLessThanNothingIsNotCredited()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("razorpay"));
        QVERIFY(counter.world.db->write([&](Tx &tx) {
            return counter.all.adoptFlag(tx, {MoneyFlag{.kind = FlagKind::Partial,
                                                        .provider = QStringLiteral("razorpay"),
                                                        .transactionId = QStringLiteral("pay_below"),
                                                        .paymentId = payment.id,
                                                        .amount = {-10'000},
                                                        .currency = QStringLiteral("INR"),
                                                        .createdAt = tx.now()}});
        }));
        const QList<qint64> before = counter.world.traces();

        const auto refused = resolve(counter, counter.flags().value(0), FlagAction::Credit);

        QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
        QVERIFY(refused.error().fields.value(0).problem.contains(QLatin1String("not above zero")));
        QCOMPARE(counter.world.traces(), before);
        QCOMPARE(counter.flags().value(0).status, FlagStatus::Open);
    }

    // WAL-05: a recharge of what is said to be missing is enough, also for whoever owes.
    void whatIsMissingInAWalletThatOwesIsWithTheDebt()
    {
        Counter counter;
        World &world = counter.world;
        QVERIFY(world.db->write([&](Tx &tx) {
            return world.ledger.rechargeBack(tx, world.buyer.caller.id, QUuid::createUuid(), {2'000'000},
                                             QStringLiteral("Charged back"), QStringLiteral("pay_1"));
        }));
        const CalculateTotal wish{.lines = {{world.store.copper, World::kilograms(1)}},
                                  .addressId = world.buyer.address};
        const QList<qint64> before = world.traces();

        const auto refused = world.order();
        const Quote quote = world.orders.calculateTotal(world.buyer.caller, wish).value();

        QCOMPARE(refused.error().code, ErrorCode::InsufficientFunds);
        QCOMPARE(refused.error().details, QByteArray("{\"missing\":\"20750.00\",\"owed\":\"20000.00\"}"));
        QCOMPARE(quote.missing, Money{2'075'000});
        QCOMPARE(quote.walletOwed, Money{2'000'000});
        QCOMPARE(quote.walletAvailable, Money{});
        QCOMPARE(world.traces(), before);
        world.fill(world.buyer, quote.missing);
        QCOMPARE(world.wallet().available, Money{75'000});
        QVERIFY(world.order());
        QCOMPARE(world.ledger.verify(), std::optional<QString>());
    }

    // What was spent is owed, and whatever comes in pays that first.
    void whatIsNotInTheWalletAnyMoreIsOwed()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("razorpay"));
        QVERIFY(counter.tell("razorpay", toldOfPayment("payment.captured", payment.gatewayOrderId, 0)));
        const Customer &buyer = counter.world.buyer;
        const auto order = counter.world.ids.next<Order>();
        (void)counter.world.db->write([&](Tx &tx) {
            return counter.world.ledger.hold(tx, buyer.caller.id, order, {40'000}, QStringLiteral("Order"));
        });
        QVERIFY(counter.tell("razorpay", toldOfPayment("refund.processed", payment.gatewayOrderId, 50'000)));

        QVERIFY(resolve(counter, counter.flags()[0], FlagAction::Book));

        QCOMPARE(counter.world.wallet().available, Money{});
        QCOMPARE(counter.world.wallet().heldAmount, Money{40'000});
        QCOMPARE(counter.world.wallet().owed, Money{40'000});
        QCOMPARE(counter.world.db.number("count(*) FROM outbox WHERE body LIKE '%\"loss\":\"returned\","
                                         "\"amount\":\"500.00\",\"owed\":\"400.00\"%'"),
                 1);
        QCOMPARE(counter.balanceOf("buyer_debt"), -40'000);
        QVERIFY(isSound(counter));
        const Payment next = counter.open(QStringLiteral("razorpay"), 50'000);
        QVERIFY(counter.tell("razorpay", toldOfPayment("payment.captured.again", next.gatewayOrderId, 0)));
        QCOMPARE(counter.world.wallet().available, Money{10'000});
        QCOMPARE(counter.world.wallet().owed, Money{});
        const auto entries = counter.world.ledger.listWalletEntries(buyer.caller, {})->items;
        QCOMPARE(entries[0].type, WalletEntryType::TakenBack);
        QCOMPARE(entries[0].amount, Money{40'000});
        QCOMPARE(entries[1].type, WalletEntryType::Recharge);
        QCOMPARE(entries[1].amount, Money{50'000});
        QVERIFY(isSound(counter));
    }

    // A release and a refund pay the debt as a recharge does.
    void whatIsReleasedPaysTheDebt()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("razorpay"));
        QVERIFY(counter.tell("razorpay", toldOfPayment("payment.captured", payment.gatewayOrderId, 0)));
        const Id<Account> buyer = counter.world.buyer.caller.id;
        const auto order = counter.world.ids.next<Order>();
        (void)counter.world.db->write(
            [&](Tx &tx) { return counter.world.ledger.hold(tx, buyer, order, {50'000}, QStringLiteral("Order")); });
        QVERIFY(counter.tell("razorpay", toldOfPayment("refund.processed", payment.gatewayOrderId, 20'000)));
        QVERIFY(resolve(counter, counter.flags()[0], FlagAction::Book));
        QCOMPARE(counter.world.wallet().owed, Money{20'000});

        (void)counter.world.db->write(
            [&](Tx &tx) { return counter.world.ledger.release(tx, buyer, order, QStringLiteral("Cancelled")); });

        QCOMPARE(counter.world.wallet().available, Money{30'000});
        QCOMPARE(counter.world.wallet().owed, Money{});
        QVERIFY(isSound(counter));
    }

    void aDisputeOfRazorpayIsFlaggedAndALostOneCanBeBooked()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("razorpay"));
        const QString order = payment.gatewayOrderId;
        QVERIFY(counter.tell("razorpay", toldOfPayment("payment.captured", order, 0)));

        QVERIFY(
            counter.tell("razorpay", toldOfPayment("payment.dispute.created", order, 0, disputeOf(order, "open", 0))));
        QCOMPARE(counter.flags().size(), 1);
        QCOMPARE(counter.flags()[0].kind, FlagKind::Disputed);
        QCOMPARE(counter.flags()[0].note, std::optional(QStringLiteral("disp_1: fraud")));
        QCOMPARE(resolve(counter, counter.flags()[0], FlagAction::Book).error().code, ErrorCode::IllegalTransition);
        QVERIFY(counter.tell("razorpay",
                             toldOfPayment("payment.dispute.lost", order, 0, disputeOf(order, "lost", 50'000))));

        QCOMPARE(counter.flags().size(), 2);
        QCOMPARE(counter.flags()[0].kind, FlagKind::ChargedBack);
        QCOMPARE(resolve(counter, counter.flags()[0], FlagAction::Credit).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(counter.balance(), Money{50'000});
        QVERIFY(resolve(counter, counter.flags()[0], FlagAction::Book));
        QCOMPARE(counter.balance(), Money{});
        QCOMPARE(counter.statusOf(payment), PaymentStatus::Refunded);
        QVERIFY(isSound(counter));
    }

    // Stripe takes the money at once, and gives it back when the market was right.
    void aDisputeOfStripeTakesTheMoneyAndMayGiveItBack()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("stripe"));
        counter.visit(payment, "pay");
        counter.visit(payment, "dispute");
        counter.visit(payment, "win");
        const QList<RawBody> news = counter.gateway.inbox.take(6);
        QVERIFY(counter.tell("stripe", withWords(news, "payment_intent.succeeded")));
        QVERIFY(counter.tell("stripe", withWords(news, "charge.dispute.created")));
        QVERIFY(counter.tell("stripe", withWords(news, "charge.dispute.funds_withdrawn")));
        QVERIFY(counter.tell("stripe", withWords(news, "charge.dispute.closed")));
        QVERIFY(counter.tell("stripe", withWords(news, "charge.dispute.funds_reinstated")));

        QCOMPARE(counter.flags().size(), 3);
        const MoneyFlag back = flagOf(counter, FlagKind::Reinstated).value();
        QCOMPARE(resolve(counter, back, FlagAction::Credit).error().code,
                 ErrorCode::IllegalTransition); // it never left
        QCOMPARE(resolve(counter, back, FlagAction::Dismiss).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(counter.balance(), Money{50'000});
        QVERIFY(resolve(counter, flagOf(counter, FlagKind::ChargedBack).value(), FlagAction::Book));

        // Both end together, so nobody loses what the bank has given back.
        QCOMPARE(flagOf(counter, FlagKind::Reinstated)->status, FlagStatus::Credited);
        QCOMPARE(counter.balance(), Money{50'000});
        QCOMPARE(counter.world.wallet().owed, Money{});
        QVERIFY(isSound(counter));
    }

    // Providers keep no order: that it came back may be told first.
    void aWonDisputeWaitsForTheNewsThatItWasLost()
    {
        Counter counter;
        const QString order = counter.open(QStringLiteral("razorpay")).gatewayOrderId;
        QVERIFY(counter.tell("razorpay", toldOfPayment("payment.captured", order, 0)));
        QVERIFY(counter.tell("razorpay", toldOfPayment("payment.dispute.won", order, 0, disputeOf(order, "won", 0))));
        QVERIFY(counter.flags().isEmpty());
        QCOMPARE(counter.events("parked"), 1);

        QVERIFY(counter.tell("razorpay",
                             toldOfPayment("payment.dispute.lost", order, 0, disputeOf(order, "lost", 50'000))));

        QCOMPARE(counter.flags().size(), 2);
        QCOMPARE(counter.events("parked"), 0);
        QVERIFY(resolve(counter, flagOf(counter, FlagKind::ChargedBack).value(), FlagAction::Dismiss));
        QCOMPARE(flagOf(counter, FlagKind::Reinstated)->status, FlagStatus::Dismissed);
        QCOMPARE(counter.balance(), Money{50'000});
        QVERIFY(isSound(counter));
    }

    // What went back by another way is not what this dispute had taken.
    void onlyWhatTheDisputeTookComesBack()
    {
        Counter counter;
        const QString order = counter.open(QStringLiteral("razorpay")).gatewayOrderId;
        QVERIFY(counter.tell("razorpay", toldOfPayment("payment.captured", order, 0)));
        QVERIFY(counter.tell("razorpay", toldOfPayment("refund.processed", order, 25'000)));
        QVERIFY(resolve(counter, counter.flags()[0], FlagAction::Book));
        QVERIFY(counter.tell("razorpay",
                             toldOfPayment("payment.dispute.lost", order, 25'000, disputeOf(order, "lost", 25'000))));
        QVERIFY(resolve(counter, flagOf(counter, FlagKind::ChargedBack).value(), FlagAction::Dismiss));
        QVERIFY(counter.tell("razorpay",
                             toldOfPayment("payment.dispute.won", order, 25'000, disputeOf(order, "won", 25'000))));

        const auto credit = resolve(counter, flagOf(counter, FlagKind::Reinstated).value(), FlagAction::Credit);

        QCOMPARE(credit.error().code, ErrorCode::IllegalTransition);
        QCOMPARE(flagOf(counter, FlagKind::Reinstated)->status, FlagStatus::Open);
        QCOMPARE(counter.balance(), Money{25'000});
        QVERIFY(isSound(counter));
    }

    // What never was in a wallet cannot leave it.
    void whatWasNotCreditedCannotBeBooked()
    {
        Counter counter;
        const Payment payment = counter.open(QStringLiteral("razorpay"));
        QVERIFY(counter.tell("razorpay", toldOfPayment("refund.processed", payment.gatewayOrderId, 50'000)));

        QCOMPARE(resolve(counter, counter.flags()[0], FlagAction::Book).error().code, ErrorCode::IllegalTransition);

        QCOMPARE(counter.flags()[0].status, FlagStatus::Open);
        QCOMPARE(counter.balance(), Money{});
        QCOMPARE(counter.balanceOf("gateway_clearing"), 0);
    }
};

TEST_CLASS(TestOfChargebacks)
#include "tst_chargebacks.moc"
