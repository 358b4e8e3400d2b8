#pragma once

// What happens here when time passes.

namespace jobs {
class Service;
}

namespace discovery {

class Service;
void jobs(::jobs::Service &jobs, Service &discovery);

} // namespace discovery
