#include "tests/commerce/square.h"
#include "tests/support/runner.h"

namespace {

Caller inSession(Caller who, Id<Session> session)
{
    who.sessionId = session;
    return who;
}

RegisterDevice phone(const QString &token)
{
    return {.platform = PushPlatform::Android, .token = token, .name = QStringLiteral("Bina's phone")};
}

const QString oneToken = QStringLiteral("token-of-one-phone");
const QString otherToken = QStringLiteral("token-of-other-phone");

} // namespace

// NOTIF-20: where news can be pushed to.
class TestOfDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // NOTIF-20
    void aSessionRegistersItsDeviceAndSeesAllOfTheAccount()
    {
        Square square;
        const Caller here = inSession(square.buyer, square.ids.next<Session>());
        const Caller there = inSession(square.buyer, square.ids.next<Session>());

        const auto one = square.notifications.registerDevice(here, phone(oneToken));
        const auto other = square.notifications.registerDevice(there, phone(otherToken));
        const auto listed = square.notifications.listDevices(here);

        QVERIFY(one->isCurrent);
        QCOMPARE(listed->size(), 2);
        QCOMPARE(listed->at(0).id, other->id);
        QVERIFY(!listed->at(0).isCurrent);
        QVERIFY(listed->at(1).isCurrent);
        QCOMPARE(listed->at(1).name, QStringLiteral("Bina's phone"));
        QVERIFY(!json::bytes(*listed).contains(oneToken.toUtf8()));
        QCOMPARE(square.notifications.registerDevice(square.buyer, phone(oneToken)).error().code, ErrorCode::Forbidden);
    }

    // A phone that was given away hears the news of its new owner only.
    void aTokenIsOneDeviceOfWhoeverSignedInThereLast()
    {
        Square square;
        const Caller bina = inSession(square.buyer, square.ids.next<Session>());
        const Caller asha = inSession(square.vendor, square.ids.next<Session>());
        QVERIFY(square.notifications.registerDevice(bina, phone(oneToken)));
        QVERIFY(square.notifications.registerDevice(bina, phone(oneToken)));
        QCOMPARE(square.notifications.listDevices(bina)->size(), 1);

        QVERIFY(square.notifications.registerDevice(asha, phone(oneToken)));

        QCOMPARE(square.notifications.listDevices(bina)->size(), 0);
        QCOMPARE(square.notifications.listDevices(asha)->size(), 1);
        QCOMPARE(square.db.number("count(*) FROM push_devices"), 1);
    }

    // NOTIF-20: who has left hears nothing more.
    void aDeviceGoesWithItsSession()
    {
        Square square;
        const Caller here = inSession(square.buyer, square.ids.next<Session>());
        const Caller there = inSession(square.buyer, square.ids.next<Session>());
        const Caller asha = inSession(square.vendor, square.ids.next<Session>());
        QVERIFY(square.notifications.registerDevice(here, phone(oneToken)));
        QVERIFY(square.notifications.registerDevice(there, phone(otherToken)));
        QVERIFY(square.notifications.registerDevice(asha, phone(QStringLiteral("token-of-a-third-phone"))));

        square.happen(SessionsRevoked{square.buyer.id, here.sessionId, QStringLiteral("signed_out")});
        QCOMPARE(square.notifications.listDevices(there)->size(), 1);
        QVERIFY(square.notifications.listDevices(there)->at(0).isCurrent);
        square.happen(SessionsRevoked{square.buyer.id, std::nullopt, QStringLiteral("password_changed")});

        QCOMPARE(square.notifications.listDevices(there)->size(), 0);
        QCOMPARE(square.notifications.listDevices(asha)->size(), 1);
    }

    // NOTIF-20, C58
    void aDeviceIsRemovedByItsOwnerOnly()
    {
        Square square;
        const Caller bina = inSession(square.buyer, square.ids.next<Session>());
        const auto device = square.notifications.registerDevice(bina, phone(oneToken));

        const auto foreign = square.notifications.removeDevice(square.vendor, device->id);
        const auto unknown = square.notifications.removeDevice(square.vendor, square.ids.next<PushDevice>());
        QCOMPARE(square.notifications.listDevices(bina)->size(), 1);
        const auto own = square.notifications.removeDevice(bina, device->id);

        QCOMPARE(foreign.error().code, ErrorCode::NotFound);
        QCOMPARE(foreign.error().message, unknown.error().message);
        QVERIFY(own);
        QCOMPARE(square.notifications.listDevices(bina)->size(), 0);
    }

    void anAccountHasSoManyDevicesAndNoMore()
    {
        Square square;
        const Caller bina = inSession(square.buyer, square.ids.next<Session>());
        for (int i = 0; i < pushDevicesMax; ++i)
            QVERIFY(square.notifications.registerDevice(bina, phone(QStringLiteral("token-of-a-phone-%1").arg(i))));

        const auto more = square.notifications.registerDevice(bina, phone(oneToken));

        QCOMPARE(more.error().code, ErrorCode::Conflict);
        QCOMPARE(square.notifications.listDevices(bina)->size(), pushDevicesMax);
    }
};

TEST_CLASS(TestOfDevices)

#include "tst_devices.moc"
