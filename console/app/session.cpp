#include "console/app/session.h"

#include <QPromise>

namespace app {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 aheadMs = 5 * minuteMs;
constexpr qint64 staleAheadMs = 5'000;
constexpr qint64 guessedMs = 15 * minuteMs; // for a clock that is wrong by a day

} // namespace

Session::Session(kit::Api &api, Vault &vault, kit::Clock &clock, kit::Identity &me, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_vault(vault)
    , m_clock(clock)
    , m_me(me)
{
    m_api.actFor(this);
    m_each.setInterval(int(minuteMs));
    connect(&m_each, &QTimer::timeout, this, &Session::check);
}

void Session::setServer(const QString &origin)
{
    if (m_server == origin)
        return;
    forget();
    m_server = origin;
}

void Session::restore()
{
    Q_EMIT restoring(true);
    kit::whenDone(this, m_vault.read(m_server), [this](const Vault::Found &found) {
        m_vaultTrouble = found.trouble;
        m_refresh = QString::fromUtf8(found.secret);
        if (m_refresh.isEmpty()) {
            Q_EMIT restoring(false);
            return;
        }
        m_isRestoring = true;
        renew();
    });
}

// Somebody signs in: an answer that is still on its way to whoever was here before is not theirs.
void Session::adopt(const SessionTokens &tokens)
{
    ++m_sitting;
    endRestoring();
    answerWaiting(false);
    take(tokens);
    if (!m_vaultTrouble.isEmpty())
        Q_EMIT vaultFailed(m_vaultTrouble);
}

void Session::take(const SessionTokens &tokens)
{
    m_bearer = tokens.accessToken.toUtf8();
    m_refresh = tokens.refreshToken;
    m_me.isLimited = tokens.isLimited;
    // A token that has run out as it comes is good; the clock of this machine is not.
    const Instant now = m_clock.now();
    m_expiresAt = tokens.accessExpiresAt.ms > now.ms ? tokens.accessExpiresAt : now.after(guessedMs);
    know(tokens.account);
    m_each.start();
    kit::whenDone(this, m_vault.write(m_server, m_refresh.toUtf8()), [this](const QString &trouble) {
        const bool isNews = !trouble.isEmpty() && m_vaultTrouble.isEmpty();
        m_vaultTrouble = trouble;
        if (isNews)
            Q_EMIT vaultFailed(trouble);
    });
    if (!std::exchange(m_isInside, true))
        Q_EMIT entered();
}

void Session::know(const Account &account)
{
    m_me.id = account.id.text();
    m_me.name = account.fullName.value_or(account.username);
    m_me.email = account.email.value_or(QString());
    m_me.role = account.role;
    m_me.isSuperAdmin = account.isSuperAdmin;
    m_me.vendorId = account.vendorId ? account.vendorId->text() : QString();
    Q_EMIT identityChanged();
}

bool Session::isStale() const
{
    return isSignedIn() && m_clock.now().ms >= m_expiresAt.ms - staleAheadMs;
}

void Session::check()
{
    if (!m_refresh.isEmpty() && m_clock.now().ms > m_expiresAt.ms - aheadMs)
        renew();
}

QFuture<bool> Session::renew()
{
    auto asked = std::make_shared<QPromise<bool>>();
    asked->start();
    const QFuture<bool> future = asked->future();
    m_waiting.push_back(std::move(asked));
    if (m_waiting.size() > 1)
        return future;
    kit::whenDone(this, m_api.call(api::refreshSession, {.refreshToken = m_refresh}),
                  [this, sitting = m_sitting](const Result<SessionTokens> &answer) { settleRenewal(sitting, answer); });
    return future;
}

void Session::settleRenewal(int sitting, const Result<SessionTokens> &answer)
{
    // Who asked has left meanwhile; the tokens are nobody's, and must not be kept.
    if (sitting != m_sitting)
        return;
    const bool isFirst = endRestoring();
    if (answer) {
        take(*answer);
    } else if (const int status = statusOf(answer.error().code); status == 401 || status == 403 || status == 400) {
        expire();
    } else {
        m_each.start(); // not reached: the token may still be good
        if (isFirst)
            Q_EMIT restoreFailed(answer.error());
    }
    answerWaiting(bool(answer));
}

bool Session::endRestoring()
{
    const bool wasRestoring = std::exchange(m_isRestoring, false);
    if (wasRestoring)
        Q_EMIT restoring(false);
    return wasRestoring;
}

void Session::answerWaiting(bool isRenewed)
{
    for (const auto &asked : std::exchange(m_waiting, {})) {
        asked->addResult(isRenewed);
        asked->finish();
    }
}

void Session::expire()
{
    const bool wasSignedIn = isSignedIn();
    m_vault.erase(m_server);
    forget();
    if (wasSignedIn)
        Q_EMIT ended();
}

void Session::leave()
{
    // The server ends the session with the token this call still carries.
    kit::whenDone(this, m_api.call(api::signOut), [](const Result<Nothing> &) {});
    m_vault.erase(m_server);
    forget();
    Q_EMIT left();
}

void Session::forget()
{
    ++m_sitting;
    m_isInside = false;
    m_each.stop();
    m_expiresAt = {};
    m_bearer.clear();
    m_refresh.clear();
    m_me = {};
    endRestoring();
    answerWaiting(false);
}

} // namespace app
