// What Service gives and forgets of one person (PRIV-02, PRIV-03).

#include "server/chat/rules.h"
#include "server/chat/service.h"

namespace chat {

personal::Parts Service::exportOf(Tx &tx, Id<Account> party)
{
    return {personal::part("messages", m_store.saidTo(tx, party, personal::rowsMax)),
            personal::part("earlier_messages", m_store.earlierBy(tx, party, personal::rowsMax))};
}

void Service::eraseOf(Tx &tx, Id<Account> party)
{
    m_store.renameParty(tx, party, erasedParty());
}

} // namespace chat
