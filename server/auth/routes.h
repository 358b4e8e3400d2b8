#pragma once

#include "server/http/router.h"

namespace auth {

class Service;

void routes(http::Router &router, Service &auth);

} // namespace auth
