#pragma once

// How a file is judged. The content decides the type; the name is only a label.

#include "shared/base/result.h"
#include "shared/contract/filerules.h"

namespace storage {

constexpr qint64 linkSeconds = 300;           // a signed link ends after five minutes
constexpr qint64 unclaimedMs = 24 * 3600'000; // a file nobody used is removed after a day
constexpr qint64 draftKeptMs = 6 * 3600'000;  // a draft that was not written to for so long has no writer any more

// Whether the file's content is readable for its owner and admins only, and sealed on disk.
constexpr bool isRestricted(FilePurpose purpose)
{
    return purpose == FilePurpose::Kyc;
}

// The type the bytes say they are, by their magic only; empty when it is none we know.
QString sniffedType(const QByteArray &content);
// Whether the sandbox can look into files of this type.
bool isDecodable(const QString &type);
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
QByteArray sealedLinkText(Id<StoredFile> id, const SealedLink &link);

} // namespace storage
