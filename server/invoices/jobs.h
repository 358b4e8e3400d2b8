#pragma once

// Issues papers in the background, the market's own when a month is over, and those of orders from before there were
// any.

namespace jobs {
class Service;
}

namespace invoices {

class Service;

void jobs(::jobs::Service &jobs, Service &invoices);

} // namespace invoices
