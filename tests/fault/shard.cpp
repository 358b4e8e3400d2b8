#include "tests/fault/shard.h"

namespace fault {

namespace {

constexpr int buyersPerShard = 20, ownTillsPerShard = 5;
constexpr std::size_t remembered = 4'096; // of each kind, for repeats
constexpr qint64 rechargeMost = 1'000'000;
constexpr qint64 tooMuch = INT64_MAX;

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

Move Shard::next()
{
    constexpr int whole = 100;
    for (;;) {
        const qint64 at = below(whole);
        const std::optional<Move> move = at < 15   ? recharge()
                                         : at < 45 ? hold()
                                         : at < 55 ? release()
                                         : at < 75 ? settle()
                                         : at < 83 ? reserve()
                                         : at < 91 ? conclude()
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
    purse.available += move.amount;
    purse.recharged += move.amount;
    sums.clearing -= move.amount;
    if (m_recharges.size() < remembered)
        m_recharges.push_back(move);
    else
        m_recharges[below(remembered)] = move;
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
    m_openOrders.push_back({move});
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

void Shard::keep(std::vector<Deal> &closed, const Deal &deal)
{
    if (closed.size() < remembered)
        closed.push_back(deal);
    else
        closed[below(remembered)] = deal;
}

std::optional<Move> Shard::release()
{
    if (m_openOrders.empty())
        return std::nullopt;
    Deal deal;
    Move &move = takeOpen(m_openOrders, deal);
    move.kind = Kind::Release;
    Purse &purse = purses[move.buyer];
    purse.held -= move.amount;
    purse.available += move.amount;
    keep(m_closedOrders, deal);
    return move;
}

std::optional<Move> Shard::settle()
{
    if (m_openOrders.empty())
        return std::nullopt;
    Deal deal;
    Move &move = takeOpen(m_openOrders, deal);
    const qint64 escrow = move.amount;
    move.kind = Kind::Settle;
    move.vendor = int(below(qint64(tills.size())));
    move.amount = below(4) == 0 ? 1 + below(escrow) : escrow;
    switch (below(8)) {
    case 0: move.commission = 0; break;
    case 1: move.commission = move.amount; break;
    default: move.commission = BasisPoints{below(3'334)}.of({move.amount}).minor;
    }
    Purse &purse = purses[move.buyer];
    purse.held -= escrow;
    purse.available += escrow - move.amount;
    purse.spent += move.amount;
    tills[move.vendor].released += move.amount - move.commission;
    sums.commission += move.commission;
    keep(m_closedOrders, deal);
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
        till.released += move.amount;
    } else {
        move.kind = Kind::Complete;
        sums.bank += move.amount;
    }
    keep(m_closedPayouts, deal);
    return move;
}

std::optional<Move> Shard::repeat()
{
    const auto any = [&](const auto &list) -> const auto & { return list[below(qint64(list.size()))]; };
    std::optional<Move> move;
    const qint64 at = below(6);
    if (at == 0 && !m_recharges.empty())
        move = any(m_recharges);
    else if (at == 1 && !m_openOrders.empty())
        move = any(m_openOrders).opening;
    else if (at <= 3 && !m_closedOrders.empty())
        move = at == 2 ? any(m_closedOrders).opening : any(m_closedOrders).closing;
    else if (at > 3 && !m_closedPayouts.empty())
        move = at == 4 ? any(m_closedPayouts).opening : any(m_closedPayouts).closing;
    repeats += move ? 1 : 0;
    return move;
}

Impossible Shard::impossible()
{
    switch (below(4)) {
    case 0: return impossibleRecharge();
    case 1: return impossibleHold();
    case 2: return impossibleClose();
    default: return impossiblePayout();
    }
}

Impossible Shard::impossibleRecharge()
{
    Move move = aside();
    const qint64 at = below(4);
    if (at == 0 && purses[move.buyer].available > 0) {
        move.amount = tooMuch;
        return {move, std::nullopt};
    }
    if (at == 1 && !m_recharges.empty()) {
        move = m_recharges[below(qint64(m_recharges.size()))];
        move.amount += 1;
        return {move, ErrorCode::Conflict};
    }
    move.amount = at == 2 ? 0 : -1;
    return {move, ErrorCode::Conflict};
}

Impossible Shard::impossibleHold()
{
    Move move{.kind = Kind::Hold, .subject = fresh(), .buyer = anyBuyer()};
    const qint64 at = below(5);
    if (at < 2) {
        move.amount = -at;
        return {move, ErrorCode::Conflict};
    }
    if (at == 2 && !m_openOrders.empty()) { // the same order for another price
        move = m_openOrders[below(qint64(m_openOrders.size()))].opening;
        move.amount += 1;
        return {move, ErrorCode::Conflict};
    }
    move.amount = at == 3 ? tooMuch : purses[move.buyer].available + 1;
    return {move, ErrorCode::InsufficientFunds};
}

// Of an order without a hold, of one that was closed the other way, or of more than there is in escrow.
Impossible Shard::impossibleClose()
{
    Move move{.kind = below(2) == 0 ? Kind::Release : Kind::Settle, .subject = fresh(), .buyer = anyBuyer(), .amount = 1};
    const qint64 at = below(4);
    if (at == 0 && !m_closedOrders.empty()) {
        const Deal &deal = m_closedOrders[below(qint64(m_closedOrders.size()))];
        move = *deal.closing;
        move.kind = deal.closing->kind == Kind::Settle ? Kind::Release : Kind::Settle;
        move.commission = 0;
    } else if (at > 0 && !m_openOrders.empty()) {
        move = m_openOrders[below(qint64(m_openOrders.size()))].opening;
        move.kind = Kind::Settle;
        const qint64 escrow = move.amount;
        switch (below(6)) {
        case 0: move.amount = 0; break;
        case 1: move.amount = -1; break;
        case 2: move.amount = tooMuch; break;
        case 3: move.commission = -1; break;
        case 4: move.commission = move.amount + 1; break;
        default: move.amount = escrow + 1;
        }
    }
    return {move, ErrorCode::Conflict};
}

Impossible Shard::impossiblePayout()
{
    Move move{.kind = Kind::Reserve, .subject = fresh(), .vendor = ownTill()};
    const qint64 at = below(5);
    if (at < 2) {
        move.amount = -at;
        return {move, ErrorCode::Conflict};
    }
    if (at == 2 && !m_closedPayouts.empty()) { // what left for the bank cannot return, nor the other way round
        const Deal &deal = m_closedPayouts[below(qint64(m_closedPayouts.size()))];
        move = *deal.closing;
        move.kind = move.kind == Kind::Complete ? Kind::Return : Kind::Complete;
        return {move, ErrorCode::Conflict};
    }
    move.amount = at == 3 ? tooMuch : tills[move.vendor].released + 1;
    return {move, ErrorCode::InsufficientFunds};
}

} // namespace fault
