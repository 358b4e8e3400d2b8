#pragma once

#include "server/http/router.h"
#include "server/settings/proof.h"

namespace settings {

class Service;

void routes(http::Router &router, Service &settings, const Proof &proof);

} // namespace settings
