#pragma once

namespace jobs {
class Service;
}

namespace storage {

class Service;

void jobs(::jobs::Service &jobs, Service &storage);

} // namespace storage
