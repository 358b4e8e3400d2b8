#pragma once

namespace jobs {
class Service;
}

namespace auth {

class Service;

void jobs(::jobs::Service &jobs, Service &auth);

} // namespace auth
