// PAYO-04, PAYO-08, PAY-22: news of the provider of payouts that come late or too early, what went back there, and
// transfers that do not end by themselves.

#include "tests/money/payer.h"
#include "tests/support/runner.h"

#include <QJsonArray>

namespace {

// The same stores behind the same provider, after an admin has closed it.
struct Closed
{
    payments::Service payments;
    payouts::Service payouts;

    explicit Closed(Payer &payer)
        : payments{*payer.world.db,       payer.world.db.clock,   payer.world.ids,      payer.world.accounts,
                   payer.world.auth,      payer.world.ledger,     payer.world.settings, payer.world.audit,
                   payer.world.secrets(), {closed(payer.connect)}}
        , payouts{*payer.world.db, payer.world.ids,      payer.world.ledger, payer.world.orders, payer.world.tax,
                  payer.world.kyc, payer.world.accounts, payer.world.auth,   payer.world.audit,  payer.world.settings,
                  payments}
    {}

private:
    static payments::GatewayConfig closed(payments::GatewayConfig config)
    {
        config.isOn = false;
        return config;
    }
};

struct ConnectedDesk : Payer
{
    ConnectedDesk()
    {
        switchOn();
        onboard();
    }
    Id<Payout> paid()
    {
        const Id<Payout> id = approved();
        if (payouts.followUp() != 1)
            qFatal("the payout is not sent");
        return id;
    }
    Result<PayoutTransfer> end(Id<Payout> id)
    {
        return payouts.endPayoutTransfer(world.admin, id, {QStringLiteral("It does not end by itself")});
    }
    QList<MoneyFlag> flags() { return payments.listMoneyFlags(world.admin, {})->items; }
    qint64 asked() { return world.db.number("count(*) FROM audit_log WHERE action = 'payouts.transfer_asked'"); }
    qint64 toAsk() { return world.db.number("count(*) FROM payout_transfers WHERE next_try_at IS NOT NULL"); }
};

} // namespace

class TestOfConnectNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // A second transfer would have another key: it would be paid twice.
    void whatTheProviderHasPaidOnlyTheProviderTakesBack()
    {
        ConnectedDesk desk;
        const Id<Payout> id = desk.paid();

        const auto returned = desk.payouts.returnPayout(desk.world.admin, id, {QStringLiteral("account closed")});

        QCOMPARE(returned.error().code, ErrorCode::IllegalTransition);
        QCOMPARE(desk.read(id).status, PayoutStatus::Processed);
        QCOMPARE(desk.office.balance().released, Money{});
        QCOMPARE(desk.office.balance().paidOut, Money{147'000});
        QCOMPARE(desk.end(id)->status, TransferStatus::Paid); // the provider knows of nothing
        desk.control({{"reverse", *desk.transfer(id).transferRef}});
        QCOMPARE(desk.end(id)->status, TransferStatus::Reversed);
        QCOMPARE(desk.read(id).failureCode, std::optional(PayoutFailure::Returned));
        QCOMPARE(desk.office.balance().released, Money{147'000});
        QCOMPARE(desk.asked(), 2);
        QCOMPARE(desk.end(id).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(desk.world.ledger.verify(), std::optional<QString>());
    }

    void whatIsToldWhileTheProviderIsAskedIsAskedAboutAgain()
    {
        ConnectedDesk desk;
        const Id<Payout> id = desk.paid();
        payouts::Store store;
        const auto transfer = [&] { return desk.world.db->read([&](Tx &tx) { return *store.transfer(tx, id); }); };
        const auto account = [&] {
            return desk.world.db->read([&](Tx &tx) { return *store.account(tx, desk.world.store.id); });
        };
        const payouts::TransferRow seen = transfer();
        const payouts::AccountRow seenAccount = account();

        // In the same millisecond as before.
        (void)desk.world.db->write([&](Tx &tx) -> Result<> {
            store.askTransfer(tx, *seen.transferRef);
            store.askAccount(tx, seenAccount.accountRef);
            store.leaveAlone(tx, seen);
            store.putOff(tx, seen, QStringLiteral("no answer"), tx.now().after(hourMs));
            store.noteAccount(tx, seenAccount, PayoutAccountStatus::Active, std::nullopt);
            store.askAgainAt(tx, seenAccount, tx.now().after(hourMs));
            return {};
        });

        QCOMPARE(transfer().nextTryAt, std::optional(desk.world.db.clock.now()));
        QCOMPARE(account().askAt, std::optional(desk.world.db.clock.now()));
        QCOMPARE(desk.payouts.followUp(), 0);
        QCOMPARE(transfer().nextTryAt, std::nullopt);
        QCOMPARE(account().askAt, std::nullopt);
    }

    // The store has been asked for a week; then only its provider knows of it.
    void aNewsIsAskedAboutUntilTheProviderAnswers()
    {
        Payer payer;
        payer.switchOn();
        QVERIFY(payer.payouts.openPayoutAccount(payer.office.store));
        payer.world.db.clock.advance(8 * dayMs);
        QCOMPARE(payer.payouts.followUp(), 0);
        QCOMPARE(payer.world.db.number("count(*) FROM payout_accounts WHERE ask_at IS NOT NULL"), 0);
        payer.gateway.post(QStringLiteral("/stripe/onboarding/%1/finish").arg(*payer.account().accountRef));
        payer.hear(1);
        payer.control({{"outages", 4}});

        QCOMPARE(payer.payouts.followUp(), 0);
        QCOMPARE(payer.account().status, PayoutAccountStatus::Pending);
        payer.control({{"outages", 0}});
        payer.world.db.clock.advance(11 * minuteMs);

        QCOMPARE(payer.payouts.followUp(), 1);
        QCOMPARE(payer.account().status, PayoutAccountStatus::Active);
        QCOMPARE(payer.world.db.number("count(*) FROM payout_accounts WHERE ask_at IS NOT NULL"), 0);
    }

    // The news of it came when nobody here knew yet that the transfer was made.
    void whatIsTakenBackBeforeItIsKnownToBePaidReturnsToTheBalance()
    {
        ConnectedDesk desk;
        const Id<Payout> id = desk.approved();
        desk.control({{"lose_transfers", 1}});
        QCOMPARE(desk.payouts.followUp(), 0);
        desk.control({{"reverse", desk.made(id)[0].toObject().value("id").toString()}});
        desk.hear(2); // that it was made, and taken back
        desk.world.db.clock.advance(10 * minuteMs);

        QCOMPARE(desk.payouts.followUp(), 1);
        QCOMPARE(desk.read(id).status, PayoutStatus::Processed);
        QCOMPARE(desk.payouts.followUp(), 1);

        QCOMPARE(desk.transfer(id).status, TransferStatus::Reversed);
        QCOMPARE(desk.read(id).failureCode, std::optional(PayoutFailure::Returned));
        QCOMPARE(desk.office.balance().released, Money{147'000});
        QCOMPARE(desk.toAsk(), 0);
        QCOMPARE(desk.world.ledger.verify(), std::optional<QString>());
    }

    // PAY-08: the payout stays paid, and an admin hears of each sum.
    void aPartThatIsTakenBackIsFlagged()
    {
        ConnectedDesk desk;
        const Id<Payout> id = desk.paid();
        const auto reverse = [&](qint64 paise) {
            desk.control({{"reverse", *desk.transfer(id).transferRef}, {"reverse_amount", paise}});
            (void)desk.end(id);
        };

        reverse(23'500);
        reverse(23'500);

        const auto flags = desk.flags();
        QCOMPARE(flags.size(), 1);
        QCOMPARE(flags[0].kind, FlagKind::Returned);
        QCOMPARE(flags[0].provider, QStringLiteral("stripe_connect"));
        QCOMPARE(flags[0].amount, Money{23'500});
        QCOMPARE(flags[0].expectedAmount, std::optional(Money{147'000}));
        QCOMPARE(flags[0].reference, std::optional(desk.read(id).payoutNumber));
        QCOMPARE(desk.world.db.number("count(*) FROM outbox WHERE topic = 'payments.flagged'"), 1);
        QCOMPARE(desk.read(id).status, PayoutStatus::Processed);
        QCOMPARE(desk.payments
                     .resolveMoneyFlag(desk.world.admin, flags[0].id,
                                       {.action = FlagAction::Credit, .reason = QStringLiteral("It is back")})
                     .error()
                     .code,
                 ErrorCode::IllegalTransition);
        reverse(40'000);
        QCOMPARE(desk.flags().size(), 2);
        reverse(147'000);
        QCOMPARE(desk.read(id).failureCode, std::optional(PayoutFailure::Returned));
        QCOMPARE(desk.world.ledger.verify(), std::optional<QString>());
    }

    void aProviderThatIsClosedEndsWhatWasBegunAndBeginsNothing()
    {
        ConnectedDesk desk;
        const Id<Payout> begun = desk.approved();
        desk.control({{"lose_transfers", 1}});
        QCOMPARE(desk.payouts.followUp(), 0);
        desk.world.settled();
        const Id<Payout> wanted = desk.approved();
        Closed closed(desk);
        desk.world.db.clock.advance(10 * minuteMs);

        QCOMPARE(closed.payouts.followUp(), 1);

        QCOMPARE(desk.transfer(begun).status, TransferStatus::Paid);
        QCOMPARE(desk.read(begun).status, PayoutStatus::Processed);
        QCOMPARE(desk.transfer(wanted).status, TransferStatus::Wanted);
        QCOMPARE(desk.transfer(wanted).tries, 0);
        QVERIFY(desk.transfer(wanted).problem->contains(QStringLiteral("closed")));
        QCOMPARE(desk.made(wanted).size(), 0);
        QCOMPARE(closed.payouts.openPayoutAccount(desk.office.store).error().code, ErrorCode::Unavailable);
        desk.world.db.clock.advance(hourMs);
        desk.payouts.followUp();
        QCOMPARE(desk.read(wanted).status, PayoutStatus::Processed);
    }

    // Whoever may still be sending it could do so after the provider has said no.
    void whatTheProviderNeverGotCanGoByTheBank()
    {
        ConnectedDesk desk;
        const Id<Payout> id = desk.approved();
        desk.control({{"outages", 4}});
        QCOMPARE(desk.payouts.followUp(), 0);
        QCOMPARE(desk.transfer(id).status, TransferStatus::Sending);
        QCOMPARE(desk.end(id).error().code, ErrorCode::IllegalTransition);
        QCOMPARE(desk.transfer(id).status, TransferStatus::Sending);
        QCOMPARE(desk.asked(), 0);
        desk.control({{"outages", 0}});
        desk.world.db.clock.advance(10 * minuteMs);

        QCOMPARE(desk.end(id)->status, TransferStatus::Cancelled);

        QCOMPARE(desk.read(id).status, PayoutStatus::Approved);
        QCOMPARE(desk.office.balance().inPayouts, Money{147'000});
        QCOMPARE(desk.payouts.followUp(), 0);
        QCOMPARE(desk.made(id).size(), 0);
        QVERIFY(desk.payouts.processPayout(desk.world.admin, id, {QStringLiteral("UTR-2026-77")}));
        QCOMPARE(desk.world.ledger.verify(), std::optional<QString>());
    }

    void whatTheProviderHasIsPaidAndNotCancelled()
    {
        ConnectedDesk desk;
        const Id<Payout> id = desk.approved();
        desk.control({{"lose_transfers", 1}});
        QCOMPARE(desk.payouts.followUp(), 0);
        desk.world.db.clock.advance(10 * minuteMs);

        QCOMPARE(desk.end(id)->status, TransferStatus::Paid);

        QCOMPARE(desk.read(id).status, PayoutStatus::Processed);
        QCOMPARE(desk.made(id).size(), 1);
    }

    void whatWasNotSentYetIsCancelledWithoutAsking()
    {
        ConnectedDesk desk;
        const Id<Payout> id = desk.approved();

        QCOMPARE(desk.end(id)->status, TransferStatus::Cancelled);

        QCOMPARE(desk.read(id).provider, PayoutProvider::Manual); // from now on
        QCOMPARE(desk.payouts.followUp(), 0);
        QCOMPARE(desk.made(id).size(), 0);
        QVERIFY(desk.payouts.makePayoutBatch(desk.world.admin, {{id}, QStringLiteral("neft")}));
    }

    void onlyWhoManagesPayoutsAndHasShownWhoItIsEndsATransfer()
    {
        ConnectedDesk desk;
        const Id<Payout> id = desk.approved();
        Caller staff = desk.world.admin, stale = desk.world.admin;
        staff.superAdmin = false;
        staff.permissions = {};
        stale.sessionId = desk.world.ids.next<Session>();
        const EndPayoutTransfer wish{QStringLiteral("It does not end by itself")};

        QCOMPARE(desk.payouts.endPayoutTransfer(staff, id, wish).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(desk.payouts.endPayoutTransfer(stale, id, wish).error().code, ErrorCode::ReauthenticationNeeded);
        QCOMPARE(desk.payouts.endPayoutTransfer(desk.world.admin, desk.world.ids.next<Payout>(), wish).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(desk.transfer(id).status, TransferStatus::Wanted);
        QCOMPARE(desk.asked(), 0);
    }
};

TEST_CLASS(TestOfConnectNews)
#include "tst_connectnews.moc"
