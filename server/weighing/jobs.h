#pragma once

// What weighing does when time passes: unanswered questions end, uncontested weights are accepted, and every night the
// seals of all tickets are checked.

class Clock;

namespace jobs {
class Service;
}

namespace weighing {

class Service;

void jobs(::jobs::Service &jobs, Service &weighing, const Clock &clock);

} // namespace weighing
