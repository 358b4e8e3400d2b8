// Whether the books agree with themselves, and what follows when they do not.

#include "server/ledger/differences.h"
#include "server/ledger/service.h"

namespace ledger {

template <class Check>
std::optional<QString> Service::walk(Check check, const std::function<bool()> &isToStop)
{
    for (Place place; !place.isAtEnd;) {
        if (isToStop && isToStop())
            return cutOff();
        if (const auto found = m_db.read([&](Tx &tx) { return (m_store.*check)(tx, place); }))
            return found;
    }
    return std::nullopt;
}

// What is carried comes last, so when it is wrong the postings are not, and it can be made again from them.
std::optional<QString> Service::verify(const std::function<bool()> &isToStop)
{
    for (const auto check : {&Store::wrongAccount, &Store::wrongTransaction, &Store::wrongWallet})
        if (const auto found = walk(check, isToStop))
            return found;
    for (const auto check : {&Store::wrongCarried, &Store::wrongMonth})
        if (const auto found = walk(check, isToStop))
            return *found == cutOff() ? *found : differences::ofCarried(*found);
    return std::nullopt;
}

std::optional<QString> Service::verifyNewest(int postings)
{
    return m_db.read([&](Tx &tx) { return m_store.wrongLately(tx, postings); });
}

QString Service::cutOff()
{
    return QStringLiteral("the check was cut off");
}

void Service::doubt(Tx &tx, const QString &difference)
{
    if (m_store.doubt(tx, difference))
        tx.publish(BooksJudged{difference, tx.now()});
}

void Service::believe(Tx &tx, const SealChain::Head &head)
{
    if (m_store.believe(tx, head.seq, head.seq, head.hash))
        tx.publish(BooksJudged{std::nullopt, tx.now()});
}

Result<> Service::booksAreSound(Tx &tx)
{
    if (m_store.isInDoubt(tx))
        return failure(ErrorCode::BooksInDoubt,
                       QStringLiteral("The books are in doubt: no money leaves until they are found right again."));
    return {};
}

} // namespace ledger
