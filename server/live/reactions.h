#pragma once

// What happens here after other capabilities' events.

class Outbox;

namespace live {

class Hub;
void reactions(Outbox &outbox, Hub &hub);

} // namespace live
