#pragma once

// Contract types as JSON Schema 2020-12, the dialect of OpenAPI 3.1. Every contract type becomes one named schema, and
// others refer to it.

#include "shared/base/json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace openapi {

QJsonObject textSchema(const fields::Check &check);
QJsonObject numberSchema(const char *type, const fields::Check &check);
QJsonObject formatSchema(const char *format);
QJsonObject patternSchema(const char *pattern, const char *example);
QJsonObject enumSchema(const QStringList &names);
QJsonObject listSchema(const QJsonObject &items, const fields::Check &check);
QJsonObject objectSchema(const QJsonObject &properties, const QJsonArray &required);
QJsonObject nullable(const QJsonObject &schema);
QJsonObject reference(const QString &name);
void setLabel(QJsonObject &schema, const char *label);

class SchemaBook
{
public:
    template <class T>
    QJsonObject schema(const fields::Check &check = {})
    {
        if constexpr (fields::Contract<T>) {
            const QString name = nameOf<T>();
            if (!m_schemas.contains(name)) {
                m_schemas.insert(name, {}); // a type may refer to itself
                m_schemas.insert(name, object<T>());
            }
            return reference(name);
        } else if constexpr (json::isOptional<T>) {
            return nullable(schema<typename T::value_type>(check));
        } else if constexpr (json::isPage<T>) {
            using Item = typename decltype(T::items)::value_type;
            // Rows that other programs pull come in larger pages.
            constexpr bool isPulled = std::is_same_v<Item, Json>;
            return listSchema(schema<Item>(), isPulled ? fields::Check{} : fields::Check{.countMax = pageLimitMax});
        } else if constexpr (json::isList<T>) {
            return listSchema(schema<typename T::value_type>(check.each()), check);
        } else {
            return leaf<T>(check);
        }
    }

    // The members in place instead of a reference: what a query is made of.
    template <fields::Contract T>
    QJsonObject object()
    {
        QJsonObject properties;
        QJsonArray required;
        fields::forEach<T>([&](const auto &field) {
            using Type = typename std::remove_cvref_t<decltype(field)>::Type;
            const QString name = field.wire.latin1();
            QJsonObject property = schema<Type>(field.check);
            setLabel(property, field.check.label);
            properties.insert(name, property);
            if (!json::isOptional<Type> && !field.check.standard)
                required += name;
        });
        return objectSchema(properties, required);
    }

    const QMap<QString, QJsonObject> &schemas() const { return m_schemas; }

private:
    template <class T>
    static QString nameOf()
    {
        if constexpr (requires { T::typeName(); })
            return QString::fromLatin1(T::typeName().data(), qsizetype(T::typeName().size()));
        else
            return QStringLiteral("Nothing");
    }

    template <class T>
    static QJsonObject leaf(const fields::Check &check)
    {
        if constexpr (json::isId<T>)
            return formatSchema("uuid");
        else if constexpr (names::NamedEnum<T>)
            return enumSchema(names::all<T>());
        else if constexpr (std::is_same_v<T, bool>)
            return {{QStringLiteral("type"), QStringLiteral("boolean")}};
        else if constexpr (std::is_integral_v<T>)
            return numberSchema("integer", check);
        else if constexpr (std::is_same_v<T, double>)
            return numberSchema("number", check);
        else if constexpr (std::is_same_v<T, Money>)
            return patternSchema("^-?[0-9]{1,15}(\\.[0-9]{1,2})?$", "1234.50");
        else if constexpr (std::is_same_v<T, Quantity>)
            return patternSchema("^-?[0-9]{1,15}(\\.[0-9]{1,3})?$", "46.5");
        else if constexpr (std::is_same_v<T, BasisPoints>)
            return patternSchema("^-?[0-9]{1,15}(\\.[0-9]{1,2})?$", "2.50");
        else if constexpr (std::is_same_v<T, Instant>)
            return formatSchema("date-time");
        else if constexpr (std::is_same_v<T, Json>)
            return {};
        else
            return textSchema(check);
    }

    QMap<QString, QJsonObject> m_schemas;
};

} // namespace openapi
