#pragma once

namespace http {
class Router;
}

namespace catalog {

class Service;
void routes(http::Router &router, Service &catalog);

} // namespace catalog
