#pragma once

// Seals what was recorded, every few seconds and when the server stops, and checks the seals every night.

class Clock;
class Db;

namespace jobs {
class Service;
}

namespace audit {

class Service;

void jobs(::jobs::Service &jobs, Service &audit, Db &db, const Clock &clock);

} // namespace audit
