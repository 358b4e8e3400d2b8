#pragma once

namespace jobs {
class Service;
}

namespace notifications {

class Service;
void jobs(::jobs::Service &queue, Service &notifications);

} // namespace notifications
