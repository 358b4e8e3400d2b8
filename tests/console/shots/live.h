#pragma once

// Pictures of the console in front of a real server: signs in through the door, with the code from the mail folder.

#include <QSize>
#include <QString>

struct LiveSitting
{
    QString server;
    QString account; // "admin:Demo@2026"
    QString mails;   // the folder where the server leaves its mails
    QString look;    // "dark", "hi" or both with a dash between
};

namespace app {
class Console;
}

// Through the door; says what went wrong.
QString signInLive(app::Console &console, const LiveSitting &sitting);

// Returns what went wrong; empty when every page was shot.
QString shootLive(const LiveSitting &sitting, QSize size, const QString &folder);
