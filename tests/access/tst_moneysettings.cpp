// AUTH-33: over the wire a setting that moves money is changed only by whoever has shown who it is.

#include "tests/access/asking.h"
#include "tests/support/runner.h"

class TestOfMoneySettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void whatMovesMoneyAsksWhoItIs()
    {
        Stage stage;
        const QByteArray token = stage.enter(stage.root).value().accessToken.toLatin1();
        Caller admin = stage.market.auth.callerOf(token).value();
        admin.ip = QStringLiteral("192.0.2.7");
        const QByteArray head = "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n";
        const QByteArray path = "/api/v1/admin/settings/";
        const auto put = [&](const QByteArray &key, const QByteArray &value) {
            return stage.ask(House::request("PUT", path + key, head, R"({"value":")" + value + R"("})"));
        };
        const QByteArray several = json::bytes(
            ChangeSettings{{{QStringLiteral("kyc.sla_hours"), QStringLiteral("48"), QStringLiteral("36")},
                            {QStringLiteral("tax.withhold"), QStringLiteral("true"), QStringLiteral("false")}}});
        const auto post = [&] { return stage.ask(House::request("POST", path + "changes", head, several)); };
        const QString asked = QString::fromLatin1(wireName(ErrorCode::ReauthenticationNeeded));

        QCOMPARE(put("kyc.sla_hours", "36").status, 200);
        QCOMPARE(put("payouts.second_approval_above", "0.00").code(), asked);
        QCOMPARE(put("wallet.mode", "mirror").code(), asked);
        QCOMPARE(post().code(), asked);
        QCOMPARE(stage.market.settings.money(settings::Key::PayoutsSecondApprovalAbove), Money{10'000'000});
        QCOMPARE(stage.market.settings.choice(settings::Key::WalletMode), QStringLiteral("own"));
        QCOMPARE(stage.market.settings.whole(settings::Key::KycSlaHours), 36);

        QVERIFY(stage.market.auth.reauthenticate(admin, {.password = stage.root.password}));
        QCOMPARE(put("payouts.second_approval_above", "0.00").status, 200);
        QCOMPARE(post().status, 200);
        QVERIFY(stage.market.settings.truth(settings::Key::TaxWithhold));
    }
};

TEST_CLASS(TestOfMoneySettings)

#include "tst_moneysettings.moc"
