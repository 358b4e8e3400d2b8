#pragma once

// Checks every night that the books agree with themselves (WAL-16).

class Clock;

namespace jobs {
class Service;
}

namespace ledger {

class Service;

void jobs(::jobs::Service &jobs, Service &ledger, const Clock &clock);

} // namespace ledger
