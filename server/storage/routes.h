#pragma once

#include "server/http/router.h"

namespace storage {

class Service;

void routes(http::Router &router, Service &storage);

} // namespace storage
