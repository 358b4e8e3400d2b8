#pragma once

class Outbox;

namespace auth {

class Service;

void reactions(Outbox &outbox, Service &auth);

} // namespace auth
