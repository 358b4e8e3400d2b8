#include "server/auth/jobs.h"

#include "server/auth/service.h"
#include "server/jobs/service.h"

namespace auth {

namespace {

constexpr qint64 sweepEveryMs = 3'600'000;
constexpr qint64 noteEveryMs = 60'000;

} // namespace

void jobs(::jobs::Service &jobs, Service &auth)
{
    jobs.every("auth.sweep", sweepEveryMs, [&] { auth.sweep(); });
    jobs.every("auth.end_expired", sweepEveryMs, [&] { auth.endExpired(); });
    // These two lie in the memory of each node.
    jobs.everywhere("auth.forget_ended", sweepEveryMs, [&] { auth.forgetEnded(); });
    jobs.everywhere("auth.note_key_use", noteEveryMs, [&] { auth.noteKeyUse(); });
}

} // namespace auth
