#pragma once

// Binds the endpoints of the contract to the service.

namespace http {
class Router;
}

namespace notifications {

class Service;
void routes(http::Router &router, Service &notifications);

} // namespace notifications
