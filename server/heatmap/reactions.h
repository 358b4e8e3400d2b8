#pragma once

// What the heatmap notes of other capabilities' events.

class Outbox;

namespace heatmap {

class Service;
void reactions(Outbox &outbox, Service &heatmap);

} // namespace heatmap
