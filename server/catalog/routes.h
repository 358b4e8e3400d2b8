#pragma once

// Binds the endpoints of the contract to the service.

namespace http {
class Router;
}

namespace catalog {

class Service;
void routes(http::Router &router, Service &catalog);

} // namespace catalog
