#pragma once

// How often, how long, how much, and what has to stay when an account goes.

#include "shared/contract/privacy.h"

namespace privacy {

constexpr std::string_view copyKind = "privacy.copy", lateKind = "privacy.late_traces";
constexpr std::string_view papersKind = "privacy.papers", filesKind = "privacy.files";
constexpr int copiesPerDayMax = 3;
constexpr qint64 copyKeptMs = 7 * dayMs;      // since it was asked for, and again since it is there
constexpr qint64 copyPatienceMs = 6 * hourMs; // of one that is not there by then nothing comes any more
constexpr qint64 linkSeconds = 300;           // a signed link ends after five minutes
constexpr qint64 filesBytesMax = 64 << 20;    // of the files in a copy; it is sealed in memory as a whole
constexpr int copiesSweptAtOnce = 100;
constexpr int copiesKeptMax = 100; // of one account; there are fewer in seven days
// What was on its way when an account was erased has ended by then: no handler is given as long.
constexpr qint64 lateTracesMs = 60'000;
constexpr int filesPerJob = 500;

// For how many years what stays is kept, by the law that asks for it.
constexpr int booksYears = 8; // financial years: Companies Act 2013, section 128(5); CGST Act 2017, section 36
constexpr int kycYears = 5;   // Prevention of Money-laundering Act 2002, section 12

enum class KycHeld { No, Yes };
enum class PayoutAccountHeld { No, Yes }; // at the provider of payouts
QList<KeptRecords> keptRecords(KycHeld kyc, PayoutAccountHeld payoutAccount);

// When papers may go of a store that ended then: the day after the last of those years.
Instant papersEnd(Instant ended);

// What the signature of a link covers.
QByteArray linkText(Id<PersonalCopy> id, Id<Account> owner, qint64 expires);
// Where a copy is sealed.
QByteArray sealPlace(Id<PersonalCopy> id);

// What stands in the copy beside the data.
QByteArray readme(const QString &username, Instant at, int leftOut);
// The name of a file in the copy: no two are the same, and none leads out of the folder.
QString entryName(const QString &id, const QString &name);

// The lines of the inventory; throws when one is not whole.
QList<PersonalColumn> inventory(const QByteArray &csv);

} // namespace privacy
