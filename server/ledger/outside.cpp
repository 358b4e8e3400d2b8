// What happens to gateway money after it came in: some of it goes back at the bank, and the rest is settled to the
// market's account, without what the provider keeps.

#include "server/ledger/service.h"

namespace ledger {

// What the wallet has not got any more, its owner owes: it went back whether or not it was spent.
Result<> Service::rechargeBack(Tx &tx, Id<Account> buyer, QUuid way, Money amount, const QString &reason,
                               const QString &gatewayReference)
{
    openWallet(tx, buyer);
    m_store.openAccounts(tx, {debt(buyer)});
    const Money covered = std::min(m_store.balance(tx, available(buyer)), amount);
    LET(posted,
        post(tx, Posting::RechargeBack, {.subject = way, .note = reason},
             between({{available(buyer), covered}, {debt(buyer), amount - covered}}, {{gatewayClearing, amount}})));
    if (posted && covered > Money{})
        takeBack(tx, buyer, *posted, covered, QStringLiteral("Went back at the bank"), gatewayReference);
    return {};
}

// Whatever comes into a wallet pays what its owner owes first. A posting of its own, so that what brought the money
// says the same of every wallet.
Result<> Service::payDebt(Tx &tx, Id<Account> buyer, Id<Transaction> with)
{
    const Money owed = -m_store.balance(tx, debt(buyer));
    const Money paid = owed > Money{} ? std::min(owed, m_store.balance(tx, available(buyer))) : Money{};
    if (paid <= Money{})
        return {};
    LET(posted, post(tx, Posting::DebtPaid, {with.uuid}, {{available(buyer), debt(buyer), paid}}));
    if (posted)
        takeBack(tx, buyer, *posted, paid, QStringLiteral("Owed since money went back at the bank"), {});
    return {};
}

void Service::takeBack(Tx &tx, Id<Account> buyer, Id<Transaction> posted, Money amount, const QString &description,
                       const std::optional<QString> &gatewayReference)
{
    m_store.addRecharged(tx, buyer, -amount);
    enter(tx, buyer, posted,
          {.type = WalletEntryType::TakenBack,
           .amount = amount,
           .description = description,
           .gatewayReference = gatewayReference},
          wallet(tx, buyer));
}

// It has left its wallet with the closure: what changes is which way it went.
Result<> Service::giveBackByHand(Tx &tx, QUuid way, Money amount)
{
    m_store.openAccounts(tx, {gatewayClearing, bank});
    MUST(post(tx, Posting::Closure, {way}, {{gatewayClearing, bank, amount}}));
    return {};
}

// Below zero it is a line by which the provider took money off: what went back to a payer. A fee below zero is one that
// the provider gives back.
Result<> Service::settleGateway(Tx &tx, QUuid line, Money signedGross, Money fee)
{
    const Money net = signedGross - fee;
    const auto above = [](Money amount) { return std::max(amount, Money{}); };
    m_store.openAccounts(tx, {gatewayClearing, bank, gatewayFees});
    MUST(post(tx, Posting::GatewaySettle, {line},
              between({{bank, above(net)}, {gatewayClearing, above(-signedGross)}, {gatewayFees, above(fee)}},
                      {{gatewayClearing, above(signedGross)}, {bank, above(-net)}, {gatewayFees, above(-fee)}})));
    return {};
}

} // namespace ledger
