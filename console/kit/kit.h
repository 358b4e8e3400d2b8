#pragma once

// What every page is given: the look, the server, the news, and ways to speak to the user and to move to other pages.

#include "console/kit/api.h"
#include "console/kit/clock.h"
#include "console/kit/theme.h"

#include <QMap>
#include <QStringList>

#include <functional>
#include <memory>

namespace kit {

class LiveFeed;

// Who uses the console; empty before sign-in.
struct Identity
{
    QString id;
    QString name;
    QString email;
    Role role = Role::Buyer;
    bool isSuperAdmin = false;
    bool isLimited = false; // the session reaches only onboarding
    QString vendorId;       // of vendors
};

// Speaks to the user without stopping them.
class Notices
{
public:
    virtual ~Notices() = default;
    virtual void toast(const QString &text, Tone tone = Tone::Success) = 0;
    // The action runs when the time to undo has passed, or at once when another one is offered or the window closes.
    virtual void toastWithUndo(const QString &text, std::function<void()> commit, std::function<void()> undo) = 0;
};

// What a list is to show of all it has, when a figure that counted it leads there: {{"status", "placed"}}.
using Narrowing = QMap<QString, QString>;

class Navigator
{
public:
    virtual ~Navigator() = default;
    // Opens a page by its id in console/pages/all.cpp, and in it the object with this id when one is given.
    virtual void open(const QString &page, const QString &object = {}) = 0;
    // Opens a list with only the rows that a figure counted.
    virtual void openNarrowed(const QString &page, const Narrowing &by) = 0;
    // Leads to the door, for a session that can never become more than it is.
    virtual void signInAgain() = 0;
};

// Opens live feeds of the signed-in user; "/ws/store", "/ws/me", "/ws/chat/{id}".
class Feeds
{
public:
    virtual ~Feeds() = default;
    virtual LiveFeed *open(const QString &path, QObject *parent) = 0;
};

// Small choices that stay on this machine: the period of a dashboard. Nothing secret.
class Keepsakes
{
public:
    virtual ~Keepsakes() = default;
    virtual QString kept(const QString &name) const = 0; // empty: never kept
    virtual void keep(const QString &name, const QString &value) = 0;
    // Where files lie that are more than a choice: drafts, what waits for the server. Only this user reads them.
    virtual QString folder() const = 0;
};

struct Kit
{
    Theme &theme;
    Api &api;
    Clock &clock;
    Feeds &feeds;
    Notices &notices;
    Navigator &navigator;
    Identity &me;
    Keepsakes &keepsakes;
};

} // namespace kit
