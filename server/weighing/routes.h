#pragma once

namespace http {
class Router;
}

namespace weighing {

class Service;

void routes(http::Router &router, Service &weighing);

} // namespace weighing
