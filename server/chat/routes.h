#pragma once

namespace http {
class Router;
}

namespace chat {

class Service;
void routes(http::Router &router, Service &chat);

} // namespace chat
