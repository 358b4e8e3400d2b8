#pragma once

// Binds the endpoints of shared/contract/refunds.h and disputes.h to the service.

namespace http {
class Router;
}

namespace refunds {

class Service;

void routes(http::Router &router, Service &refunds);

} // namespace refunds
