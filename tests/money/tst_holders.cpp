// PAY-22: whose the account is that the provider of payouts pays.

#include "shared/base/indiatime.h"
#include "tests/money/payer.h"
#include "tests/support/runner.h"

namespace {

struct Named : Payer
{
    explicit Named(const QString &holder)
    {
        switchOn();
        set(holder);
    }
    // Whoever has the store's session may change it at the provider at any time.
    void set(const QString &holder)
    {
        control({{"holder", holder}});
        onboard();
    }
    PayoutDetail detail(Id<Payout> id) { return payouts.readPayout(world.admin, id).value(); }
    Id<Payout> asked() { return payouts.requestPayout(office.store).value().id; }
    Result<Payout> approve(Id<Payout> id) { return payouts.approvePayout(world.admin, id); }
    Result<Payout> note(Id<Payout> id)
    {
        return payouts.notePayoutHolder(world.admin, id, {QStringLiteral("The account is his brother's")});
    }
    qint64 audited(std::string_view action)
    {
        return world.db.number("count(*) FROM audit_log WHERE action = ?", action);
    }
};

} // namespace

class TestOfHolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void anAccountInTheNameOfThePapersNeedsNoNote_data()
    {
        QTest::addColumn<QString>("holder");
        QTest::newRow("the holder of the bank account") << QStringLiteral("OWNER");
        QTest::newRow("the store") << QStringLiteral("Yard, Iron");
        QTest::newRow("not told") << QString();
    }
    void anAccountInTheNameOfThePapersNeedsNoNote()
    {
        QFETCH(QString, holder);
        Named named(holder);
        const Id<Payout> id = named.asked();

        QVERIFY(named.approve(id));

        QVERIFY(named.detail(id).isHolderKnown);
        QCOMPARE(named.detail(id).providerHolder.value_or(QString()), holder);
        QCOMPARE(named.audited("payouts.holder_differs"), 0);
    }

    // As a bank account of somebody else would be.
    void anAccountInAnotherNameIsShownAuditedAndPaidWithANoteOnly()
    {
        Named named(QStringLiteral("Somebody Else"));
        const Id<Payout> id = named.asked();
        QVERIFY(!named.detail(id).isHolderKnown);
        QCOMPARE(named.detail(id).providerHolder, QStringLiteral("Somebody Else"));
        QCOMPARE(named.audited("payouts.holder_differs"), 1);
        const QList<qint64> before = named.world.traces();

        const auto refused = named.approve(id);
        const QList<qint64> after = named.world.traces();
        Caller stale = named.world.admin;
        stale.sessionId = named.world.ids.next<Session>();
        const auto unproved = named.payouts.notePayoutHolder(stale, id, {QStringLiteral("It is right")});
        QVERIFY(named.note(id));

        QCOMPARE(refused.error().code, ErrorCode::NotVerified);
        QVERIFY(refused.error().message.contains(QStringLiteral("Somebody Else")));
        QCOMPARE(after, before);
        QCOMPARE(unproved.error().code, ErrorCode::ReauthenticationNeeded);
        QCOMPARE(named.audited("payouts.holder_noted"), 1);
        QCOMPARE(named.detail(id).holderNote, QStringLiteral("The account is his brother's"));
        QVERIFY(named.approve(id));
        QCOMPARE(named.payouts.followUp(), 1);
        QCOMPARE(named.read(id).status, PayoutStatus::Processed);
        QCOMPARE(named.note(id).error().code, ErrorCode::IllegalTransition);
    }

    void anAccountThatChangesItsHolderAfterTheApprovalIsNotPaid()
    {
        Named named(QStringLiteral("Owner"));
        const Id<Payout> id = named.asked();
        QVERIFY(named.approve(id));
        named.set(QStringLiteral("Somebody Else")); // and is followed up at once

        QCOMPARE(named.transfer(id).status, TransferStatus::Wanted);
        QVERIFY(named.transfer(id).problem->contains(QStringLiteral("Somebody Else")));
        QCOMPARE(named.made(id).size(), 0);
        QVERIFY(named.note(id));
        named.world.db.clock.advance(10 * minuteMs);

        QCOMPARE(named.payouts.followUp(), 1);
        QCOMPARE(named.read(id).status, PayoutStatus::Processed);
    }

    // PAYO-03
    void aPayoutToAnotherNameDoesNotApproveItself_data()
    {
        QTest::addColumn<QString>("holder");
        QTest::addColumn<PayoutStatus>("status");
        QTest::newRow("of the papers") << QStringLiteral("Owner") << PayoutStatus::Approved;
        QTest::newRow("another") << QStringLiteral("Somebody Else") << PayoutStatus::Requested;
    }
    void aPayoutToAnotherNameDoesNotApproveItself()
    {
        QFETCH(QString, holder);
        QFETCH(PayoutStatus, status);
        Named named(holder);
        World &world = named.world;
        world.set(QStringLiteral("payouts.mode"), QStringLiteral("automatic"));
        world.set(QStringLiteral("payouts.schedule"), QStringLiteral("daily"));
        world.set(QStringLiteral("payouts.auto_approve_below"), QStringLiteral("1470.01"));
        const Instant morning = india::dayOf(world.db.clock.now()).after(dayMs + 10 * hourMs);
        world.db.clock.advance(morning.ms - world.db.clock.now().ms);

        QCOMPARE(named.payouts.makeDue(), 1);

        QCOMPARE(named.payouts.listAllPayouts(world.admin, {})->items[0].status, status);
    }
};

TEST_CLASS(TestOfHolders)
#include "tst_holders.moc"
