#pragma once

// Binds the endpoints of shared/contract/tax.h to the service.

namespace http {
class Router;
}

namespace tax {

class Service;

void routes(http::Router &router, Service &tax);

} // namespace tax
