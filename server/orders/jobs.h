#pragma once

// What orders do when time passes: what nobody confirmed is cancelled, what nobody complained about is completed.

namespace jobs {
class Service;
}

namespace orders {

class Service;

void jobs(::jobs::Service &jobs, Service &orders);

} // namespace orders
