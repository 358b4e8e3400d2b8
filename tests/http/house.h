#pragma once

// A small server with made-up endpoints, and a client that sends exactly the bytes it is told to.

#include "server/http/server.h"
#include "tests/support/fakeclock.h"
#include "tests/support/runner.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <prometheus/registry.h>

#include <semaphore>

struct Item
{
    Id<Item> id;
    QString name;
    Money price;

    FIELDS(Item, FIELD(id), FIELD(name), FIELD(price))
};

struct NewItem
{
    QString name;
    Money price;

    FIELDS(NewItem, FIELD(name, .lengthMin = 1, .lengthMax = 20), FIELD(price, .min = 1))
};

struct ListItems
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListItems, PAGE_FIELDS)
};

struct Text
{
    QString text;

    FIELDS(Text, FIELD(text, .lengthMax = 2'000'000))
};

struct FileNote
{
    QString note;

    FIELDS(FileNote, FIELD(note, .lengthMax = 20))
};

namespace house {

inline constexpr Endpoint<Nothing, Item, Id<Item>> readItem{.method = Method::Get,
                                                            .path = "/api/v1/items/{id}",
                                                            .access = Access::Public,
                                                            .owner = Owner::Everybodys,
                                                            .rate = Rate::Browse,
                                                            .summary = "One item",
                                                            .aliases = "/old/item/{id}/"};
inline constexpr Endpoint<ListItems, Page<Item>> listItems{.method = Method::Get,
                                                           .path = "/api/v1/items",
                                                           .access = Access::Public,
                                                           .owner = Owner::Nobodys,
                                                           .rate = Rate::Browse,
                                                           .summary = "All items"};
inline constexpr Endpoint<NewItem, Item> addItem{.method = Method::Post,
                                                 .path = "/api/v1/items",
                                                 .access = Access::Vendor,
                                                 .owner = Owner::Nobodys,
                                                 .rate = Rate::Account,
                                                 .summary = "A new item",
                                                 .status = 201};
inline constexpr Endpoint<Nothing, Nothing, Id<Item>> removeItem{.method = Method::Delete,
                                                                 .path = "/api/v1/items/{id}",
                                                                 .access = Access::Admin,
                                                                 .owner = Owner::Anyones,
                                                                 .rate = Rate::Account,
                                                                 .summary = "Remove an item",
                                                                 .permission = Permission::ManageCatalog};
inline constexpr Endpoint<Nothing, Text> mine{.method = Method::Get,
                                              .path = "/api/v1/mine",
                                              .access = Access::SignedIn,
                                              .owner = Owner::Nobodys,
                                              .rate = Rate::Account,
                                              .summary = "Who I am"};
inline constexpr Endpoint<Nothing, Text> profile{.method = Method::Get,
                                                 .path = "/api/v1/profile",
                                                 .access = Access::Onboarding,
                                                 .owner = Owner::Nobodys,
                                                 .rate = Rate::Account,
                                                 .summary = "My profile"};
inline constexpr Endpoint<Text, Text> echo{.method = Method::Post,
                                           .path = "/api/v1/echo",
                                           .access = Access::Public,
                                           .owner = Owner::Nobodys,
                                           .rate = Rate::Browse,
                                           .summary = "Says it again"};
inline constexpr Endpoint<Nothing, Text, QString> spell{.method = Method::Get,
                                                        .path = "/api/v1/texts/{text}",
                                                        .access = Access::Public,
                                                        .owner = Owner::Everybodys,
                                                        .rate = Rate::Browse,
                                                        .summary = "Says the path again",
                                                        .feature = Feature::Ads};
inline constexpr Endpoint<NewItem, Item> buy{.method = Method::Post,
                                             .path = "/api/v1/purchases",
                                             .access = Access::Buyer,
                                             .owner = Owner::Nobodys,
                                             .rate = Rate::Money,
                                             .summary = "Buy",
                                             .repeat = Repeat::Keyed,
                                             .status = 201};
inline constexpr Endpoint<Nothing, Text> wait{.method = Method::Post,
                                              .path = "/api/v1/wait",
                                              .access = Access::Public,
                                              .owner = Owner::Nobodys,
                                              .rate = Rate::Browse,
                                              .summary = "Answers when the test says so"};
inline constexpr Endpoint<Nothing, Text> figures{.method = Method::Get,
                                                 .path = "/api/v1/figures",
                                                 .access = Access::Public,
                                                 .owner = Owner::Nobodys,
                                                 .rate = Rate::Browse,
                                                 .summary = "Heavy, and can wait for a quieter hour",
                                                 .heavy = true};
inline constexpr Endpoint<Nothing, Text> hash{.method = Method::Post,
                                              .path = "/api/v1/hash",
                                              .access = Access::Public,
                                              .owner = Owner::Nobodys,
                                              .rate = Rate::Browse,
                                              .summary = "Heavy, and cannot",
                                              .heavy = true};
inline constexpr Endpoint<Nothing, Text> password{.method = Method::Post,
                                                  .path = "/api/v1/password",
                                                  .access = Access::Public,
                                                  .owner = Owner::Nobodys,
                                                  .rate = Rate::Browse,
                                                  .summary = "Takes as long as a password",
                                                  .hashes = true};
inline constexpr Endpoint<Nothing, Text> fault{.method = Method::Get,
                                               .path = "/api/v1/fault",
                                               .access = Access::Public,
                                               .owner = Owner::Nobodys,
                                               .rate = Rate::Browse,
                                               .summary = "Throws"};
inline constexpr Endpoint<Upload<FileNote>, Text> sendFile{.method = Method::Post,
                                                           .path = "/api/v1/files",
                                                           .access = Access::Buyer,
                                                           .owner = Owner::Nobodys,
                                                           .rate = Rate::Upload,
                                                           .summary = "Send a file",
                                                           .bodyMax = 4 << 20};
inline constexpr Endpoint<Nothing, FileBody, QString> readFile{.method = Method::Get,
                                                               .path = "/api/v1/files/{name}",
                                                               .access = Access::Public,
                                                               .owner = Owner::Everybodys,
                                                               .rate = Rate::Browse,
                                                               .summary = "Read a file"};
inline constexpr Endpoint<Nothing, Redirect, QString> leave{.method = Method::Get,
                                                            .path = "/api/v1/ways/{name}",
                                                            .access = Access::Public,
                                                            .owner = Owner::Everybodys,
                                                            .rate = Rate::Browse,
                                                            .summary = "Leads on",
                                                            .status = 302};
inline constexpr Endpoint<Visiting<Nothing>, Text> visitor{.method = Method::Get,
                                                           .path = "/api/v1/visitor",
                                                           .access = Access::Public,
                                                           .owner = Owner::Nobodys,
                                                           .rate = Rate::Browse,
                                                           .summary = "Who visits"};
inline constexpr Endpoint<RawBody, Text> webhook{.method = Method::Post,
                                                 .path = "/api/v1/webhook",
                                                 .access = Access::Signed,
                                                 .owner = Owner::Nobodys,
                                                 .rate = Rate::Webhook,
                                                 .summary = "From a gateway"};

} // namespace house

// "error.details.fields.0.message"
QJsonValue within(QJsonValue json, const char *path);

// What came back.
struct Answer
{
    int status = 0; // 0: the connection ended without one
    QHash<QByteArray, QByteArray> headers;
    QByteArray head;
    QByteArray body;

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonValue at(const char *path) const { return within(json(), path); }
    QString code() const { return at("error.code").toString(); }
    QString text() const { return at("data.text").toString(); }
};

// The security headers of every reply (SEC-04, S14) that this one lacks or says otherwise.
QStringList missingHeaders(const Answer &answer);

class Client
{
public:
    explicit Client(quint16 port);

    void send(const QByteArray &bytes);
    Answer receive();                    // the next reply
    Answer receiveHead();                // of a HEAD request
    Answer ask(const QByteArray &bytes); // both
    QByteArray receiveAll();             // until the server closes
    bool isClosed(int withinMs = 3000);
    void leave() { m_socket.abort(); }
    QTcpSocket &socket() { return m_socket; }

private:
    Answer head();

    QTcpSocket m_socket;
    QByteArray m_in;
};

class House
{
public:
    explicit House(http::ServerOptions options = {});
    ~House();

    FakeClock clock;
    prometheus::Registry registry;
    http::Readiness readiness;
    http::Router router;
    QTemporaryDir folder;

    std::counting_semaphore<> arrived{0}; // handlers of house::wait that have begun
    std::counting_semaphore<> gate{0};    // and may end
    std::atomic<int> purchases = 0;
    std::atomic<int> added = 0;
    std::atomic<int> echoed = 0;

    QByteArray topic = "everything"; // of WebSockets
    std::mutex mutex;
    QHash<quint64, http::SocketLine> lines;
    QList<QByteArray> heard;
    quint64 nextLine = 1;

    std::unique_ptr<http::Server> server;
    quint16 port() const { return server->port(); }

    // One request on a connection of its own.
    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &headers = {},
               const QByteArray &body = {}) const;

    static http::ServerOptions quickOptions();     // wide rate limits
    static http::ServerOptions impatientOptions(); // and short deadlines
    static QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &headers = {},
                              const QByteArray &body = {});
    static Caller callerOf(const QByteArray &name);
    static Id<Item> itemId();

private:
    void bindItems();
    void bindOthers();
    http::SocketHost socketHost();
    Result<Item> purchase(const Caller &caller, const NewItem &wish);

    QHash<QByteArray, std::pair<QByteArray, QByteArray>> m_stored; // by key: body hash and reply
};
