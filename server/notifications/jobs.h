#pragma once

// The mails that wait to be sent.

namespace jobs {
class Service;
}

namespace notifications {

class Service;
void jobs(::jobs::Service &queue, Service &notifications);

} // namespace notifications
