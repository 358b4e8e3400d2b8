#include "tests/http/house.h"

#include "server/http/pages.h"

#include <QFile>

QJsonValue within(QJsonValue json, const char *path)
{
    for (const QByteArray &step : QByteArray(path).split('.'))
        json = json.isArray() ? json.toArray().at(step.toInt()) : json.toObject().value(QString::fromUtf8(step));
    return json;
}

QStringList missingHeaders(const Answer &answer)
{
    static const QList<std::pair<QByteArray, QByteArray>> wanted = {
        {"x-content-type-options", "nosniff"},         {"x-frame-options", "DENY"},
        {"x-xss-protection", "1; mode=block"},         {"referrer-policy", "no-referrer"},
        {"cross-origin-resource-policy", "same-site"},
    };
    QStringList missing;
    for (const auto &[name, value] : wanted)
        if (answer.headers.value(name) != value)
            missing += QString::fromLatin1(name);
    if (!answer.headers.value("content-security-policy").contains("frame-ancestors 'none'"))
        missing += QStringLiteral("content-security-policy");
    for (const char *name : {"cache-control", "date", "x-request-id"})
        if (answer.headers.value(name).isEmpty())
            missing += QString::fromLatin1(name);
    // SEC-09: there are no cookies, so there is nothing that a foreign page could use.
    for (const char *name : {"server", "set-cookie", "access-control-allow-credentials"})
        if (answer.headers.contains(name))
            missing += QStringLiteral("no ") + QString::fromLatin1(name);
    if (answer.status == 503 && answer.headers.value("retry-after").toInt() < 1)
        missing += QStringLiteral("retry-after");
    return missing;
}

Client::Client(quint16 port)
{
    m_socket.connectToHost(QHostAddress::LocalHost, port);
    if (!m_socket.waitForConnected(3000))
        qWarning("no connection");
}

void Client::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

Answer Client::head()
{
    constexpr int patienceMs = 5000;
    Answer answer;
    qsizetype end = -1;
    while ((end = m_in.indexOf("\r\n\r\n")) < 0) {
        if (!m_socket.bytesAvailable() && !m_socket.waitForReadyRead(patienceMs))
            return answer;
        m_in += m_socket.readAll();
    }
    answer.head = m_in.first(end + 4);
    m_in.remove(0, end + 4);
    const QList<QByteArray> lines = answer.head.trimmed().split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return answer;
}

Answer Client::receiveHead()
{
    return head();
}

Answer Client::receive()
{
    constexpr int patienceMs = 5000;
    Answer answer = head();
    const qsizetype size = answer.headers.value("content-length").toLongLong();
    while (m_in.size() < size) {
        if (!m_socket.bytesAvailable() && !m_socket.waitForReadyRead(patienceMs))
            break;
        m_in += m_socket.readAll();
    }
    answer.body = m_in.first(std::min(size, m_in.size()));
    m_in.remove(0, answer.body.size());
    return answer;
}

Answer Client::ask(const QByteArray &bytes)
{
    send(bytes);
    return receive();
}

QByteArray Client::receiveAll()
{
    constexpr int patienceMs = 5000;
    while (m_socket.bytesAvailable() || m_socket.waitForReadyRead(patienceMs))
        m_in += m_socket.readAll();
    return m_in;
}

bool Client::isClosed(int withinMs)
{
    while (m_socket.state() == QAbstractSocket::ConnectedState && m_socket.waitForReadyRead(withinMs))
        m_in += m_socket.readAll();
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

http::ServerOptions House::quickOptions()
{
    http::ServerOptions options;
    options.port = 0;
    options.threads = 2;
    options.limits.tickMs = 50;
    options.policy.rates.perAddress = {100'000, 60};
    options.policy.rates.anonymous = {100'000, 3600};
    options.policy.origins = {"https://market.example"};
    return options;
}

http::ServerOptions House::impatientOptions()
{
    http::ServerOptions options = quickOptions();
    options.limits.headMs = 400;
    options.limits.bodyMs = 600;
    options.limits.idleMs = 1500;
    options.limits.unsentMs = 700;
    options.limits.lingerMs = 500;
    return options;
}

House::House(http::ServerOptions options)
{
    options.session = [](QByteArrayView bearer) -> Result<Caller> {
        const Caller caller = callerOf(bearer.toByteArray());
        if (!caller.known)
            return failure(ErrorCode::TokenExpired, QStringLiteral("This session is over."));
        return caller;
    };
    options.limits.uploadFolder = folder.path();
    options.sockets = socketHost();
    bindItems();
    bindOthers();
    router.page("/hold", [this](const http::Call &) {
        arrived.release();
        gate.acquire();
        return http::Reply{.body = "{}"};
    });
    router.page("/about", [](const http::Call &) { return http::Reply{.body = "{}"}; });
    router.probe("/health", [](const http::Call &) { return http::Reply{.body = "{\"status\":\"healthy\"}"}; });
    server = std::make_unique<http::Server>(router, clock, registry, readiness, std::move(options));
    if (const Result<> started = server->start(); !started)
        qFatal("%s", qPrintable(started.error().message));
    readiness.open();
}

House::~House()
{
    gate.release(100);
    server.reset();
}

Caller House::callerOf(const QByteArray &name)
{
    Caller caller;
    const QHash<QByteArray, Role> roles{{"buyer", Role::Buyer},   {"other", Role::Buyer},   {"vendor", Role::Vendor},
                                        {"admin", Role::Admin},   {"root", Role::Admin},    {"limited", Role::Buyer},
                                        {"second", Role::Vendor}, {"catalog", Role::Admin}, {"gone", Role::Buyer}};
    caller.known = roles.contains(name) && name != "gone";
    caller.role = roles.value(name);
    caller.id.uuid = QUuid::createUuidV5(QUuid(), name);
    caller.limited = name == "limited";
    caller.superAdmin = name == "root";
    if (name == "catalog")
        caller.permissions = {Permission::ManageCatalog};
    if (name == "second")
        caller.language = QStringLiteral("hi");
    return caller;
}

Id<Item> House::itemId()
{
    return Id<Item>::parse(u"0192f7a0-0000-7000-8000-000000000001");
}

void House::bindItems()
{
    router.on(house::readItem, [](const Caller &, Id<Item> id) -> Result<Item> {
        if (id != itemId())
            return notFound(QLatin1StringView("item"));
        return Item{id, QStringLiteral("Copper"), {75050}};
    });
    router.on(house::listItems, [](const Caller &, const ListItems &wish) -> Result<Page<Item>> {
        Page<Item> page{.nextCursor = QStringLiteral("abc"), .limit = wish.limit, .total = 57};
        for (int i = 0; i < wish.limit; ++i)
            page.items += Item{itemId(), QStringLiteral("Copper wire, grade %1").arg(i), {75050}};
        return page;
    });
    router.on(house::addItem, [this](const Caller &, const NewItem &wish) -> Result<Item> {
        ++added;
        return Item{itemId(), wish.name, wish.price};
    });
    router.on(house::removeItem, [](const Caller &, Id<Item>) -> Result<> { return {}; });
    router.on(house::buy, [this](const Caller &caller, const NewItem &wish) { return purchase(caller, wish); });
}

void House::bindOthers()
{
    const auto whoAmI = [](const Caller &caller) -> Result<Text> {
        return Text{names::text(caller.role) + u' ' + caller.language};
    };
    router.on(house::mine, whoAmI);
    router.on(house::signedLink, [](const Caller &caller) -> Result<Text> {
        return Text{caller.known ? QStringLiteral("known") : QStringLiteral("nobody")};
    });
    router.on(house::profile, whoAmI);
    router.on(house::readNote, [this](const Caller &) -> Result<Note> {
        const std::lock_guard lock(m_noteMutex);
        return m_note;
    });
    router.on(house::writeNote, [this](const Caller &, const PutNote &wish) -> Result<Note> {
        const std::lock_guard lock(m_noteMutex);
        if (wish.version.value_or(m_note.version) != m_note.version)
            return failure(ErrorCode::Conflict, QStringLiteral("The note has changed meanwhile."));
        m_note = {wish.text, m_note.version + 1};
        return m_note;
    });
    router.on(house::echo, [this](const Caller &, const Text &text) -> Result<Text> {
        ++echoed;
        return text;
    });
    router.on(house::spell, [](const Caller &, const QString &text) -> Result<Text> { return Text{text}; });
    const auto waits = [this](const Caller &) -> Result<Text> {
        arrived.release();
        gate.acquire();
        return Text{QStringLiteral("waited")};
    };
    router.steppingBack([&] { router.on(house::figures, waits); });
    router.on(house::hash, waits);
    router.on(house::password, waits);
    router.on(house::wait, waits);
    router.on(house::fault, [](const Caller &) -> Result<Text> { throw std::runtime_error("the disk is on fire"); });
    router.on(house::sendFile, [](const Caller &, const Upload<FileNote> &file) -> Result<Text> {
        QFile sent(file.path);
        const bool isOpen = sent.open(QFile::ReadOnly);
        return Text{
            QStringLiteral("%1 %2 %3 %4").arg(file.query.note).arg(file.size).arg(isOpen).arg(file.declaredType)};
    });
    router.on(house::readFile, [this](const Caller &, const QString &name) -> Result<FileBody> {
        if (name == u"small")
            return FileBody{{}, "0123456789", "text/plain", QStringLiteral("निविदा <x>.txt")};
        return FileBody{folder.filePath(name), {}, "application/octet-stream", {}, 60};
    });
    router.on(house::leave, [](const Caller &, const QString &name) -> Result<Redirect> {
        return Redirect{name == u"out" ? QStringLiteral("https://shop.example/a?b=%20c") : QString()};
    });
    router.on(house::visitor, [](const Caller &, const Visiting<Nothing> &visit) -> Result<Text> {
        return Text{QString::fromUtf8(visit.onlooker.agent) +
                    (visit.onlooker.isSpeculative ? QStringLiteral(" waits") : QStringLiteral(" looks"))};
    });
    router.on(house::webhook, [](const Caller &, const RawBody &raw) -> Result<Text> {
        return Text{QString::fromUtf8(raw.bytes + '|' + raw.headers.value("x-signature"))};
    });
}

// What Db::write does with a keyed call, without a database.
Result<Item> House::purchase(const Caller &caller, const NewItem &wish)
{
    const std::lock_guard lock(mutex);
    RepeatedCall &repeat = *caller.repeat;
    const QByteArray place = repeat.endpoint + repeat.key;
    if (const auto it = m_stored.find(place); it != m_stored.end()) {
        if (it->first != repeat.bodyHash)
            return failure(ErrorCode::IdempotencyMismatch, QStringLiteral("Another body."));
        repeat.reply = it->second;
        repeat.replayed = true;
        return Item{};
    }
    ++purchases;
    const Item item{itemId(), wish.name, wish.price};
    repeat.reply = repeat.envelopeHead + json::bytes(item) + repeat.envelopeTail;
    m_stored.insert(place, {repeat.bodyHash, repeat.reply});
    return item;
}

http::SocketHost House::socketHost()
{
    return {.redeem = [](QByteArrayView ticket) -> Result<Caller> {
                if (ticket == "root-ticket")
                    return callerOf("root");
                if (ticket != "good-ticket")
                    return failure(ErrorCode::Unauthenticated, QStringLiteral("This ticket is not valid."));
                return callerOf("buyer");
            },
            .admit = [this](const Caller &caller, QByteArrayView path) -> Result<QByteArray> {
                if (path != "/ws/me")
                    return notFound(QLatin1StringView("room"));
                if (caller.role == Role::Admin)
                    return failure(ErrorCode::Forbidden, QStringLiteral("Not for admins."));
                return topic;
            },
            .join =
                [this](const Caller &, const QByteArray &name, qint64 after, http::SocketLine line) {
                    const std::lock_guard lock(mutex);
                    line.send("welcome to " + name + " after " + QByteArray::number(after));
                    lines.insert(nextLine, std::move(line));
                    return nextLine++;
                },
            .hear =
                [this](quint64 connection, const QByteArray &text) {
                    const std::lock_guard lock(mutex);
                    heard += text;
                    lines.value(connection).send("heard " + text);
                },
            .leave =
                [this](quint64 connection) {
                    const std::lock_guard lock(mutex);
                    lines.remove(connection);
                }};
}

QByteArray House::request(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
                          const QByteArray &body)
{
    QByteArray out = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers;
    if (!body.isEmpty())
        out += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return out + "\r\n" + body;
}

Answer House::ask(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
                  const QByteArray &body) const
{
    Client client(port());
    client.send(request(method, path, headers, body));
    return method == "HEAD" ? client.receiveHead() : client.receive();
}
