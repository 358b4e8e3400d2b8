#pragma once

// What payments do when time passes: ask the gateway about payments that no webhook has settled.

namespace jobs {
class Service;
}

namespace payments {

class Service;

void jobs(::jobs::Service &jobs, Service &payments);

} // namespace payments
