#pragma once

// Where a page of a list goes on. A cursor holds the sort key of the last row; to clients it is opaque text. Lists ask
// for one row more than wanted, so that the last page has no cursor.

#include "shared/base/page.h"
#include "shared/base/result.h"
#include "shared/base/values.h"

#include <QStringList>

namespace cursor {

inline QString text(const QStringList &key)
{
    return QString::fromLatin1(
        key.join(u'|').toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

inline auto refused()
{
    return refusal(QStringLiteral("cursor"), QStringLiteral("is not a cursor of this list"));
}

// The parts of the key; an empty list when there is no cursor.
inline Result<QStringList> key(const std::optional<QString> &cursor, qsizetype parts)
{
    if (!cursor)
        return QStringList{};
    const auto raw = QByteArray::fromBase64Encoding(cursor->toLatin1(), QByteArray::Base64UrlEncoding |
                                                                            QByteArray::AbortOnBase64DecodingErrors);
    const QStringList out = QString::fromUtf8(*raw).split(u'|');
    if (raw.decodingStatus != QByteArray::Base64DecodingStatus::Ok || out.size() != parts)
        return refused();
    return out;
}

// For lists that are sorted by id alone.
template <class T>
Result<std::optional<Id<T>>> idOf(const std::optional<QString> &cursor)
{
    LET(parts, key(cursor, 1));
    if (parts.isEmpty())
        return std::optional<Id<T>>{};
    const Id<T> id = Id<T>::parse(parts.first());
    if (id.isNull())
        return refused();
    return std::optional(id);
}

// rows: up to limit + 1 of them.
template <class T, class KeyOf>
Page<T> page(QList<T> rows, int limit, KeyOf &&keyOf)
{
    Page<T> out{.items = std::move(rows), .limit = limit};
    if (out.items.size() > limit) {
        out.items.removeLast();
        out.nextCursor = text(keyOf(out.items.constLast()));
    }
    return out;
}

template <class T>
Page<T> pageById(QList<T> rows, int limit)
{
    return page(std::move(rows), limit, [](const T &row) { return QStringList{row.id.text()}; });
}

} // namespace cursor
