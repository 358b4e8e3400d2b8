#pragma once

#include "server/http/router.h"

namespace settings {

class Service;

void routes(http::Router &router, Service &settings);

} // namespace settings
