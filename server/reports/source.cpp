#include "server/reports/source.h"

#include "server/core/cursor.h"

namespace reports {

Filter::Filter(const std::optional<Span> &span, const ReportScope &scope)
    : from(span ? startOf(span->from) : Instant{std::numeric_limits<qint64>::min()})
    , before(span ? startOf(span->to + 1) : Instant{std::numeric_limits<qint64>::max()})
    , vendorId(scope.vendorId)
    , categoryId(scope.categoryId)
    , region(scope.region)
{}

QString keyText(const sql::Values &key)
{
    QStringList parts;
    for (const sql::Value &value : key) {
        if (const auto *id = std::get_if<sql::IdBytes>(&value))
            parts += QString::fromLatin1(QByteArray(id->bytes.data(), qsizetype(id->bytes.size())).toHex());
        else if (const auto *number = std::get_if<qint64>(&value))
            parts += QString::number(*number);
        else if (const auto *words = std::get_if<QByteArray>(&value))
            parts += QString::fromUtf8(*words);
    }
    return cursor::text(parts);
}

namespace {

std::optional<sql::Value> partOf(const QString &part, char form)
{
    if (form == 'n') {
        bool isNumber = false;
        const qint64 number = part.toLongLong(&isNumber);
        return isNumber ? std::optional<sql::Value>(number) : std::nullopt;
    }
    if (form == 't')
        return part.toUtf8();
    const QByteArray bytes = QByteArray::fromHex(part.toLatin1());
    sql::IdBytes id;
    if (bytes.size() != qsizetype(id.bytes.size()))
        return std::nullopt;
    std::copy(bytes.cbegin(), bytes.cend(), id.bytes.begin());
    return id;
}

} // namespace

sql::Values keyOf(const QString &text, const std::string &form)
{
    const auto parts = cursor::key(text, qsizetype(form.size()));
    sql::Values out;
    for (std::size_t i = 0; parts && i < form.size(); ++i) {
        const auto value = partOf(parts->at(qsizetype(i)), form[i]);
        if (!value)
            return {};
        out.push_back(*value);
    }
    return out;
}

} // namespace reports
