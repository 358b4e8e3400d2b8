#pragma once

// How what identifies somebody is shown where it must not be shown in full (PRIV-06).

#include <QString>

// "a•••a@example.com": the first and the last character of who, and where.
inline QString maskedEmail(const QString &email)
{
    const qsizetype at = email.lastIndexOf(QLatin1Char('@'));
    if (at < 1)
        return {};
    return email.left(1) + QString(3, QChar(0x2022)) + (at > 2 ? email.mid(at - 1) : email.mid(at));
}

// "+91••••••02"
inline QString maskedPhone(const QString &phone)
{
    constexpr int codeShown = 3, endShown = 2, bullets = 6;
    return phone.left(codeShown) + QString(bullets, QChar(0x2022)) + phone.right(endShown);
}
