#include "server/books/jobs.h"

#include "server/books/service.h"
#include "server/core/clock.h"
#include "server/core/log.h"
#include "server/jobs/service.h"
#include "shared/base/indiatime.h"

namespace {

Q_LOGGING_CATEGORY(booksLog, "books")

constexpr qint64 sealEveryMs = 3'000;
constexpr qint64 lookEveryMs = 3'000;
constexpr std::string_view role = "books";

void complain(const SealChain::Finding &found)
{
    if (found.problem)
        qCCritical(booksLog, "the check of the books: %s", qUtf8Printable(*found.problem));
}

// Said once, not every few seconds.
void seal(books::Service &books, QString &said)
{
    const Result<> sealed = books.seal(SealChain::Reach::Lately);
    if (!sealed && sealed.error().message != said)
        qCCritical(booksLog, "the books are not sealed: %s", qUtf8Printable(sealed.error().message));
    said = sealed ? QString() : sealed.error().message;
}

void verify(::jobs::Service &jobs, books::Service &books)
{
    try {
        complain(books.check([&] { return jobs.isStopping(); }));
    } catch (const std::exception &fault) {
        qCCritical(booksLog, "the books could not be checked to their end: %s", fault.what());
        throw;
    }
}

// Whether it is time for a full check: once a night, and when somebody waits for it.
bool isDue(books::Service &books, const Clock &clock, Instant &verified)
{
    const auto night = india::nightOf(clock.now());
    if (night && *night != verified) {
        verified = *night;
        return true;
    }
    return books.isAskedToVerify();
}

} // namespace

// All is done where the anchor lies, which is with the one node that seals.
void books::jobs(::jobs::Service &jobs, Service &books, Db &db, const Clock &clock)
{
    jobs.everywhere("books.seal", sealEveryMs, [&, said = QString()]() mutable {
        if (db.leads(role))
            seal(books, said);
    });
    jobs.everywhere("books.verify", lookEveryMs, [&, verified = Instant(), isFirst = true]() mutable {
        if (jobs.isStopping() || !db.leads(role))
            return;
        if (std::exchange(isFirst, false)) {
            complain(books.verifyNewest());
            if (const auto notice = books.unreadNotice())
                qCWarning(booksLog, "nobody has said yet that this was read: %s", qUtf8Printable(*notice));
            if (const auto notice = books.walletTermsNotice())
                qCWarning(booksLog, "%s", qUtf8Printable(*notice));
        }
        if (isDue(books, clock, verified))
            verify(jobs, books);
    });
}
