// The stand-ins for Stripe, SSLCommerz and a bank keep the rules of what they stand for; over sockets they are met in
// tests/money.

#include "server/paygate/bank.h"
#include "server/paygate/sslcommerz.h"
#include "server/paygate/stripe.h"

#include <QJsonArray>
#include <QTest>

using namespace paygate;

namespace {

struct FixedClock : Clock
{
    Instant now() const override { return {1'763'700'000'000}; }
};

QJsonObject jsonOf(const Told &told)
{
    return QJsonDocument::fromJson(told.bytes).object();
}

struct World
{
    FixedClock clock;
    QRandomGenerator random{7};
    Webhooks webhooks{{}};
    Stripe stripe{"sk_test", clock, random, webhooks};
    Sslcommerz sslcommerz{{"store", "pass&word"}, random, webhooks};
    Bank bank{clock};

    Told post(const QString &path, const QByteArray &body, const QByteArray &key = {},
              const QByteArray &secret = "sk_test")
    {
        return stripe.answer({.method = "POST",
                              .path = path,
                              .authorization = "Basic " + (secret + ':').toBase64(),
                              .idempotencyKey = key,
                              .body = body});
    }
    Told query(const QString &path, const QString &query)
    {
        return sslcommerz.answer({.method = "GET",
                                  .path = path,
                                  .query = QUrlQuery(query + "&store_id=store&store_passwd=pass%26word&format=json")});
    }
};

const QByteArray session = "store_id=store&store_passwd=pass%26word&total_amount=500.00&currency=INR&tran_id=T1"
                           "&success_url=s&fail_url=f&cancel_url=c&cus_name=A+B&cus_email=e&cus_phone=p"
                           "&shipping_method=NO&product_name=n&product_profile=general";

} // namespace

class DesksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyMakesARepeatHarmlessAndIsRefusedForSomethingElse()
    {
        World world;

        const Told first = world.post("/v1/payment_intents", "amount=50000&currency=inr", "k1");
        const Told again = world.post("/v1/payment_intents", "amount=50000&currency=inr", "k1");
        const Told other = world.post("/v1/payment_intents", "amount=60000&currency=inr", "k1");

        QCOMPARE(first.status, 200);
        QCOMPARE(again.bytes, first.bytes);
        QCOMPARE(other.status, 400);
        QVERIFY(other.bytes.contains("idempotency_error"));
        QVERIFY(jsonOf(first).value("client_secret").toString().startsWith(jsonOf(first).value("id").toString()));
    }

    void stripeRefusesStrangersAndUpperCase()
    {
        World world;

        QCOMPARE(world.post("/v1/payment_intents", "amount=50000&currency=inr", {}, "sk_other").status, 401);
        QCOMPARE(world.post("/v1/payment_intents", "amount=50000&currency=INR").status, 400);
        QCOMPARE(world.post("/v1/payment_intents", "amount=500.00&currency=inr").status, 400);
        QCOMPARE(world.post("/v1/payment_intents/pi_0/capture", "").status, 404);
    }

    void anIntentIsAuthorizedCapturedAndGivenBackOnce()
    {
        World world;
        const QString id =
            jsonOf(world.post("/v1/payment_intents", "amount=50000&currency=inr")).value("id").toString();

        const Told early = world.post("/v1/payment_intents/" + id + "/capture", "");
        const QString charge = jsonOf(world.post("/checkout/" + id + "/authorize", {})).value("charge").toString();
        const Told captured = world.post("/v1/payment_intents/" + id + "/capture", "amount_to_capture=50000");
        const QByteArray refund = "amount=50000&charge=" + charge.toLatin1();
        const Told back = world.post("/v1/refunds", refund);
        const Told more = world.post("/v1/refunds", refund);

        QCOMPARE(early.status, 400);
        QCOMPARE(jsonOf(captured).value("status").toString(), QString("succeeded"));
        QCOMPARE(jsonOf(captured).value("amount_received").toInteger(), 50000);
        QCOMPARE(jsonOf(back).value("status").toString(), QString("succeeded"));
        QCOMPARE(more.status, 400);
        QCOMPARE(world.post("/checkout/" + id + "/pay", {}).status, 400);
    }

    // PAY-20, PAY-22: an account is paid when its store has set it up, and a key pays once.
    void aStoreIsPaidWhenItsAccountIsSetUp()
    {
        World world;
        const QByteArray wish = "type=express&country=IN&capabilities%5Btransfers%5D%5Brequested%5D=true";
        const auto read = [&](const QString &path, const QString &query = {}) {
            return jsonOf(world.stripe.answer({.method = "GET",
                                               .path = path,
                                               .query = QUrlQuery(query),
                                               .authorization = "Basic " + QByteArray("sk_test:").toBase64()}));
        };
        const QString id = jsonOf(world.post("/v1/accounts", wish, "k1")).value("id").toString();
        const QByteArray transfer = "amount=50000&currency=inr&transfer_group=P1&destination=" + id.toLatin1();

        const Told early = world.post("/v1/transfers", transfer, "early");
        const QString page = jsonOf(world.post("/v1/account_links", "account=" + id.toLatin1() +
                                                                        "&refresh_url=a&return_url=b"
                                                                        "&type=account_onboarding"))
                                 .value("url")
                                 .toString();
        const bool wasReady = read("/v1/accounts/" + id).value("payouts_enabled").toBool();
        world.post("/onboarding/" + id + "/finish", {});
        const Told first = world.post("/v1/transfers", transfer, "P1");
        const Told again = world.post("/v1/transfers", transfer, "P1");

        QCOMPARE(early.status, 400);
        QVERIFY(page.endsWith("/onboarding/" + id));
        QVERIFY(!wasReady);
        QVERIFY(read("/v1/accounts/" + id).value("payouts_enabled").toBool());
        QCOMPARE(again.bytes, first.bytes);
        QCOMPARE(read("/v1/transfers", "transfer_group=P1").value("data").toArray().size(), 1);
        QCOMPARE(read("/v1/transfers", "transfer_group=P2").value("data").toArray().size(), 0);
        QCOMPARE(jsonOf(world.post("/v1/accounts", wish, "k1")).value("id").toString(), id);
    }

    void aTransferThatIsLostIsMadeAllTheSame()
    {
        World world;
        const QByteArray wish = "type=express&country=IN&capabilities%5Btransfers%5D%5Brequested%5D=true";
        const QString id = jsonOf(world.post("/v1/accounts", wish)).value("id").toString();
        world.post("/onboarding/" + id + "/finish", {});
        world.stripe.answer({.method = "POST", .path = "/control", .body = "{\"lose_transfers\":1}"});

        const Told lost = world.post("/v1/transfers",
                                     "amount=50000&currency=inr&transfer_group=P1&destination=" + id.toLatin1(), "P1");
        const QJsonObject seen =
            jsonOf(world.stripe.answer({.method = "GET",
                                        .path = "/v1/transfers",
                                        .query = QUrlQuery("transfer_group=P1"),
                                        .authorization = "Basic " + QByteArray("sk_test:").toBase64()}));

        QCOMPARE(lost.status, 500);
        QCOMPARE(seen.value("data").toArray().size(), 1);
    }

    void aSessionNeedsItsFieldsAndItsStore()
    {
        World world;
        QByteArray foreign = session, nameless = session;
        foreign.replace("pass%26word", "other");
        nameless.replace("cus_name=A+B&", "");
        const auto open = [&](const QByteArray &body) {
            return jsonOf(world.sslcommerz.answer({.method = "POST", .path = "/gwprocess/v4/api.php", .body = body}));
        };

        QCOMPARE(open(session).value("status").toString(), QString("SUCCESS"));
        QCOMPARE(open(foreign).value("status").toString(), QString("FAILED"));
        QVERIFY(open(nameless).value("failedreason").toString().contains("cus_name"));
    }

    void whatWasPaidIsValidatedFoundAndGivenBackOnce()
    {
        World world;
        world.sslcommerz.answer({.method = "POST", .path = "/gwprocess/v4/api.php", .body = session});

        world.sslcommerz.answer({.method = "POST", .path = "/checkout/T1/fail"});
        const QJsonObject paid = jsonOf(world.sslcommerz.answer({.method = "POST", .path = "/checkout/T1/pay"}));
        const QJsonObject valid =
            jsonOf(world.query("/validator/api/validationserverAPI.php", "val_id=" + paid.value("val_id").toString()));
        const QJsonObject found = jsonOf(world.query("/validator/api/merchantTransIDvalidationAPI.php", "tran_id=T1"));
        const QString back = "refund_amount=500.00&bank_tran_id=" + paid.value("bank_tran_id").toString();
        const QJsonObject first = jsonOf(world.query("/validator/api/merchantTransIDvalidationAPI.php", back));
        const QJsonObject again = jsonOf(world.query("/validator/api/merchantTransIDvalidationAPI.php", back));

        QCOMPARE(valid.value("status").toString(), QString("VALID"));
        QCOMPARE(valid.value("currency_amount").toString(), QString("500.00"));
        QCOMPARE(valid.value("currency_type").toString(), QString("INR"));
        QCOMPARE(valid.value("amount").toString(), QString("750.00")); // in taka
        QCOMPARE(found.value("no_of_trans_found").toInt(), 2);
        QCOMPARE(first.value("status").toString(), QString("success"));
        QCOMPARE(again.value("errorReason").toString(), QString("Transaction is already refunded"));
        QCOMPARE(
            jsonOf(world.query("/validator/api/validationserverAPI.php", "val_id=val0")).value("status").toString(),
            QString("INVALID_TRANSACTION"));
    }

    void theBankPrintsWhatWasPaid()
    {
        World world;
        const auto pay = [&](const QByteArray &body) {
            return world.bank.answer({.method = "POST", .path = "/pay", .body = body}).status;
        };

        QCOMPARE(pay("{\"link\": \"upi://pay?pa=m%40bank&am=123456.50&tn=Recharge%20KW1&tr=KW1\"}"), 200);
        QCOMPARE(pay("{\"link\": \"https://bank.example\"}"), 400);
        const QByteArray csv = world.bank.answer({.method = "GET", .path = "/statement.csv"}).bytes;

        QVERIFY(csv.contains("Date,Narration,Chq./Ref.No.,Withdrawal Amt.,Deposit Amt.\r\n"));
        QVERIFY(csv.contains("Recharge KW1"));
        QVERIFY(csv.contains("\"1,23,456.50\""));
        QVERIFY(!csv.contains("https"));
    }
};

QTEST_GUILESS_MAIN(DesksTest)
#include "tst_desks.moc"
