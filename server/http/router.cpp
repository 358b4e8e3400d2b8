#include "server/http/router.h"

#include <QStringDecoder>

#include <stdexcept>

namespace http {

namespace {

constexpr std::string_view canonicalPrefix = "/api/v1/";

std::optional<Method> methodOf(QByteArrayView name)
{
    if (name == "GET" || name == "HEAD")
        return Method::Get;
    if (name == "POST")
        return Method::Post;
    if (name == "PUT")
        return Method::Put;
    if (name == "DELETE")
        return Method::Delete;
    return std::nullopt;
}

unsigned maskOf(const Trie::Slots &found)
{
    unsigned mask = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        mask |= found[i] == Trie::nothing ? 0u : 1u << i;
    return mask;
}

bool readsQuery(Method method)
{
    return method == Method::Get || method == Method::Delete;
}

} // namespace

// "/api/v1/login", or "PUT:/api/v1/auth/reset-password" by another method than the endpoint's own.
Router::Entry Router::entryOf(const QByteArray &alias, const Route &route)
{
    const qsizetype colon = alias.indexOf(':');
    if (colon < 0)
        return {route.method, alias};
    const auto method = methodOf(QByteArrayView(alias).first(colon));
    if (!method)
        throw std::logic_error("no such method: " + alias.toStdString());
    return {*method, alias.sliced(colon + 1)};
}

void Router::add(Route route, std::size_t params)
{
    route.index = int(m_routes.size());
    route.stepsBack = m_stepsBack;
    m_routes.push_back(std::move(route));
    const Route &placed = m_routes.back();
    place({placed.method, placed.path}, placed, params);
    for (const QByteArray &alias : placed.aliases.split(' '))
        if (!alias.isEmpty())
            place(entryOf(alias, placed), placed, params);
}

// C09: every path of the API is also reachable without "api" and without its version.
void Router::place(const Entry &entry, const Route &route, std::size_t params)
{
    placeExactly(entry, route, params);
    if (!entry.path.startsWith(canonicalPrefix))
        return;
    const QByteArray rest = entry.path.mid(qsizetype(canonicalPrefix.size()));
    placeExactly({entry.method, "/v1/" + rest}, route, params);
    placeExactly({entry.method, "/api/" + rest}, route, params);
}

void Router::placeExactly(const Entry &entry, const Route &route, std::size_t params)
{
    const QByteArray &pattern = entry.path;
    if (!pattern.startsWith('/') || std::size_t(std::count(pattern.begin(), pattern.end(), '{')) != params)
        throw std::logic_error("the path does not fit its endpoint: " + pattern.toStdString());
    if (readsQuery(entry.method) != readsQuery(route.method) && route.input != Route::Input::None)
        throw std::logic_error("another method reads its input from elsewhere: " + pattern.toStdString());
    const int before = m_trie.add(pattern, std::size_t(entry.method), route.index);
    if (before != Trie::nothing && before != route.index)
        throw std::logic_error("two endpoints on one path: " + pattern.toStdString());
}

namespace {

Route pageAt(QByteArrayView path, std::function<Reply(const Call &)> answer)
{
    Route route{.method = Method::Get,
                .path = path.toByteArray(),
                .access = Access::Public,
                .owner = Owner::Nobodys,
                .rate = Rate::Browse};
    route.isPage = true;
    route.answer = std::move(answer);
    return route;
}

} // namespace

void Router::steppingBack(const std::function<void()> &binds)
{
    m_stepsBack = true;
    binds();
    m_stepsBack = false;
}

void Router::page(QByteArrayView path, std::function<Reply(const Call &)> answer)
{
    add(pageAt(path, std::move(answer)), std::size_t(std::count(path.begin(), path.end(), '{')));
}

void Router::probe(QByteArrayView path, std::function<Reply(const Call &)> answer, Route::Input input)
{
    Route route = pageAt(path, std::move(answer));
    route.isProbe = true;
    route.input = input;
    add(std::move(route), 0);
}

Router::Match Router::find(QByteArrayView method, QByteArrayView path) const
{
    Trie::Params params;
    const Trie::Slots *found = m_trie.find(path, params);
    if (!found)
        return {};
    Match match{.allow = maskOf(*found)};
    const auto known = methodOf(method);
    const int value = known ? (*found)[std::size_t(*known)] : Trie::nothing;
    if (value == Trie::nothing)
        return match;
    match.route = &m_routes[std::size_t(value)];
    for (const QByteArrayView param : params)
        match.params += param.toByteArray();
    return match;
}

QByteArray Router::methodNames(unsigned allow)
{
    constexpr std::array<const char *, 4> wire = {"GET, HEAD", "POST", "PUT", "DELETE"};
    QByteArray out;
    for (std::size_t i = 0; i < wire.size(); ++i)
        if (allow & (1u << i))
            out += (out.isEmpty() ? "" : ", ") + QByteArray(wire[i]);
    return out + ", OPTIONS";
}

namespace binding {

std::optional<QUuid> readUuid(QByteArrayView raw)
{
    constexpr qsizetype textSize = 36;
    if (raw.size() != textSize)
        return std::nullopt;
    const QUuid uuid = QUuid::fromString(QLatin1StringView(raw));
    return uuid.isNull() ? std::nullopt : std::optional(uuid);
}

std::optional<QString> readText(QByteArrayView raw)
{
    constexpr qsizetype longest = 400;
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8.decode(QByteArray::fromPercentEncoding(raw.toByteArray()));
    return utf8.hasError() || text.size() > longest ? std::nullopt : std::optional(text);
}

} // namespace binding

} // namespace http
