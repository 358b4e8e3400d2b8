#pragma once

// Binds the endpoints of shared/contract/people.h to the service.

namespace http {
class Router;
}

namespace people {

class Service;

void routes(http::Router &router, Service &people);

} // namespace people
