#pragma once

// Binds the endpoints of shared/contract/reports.h to the service.

namespace http {
class Router;
}

namespace reports {

class Service;
void routes(http::Router &router, Service &reports);

} // namespace reports
