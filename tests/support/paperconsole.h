#pragma once

// The whole console in front of a paper server: the door, the shell, the session; nothing leaves the process.
//     PaperConsole house;
//     house.server.answer(api::listOrders, …);
//     house.enter(Role::Admin);                       // signed in, as after the code was typed
//     house.console.shell()->open("admin.orders");

#include "console/app/console.h"
#include "tests/support/consolekit.h"
#include "tests/support/memoryvault.h"

#include <QTemporaryDir>

class PaperConsole
{
public:
    FakeTransport server;
    MemoryVault vault;
    StandingClock clock;

private:
    QTemporaryDir m_folder;

public:
    app::Preferences preferences{m_folder.filePath(QStringLiteral("console.ini"))};
    app::Console console{{.transport = server, .vault = vault, .clock = clock, .preferences = preferences}};

    // Nobody listens at port 1, so that no news come from a server that happens to run here.
    PaperConsole() { preferences.setServer(QUrl(QStringLiteral("http://127.0.0.1:1"))); }

    SessionTokens tokens(Role role) const
    {
        const bool isVendor = role == Role::Vendor;
        Account account{.id = {QUuid(QStringLiteral("0192f7a0-0000-7000-8000-000000000001"))},
                        .username = isVendor ? QStringLiteral("ravi") : QStringLiteral("ananya"),
                        .email = QStringLiteral("someone@example.in"),
                        .fullName = isVendor ? QStringLiteral("Ravi Sharma") : QStringLiteral("Ananya Rao"),
                        .role = role,
                        .isSuperAdmin = !isVendor,
                        .isActive = true,
                        .isVerified = true,
                        .language = QStringLiteral("en"),
                        .isProfileComplete = true};
        return {.accessToken = QStringLiteral("access-1"),
                .accessExpiresAt = clock.at.after(15 * 60'000),
                .refreshToken = QStringLiteral("refresh-token-number-1"),
                .refreshExpiresAt = clock.at.after(7 * 24 * 3'600'000LL),
                .account = account};
    }

    void enter(Role role) { console.session().adopt(tokens(role)); }
};
