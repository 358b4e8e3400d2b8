#include "server/http/binding.h"
#include "server/http/router.h"

#include <QJsonDocument>

// Cutting a reply down to the wanted members. It is rare, so it works on the finished JSON instead of costing every
// other reply a look-up per member.
namespace http::binding {

namespace {

constexpr QByteArrayView key = "fields=";

std::pair<qsizetype, qsizetype> whereIn(QByteArrayView query)
{
    for (qsizetype at = 0; at < query.size();) {
        const qsizetype next = query.indexOf('&', at);
        const qsizetype end = next < 0 ? query.size() : next;
        if (query.sliced(at, end - at).startsWith(key))
            return {at, end};
        at = end + 1;
    }
    return {-1, -1};
}

QJsonObject only(const QJsonObject &whole, const QStringList &wanted)
{
    QJsonObject out;
    for (const QString &name : wanted)
        if (const auto at = whole.find(name); at != whole.end())
            out.insert(name, at.value());
    return out;
}

} // namespace

bool hasSelection(const Call &call)
{
    return call.route->method == Method::Get && !call.query.isEmpty() && whereIn(call.query).first >= 0;
}

QByteArray queryWithoutSelection(const Call &call)
{
    QByteArray query = call.query;
    if (const auto [from, end] = whereIn(query); from >= 0)
        query.remove(from, end - from + 1);
    return query;
}

QByteArray selection(const Call &call, const QByteArray &data)
{
    const auto [from, end] = whereIn(call.query);
    const QByteArray list = call.query.mid(from + key.size(), end - from - key.size());
    const QStringList wanted = QString::fromUtf8(QByteArray::fromPercentEncoding(list)).split(u',', Qt::SkipEmptyParts);
    const QJsonDocument document = QJsonDocument::fromJson(data);
    if (document.isObject())
        return QJsonDocument(only(document.object(), wanted)).toJson(QJsonDocument::Compact);
    QJsonArray out;
    for (const QJsonValue &entry : document.array())
        out += entry.isObject() ? QJsonValue(only(entry.toObject(), wanted)) : entry;
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

} // namespace http::binding
