#pragma once

// The runs that wait, the schedules, and files whose time is over.

namespace jobs {
class Service;
}

namespace reports {

class Service;
void jobs(::jobs::Service &queue, Service &reports);

} // namespace reports
