#include "server/core/permit.h"
#include "tests/support/runner.h"

// What a service asks again, whichever way a caller came (AUTH-36).
class TestOfPermit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsABuyer()
    {
        const Result<> stranger = permitBuyer(Caller{});
        const Result<> program = permitBuyer(Caller{.apiKeyId = {QUuid::createUuid()}});
        const Result<> buyer = permitBuyer(Caller{.role = Role::Buyer, .known = true});
        const Result<> distributor = permitBuyer(Caller{.role = Role::Distributor, .known = true});
        const Result<> vendor = permitBuyer(Caller{.role = Role::Vendor, .known = true});

        QCOMPARE(stranger.error().code, ErrorCode::Forbidden);
        QCOMPARE(program.error().code, ErrorCode::Forbidden);
        QVERIFY(buyer);
        QVERIFY(distributor);
        QCOMPARE(vendor.error().code, ErrorCode::Forbidden);
    }

    void nobodyHasAPermissionOrAStore()
    {
        QCOMPARE(permit(Caller{.role = Role::Admin, .superAdmin = true}, Permission::ManageUsers).error().code,
                 ErrorCode::PermissionMissing);
        QCOMPARE(storeOf(Caller{}).error().code, ErrorCode::Forbidden);
    }
};

TEST_CLASS(TestOfPermit)
#include "tst_permit.moc"
