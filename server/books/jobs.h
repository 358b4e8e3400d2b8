#pragma once

// Seals the postings, looks at the newest ones when the server starts, and checks all of the books every night and
// whenever an admin asks for it (WAL-16).

class Clock;
class Db;

namespace jobs {
class Service;
}

namespace books {

class Service;

void jobs(::jobs::Service &jobs, Service &books, Db &db, const Clock &clock);

} // namespace books
