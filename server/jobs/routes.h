#pragma once

// Binds the endpoints of the contract to the service.

namespace http {
class Router;
}

namespace jobs {

class Service;
void routes(http::Router &router, Service &jobs);

} // namespace jobs
