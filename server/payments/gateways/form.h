#pragma once

// Bodies of the type application/x-www-form-urlencoded, as bytes: signatures are made over exactly these.

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QUrl>

namespace payments::form {

inline const QByteArray contentType = "application/x-www-form-urlencoded";

using Fields = QList<std::pair<QByteArray, QString>>;

inline QByteArray written(const Fields &fields)
{
    QByteArray out;
    for (const auto &[name, value] : fields)
        out += (out.isEmpty() ? "" : "&") + QByteArray(name).toPercentEncoding() + '=' + QUrl::toPercentEncoding(value);
    return out;
}

// Of fields with the same name the last one counts.
inline QMap<QByteArray, QByteArray> read(const QByteArray &body)
{
    const auto plain = [](QByteArray text) { return QByteArray::fromPercentEncoding(text.replace('+', ' ')); };
    QMap<QByteArray, QByteArray> out;
    for (const QByteArray &pair : body.split('&')) {
        const qsizetype at = pair.indexOf('=');
        if (at > 0)
            out.insert(plain(pair.first(at)), plain(pair.sliced(at + 1)));
    }
    return out;
}

} // namespace payments::form
