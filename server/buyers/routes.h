#pragma once

// Binds the endpoints of shared/contract/buyers.h to the service.

namespace http {
class Router;
}

namespace buyers {

class Service;

void routes(http::Router &router, Service &buyers);

} // namespace buyers
