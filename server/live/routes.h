#pragma once

namespace http {
class Router;
}

namespace live {

class Hub;
void routes(http::Router &router, Hub &hub);

} // namespace live
