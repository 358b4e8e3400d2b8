#pragma once

namespace http {
class Router;
}

namespace discovery {

class Service;
void routes(http::Router &router, Service &discovery);

} // namespace discovery
