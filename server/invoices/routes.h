#pragma once

// Binds the endpoints of shared/contract/invoices.h to the service.

namespace http {
class Router;
}

namespace invoices {

class Service;

void routes(http::Router &router, Service &invoices);

} // namespace invoices
