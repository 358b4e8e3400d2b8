#pragma once

// How the numbers of a submission are sealed and marked.

#include "server/core/secrets.h"
#include "shared/contract/kyc.h"

#include <stdexcept>

namespace kyc {

// The bank account's number, also where a payout keeps it.
inline constexpr const char *bankColumn = "bank";

// A sealed value opens only in its own row and column.
inline QByteArray placeOf(const char *column, Id<KycSubmission> id)
{
    return QByteArray("kyc_submissions.") + column + ':' + id.text().toLatin1();
}

inline QString seal(const Secrets &secrets, const QString &plain, const char *column, Id<KycSubmission> id)
{
    return QString::fromLatin1(secrets.vault().seal(plain.toUtf8(), placeOf(column, id)).toBase64());
}

inline QString open(const Secrets &secrets, const QByteArray &sealed, const char *column, Id<KycSubmission> id)
{
    const auto plain = secrets.vault().open(QByteArray::fromBase64(sealed), placeOf(column, id));
    if (!plain)
        throw std::runtime_error("a sealed value does not open: " + placeOf(column, id).toStdString());
    return QString::fromUtf8(*plain);
}

// Of the current master first.
inline QStringList marksOf(const Secrets &secrets, const QString &value, const char *column)
{
    QStringList out;
    for (const QByteArray &mark : secrets.vault().blindIndexes(value.toUtf8(), column))
        out += QString::fromLatin1(mark.toHex());
    return out;
}

inline QStringList panMarks(const Secrets &secrets, const QString &pan)
{
    return marksOf(secrets, pan, "kyc.pan");
}

inline QStringList bankMarks(const Secrets &secrets, const QString &ifsc, const QString &number)
{
    constexpr int bankLetters = 4; // branches of a bank share their accounts' numbers
    return marksOf(secrets, ifsc.left(bankLetters) + number, "kyc.bank");
}

} // namespace kyc
