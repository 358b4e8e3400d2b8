#pragma once

// Orders from before their tax was reckoned.

namespace jobs {
class Service;
}

namespace tax {

class Service;

void jobs(::jobs::Service &jobs, Service &tax);

} // namespace tax
