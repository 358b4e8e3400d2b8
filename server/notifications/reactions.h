#pragma once

class Outbox;

namespace notifications {

class Service;
void reactions(Outbox &outbox, Service &notifications);

} // namespace notifications
