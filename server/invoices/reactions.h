#pragma once

// Queues the papers of what is settled and given back.

class Outbox;

namespace invoices {

class Service;

void reactions(Outbox &outbox, Service &invoices);

} // namespace invoices
