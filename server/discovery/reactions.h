#pragma once

class Outbox;

namespace discovery {

class Service;
void reactions(Outbox &outbox, Service &discovery);

} // namespace discovery
