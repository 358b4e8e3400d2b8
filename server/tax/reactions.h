#pragma once

// Reckons the tax of an order once it is settled, and what of it came back.

class Outbox;

namespace tax {

class Service;

void reactions(Outbox &outbox, Service &tax);

} // namespace tax
