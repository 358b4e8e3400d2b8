#pragma once

// Binds the endpoints of the contract to the service.

namespace http {
class Router;
}

namespace discovery {

class Service;
void routes(http::Router &router, Service &discovery);

} // namespace discovery
