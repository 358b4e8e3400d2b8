#pragma once

// What payments do when another node has changed how a provider is set up.

class Outbox;

namespace payments {

class Service;

void reactions(Outbox &outbox, Service &payments);

} // namespace payments
