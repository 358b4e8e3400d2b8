#pragma once

class Outbox;

namespace chat {

class Service;
void reactions(Outbox &outbox, Service &chat);

} // namespace chat
