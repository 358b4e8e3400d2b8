#pragma once

// Binds the endpoints of the contract to the service.

namespace http {
class Router;
}

namespace live {

class Hub;
void routes(http::Router &router, Hub &hub);

} // namespace live
