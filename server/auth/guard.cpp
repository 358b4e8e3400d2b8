#include "server/auth/guard.h"

#include "server/auth/rules.h"
#include "server/settings/service.h"

namespace auth {

using settings::Key;

namespace {

// Says how long, because whoever reads the text does not see the header.
auto tooSoon(ErrorCode code, const QString &message, qint64 waitMs)
{
    const int seconds = int((waitMs + secondMs - 1) / secondMs);
    return tl::unexpected(Error{.code = code,
                                .message = message + QStringLiteral(" Try again in %1 s.").arg(seconds),
                                .retryAfterSeconds = seconds});
}

} // namespace

// Slides: each failure counts for the length of the window.
Result<Guard::Attempt> Guard::beginFrom(Tx &tx, const QString &ip)
{
    const QString network = networkOf(ip);
    const int most = int(m_settings.whole(Key::AuthIpFailures));
    const qint64 windowMs = m_settings.whole(Key::AuthIpWindowMinutes) * minuteMs;
    const auto failures = m_store.failures(tx, network, tx.now().after(-windowMs), most);
    if (failures.size() >= most)
        return tooSoon(ErrorCode::TooManyRequests, QStringLiteral("Too many failed attempts."),
                       failures.constLast().at.ms + windowMs - tx.now().ms);

    m_store.insertFailure(tx, {network, tx.now()});
    return Attempt{.subject = {}, .network = network, .at = tx.now()};
}

Result<Guard::Attempt> Guard::begin(Tx &tx, const QString &subject, const QString &ip)
{
    LET(attempt, beginFrom(tx, ip));
    attempt.subject = subject;

    const qint64 lockMs = m_settings.whole(Key::AuthLockMinutes) * minuteMs;
    if (!m_store.countFailure(tx, subject, tx.now(), tx.now().after(-lockMs)))
        return tooSoon(ErrorCode::AccountLocked,
                       QStringLiteral("Too many failed attempts. This account is locked for a while."),
                       m_store.lockOf(tx, subject)->lockedUntil->ms - tx.now().ms);
    attempt.isFirst = m_store.lockOf(tx, subject)->failures == 1;
    attempt.locks = m_store.lock(tx, subject, int(m_settings.whole(Key::AuthLockAfter)), tx.now().after(lockMs));
    return attempt;
}

void Guard::succeed(Tx &tx, const Attempt &attempt)
{
    m_store.removeFailure(tx, {attempt.network, attempt.at});
    if (!attempt.subject.isEmpty())
        m_store.clearLock(tx, attempt.subject);
}

Result<> Guard::allowMail(Tx &tx, const QString &subject)
{
    return allow(tx, subject, mailsPerMinute, QStringLiteral("Too many mails to this address."));
}

Result<> Guard::allowTry(Tx &tx, const QString &subject)
{
    return allow(tx, QStringLiteral("try:") + subject, signInsPerMinute, QStringLiteral("Too many attempts."));
}

Result<> Guard::allow(Tx &tx, const QString &counted, int perMinute, const QString &refusal)
{
    const auto earlier = m_store.failures(tx, counted, tx.now().after(-minuteMs), perMinute);
    if (earlier.size() >= perMinute)
        return tooSoon(ErrorCode::TooManyRequests, refusal, earlier.constLast().at.ms + minuteMs - tx.now().ms);
    m_store.insertFailure(tx, {counted, tx.now()});
    return {};
}

} // namespace auth
