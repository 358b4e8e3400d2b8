#pragma once

// Binds the endpoints of shared/contract/payouts.h, payoutaccounts.h and payoutbatches.h to the service.

namespace http {
class Router;
}

namespace payouts {

class Service;

void routes(http::Router &router, Service &payouts);

} // namespace payouts
