#pragma once

// What becomes of disputes when time passes: those whose answer is late are shown to the admins. No money moves.

namespace jobs {
class Service;
}

namespace refunds {

class Service;

void jobs(::jobs::Service &jobs, Service &refunds);

} // namespace refunds
