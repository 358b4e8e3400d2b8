#pragma once

// What a seal says. Every part is led by its kind and its length, so that no two different entries read the same.

#include "server/audit/store.h"
#include "server/core/crypto.h"

namespace audit {

constexpr qint64 sealedWithinMs = 60'000; // an entry that is older has to be sealed

inline void appendNumber(QByteArray &out, qint64 number)
{
    std::array<char, 8> bytes;
    qToBigEndian(number, bytes.data());
    out.append(bytes.data(), qsizetype(bytes.size()));
}

inline void appendPart(QByteArray &out, char kind, QByteArrayView bytes)
{
    out += kind;
    appendNumber(out, bytes.size());
    out += bytes;
}

inline void appendPart(QByteArray &out, const sql::Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value)) {
        QByteArray bytes;
        appendNumber(bytes, *number);
        appendPart(out, 'n', bytes);
    } else if (const auto *text = std::get_if<QByteArray>(&value)) {
        appendPart(out, 't', *text);
    } else if (const auto *id = std::get_if<sql::IdBytes>(&value)) {
        appendPart(out, 'i', QByteArrayView(id->bytes.data(), qsizetype(id->bytes.size())));
    } else {
        Q_ASSERT(std::holds_alternative<std::monostate>(value));
        appendPart(out, '-', {});
    }
}

// Says which master a key comes from and nothing about the key.
inline QString keyIdOf(const QByteArray &key)
{
    constexpr qsizetype shown = 16;
    return QString::fromLatin1(crypto::hmacSha256(key, "audit key id").toHex().first(shown));
}

inline QString sealOf(const QByteArray &key, qint64 seq, const QString &before, const AuditRow &entry)
{
    QByteArray message;
    appendPart(message, 't', "kabaadwala audit seal 1");
    appendPart(message, sql::value(seq));
    appendPart(message, sql::value(before));
    for (const sql::Value &value : sql::values(entry))
        appendPart(message, value);
    return QString::fromLatin1(crypto::hmacSha256(key, message).toHex());
}

inline QByteArray anchorMark(const QByteArray &key, qint64 seq, const QString &hash)
{
    QByteArray message;
    appendPart(message, 't', "kabaadwala audit anchor 1");
    appendPart(message, sql::value(seq));
    appendPart(message, sql::value(hash));
    return crypto::hmacSha256(key, message).toHex();
}

} // namespace audit
