#pragma once

// What payouts note when their provider has told something. The asking and the money come later, by a job.

class Outbox;

namespace payouts {

class Service;

void reactions(Outbox &outbox, Service &payouts);

} // namespace payouts
