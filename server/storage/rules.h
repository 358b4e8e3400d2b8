#pragma once

// How a file is judged. The content decides the type; the name is only a label.

#include "shared/base/result.h"
#include "shared/contract/filerules.h"

struct Account;

namespace storage {

constexpr int unclaimedMax = 100;                  // files of one owner that are not used yet
constexpr int drawnMax = unclaimedMax + 20;        // so that what was handed in last can be drawn, too
constexpr qint64 linkSeconds = 300;                // a signed link ends after five minutes
constexpr qint64 unclaimedMs = 24 * 3600'000;      // a file nobody used is removed after a day
constexpr int rescannedAtOnce = 200;               // files that were taken without a scanner
constexpr qint64 usageKeptMs = 300'000;            // how old the figures of what is stored may become
constexpr qint64 draftKeptMs = 6 * 3600'000;       // a draft that was not written to for so long has no writer any more
constexpr qint64 shelvedUnnamedMs = 24 * 3600'000; // what nobody names so long after it was made is named by nobody
constexpr qsizetype shelvedAtOnce = 500;           // files of the shelf that are asked after at a time

// Whether the file's content is readable for its owner and admins only, and sealed on disk.
constexpr bool isRestricted(FilePurpose purpose)
{
    return purpose == FilePurpose::Kyc;
}

// The type the bytes say they are, by their magic only; empty when it is none we know.
QString sniffedType(const QByteArray &content);
// A name without folders, control characters or direction marks, at most 255 long; never empty.
QString safeName(const QString &name);

// Why a file is not taken, in one word.
inline auto unacceptable(const QString &problem)
{
    return failure(ErrorCode::UnacceptableFile, QStringLiteral("This file cannot be taken."),
                   {{QStringLiteral("file"), problem}});
}

// What a link's signature covers.
QByteArray linkText(Id<StoredFile> id, qint64 expires);
QByteArray sealedLinkText(Id<StoredFile> id, Id<Account> reader, qint64 expires);

} // namespace storage
