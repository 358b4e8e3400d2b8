#pragma once

#include "server/http/router.h"

namespace audit {

class Service;

void routes(http::Router &router, Service &audit);

} // namespace audit
