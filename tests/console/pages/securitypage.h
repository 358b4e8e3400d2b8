#pragma once

// What the server says about somebody's own security.

#include "shared/contract/auth.h"
#include "shared/contract/factors.h"
#include "shared/contract/privacy.h"
#include "tests/console/pages/samples.h"
#include "tests/support/faketransport.h"

namespace samples {

inline QList<Session> ownSessions()
{
    return {{.id = id<Session>(801),
             .device = QStringLiteral("Console on Debian GNU/Linux 12"),
             .ip = QStringLiteral("103.21.58.4"),
             .createdAt = now.after(-3 * hourMs),
             .lastSeenAt = now.after(-minuteMs),
             .expiresAt = now.after(160 * hourMs),
             .isCurrent = true},
            {.id = id<Session>(802),
             .device = QStringLiteral("Firefox on Android"),
             .ip = QStringLiteral("49.36.112.90"),
             .createdAt = now.after(-30 * hourMs),
             .lastSeenAt = now.after(-26 * hourMs),
             .expiresAt = now.after(100 * hourMs)}};
}

inline RecoveryCodes recoveryCodes()
{
    return {{"K7QM-2XVD-HN4T-PW3C", "B5RT-XE6J-QZ2L-M7AS", "TF3W-9K2N-VHC4-YD6P", "Q2LX-MD7R-5TWE-JK3B",
             "ZC6H-PV4N-XA2Q-RT5M", "DN3K-YW7E-LB5X-CQ2V", "HR4M-TZ6P-2KJD-WX7N", "E5QB-CL3V-NM6T-HP2K",
             "WX7J-KD2R-QT4Z-BN5L", "MV2P-HC5W-E3RX-TK6Q"}};
}

inline void guard(FakeTransport &server, std::optional<Instant> totpSince = {})
{
    server.answer(
        api::readSecurity,
        {.passwordChangedAt = now.after(-40 * dayMs), .totpSince = totpSince, .recoveryCodesLeft = totpSince ? 9 : 0});
    server.answer(api::listSessions, ownSessions());
    server.answer(api::startTotp, {QStringLiteral("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
                                   QStringLiteral("otpauth://totp/Kabaadwala:ananya?secret="
                                                  "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kabaadwala&algorithm=SHA1"
                                                  "&digits=6&period=30")});
    server.answer(api::confirmTotp, recoveryCodes());
    server.answer(api::listCopies, QList<PersonalCopy>{{.id = id<PersonalCopy>(811),
                                                        .state = CopyState::Ready,
                                                        .requestedAt = now.after(-2 * hourMs),
                                                        .finishedAt = now.after(-2 * hourMs),
                                                        .fileSize = 4'812'345,
                                                        .expiresAt = now.after(6 * dayMs),
                                                        .url = QStringLiteral("/api/v1/users/me/exports/c1/file")}});
}

} // namespace samples
