#pragma once

// Binds the endpoints of shared/contract/ads.h to the service.

namespace http {
class Router;
}

namespace ads {

class Service;

void routes(http::Router &router, Service &ads);

} // namespace ads
