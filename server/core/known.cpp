#include "server/core/known.h"

namespace {

struct KnownRow
{
    Id<KnownRow> id;

    FIELDS(KnownRow, FIELD(id))
};

} // namespace

QSet<QUuid> knownAmong(Tx &tx, std::string_view from, const QList<QUuid> &ids)
{
    QSet<QUuid> out;
    if (ids.isEmpty())
        return out;
    std::string marks;
    sql::Values values;
    for (const QUuid &id : ids) {
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(sql::value(Id<KnownRow>{id}));
    }
    for (const KnownRow &row : tx.all<KnownRow>(std::string(from) + " WHERE id IN (" + marks + ")", values))
        out += row.id.uuid;
    return out;
}
