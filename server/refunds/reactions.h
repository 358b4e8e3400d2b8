#pragma once

// What refunds do after others' events: a contested weight opens a dispute.

class Outbox;

namespace refunds {

class Service;

void reactions(Outbox &outbox, Service &refunds);

} // namespace refunds
