#pragma once

// Binds the endpoints of shared/contract/weighing.h to the service.

namespace http {
class Router;
}

namespace weighing {

class Service;

void routes(http::Router &router, Service &weighing);

} // namespace weighing
