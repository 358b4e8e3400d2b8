#pragma once

// What happens here after other capabilities' events.

class Outbox;

namespace discovery {

class Service;
void reactions(Outbox &outbox, Service &discovery);

} // namespace discovery
