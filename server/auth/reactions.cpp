#include "server/auth/reactions.h"

#include "server/auth/service.h"
#include "server/core/outbox.h"

namespace auth {

// All are about memory only, so every node hears them.
void reactions(Outbox &outbox, Service &auth)
{
    outbox.tell<SessionsRevoked>("auth.forget_sessions",
                                 [&](const SessionsRevoked &event) { auth.noteRevoked(event); });
    outbox.tell<ProfileCompleted>("auth.widen_sessions",
                                  [&](const ProfileCompleted &event) { auth.noteCompleted(event); });
    outbox.tell<ApiKeysChanged>("auth.take_over_keys", [&](const ApiKeysChanged &) { auth.loadKeys(); });
}

} // namespace auth
