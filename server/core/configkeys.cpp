#include "server/core/configkeys.h"

#include "server/core/config.h"
#include "shared/base/json.h"

#include <QFile>

namespace {

template <class T>
QString textOf(const T &value)
{
    if constexpr (std::is_same_v<T, QString>)
        return value;
    else if constexpr (std::is_same_v<T, QStringList>)
        return value.join(u',');
    else if constexpr (names::NamedEnum<T>)
        return names::text(value);
    else if constexpr (std::is_same_v<T, bool>)
        return value ? QStringLiteral("true") : QStringLiteral("false");
    else
        return QString::number(value);
}

template <fields::Contract T>
void collect(QList<config::Key> &keys, const QString &prefix, const T &standard)
{
    fields::forEach<T>([&](const auto &field) {
        using Type = typename std::decay_t<decltype(field)>::Type;
        const QString name = prefix + field.wire.latin1();
        if constexpr (fields::Contract<Type>)
            collect(keys, name + u'.', standard.*field.member);
        else
            keys += config::Key{name, QString::fromUtf8(field.check.label), textOf(standard.*field.member),
                                field.check.secret};
    });
}

int distance(QStringView a, QStringView b)
{
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i));
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.last();
}

const QString fileSuffix = QStringLiteral("_file");

} // namespace

QString config::Key::environmentName() const
{
    return QStringLiteral("KABAADWALA_") + QString(name).replace(u'.', u'_').toUpper();
}

QString config::Key::optionName() const
{
    return QStringLiteral("--") + QString(name).replace(u'.', u'-').replace(u'_', u'-');
}

const QList<config::Key> &config::keys()
{
    static const QList<Key> all = [] {
        QList<Key> keys;
        collect(keys, {}, Config());
        return keys;
    }();
    return all;
}

const config::Key *config::keyOf(const QString &name)
{
    for (const Key &key : keys())
        if (key.name == name || (key.secret && key.name + fileSuffix == name))
            return &key;
    return nullptr;
}

QStringList config::keyNames()
{
    QStringList names;
    for (const Key &key : keys())
        names += key.name;
    return names;
}

QString config::nearest(const QString &unknown, const QStringList &known)
{
    return *std::min_element(known.begin(), known.end(), [&](const QString &a, const QString &b) {
        return distance(unknown, a) < distance(unknown, b);
    });
}

std::optional<QString> config::Values::set(const QString &name, const QString &value)
{
    const Key *const key = keyOf(name);
    if (!key)
        return QStringLiteral("unknown key %1; did you mean %2?").arg(name, nearest(name, keyNames()));
    if (key->name == name) {
        m_values[name] = value;
        return std::nullopt;
    }
    constexpr qint64 secretMax = 16'384;
    QFile file(value);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1: %2: %3").arg(name, value, file.errorString());
    m_values[key->name] = QString::fromUtf8(file.read(secretMax)).trimmed();
    return std::nullopt;
}

QJsonObject config::Values::nested() const
{
    QJsonObject out;
    for (auto each = m_values.begin(); each != m_values.end(); ++each) {
        const qsizetype dot = each.key().indexOf(u'.');
        if (dot < 0) {
            out[each.key()] = each.value();
            continue;
        }
        QJsonObject group = out.value(each.key().first(dot)).toObject();
        group[each.key().sliced(dot + 1)] = each.value();
        out[each.key().first(dot)] = group;
    }
    return out;
}
