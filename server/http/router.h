#pragma once

// The one table of everything the server answers. The access chain, the OpenAPI document, the metrics' labels and the
// access test are made from it, so they cannot disagree with it.
//
//   router.on(api::advanceOrder, [&](const Caller &caller, Id<Order> id, const AdvanceOrder &wish) {
//       return orders.advance(caller, id, wish);
//   });
//
// A handler takes the caller, one argument per {variable} of the path (Id<T> or QString) and, unless the endpoint takes
// Nothing, its input. It returns Result<Out>, or Result<> when Out is Nothing. It is plain sequential code and is
// called from several threads.

#include "server/http/binding.h"
#include "server/http/request.h"
#include "server/http/trie.h"
#include "shared/base/endpoint.h"
#include "shared/base/openapi.h"

#include <deque>
#include <functional>

namespace http {

// What a route reads and answers, as JSON schemas.
struct RouteSchema
{
    QJsonObject in = {}; // of a query the object with its members, else a reference
    QJsonObject out = {};
    QList<QJsonObject> path = {}; // one per {variable}
};

struct Route
{
    enum class Input { None, Query, Json, Raw, Upload };
    enum class Output { Json, List, File, Redirect };

    Method method;
    QByteArray path; // canonical
    Access access;
    Owner owner;
    Rate rate;
    QByteArray summary = {};
    Permission permission = Permission::None;
    Permission overseer = Permission::None;
    Repeat repeat = Repeat::Harmless;
    int status = 200;
    Lane lane = Lane::Read;
    qint64 bodyMax = 0;
    QByteArray aliases = {};
    int most = 0; // of a list that does not come in pages
    Feature feature = Feature::None;
    Input input = Input::None;
    Output output = Output::Json;
    bool isPage = false;    // outside the API: no envelope, no session, not in the OpenAPI document
    bool isProbe = false;   // a page that monitors ask for and that no rate may refuse
    bool stepsBack = false; // can wait for a quieter hour: the first to be refused when there is too much to do
    std::function<Reply(const Call &)> answer = {};
    std::function<RouteSchema(openapi::SchemaBook &)> schema = {};
    int index = 0;
};

class Router
{
public:
    struct Match
    {
        const Route *route = nullptr; // null: see allow
        unsigned allow = 0;           // bit per Method that this path knows; 0: there is no such path
        QList<QByteArray> params = {};
    };

    template <class In, class Out, class... Path, class Handler>
    void on(const Endpoint<In, Out, Path...> &endpoint, Handler handler)
    {
        Route route = routeOf(endpoint);
        route.input = inputOf<In>(endpoint.method.value);
        route.output = isFile<Out>                     ? Route::Output::File
                       : std::is_same_v<Out, Redirect> ? Route::Output::Redirect
                       : json::isPage<Out>             ? Route::Output::List
                                                       : Route::Output::Json;
        route.answer = [handler = std::move(handler), method = endpoint.method.value,
                        most = endpoint.most](const Call &call) {
            return binding::answer<In, Path...>(handler, call, method, most, std::index_sequence_for<Path...>{});
        };
        route.schema = [input = route.input](openapi::SchemaBook &book) {
            return RouteSchema{inputSchema<In>(book, input), outputSchema<Out>(book), {book.schema<Path>()...}};
        };
        add(std::move(route), sizeof...(Path));
    }

    // A page beside the API, answered on the I/O thread: it must be quick. Documentation is a page, health and metrics
    // are probes. With Input::Raw a probe sees the headers.
    void page(QByteArrayView path, std::function<Reply(const Call &)> answer);
    void probe(QByteArrayView path, std::function<Reply(const Call &)> answer, Route::Input input = Route::Input::None);

    // What binds adds routes that step back.
    void steppingBack(const std::function<void()> &binds);

    Match find(QByteArrayView method, QByteArrayView path) const;
    const std::deque<Route> &routes() const { return m_routes; }

    static QByteArray methodNames(unsigned allow); // "GET, HEAD, POST"

private:
    template <class In, class Out, class... Path>
    static Route routeOf(const Endpoint<In, Out, Path...> &e)
    {
        return {.method = e.method.value,
                .path = QByteArray(e.path.data(), qsizetype(e.path.size())),
                .access = e.access.value,
                .owner = e.owner.value,
                .rate = e.rate.value,
                .summary = QByteArray(e.summary.data(), qsizetype(e.summary.size())),
                .permission = e.permission,
                .overseer = e.overseer,
                .repeat = e.repeat,
                .status = e.status,
                .lane = e.lane(),
                .bodyMax = e.bodyMax,
                .aliases = QByteArray(e.aliases.data(), qsizetype(e.aliases.size())),
                .most = e.most,
                .feature = e.feature};
    }

    template <class Out>
    static constexpr bool isFile = std::is_same_v<Out, FileBody> || std::is_same_v<Out, PublicFile>;

    template <class In>
    static Route::Input inputOf(Method method)
    {
        if constexpr (std::is_same_v<In, Nothing>)
            return Route::Input::None;
        else if constexpr (std::is_same_v<In, RawBody>)
            return Route::Input::Raw;
        else if constexpr (binding::isUpload<In>)
            return Route::Input::Upload;
        else if constexpr (binding::isVisiting<In>)
            return std::is_same_v<typename In::Query, Nothing> ? Route::Input::None : Route::Input::Query;
        else
            return method == Method::Get || method == Method::Delete ? Route::Input::Query : Route::Input::Json;
    }

    template <class In>
    static QJsonObject inputSchema(openapi::SchemaBook &book, Route::Input input)
    {
        if constexpr (std::is_same_v<In, Nothing> || std::is_same_v<In, RawBody>)
            return {};
        else if constexpr (binding::isUpload<In> || binding::isVisiting<In>)
            return book.object<typename In::Query>();
        else if constexpr (fields::Contract<In>)
            return input == Route::Input::Query ? book.object<In>() : book.schema<In>();
        else
            return book.schema<In>();
    }

    template <class Out>
    static QJsonObject outputSchema(openapi::SchemaBook &book)
    {
        if constexpr (std::is_same_v<Out, Nothing> || std::is_same_v<Out, FileBody> || std::is_same_v<Out, Redirect>)
            return {};
        else
            return book.schema<Out>();
    }

    void add(Route route, std::size_t params);
    void place(QByteArrayView pattern, const Route &route, std::size_t params);

    std::deque<Route> m_routes;
    Trie m_trie;
    bool m_stepsBack = false;
};

} // namespace http
