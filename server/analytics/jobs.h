#pragma once

// What is counted when time passes.

namespace jobs {
class Service;
}

namespace analytics {

class Service;
void jobs(::jobs::Service &jobs, Service &analytics);

} // namespace analytics
