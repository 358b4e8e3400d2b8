#pragma once

// What advertising does as time passes.

namespace jobs {
class Service;
}

namespace ads {

class Service;

void jobs(::jobs::Service &jobs, Service &ads);

} // namespace ads
