#pragma once

// Reckons the tax of an order once it is settled.

class Outbox;

namespace tax {

class Service;

void reactions(Outbox &outbox, Service &tax);

} // namespace tax
