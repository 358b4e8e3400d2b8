#pragma once

// Binds the endpoints of the contract to the service.

namespace http {
class Router;
}

namespace heatmap {

class Service;
void routes(http::Router &router, Service &heatmap);

} // namespace heatmap
