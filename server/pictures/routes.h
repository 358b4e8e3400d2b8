#pragma once

// Binds the endpoints of the contract to the service.

namespace http {
class Router;
}

namespace pictures {

class Service;
void routes(http::Router &router, Service &pictures);

} // namespace pictures
