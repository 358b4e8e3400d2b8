// NOTIF-12, NOTIF-21, CHAT-04, AUTH-37, S1: who may open which feed, and who hears which news on it. Everybody is there
// while something of every kind happens between one buyer and one store; the rules are written here a second time and
// know nothing of the hub.

#include "shared/contract/adnews.h"
#include "tests/access/stage.h"
#include "tests/support/runner.h"

#include <list>
#include <set>

namespace {

constexpr std::array feeds{"/ws/me", "/ws/store", "/ws/chat/"};
enum Feed { Me, Store, Chat };

const QList<LiveKind> &news()
{
    using enum LiveKind;
    static const QList<LiveKind> all{NewOrder,        OrderUpdated,  OrderSettled,  Notice,        PayoutUpdated,
                                     KycUpdated,      KycSubmitted,  PersonChanged, VendorChanged, KycClaimed,
                                     SettingChanged,  AdChanged,     Message,       MessagesRead,  Typing,
                                     WeighingChanged, RefundUpdated, DisputeUpdated};
    return all;
}

// What an admin must have been granted to hear of it.
Permission permissionOf(LiveKind kind)
{
    switch (kind) {
    case LiveKind::NewOrder:
    case LiveKind::OrderUpdated:
    case LiveKind::OrderSettled:
    case LiveKind::WeighingChanged:
    case LiveKind::RefundUpdated:
    case LiveKind::DisputeUpdated: return Permission::ManageOrders;
    case LiveKind::PayoutUpdated: return Permission::ManagePayouts;
    case LiveKind::KycUpdated:
    case LiveKind::KycSubmitted:
    case LiveKind::KycClaimed: return Permission::ReviewKyc;
    case LiveKind::PersonChanged: return Permission::ManageUsers;
    case LiveKind::VendorChanged: return Permission::ManageVendors;
    case LiveKind::SettingChanged: return Permission::ManageSettings;
    case LiveKind::AdChanged: return Permission::ManageAds;
    default: return Permission::None;
    }
}

bool isGranted(Who who)
{
    return who == Who::AdminWithThePermission || who == Who::SuperAdmin;
}

bool opens(Feed feed, Who who)
{
    if (who == Who::Anonymous || faultOf(who))
        return false;
    switch (feed) {
    case Me: return true;
    case Store: return roleOf(who) == Role::Vendor;
    case Chat: return who == Who::Buyer || who == Who::Vendor || isGranted(who);
    }
    return false;
}

bool hears(Feed feed, Who who, LiveKind kind)
{
    using enum LiveKind;
    const auto among = [&](const QList<LiveKind> &kinds) { return kinds.contains(kind); };
    switch (feed) {
    case Me:
        if (who == Who::Buyer)
            return among({NewOrder, OrderUpdated, OrderSettled, Notice, Message, WeighingChanged, RefundUpdated,
                          DisputeUpdated});
        if (who == Who::Vendor)
            return among({PayoutUpdated, KycUpdated, Notice});
        return isGranted(who) && permissionOf(kind) != Permission::None;
    case Store:
        return who == Who::Vendor && among({NewOrder, OrderUpdated, OrderSettled, PayoutUpdated, KycUpdated,
                                            VendorChanged, Message, WeighingChanged, RefundUpdated, DisputeUpdated});
    case Chat: return opens(Chat, who) && (among({Message, MessagesRead}) || (kind == Typing && who != Who::Buyer));
    }
    return false;
}

// Somebody at one feed. Of an admin with the permission there is one for each.
struct Seat
{
    Who who;
    Feed feed;
    Permission permission;
    std::set<LiveKind> heard = {};
    live::ConnectionId connection = 0;

    void sitDown(live::Hub &hub, const Caller &caller, const QByteArray &path)
    {
        const auto topic = hub.admit(caller, path);
        if (!topic)
            return;
        const auto hear = [this](const QByteArray &text) {
            const auto said = QJsonDocument::fromJson(text).object();
            heard.insert(*names::fromText<LiveKind>(said[QStringLiteral("kind")].toString()));
        };
        connection = hub.join(caller, *topic, 0, {.send = hear, .close = [](int, const QByteArray &) {}});
    }
};

class Hall
{
public:
    Hall()
        : room(stage.fresh(Thing::Room, Who::Buyer))
    {
        for (int i = 0; i < whoCount; ++i) {
            for (const Feed feed : {Me, Store, Chat})
                enter(Who(i), feed);
        }
    }

    void everythingHappens()
    {
        (void)stage.fresh(Thing::OrderOnItsWay, Who::Buyer);
        (void)stage.fresh(Thing::Payout, Who::Vendor);
        const auto submission =
            Id<KycSubmission>::parse(QString::fromLatin1(stage.fresh(Thing::Submission, Who::Vendor)));
        const Caller &vendor = stage.standing(Who::Vendor).caller;
        talk();
        publish(KycDecided{.submissionId = submission, .vendorId = *vendor.vendorId, .accountId = vendor.id});
        publish(KycClaimed{.submissionId = submission});
        publish(PersonChanged{.accountId = vendor.id});
        publish(VendorModerated{.vendorId = *vendor.vendorId,
                                .accountId = vendor.id,
                                .storeName = QStringLiteral("Metals"),
                                .act = VendorAct::Activated,
                                .reason = QStringLiteral("Everything is well")});
        const Id<Account> buyer = stage.standing(Who::Buyer).caller.id;
        const Ids &ids = stage.market.ids;
        const Id<Order> order = ids.next<Order>();
        publish(WeighTicketChanged{.orderId = order,
                                   .ticketId = ids.next<WeighTicket>(),
                                   .buyerId = buyer,
                                   .vendorId = *vendor.vendorId,
                                   .vendorAccountId = vendor.id});
        publish(RefundChanged{.refundId = ids.next<Refund>(),
                              .orderId = order,
                              .buyerId = buyer,
                              .vendorId = *vendor.vendorId,
                              .vendorAccountId = vendor.id});
        publish(DisputeChanged{.disputeId = ids.next<Dispute>(),
                               .orderId = order,
                               .buyerId = buyer,
                               .vendorId = *vendor.vendorId,
                               .vendorAccountId = vendor.id});
        publish(SettingChanged{QStringLiteral("kyc.sla_hours")});
        publish(AdChanged{stage.market.ids.next<Ad>()});
        stage.market.outbox.drain();
    }

    // Of the admins with a permission the one that has what the news asks for is meant; no other may hear it.
    bool heard(Who who, Feed feed, LiveKind kind) const
    {
        bool out = false;
        for (const Seat &seat : seats) {
            if (seat.who != who || seat.feed != feed || !seat.heard.contains(kind))
                continue;
            const bool isMeant = who != Who::AdminWithThePermission || seat.permission == neededFor(feed, kind);
            if (!isMeant)
                qFatal("an admin has heard what is another permission's");
            out = true;
        }
        return out;
    }
    bool isOpen(Who who, Feed feed) const
    {
        return std::any_of(seats.begin(), seats.end(), [&](const Seat &seat) {
            return seat.who == who && seat.feed == feed && seat.connection != 0;
        });
    }
    int handshake(Who who, Feed feed)
    {
        const QByteArray &token = person(who).token;
        const QByteArray bearer = token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n";
        return stage
            .ask("GET " + pathOf(feed) +
                 " HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                 "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                 bearer + "\r\n")
            .status;
    }

private:
    static Permission neededFor(Feed feed, LiveKind kind)
    {
        return feed == Chat ? Permission::ManageOrders : permissionOf(kind);
    }
    QByteArray pathOf(Feed feed) const { return feeds[feed] + (feed == Chat ? room : QByteArray()); }
    Asker &person(Who who)
    {
        return stage.person(who, {.access = Access::Admin, .permission = Permission::ManageOrders});
    }

    void enter(Who who, Feed feed)
    {
        const Asker &asker = person(who);
        const Caller caller = stage.market.auth.callerOf(asker.token).value_or(Caller{});
        std::set<Permission> permissions{Permission::None};
        if (who == Who::AdminWithThePermission) {
            permissions = {Permission::ManageOrders};
            for (const LiveKind kind : news())
                if (permissionOf(kind) != Permission::None && feed == Me)
                    permissions.insert(permissionOf(kind));
        }
        for (const Permission permission : permissions) {
            Caller each = caller;
            if (permission != Permission::None)
                each.permissions = {permission};
            Seat &seat = seats.emplace_back(Seat{.who = who, .feed = feed, .permission = permission});
            seat.sitDown(stage.market.live, each, pathOf(feed));
        }
    }
    Seat &seatOf(Who who)
    {
        return *std::find_if(seats.begin(), seats.end(),
                             [&](const Seat &seat) { return seat.who == who && seat.feed == Chat; });
    }

    void talk()
    {
        live::Hub &hub = stage.market.live;
        hub.hear(seatOf(Who::Buyer).connection, json::bytes(LiveRequest{.verb = LiveVerb::Typing}));
        hub.hear(seatOf(Who::Buyer).connection,
                 json::bytes(LiveRequest{LiveVerb::Send, QStringLiteral("c1"), QStringLiteral("Hello"), {}}));
        const auto said = stage.market.chat.listMessages(stage.standing(Who::Vendor).caller,
                                                         Id<ChatRoom>::parse(QString::fromLatin1(room)), {});
        hub.hear(seatOf(Who::Vendor).connection,
                 json::bytes(LiveRequest{LiveVerb::Read, {}, {}, said.value().items.constFirst().id.text()}));
    }

    template <class Event>
    void publish(const Event &event)
    {
        must(stage.market.db().write([&](Tx &tx) -> Result<> {
            tx.publish(event);
            return {};
        }));
    }

    Stage stage;
    const QByteArray room;
    std::list<Seat> seats;
};

QByteArray cellOf(Who who, Feed feed)
{
    return QString(names::text(who)).toLatin1() + " at " + feeds[feed];
}

} // namespace

class TestOfTopics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void everybodyListensEverywhere()
    {
        Hall hall;
        qsizetype doors = 0, cells = 0;
        for (int i = 0; i < whoCount; ++i) {
            for (const Feed feed : {Me, Store, Chat}) {
                const bool isOpen = opens(feed, Who(i));
                QVERIFY2(hall.isOpen(Who(i), feed) == isOpen, cellOf(Who(i), feed).constData());
                const int status = hall.handshake(Who(i), feed);
                QVERIFY2(isOpen ? status == 101 : status >= 400 && status < 500,
                         (cellOf(Who(i), feed) + ": " + QByteArray::number(status)).constData());
                ++doors;
            }
        }

        hall.everythingHappens();

        for (int i = 0; i < whoCount; ++i) {
            for (const Feed feed : {Me, Store, Chat}) {
                for (const LiveKind kind : news()) {
                    const QByteArray cell = cellOf(Who(i), feed) + ": " + QString(names::text(kind)).toLatin1();
                    QVERIFY2(hall.heard(Who(i), feed, kind) == hears(feed, Who(i), kind), cell.constData());
                    ++cells;
                }
            }
        }
        qInfo("%d identities x %d feeds = %lld doors, x %lld kinds of news = %lld cells", whoCount, int(feeds.size()),
              static_cast<long long>(doors), static_cast<long long>(news().size()), static_cast<long long>(cells));
        QCOMPARE(doors, qsizetype(whoCount) * qsizetype(feeds.size()));
        QCOMPARE(cells, doors * news().size());
    }

    // A new kind of news has to be put into the matrix; the others are answers to the listener itself.
    void everyKindOfNewsIsAskedFor()
    {
        constexpr std::array answers{LiveKind::Welcome, LiveKind::Resync, LiveKind::Pong, LiveKind::Error};

        QCOMPARE(std::size_t(news().size()) + answers.size(), namesOf(LiveKind{}).names.size());
        QCOMPARE(std::set<LiveKind>(news().begin(), news().end()).size(), std::size_t(news().size()));
    }
};

TEST_CLASS(TestOfTopics)

#include "tst_topics.moc"
