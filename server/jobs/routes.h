#pragma once

namespace http {
class Router;
}

namespace jobs {

class Service;
void routes(http::Router &router, Service &jobs);

} // namespace jobs
