#pragma once

// Binds the endpoints to the service.

namespace http {
class Router;
}

namespace analytics {

class Service;
void routes(http::Router &router, Service &analytics);

} // namespace analytics
