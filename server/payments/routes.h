#pragma once

// Binds the endpoints of shared/contract/payments.h, reconciliation.h and gateways.h to the service.

namespace http {
class Router;
}

namespace payments {

class Service;

void routes(http::Router &router, Service &payments);

} // namespace payments
