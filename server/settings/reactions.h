#pragma once

class Outbox;

namespace settings {

class Service;

void reactions(Outbox &outbox, Service &settings);

} // namespace settings
