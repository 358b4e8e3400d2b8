// ACC-19, C73: whoever signed up by phone reaches the wizard and nothing else, over the wire, until an e-mail address
// is verified; be the profile complete or not.

#include "tests/access/asking.h"
#include "tests/support/runner.h"

namespace {

const QString phone = QStringLiteral("+919700000001");

SessionTokens signedUp(Stage &stage)
{
    (void)stage.market.settings
        .changeSetting(stage.root.caller, QStringLiteral("auth.phone_sign_up"), {QStringLiteral("true")})
        .value();
    const OtpChallenge challenge = stage.market.auth.askCode(stage.stranger(), {phone}).value();
    return stage.market.auth.verifyOtp(stage.stranger(), {challenge.challengeId, stage.newestCode(), {}, {}}).value();
}

void completeProfile(Stage &stage, const Caller &caller)
{
    (void)stage.market.accounts.updateMe(caller, {.fullName = QStringLiteral("Asha Rao"), .phone = phone}).value();
    (void)stage.market.accounts.addAddress(caller, Stage::home()).value();
    (void)stage.market.accounts.savePreferences(caller, {}).value();
    stage.market.outbox.drain();
}

} // namespace

class TestOfSessionsByPhone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void nothingButTheWizardIsReached()
    {
        Stage stage;
        const SessionTokens tokens = signedUp(stage);
        const Caller asha = stage.market.auth.callerOf(tokens.accessToken.toLatin1()).value();
        completeProfile(stage, asha);
        int refused = 0, wizard = 0;

        for (const Case &each : allCases()) {
            const Whose whose = casesOf(each.subject).constFirst();
            const bool isWizards = each.subject.access == Access::Onboarding;
            if (refusalOf(each.subject, Who::Limited, whose) != ErrorCode::ProfileIncomplete) {
                wizard += isWizards ? 1 : 0;
                continue;
            }
            QByteArray request = prepared(stage, each, Who::Limited, whose).request;
            request.replace(stage.standing(Who::Limited).token, tokens.accessToken.toLatin1());
            const Answer answer = stage.ask(request);
            QVERIFY2(answer.status == 403 && answer.code() == "PROFILE_INCOMPLETE",
                     (each.subject.name() + ": " + answer.head.left(30) + answer.body).constData());
            ++refused;
        }

        qInfo("%d endpoints are closed to a session by phone, %d are open", refused, wizard);
        QVERIFY(refused > 50);
        QVERIFY(wizard > 10);
    }

    void withAnAddressItIsASessionLikeAnyOther()
    {
        Stage stage;
        const SessionTokens tokens = signedUp(stage);
        const Caller asha = stage.market.auth.callerOf(tokens.accessToken.toLatin1()).value();
        completeProfile(stage, asha);
        const auto read = [&](const QString &token) {
            const QByteArray bearer = "Authorization: Bearer " + token.toLatin1() + "\r\n";
            return stage.ask(House::request("GET", "/api/v1/wallet", bearer)).status;
        };
        QCOMPARE(read(tokens.accessToken), 403);

        const auto challenge = stage.market.auth.startEmail(asha, {.email = QStringLiteral("asha@example.in")});
        stage.market.outbox.drain();
        QVERIFY(stage.market.auth.confirmEmail(asha, {challenge->challengeId, stage.emailCodes.constLast().code}));
        const auto renewed = stage.market.auth.refreshSession(stage.stranger(), {tokens.refreshToken});

        QCOMPARE(read(renewed->accessToken), 200);
    }
};

TEST_CLASS(TestOfSessionsByPhone)

#include "tst_byphone.moc"
