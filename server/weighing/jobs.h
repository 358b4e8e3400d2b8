#pragma once

// What weighing does when time passes: unanswered questions end and uncontested weights are accepted. The seals of the
// tickets are looked at with the books (server/books).

namespace jobs {
class Service;
}

namespace weighing {

class Service;

void jobs(::jobs::Service &jobs, Service &weighing);

} // namespace weighing
