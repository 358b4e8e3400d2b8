#pragma once

// Binds the endpoints of shared/contract/privacy.h to the service.

namespace http {
class Router;
}

namespace privacy {

class Service;
void routes(http::Router &router, Service &privacy);

} // namespace privacy
