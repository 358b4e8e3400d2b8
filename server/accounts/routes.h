#pragma once

#include "server/http/router.h"

namespace accounts {

class Service;

void routes(http::Router &router, Service &accounts);

} // namespace accounts
