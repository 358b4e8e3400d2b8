// What Service forgets of one store (PRIV-03); the rest of it belongs to accounts.

#include "server/vendors/service.h"

namespace vendors {

void Service::eraseOf(Tx &tx, Id<Vendor> vendor)
{
    m_store.remove(tx, vendor);
}

} // namespace vendors
