#pragma once

// What is counted after other capabilities' events.

class Outbox;

namespace analytics {

class Service;
void reactions(Outbox &outbox, Service &analytics);

} // namespace analytics
