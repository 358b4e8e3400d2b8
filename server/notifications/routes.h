#pragma once

namespace http {
class Router;
}

namespace notifications {

class Service;
void routes(http::Router &router, Service &notifications);

} // namespace notifications
