#pragma once

// Pure decisions about signing in.

#include "shared/base/result.h"
#include "shared/contract/apikeys.h"
#include "shared/contract/auth.h"

namespace auth {

constexpr int guessesMax = 3;                        // per one-time code (AUTH-15)
constexpr int codesMax = 5;                          // mails per challenge
constexpr int wrongGuessesPerDay = 30;               // per account and address, so that many codes are no guess (S4)
constexpr int mailsPerMinute = 5;                    // to one address (AUTH-27)
constexpr int signInsPerMinute = 10;                 // of one identifier, and codes of one account (AUTH-27)
constexpr int recoveryCodesMax = 10;                 // of an account
constexpr int historyMax = 5;                        // earlier passwords that may not come back (AUTH-06)
constexpr int sessionsMax = api::listSessions.most;  // open ones of an account
constexpr int locksListedMax = 500;                  // of accounts, at one time
constexpr int apiKeysMax = 200;                      // open ones of all
constexpr int keysListedMax = api::listApiKeys.most; // with those that were revoked
constexpr qint64 graceMs = 10'000;                   // a lost reply to a refresh may be asked for again (S7)

constexpr qint64 freshMs = 5 * minuteMs; // for which it counts to have shown that it is still the same person

// Letters, digits and special characters, at least eight, at most the bytes that bcrypt looks at (AUTH-04).
Result<> checkPassword(const QString &field, const QString &password);

// Not a word that is tried first, nor one of the names of whoever chooses it, with digits and signs around it.
Result<> checkUncommon(const QString &field, const QString &password, const QStringList &names);

// An address as it is counted: IPv4 as it is, IPv6 by its /64, because a household has all of those.
QString networkOf(const QString &ip);

// The standing rule for vendors and admins is the password; nothing switches it off (C03).
bool mayGoWithoutPassword(Role role);

// A phone number with its country code, E.164 (ACC-02).
bool isPhone(const QString &text);

// May this account have a session at all? In the order of AUTH-10.
Result<> mayEnter(const Account &account);

bool isLanguage(const QString &language);

} // namespace auth
