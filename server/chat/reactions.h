#pragma once

// What happens here after other capabilities' events.

class Outbox;

namespace chat {

class Service;
void reactions(Outbox &outbox, Service &chat);

} // namespace chat
