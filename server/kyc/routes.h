#pragma once

#include "server/http/router.h"

namespace kyc {

class Service;

void routes(http::Router &router, Service &kyc);

} // namespace kyc
