#pragma once

// What happens here after other capabilities' events.

class Outbox;

namespace catalog {

class Service;
void reactions(Outbox &outbox, Service &catalog);

} // namespace catalog
