#pragma once

// Making copies, and removing those whose time is over.

namespace jobs {
class Service;
}

namespace privacy {

class Service;
void jobs(::jobs::Service &queue, Service &privacy);

} // namespace privacy
