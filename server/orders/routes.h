#pragma once

// Binds the endpoints of shared/contract/orders.h to the service.

namespace http {
class Router;
}

namespace orders {

class Service;

void routes(http::Router &router, Service &orders);

} // namespace orders
