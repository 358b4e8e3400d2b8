#include "server/privacy/jobs.h"

#include "server/jobs/service.h"
#include "server/privacy/rules.h"
#include "server/privacy/service.h"

namespace privacy {

void jobs(::jobs::Service &queue, Service &privacy)
{
    queue.on(copyKind, [&](const QByteArray &payload) { return privacy.makeCopy(payload); });
    queue.on(lateKind, [&](const QByteArray &payload) { return privacy.forgetLateTraces(payload); });
    queue.on(papersKind, [&](const QByteArray &payload) { return privacy.forgetPapers(payload); });
    queue.on(filesKind, [&](const QByteArray &payload) { return privacy.removeFiles(payload); });
    queue.every("privacy.sweep", hourMs, [&] { privacy.sweep(); });
}

} // namespace privacy
