#pragma once

// Binds the endpoints of shared/contract/books.h to the service.

namespace http {
class Router;
}

namespace books {

class Service;

void routes(http::Router &router, Service &books);

} // namespace books
