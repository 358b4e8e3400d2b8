#pragma once

// Checks every night that the books agree with themselves (WAL-16).

namespace jobs {
class Service;
}

namespace ledger {

class Service;

void jobs(::jobs::Service &jobs, Service &ledger);

} // namespace ledger
