#pragma once

// Binds the endpoints of the contract to the service.

namespace http {
class Router;
}

namespace chat {

class Service;
void routes(http::Router &router, Service &chat);

} // namespace chat
