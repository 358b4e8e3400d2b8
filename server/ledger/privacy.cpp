// What Service gives of one person (PRIV-02). The books forget nobody: they hold ids and money alone.

#include "server/ledger/service.h"

namespace ledger {

personal::Parts Service::exportOf(Tx &tx, Id<Account> buyer)
{
    return {personal::part("wallet", wallet(tx, buyer)),
            personal::part("wallet_entries", m_store.allEntries(tx, buyer, personal::rowsMax))};
}

} // namespace ledger
