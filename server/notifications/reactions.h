#pragma once

// What happens here after other capabilities' events.

class Outbox;

namespace notifications {

class Service;
void reactions(Outbox &outbox, Service &notifications);

} // namespace notifications
