#include "shared/base/openapi.h"

namespace openapi {

namespace {

QJsonObject typed(const char *type)
{
    return {{QStringLiteral("type"), QString::fromLatin1(type)}};
}

} // namespace

QJsonObject textSchema(const fields::Check &check)
{
    QJsonObject out = typed("string");
    if (check.lengthMin > 0)
        out.insert(QStringLiteral("minLength"), check.lengthMin);
    out.insert(QStringLiteral("maxLength"), check.lengthMax);
    if (check.pattern)
        out.insert(QStringLiteral("pattern"), u'^' + QString::fromUtf8(check.pattern) + u'$');
    if (check.secret)
        out.insert(QStringLiteral("format"), QStringLiteral("password"));
    return out;
}

QJsonObject numberSchema(const char *type, const fields::Check &check)
{
    QJsonObject out = typed(type);
    if (check.min != std::numeric_limits<qint64>::min())
        out.insert(QStringLiteral("minimum"), check.min);
    if (check.max != std::numeric_limits<qint64>::max())
        out.insert(QStringLiteral("maximum"), check.max);
    return out;
}

QJsonObject formatSchema(const char *format)
{
    QJsonObject out = typed("string");
    out.insert(QStringLiteral("format"), QString::fromLatin1(format));
    return out;
}

QJsonObject patternSchema(const char *pattern, const char *example)
{
    QJsonObject out = typed("string");
    out.insert(QStringLiteral("pattern"), QString::fromLatin1(pattern));
    out.insert(QStringLiteral("examples"), QJsonArray{QString::fromLatin1(example)});
    return out;
}

QJsonObject enumSchema(const QStringList &names)
{
    QJsonObject out = typed("string");
    out.insert(QStringLiteral("enum"), QJsonArray::fromStringList(names));
    return out;
}

QJsonObject listSchema(const QJsonObject &items, const fields::Check &check)
{
    QJsonObject out = typed("array");
    out.insert(QStringLiteral("items"), items);
    if (check.countMin > 0)
        out.insert(QStringLiteral("minItems"), check.countMin);
    out.insert(QStringLiteral("maxItems"), check.countMax);
    return out;
}

QJsonObject objectSchema(const QJsonObject &properties, const QJsonArray &required)
{
    QJsonObject out = typed("object");
    out.insert(QStringLiteral("properties"), properties);
    if (!required.isEmpty())
        out.insert(QStringLiteral("required"), required);
    out.insert(QStringLiteral("additionalProperties"), false);
    return out;
}

QJsonObject nullable(const QJsonObject &schema)
{
    const QString key = QStringLiteral("type");
    const bool isPlain = schema.value(key).isString() && !schema.contains(QStringLiteral("enum"));
    if (!isPlain)
        return {{QStringLiteral("anyOf"), QJsonArray{schema, typed("null")}}};
    QJsonObject out = schema;
    out.insert(key, QJsonArray{schema.value(key), QStringLiteral("null")});
    return out;
}

QJsonObject reference(const QString &name)
{
    return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + name}};
}

void setLabel(QJsonObject &schema, const char *label)
{
    if (label)
        schema.insert(QStringLiteral("title"), QString::fromUtf8(label));
}

} // namespace openapi
