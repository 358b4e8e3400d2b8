#include "server/http/apidocument.h"

#include "server/http/router.h"

#include <QJsonDocument>

namespace http {

namespace {

using Object = QJsonObject;

Object referTo(const char *place)
{
    return {{QStringLiteral("$ref"), QStringLiteral("#/components/") + QString::fromLatin1(place)}};
}

Object content(const QByteArray &type, const Object &schema)
{
    return {{QString::fromLatin1(type), Object{{QStringLiteral("schema"), schema}}}};
}

QStringList segmentsOf(const Route &route)
{
    QStringList out = QString::fromUtf8(route.path).split(u'/', Qt::SkipEmptyParts);
    if (out.size() > 2 && out[0] == u"api" && out[1] == u"v1")
        out.remove(0, 2);
    return out;
}

bool isVariable(const QString &segment)
{
    return segment.startsWith(u'{');
}

// "post_orders_id_status": stable, because generated clients are named after it.
QString operationId(const Route &route)
{
    QString out = names::text(route.method);
    for (QString segment : segmentsOf(route)) {
        for (QChar &c : segment)
            c = c.isLetterOrNumber() ? c : u'_';
        out += u'_' + (segment.startsWith(u'_') ? segment.sliced(1).chopped(1) : segment);
    }
    return out;
}

Object parameter(const QString &name, const char *place, const Object &schema, bool isRequired)
{
    Object out{{QStringLiteral("name"), name},
               {QStringLiteral("in"), QString::fromLatin1(place)},
               {QStringLiteral("schema"), schema}};
    if (isRequired)
        out.insert(QStringLiteral("required"), true);
    return out;
}

QJsonArray parametersOf(const Route &route, const RouteSchema &schema, const QStringList &pathNames)
{
    QJsonArray out;
    for (qsizetype i = 0; i < pathNames.size(); ++i)
        out += parameter(pathNames[i], "path", schema.path.value(i), true);
    if (route.input == Route::Input::Query || route.input == Route::Input::Upload) {
        const Object members = schema.in.value(QStringLiteral("properties")).toObject();
        const QJsonArray required = schema.in.value(QStringLiteral("required")).toArray();
        for (auto it = members.begin(); it != members.end(); ++it)
            out += parameter(it.key(), "query", it.value().toObject(), required.contains(it.key()));
    }
    if (route.repeat == Repeat::Keyed)
        out += referTo("parameters/IdempotencyKey");
    return out;
}

std::optional<Object> bodyOf(const Route &route, const RouteSchema &schema)
{
    const auto required = [](const Object &content) {
        return Object{{QStringLiteral("required"), true}, {QStringLiteral("content"), content}};
    };
    const Object bytes{{QStringLiteral("type"), QStringLiteral("string")},
                       {QStringLiteral("format"), QStringLiteral("binary")}};
    switch (route.input) {
    case Route::Input::Json: return required(content("application/json", schema.in));
    case Route::Input::Raw: return required(content("application/json", {}));
    case Route::Input::Upload: return required(content("application/octet-stream", bytes));
    case Route::Input::None:
    case Route::Input::Query: return std::nullopt;
    }
    return std::nullopt;
}

Object typed(const char *type)
{
    return {{QStringLiteral("type"), QString::fromLatin1(type)}};
}

Object constant(bool value)
{
    Object out = typed("boolean");
    out.insert(QStringLiteral("const"), value);
    return out;
}

Object requiring(const Object &properties)
{
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("required"), QJsonArray::fromStringList(properties.keys())}};
}

Object successOf(const Route &route, const RouteSchema &schema)
{
    Object properties{{QStringLiteral("success"), constant(true)},
                      {QStringLiteral("data"), schema.out.isEmpty() ? typed("null") : schema.out},
                      {QStringLiteral("message"), typed("string")},
                      {QStringLiteral("timestamp"), openapi::formatSchema("date-time")},
                      {QStringLiteral("request_id"), typed("string")}};
    if (route.output == Route::Output::List)
        properties.insert(QStringLiteral("meta"), referTo("schemas/PageMeta"));
    return requiring(properties);
}

Object leadingOn()
{
    const Object location{{QStringLiteral("description"), QStringLiteral("The stored address.")},
                          {QStringLiteral("required"), true},
                          {QStringLiteral("schema"), openapi::formatSchema("uri")}};
    return {{QStringLiteral("description"), QStringLiteral("Leads to another address.")},
            {QStringLiteral("headers"), Object{{QStringLiteral("Location"), location}}}};
}

Object responsesOf(const Route &route, const RouteSchema &schema)
{
    if (route.output == Route::Output::Redirect)
        return {{QString::number(route.status), leadingOn()},
                {QStringLiteral("4XX"), referTo("responses/Refused")},
                {QStringLiteral("5XX"), referTo("responses/Refused")}};
    const bool isFile = route.output == Route::Output::File;
    Object bytes = typed("string");
    bytes.insert(QStringLiteral("format"), QStringLiteral("binary"));
    const Object success{{QStringLiteral("description"), QStringLiteral("Done.")},
                         {QStringLiteral("content"), isFile ? content("application/octet-stream", bytes)
                                                            : content("application/json", successOf(route, schema))}};
    return {{QString::number(route.status), success},
            {QStringLiteral("4XX"), referTo("responses/Refused")},
            {QStringLiteral("5XX"), referTo("responses/Refused")}};
}

Object operationOf(const Route &route, const RouteSchema &schema, const QStringList &pathNames)
{
    Object out{{QStringLiteral("operationId"), operationId(route)},
               {QStringLiteral("summary"), QString::fromUtf8(route.summary)},
               {QStringLiteral("tags"), QJsonArray{segmentsOf(route).value(0)}},
               {QStringLiteral("responses"), responsesOf(route, schema)},
               {QStringLiteral("x-access"), QString(names::text(route.access))},
               {QStringLiteral("x-owner"), QString(names::text(route.owner))},
               {QStringLiteral("x-rate"), QString(names::text(route.rate))}};
    if (route.permission != Permission::None)
        out.insert(QStringLiteral("x-permission"), QString(names::text(route.permission)));
    if (const QJsonArray parameters = parametersOf(route, schema, pathNames); !parameters.isEmpty())
        out.insert(QStringLiteral("parameters"), parameters);
    if (const auto body = bodyOf(route, schema))
        out.insert(QStringLiteral("requestBody"), *body);
    const bool isOpen = route.access == Access::Public || route.access == Access::Signed;
    const QString scheme = route.access == Access::Integration ? QStringLiteral("apiKey") : QStringLiteral("bearer");
    out.insert(QStringLiteral("security"), isOpen ? QJsonArray() : QJsonArray{Object{{scheme, QJsonArray()}}});
    return out;
}

// Paths that differ only in the names of their variables are one path.
struct PathBook
{
    struct Entry
    {
        QString path;
        QStringList names;
    };
    std::map<QString, Entry> known;

    const Entry &of(const Route &route)
    {
        QStringList plain;
        Entry fresh{QString::fromUtf8(route.path), {}};
        for (const QString &segment : fresh.path.split(u'/')) {
            plain += isVariable(segment) ? QStringLiteral("{}") : segment;
            if (isVariable(segment))
                fresh.names += segment.sliced(1).chopped(1);
        }
        return known.try_emplace(plain.join(u'/'), std::move(fresh)).first->second;
    }
};

Object pageMeta()
{
    return requiring({{QStringLiteral("next_cursor"), openapi::nullable(typed("string"))},
                      {QStringLiteral("limit"), typed("integer")},
                      {QStringLiteral("total"), openapi::nullable(typed("integer"))}});
}

Object failure()
{
    QStringList codes;
    for (const QString &name : names::all<ErrorCode>())
        codes += name.toUpper();
    const Object error = requiring({{QStringLiteral("code"), openapi::enumSchema(codes)},
                                    {QStringLiteral("message"), typed("string")},
                                    {QStringLiteral("details"), typed("object")}});
    return requiring({{QStringLiteral("success"), constant(false)},
                      {QStringLiteral("error"), error},
                      {QStringLiteral("timestamp"), openapi::formatSchema("date-time")},
                      {QStringLiteral("request_id"), typed("string")}});
}

Object componentsOf(const openapi::SchemaBook &book)
{
    Object schemas{{QStringLiteral("PageMeta"), pageMeta()}, {QStringLiteral("Failure"), failure()}};
    for (auto it = book.schemas().begin(); it != book.schemas().end(); ++it)
        schemas.insert(it.key(), it.value());
    Object key = typed("string");
    key.insert(QStringLiteral("minLength"), 1);
    key.insert(QStringLiteral("maxLength"), 255);
    Object idempotency = parameter(QStringLiteral("Idempotency-Key"), "header", key, true);
    idempotency.insert(QStringLiteral("description"),
                       QStringLiteral("Chosen by the client, once per intent. A repeat is answered with the reply of "
                                      "the first call, byte for byte."));
    const Object refused{{QStringLiteral("description"), QStringLiteral("Refused; error.code says why.")},
                         {QStringLiteral("content"), content("application/json", referTo("schemas/Failure"))}};
    const Object bearer{{QStringLiteral("type"), QStringLiteral("http")},
                        {QStringLiteral("scheme"), QStringLiteral("bearer")},
                        {QStringLiteral("bearerFormat"), QStringLiteral("JWT")}};
    const Object apiKey{{QStringLiteral("type"), QStringLiteral("http")},
                        {QStringLiteral("scheme"), QStringLiteral("bearer")},
                        {QStringLiteral("bearerFormat"), QStringLiteral("kbk_…")}};
    return {{QStringLiteral("schemas"), schemas},
            {QStringLiteral("parameters"), Object{{QStringLiteral("IdempotencyKey"), idempotency}}},
            {QStringLiteral("responses"), Object{{QStringLiteral("Refused"), refused}}},
            {QStringLiteral("securitySchemes"),
             Object{{QStringLiteral("bearer"), bearer}, {QStringLiteral("apiKey"), apiKey}}}};
}

Object infoOf(const QByteArray &version)
{
    const Object license{{QStringLiteral("name"), QStringLiteral("GPL-3.0-only")},
                         {QStringLiteral("identifier"), QStringLiteral("GPL-3.0-only")}};
    return {{QStringLiteral("title"), QStringLiteral("Kabaadwala")},
            {QStringLiteral("version"), QString::fromUtf8(version)},
            {QStringLiteral("description"),
             QStringLiteral("A marketplace for scrap with escrow. Every path is also reachable without \"/api\" or "
                            "without \"/v1\", and with a trailing slash.")},
            {QStringLiteral("license"), license}};
}

} // namespace

QByteArray apiDocument(const Router &router, const QByteArray &publicUrl, const QByteArray &version)
{
    openapi::SchemaBook book;
    PathBook pathBook;
    Object paths;
    QStringList tags;
    for (const Route &route : router.routes()) {
        if (route.isPage)
            continue;
        const auto &[path, pathNames] = pathBook.of(route);
        Object item = paths.value(path).toObject();
        item.insert(QString(names::text(route.method)), operationOf(route, route.schema(book), pathNames));
        paths.insert(path, item);
        if (const QString tag = segmentsOf(route).value(0); !tags.contains(tag))
            tags += tag;
    }
    QJsonArray tagObjects;
    for (const QString &tag : tags)
        tagObjects += Object{{QStringLiteral("name"), tag},
                             {QStringLiteral("description"), QStringLiteral("What lies under /api/v1/%1.").arg(tag)}};
    const QString url = publicUrl.isEmpty() ? QStringLiteral("/") : QString::fromUtf8(publicUrl);
    const Object document{{QStringLiteral("openapi"), QStringLiteral("3.1.0")},
                          {QStringLiteral("info"), infoOf(version)},
                          {QStringLiteral("servers"), QJsonArray{Object{{QStringLiteral("url"), url}}}},
                          {QStringLiteral("tags"), tagObjects},
                          {QStringLiteral("paths"), paths},
                          {QStringLiteral("components"), componentsOf(book)}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace http
