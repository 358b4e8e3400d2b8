#pragma once

// What payouts do when time passes: they are made by themselves where the settings say so,
// and sent where a provider pays the stores.

namespace jobs {
class Service;
}

namespace payouts {

class Service;

void jobs(::jobs::Service &jobs, Service &payouts);

} // namespace payouts
