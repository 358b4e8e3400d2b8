// The objects of Stage that have to do with payouts and commission, and their samples.

#include "server/auth/store.h"
#include "shared/base/indiatime.h"
#include "tests/access/samples.h"

namespace {

QString dayAfter(const Stage &stage, qint64 days)
{
    return india::dayText(india::dayNumber(stage.db.clock.now()) + days);
}

} // namespace

Id<Session> Stage::provenSession(Id<Account> account)
{
    const Instant now = db.clock.now(), farAway = now.after(10'000 * dayMs);
    const auth::SessionRow session{.id = market.ids.next<Session>(),
                                   .accountId = account,
                                   .ip = QStringLiteral("192.0.2.1"),
                                   .createdAt = now,
                                   .lastSeenAt = now,
                                   .expiresAt = farAway,
                                   .confirmedUntil = farAway,
                                   .confirmedBy = auth::Confirmation::Password};
    (void)db->write([&](Tx &tx) -> Result<> {
        tx.insert("sessions", session);
        return {};
    });
    return session.id;
}

Id<Payout> Stage::approvedPayout()
{
    const Id<Payout> id = Id<Payout>::parse(QString::fromLatin1(payout(Who::Vendor)));
    (void)market.payouts.approvePayout(root.caller, id).value();
    return id;
}

QByteArray Stage::batch()
{
    return market.payouts.makePayoutBatch(root.caller, {{approvedPayout()}, QStringLiteral("neft")})
        .value()
        .id.text()
        .toLatin1();
}

// For a category of its own, so that no two ever share a day.
QByteArray Stage::commissionRate()
{
    const Category category = market.catalog.addCategory(root.caller, {.name = unused("Rated ")}).value();
    return market.catalog
        .addCommissionRate(root.caller, {.level = CommissionLevel::Category,
                                         .subjectId = category.id.text(),
                                         .rate = {250},
                                         .validFrom = dayAfter(*this, 0),
                                         .reason = QStringLiteral("Agreed for the season")})
        .value()
        .id.text()
        .toLatin1();
}

QByteArray Stage::statement(Who vendor)
{
    const Caller &caller = standing(vendor).caller;
    const QByteArray id =
        market.reports.askStatement(caller, {.format = ReportFormat::Csv}).value().id.text().toLatin1();
    market.reports.workOff();
    return id;
}

template <>
Sent sample<MakePayoutBatch>(Situation &at)
{
    return said(MakePayoutBatch{{at.stage.approvedPayout()}, QStringLiteral("neft")});
}

// Somebody else has opened it.
template <>
Sent sample<WithdrawPayoutBatch>(Situation &at)
{
    (void)at.stage.db->write([&](Tx &tx) -> Result<> {
        tx.run("UPDATE payout_batches SET opened_at = created_at WHERE id = ?",
               Id<PayoutBatch>::parse(QString::fromLatin1(at.object)));
        return {};
    });
    return said(WithdrawPayoutBatch{QStringLiteral("HDFC/WITHDRAWN-1")});
}

template <>
Sent sample<EnterBankAnswer>(Situation &)
{
    return said(EnterBankAnswer{QStringLiteral("payout_number,status,reference,reason\nPO-0,paid,UTR-1,\n")});
}

template <>
Sent sample<ReturnPayout>(Situation &at)
{
    // Only what has left can come back; what was refused before stays so.
    const auto id = Id<Payout>::parse(QString::fromLatin1(at.object));
    (void)at.stage.market.payouts.approvePayout(at.stage.root.caller, id);
    (void)at.stage.market.payouts.processPayout(at.stage.root.caller, id, {QStringLiteral("HDFC/") + id.text()});
    return said(ReturnPayout{QStringLiteral("The account is closed")});
}

template <>
Sent sample<NotePayoutHolder>(Situation &)
{
    return said(NotePayoutHolder{QStringLiteral("The account is his brother's")});
}

// The stage's payouts go by the bank; this one is to go through a provider.
template <>
Sent sample<EndPayoutTransfer>(Situation &at)
{
    const auto id = Id<Payout>::parse(QString::fromLatin1(at.object));
    (void)at.stage.market.payouts.approvePayout(at.stage.root.caller, id);
    (void)at.stage.db->write([&](Tx &tx) -> Result<> {
        tx.run("INSERT INTO payout_transfers (payout_id, provider, account_ref, status, tries, created_at, updated_at,"
               " next_try_at) SELECT id, 'stripe_connect', 'acct_1', 'wanted', 0, requested_at, requested_at,"
               " requested_at FROM payouts WHERE id = ? ON CONFLICT DO NOTHING",
               id);
        return {};
    });
    return said(EndPayoutTransfer{QStringLiteral("It does not end by itself")});
}

template <>
Sent sample<AddCommissionRate>(Situation &at)
{
    const Category category =
        at.stage.market.catalog.addCategory(at.stage.root.caller, {.name = at.stage.unused("Rated ")}).value();
    return said(AddCommissionRate{.level = CommissionLevel::Category,
                                  .subjectId = category.id.text(),
                                  .rate = {250},
                                  .validFrom = dayAfter(at.stage, 1),
                                  .reason = QStringLiteral("Agreed for the season")});
}

template <>
Sent sample<EndCommissionRate>(Situation &at)
{
    return said(EndCommissionRate{dayAfter(at.stage, 5), QStringLiteral("Agreed anew")});
}

template <>
Sent sample<AskCommission>(Situation &at)
{
    return {.query = "?product_id=" + at.stage.standing(Who::Vendor).product->id.text().toLatin1()};
}

template <>
Sent sample<AskStatement>(Situation &at)
{
    // Nobody may have many waiting; what others asked for is made first.
    at.stage.market.reports.workOff();
    return said(AskStatement{.format = ReportFormat::Csv});
}
