#pragma once

// Binds the endpoints of shared/contract/ledger.h to the service.

namespace http {
class Router;
}

namespace ledger {

class Service;

void routes(http::Router &router, Service &ledger);

} // namespace ledger
