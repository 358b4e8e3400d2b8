#pragma once

// All keys of the configuration as a flat list, made from the FIELDS of Config.

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace config {

struct Key
{
    QString name; // "http.allowed_hosts"
    QString label;
    QString standard; // text of the default
    bool secret = false;

    QString environmentName() const; // "KABAADWALA_HTTP_ALLOWED_HOSTS"
    QString optionName() const;      // "--http-allowed-hosts"
};

const QList<Key> &keys();

// The key of that name; a "_file" behind a secret's name belongs to the secret.
const Key *keyOf(const QString &name);
QString nearest(const QString &unknown, const QStringList &known);
QStringList keyNames();

// Settings as text, by key, later ones winning.
class Values
{
public:
    // What is wrong, or nothing.
    std::optional<QString> set(const QString &name, const QString &value);
    QJsonObject nested() const; // {"http": {"port": "8080"}}

private:
    QHash<QString, QString> m_values;
};

} // namespace config
