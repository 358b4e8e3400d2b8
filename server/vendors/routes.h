#pragma once

// Binds the endpoints of shared/contract/vendors.h to the service.

namespace http {
class Router;
}

namespace vendors {

class Service;

void routes(http::Router &router, Service &vendors);

} // namespace vendors
