#pragma once

// What refunds do after others' events: a contested weight opens a dispute, and an order that ends takes with it what
// was asked for of it.

class Outbox;

namespace refunds {

class Service;

void reactions(Outbox &outbox, Service &refunds);

} // namespace refunds
