#pragma once

class Outbox;

namespace live {

class Hub;
void reactions(Outbox &outbox, Hub &hub);

} // namespace live
