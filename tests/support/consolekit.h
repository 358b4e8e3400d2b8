#pragma once

// Everything a page needs, with the server, the news and the clock on paper.
//     ConsoleKit console(Role::Vendor);
//     console.server.answer(api::listOrders, page);
//     orders::BoardPage board(console.kit);

#include "console/kit/kit.h"
#include "console/kit/livefeed.h"
#include "tests/support/faketransport.h"

#include <QTemporaryDir>

class FakeNotices : public kit::Notices
{
public:
    QStringList toasts;
    std::function<void()> commit;
    std::function<void()> undo;

    void toast(const QString &text, kit::Tone) override { toasts += text; }
    void toastWithUndo(const QString &text, std::function<void()> doCommit, std::function<void()> doUndo) override
    {
        toasts += text;
        commit = std::move(doCommit);
        undo = std::move(doUndo);
    }
};

class FakeNavigator : public kit::Navigator
{
public:
    QStringList opened; // "orders", "orders/<id>" or "orders?status=placed"

    void open(const QString &page, const QString &object) override
    {
        opened += object.isEmpty() ? page : page + u'/' + object;
    }
    void openNarrowed(const QString &page, const kit::Narrowing &by) override
    {
        QStringList said;
        for (auto it = by.begin(); it != by.end(); ++it)
            said += it.key() + u'=' + it.value();
        opened += page + u'?' + said.join(u'&');
    }
    void signInAgain() override { opened += QStringLiteral("door"); }
};

class FakeKeepsakes : public kit::Keepsakes
{
public:
    QHash<QString, QString> kepts;
    QString kept(const QString &name) const override { return kepts.value(name); }
    void keep(const QString &name, const QString &value) override { kepts.insert(name, value); }
    QString folder() const override { return place.path(); }

    QTemporaryDir place;
};

class StandingClock : public kit::Clock
{
public:
    Instant at{1'795'171'860'000}; // 20 November 2026, 11:31 UTC
    Instant now() const override { return at; }
};

class FakeFeeds : public kit::Feeds
{
public:
    // A feed that never connects; a test lets it say something with Q_EMIT feed->received(event).
    kit::LiveFeed *open(const QString &path, QObject *parent) override
    {
        auto *feed = new kit::LiveFeed({}, {}, parent);
        feeds.insert(path, feed);
        return feed;
    }
    QHash<QString, QPointer<kit::LiveFeed>> feeds;
};

struct ConsoleKit
{
    explicit ConsoleKit(Role role = Role::Admin) { me.role = role; }

    FakeTransport server;
    StandingClock clock;
    FakeNotices notices;
    FakeNavigator navigator;
    FakeFeeds feeds;
    kit::Theme theme;
    kit::Api api{server};
    kit::Identity me{.id = "0192f7a0-0000-7000-8000-000000000001", .name = "Ananya Rao", .email = "ananya@example.in"};
    FakeKeepsakes keepsakes;
    kit::Kit kit{theme, api, clock, feeds, notices, navigator, me, keepsakes};
};
