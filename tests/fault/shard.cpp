#include "tests/fault/shard.h"

namespace fault {

namespace {

constexpr int buyersPerShard = 20, ownTillsPerShard = 5;
constexpr qint64 rechargeMost = 1'000'000;

} // namespace

Shard::Shard(quint64 seed, int number, const Ids &ids, const std::vector<Id<Vendor>> &shared)
    : m_random(seed * 1'000 + quint64(number))
    , m_ids(ids)
    , m_sharedTills(int(shared.size()))
{
    for (int i = 0; i < buyersPerShard; ++i)
        purses.push_back({ids.next<Account>()});
    for (const Id<Vendor> &vendor : shared)
        tills.push_back({vendor, true});
    for (int i = 0; i < ownTillsPerShard; ++i)
        tills.push_back({ids.next<Vendor>()});
}

qint64 taxWithin(qint64 commission)
{
    return (commission * 18 + 59) / 118;
}

void Purse::gain(qint64 amount)
{
    const qint64 paid = std::min(owed, amount);
    owed -= paid;
    recharged -= paid;
    takenBack += paid;
    available += amount - paid;
}

void Purse::takeBack(qint64 amount)
{
    const qint64 covered = std::min(available, amount);
    available -= covered;
    recharged -= covered;
    takenBack += covered;
    owed += amount - covered;
}

void Till::gain(qint64 amount)
{
    const qint64 paid = std::min(owed, amount);
    owed -= paid;
    released += amount - paid;
}

void Till::give(qint64 amount)
{
    const qint64 covered = std::min(released, amount);
    released -= covered;
    owed += amount - covered;
}

Move Shard::next()
{
    constexpr int whole = 100;
    for (;;) {
        const qint64 at = below(whole);
        const std::optional<Move> move = at < 13   ? recharge()
                                         : at < 38 ? hold()
                                         : at < 44 ? topUp()
                                         : at < 51 ? release()
                                         : at < 66 ? settle()
                                         : at < 72 ? refund()
                                         : at < 78 ? reserve()
                                         : at < 84 ? conclude()
                                         : at < 87 ? bounce()
                                         : at < 90 ? adjust()
                                         : at < 92 ? takeBack()
                                         : at < 94 ? settleGateway()
                                         : at < 95 ? close()
                                                   : repeat();
        if (move)
            return *move;
    }
}

Move Shard::aside()
{
    return {.kind = Kind::Recharge, .subject = fresh(), .buyer = anyBuyer(), .amount = 1 + below(rechargeMost)};
}

std::optional<Move> Shard::recharge()
{
    const Move move = aside();
    Purse &purse = purses[move.buyer];
    purse.recharged += move.amount;
    purse.gain(move.amount);
    sums.clearing -= move.amount;
    keep(m_recharges, move);
    return move;
}

std::optional<Move> Shard::hold()
{
    const int buyer = anyBuyer();
    Purse &purse = purses[buyer];
    if (purse.available == 0)
        return std::nullopt;
    // Now and then all there is, mostly a small part.
    const qint64 most = below(10) == 0 ? purse.available : std::max(purse.available / 4, qint64(1));
    const Move move{.kind = Kind::Hold, .subject = fresh(), .buyer = buyer, .amount = 1 + below(most)};
    purse.available -= move.amount;
    purse.held += move.amount;
    m_openOrders.push_back({move, move.amount});
    return move;
}

std::optional<Move> Shard::topUp()
{
    Deal *const deal = anyOf(m_openOrders);
    if (!deal || purses[deal->opening.buyer].available == 0)
        return std::nullopt;
    Purse &purse = purses[deal->opening.buyer];
    const Move move{.kind = Kind::TopUp,
                    .subject = fresh(),
                    .order = deal->opening.subject,
                    .buyer = deal->opening.buyer,
                    .amount = 1 + below(std::max(purse.available / 10, qint64(1)))};
    purse.available -= move.amount;
    purse.held += move.amount;
    deal->escrow += move.amount;
    keep(m_later, move);
    return move;
}

// Takes one of the open deals out of their list.
Move &Shard::takeOpen(std::vector<Deal> &open, Deal &taken)
{
    Deal &chosen = open[below(qint64(open.size()))];
    std::swap(chosen, open.back());
    taken = open.back();
    open.pop_back();
    return taken.closing.emplace(taken.opening);
}

int Shard::anyTill()
{
    const int till = int(below(qint64(tills.size())));
    return tills[till].isShared ? m_sharedTill : till;
}

std::optional<Move> Shard::release()
{
    if (m_openOrders.empty())
        return std::nullopt;
    Deal deal;
    Move &move = takeOpen(m_openOrders, deal);
    move.kind = Kind::Release;
    Purse &purse = purses[move.buyer];
    purse.held -= deal.escrow;
    purse.gain(deal.escrow);
    keep(m_closedOrders, deal);
    return move;
}

std::optional<Move> Shard::settle()
{
    if (m_openOrders.empty())
        return std::nullopt;
    Deal deal;
    Move &move = takeOpen(m_openOrders, deal);
    const qint64 escrow = deal.escrow;
    move.kind = Kind::Settle;
    move.vendor = anyTill();
    move.amount = below(4) == 0 ? 1 + below(escrow) : escrow;
    switch (below(8)) {
    case 0: move.commission = 0; break;
    case 1: move.commission = move.amount; break;
    default: move.commission = BasisPoints{below(3'334)}.of({move.amount}).minor;
    }
    Purse &purse = purses[move.buyer];
    purse.held -= escrow;
    purse.gain(escrow - move.amount);
    purse.spent += move.amount;
    tills[move.vendor].gain(move.amount - move.commission);
    deal.commission = move.commission;
    deal.tax = taxWithin(move.commission);
    sums.commission += deal.commission - deal.tax;
    sums.tax += deal.tax;
    deal.refundable = tills[move.vendor].isShared ? 0 : move.amount;
    const Move out = move;
    keep(m_closedOrders, deal);
    return out;
}

std::optional<Move> Shard::refund()
{
    Deal *const deal = anyOf(m_closedOrders);
    if (!deal || deal->refundable == 0)
        return std::nullopt;
    const qint64 whole = below(3) == 0 ? deal->refundable : 1 + below(deal->refundable);
    const qint64 fromCommission = below(4) == 0 ? below(whole + 1) : whole / 50;
    const Move move{.kind = Kind::Refund,
                    .subject = fresh(),
                    .order = deal->opening.subject,
                    .buyer = deal->opening.buyer,
                    .vendor = deal->closing->vendor,
                    .amount = whole - fromCommission,
                    .commission = fromCommission};
    deal->refundable -= whole;
    Purse &purse = purses[move.buyer];
    purse.gain(whole);
    purse.spent -= whole;
    tills[move.vendor].give(move.amount);
    // What several refunds give back is what one over all of them would.
    const auto taxOf = [&](qint64 back) {
        const qint64 known = std::min(back, deal->commission);
        return deal->commission == 0 ? 0 : (deal->tax * known + deal->commission / 2) / deal->commission;
    };
    const qint64 tax = taxOf(deal->commissionBack + fromCommission) - taxOf(deal->commissionBack);
    deal->commissionBack += fromCommission;
    sums.commission -= fromCommission - tax;
    sums.tax -= tax;
    keep(m_later, move);
    return move;
}

std::optional<Move> Shard::reserve()
{
    const int vendor = ownTill();
    Till &till = tills[vendor];
    if (till.released == 0)
        return std::nullopt;
    const qint64 most = below(4) == 0 ? till.released : std::max(till.released / 2, qint64(1));
    const Move move{.kind = Kind::Reserve, .subject = fresh(), .vendor = vendor, .amount = 1 + below(most)};
    till.released -= move.amount;
    till.inPayouts += move.amount;
    m_openPayouts.push_back({move});
    return move;
}

std::optional<Move> Shard::conclude()
{
    if (m_openPayouts.empty())
        return std::nullopt;
    Deal deal;
    Move &move = takeOpen(m_openPayouts, deal);
    Till &till = tills[move.vendor];
    till.inPayouts -= move.amount;
    if (below(3) == 0) {
        move.kind = Kind::Return;
        till.gain(move.amount);
    } else {
        move.kind = Kind::Complete;
        sums.bank += move.amount;
    }
    keep(m_closedPayouts, deal);
    return move;
}

std::optional<Move> Shard::bounce()
{
    Deal *const deal = anyOf(m_closedPayouts);
    if (!deal || deal->isBounced || deal->closing->kind != Kind::Complete)
        return std::nullopt;
    Move move = *deal->closing;
    move.kind = Kind::Bounce;
    deal->isBounced = true;
    tills[move.vendor].gain(move.amount);
    sums.bank -= move.amount;
    keep(m_later, move);
    return move;
}

std::optional<Move> Shard::adjust()
{
    constexpr qint64 most = 5'000;
    Move move{.kind = Kind::Adjust, .subject = fresh(), .vendor = ownTill(), .amount = 1 + below(most)};
    const qint64 tax = taxWithin(move.amount);
    if (below(2) == 0) {
        tills[move.vendor].gain(move.amount);
        sums.commission -= move.amount - tax;
        sums.tax -= tax;
    } else {
        tills[move.vendor].give(move.amount);
        sums.commission += move.amount - tax;
        sums.tax += tax;
        move.amount = -move.amount;
    }
    keep(m_later, move);
    return move;
}

std::optional<Move> Shard::takeBack()
{
    const Move *const recharge = anyOf(m_recharges);
    if (!recharge)
        return std::nullopt;
    Move move = *recharge;
    move.kind = Kind::TakeBack;
    move.subject = fresh();
    move.amount = 1 + below(move.amount);
    purses[move.buyer].takeBack(move.amount);
    sums.clearing += move.amount;
    keep(m_later, move);
    return move;
}

// Some lines take off what went back to a payer, and some give a fee back.
std::optional<Move> Shard::settleGateway()
{
    Move move{.kind = Kind::SettleGateway, .subject = fresh(), .amount = 1 + below(rechargeMost)};
    move.commission = below(4) == 0 ? 0 : 1 + below(move.amount / 20 + 1);
    if (below(4) == 0)
        move.amount = -move.amount;
    if (below(8) == 0)
        move.commission = -move.commission;
    sums.clearing += move.amount;
    sums.bank -= move.amount - move.commission;
    sums.fees -= move.commission;
    keep(m_later, move);
    return move;
}

// All that is available, through gateways and by hand. What was recharged and spent stays as it was, and the wallet
// goes on as if it were a new one.
std::optional<Move> Shard::close()
{
    const int buyer = anyBuyer();
    Purse &purse = purses[buyer];
    if (purse.available == 0)
        return std::nullopt;
    Move move{.kind = Kind::Close, .subject = fresh(), .buyer = buyer, .amount = purse.available};
    switch (below(3)) {
    case 0: move.commission = 0; break;
    case 1: move.commission = move.amount; break;
    default: move.commission = below(move.amount);
    }
    purse.available = 0;
    sums.clearing += move.amount - move.commission;
    sums.bank += move.commission;
    keep(m_later, move);
    return move;
}

std::optional<Move> Shard::repeat()
{
    const auto opening = [](const Deal *deal) { return deal ? std::optional(deal->opening) : std::nullopt; };
    const auto closing = [](const Deal *deal) { return deal ? deal->closing : std::nullopt; };
    const auto itself = [](const Move *move) { return move ? std::optional(*move) : std::nullopt; };
    std::optional<Move> move;
    switch (below(8)) {
    case 0: move = itself(anyOf(m_recharges)); break;
    case 1: move = opening(anyOf(m_openOrders)); break;
    case 2: move = opening(anyOf(m_closedOrders)); break;
    case 3: move = closing(anyOf(m_closedOrders)); break;
    case 4: move = opening(anyOf(m_closedPayouts)); break;
    case 5: move = closing(anyOf(m_closedPayouts)); break;
    default: move = itself(anyOf(m_later));
    }
    repeats += move ? 1 : 0;
    return move;
}

} // namespace fault
