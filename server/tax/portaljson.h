#pragma once

// JSON for the portals of the tax office. Their names are not ours, and their amounts are numbers with two decimals,
// which are written from whole paise and never pass through a double.

#include "shared/base/pen.h"
#include "shared/base/values.h"

#include <QByteArray>
#include <QString>

namespace tax {

class PortalJson
{
public:
    void open(const char *name = nullptr) { begin(name, '{'); }
    void openList(const char *name) { begin(name, '['); }
    void close() { m_text += '}'; }
    void closeList() { m_text += ']'; }

    void text(const char *name, const QString &value)
    {
        key(name);
        json::Pen(m_text).string(value);
    }
    void number(const char *name, qint64 value) { raw(name, QByteArray::number(value)); }
    void amount(const char *name, Money value) { raw(name, value.text().toLatin1()); }
    void quantity(const char *name, Quantity value) { raw(name, value.text().toLatin1()); }
    void rate(const char *name, BasisPoints value) { raw(name, value.text().toLatin1()); }

    const QByteArray &bytes() const { return m_text; }

private:
    void key(const char *name)
    {
        if (!m_text.isEmpty() && !m_text.endsWith('{') && !m_text.endsWith('['))
            m_text += ',';
        if (name)
            m_text += QByteArray("\"") + name + "\":";
    }
    void begin(const char *name, char bracket)
    {
        key(name);
        m_text += bracket;
    }
    void raw(const char *name, const QByteArray &value)
    {
        key(name);
        m_text += value;
    }

    QByteArray m_text;
};

} // namespace tax
