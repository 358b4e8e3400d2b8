// Whether the books agree with themselves, and what follows when they do not.

#include "server/ledger/service.h"

namespace ledger {

std::optional<QString> Service::verify(const std::function<bool()> &isToStop)
{
    for (const auto check : {&Store::wrongAccount, &Store::wrongTransaction, &Store::wrongWallet, &Store::wrongCarried,
                             &Store::wrongMonth}) {
        for (Place place; !place.isAtEnd;) {
            if (isToStop && isToStop())
                return cutOff();
            if (const auto found = m_db.read([&](Tx &tx) { return (m_store.*check)(tx, place); }))
                return found;
        }
    }
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
