#pragma once

// Writes text, above all JSON, at the end of a QByteArray. Appending to a QByteArray costs a call with several checks
// each time, and a reply has hundreds of pieces; the pen keeps the place and the free room itself. The bytes are
// complete when it ends, so it has to end before they are returned.

#include "shared/base/fields.h"
#include "shared/base/values.h"

#include <QByteArray>
#include <QByteArrayView>

#include <charconv>
#include <cstring>

namespace json {

class Pen
{
public:
    explicit Pen(QByteArray &out)
        : m_out(out)
    {
        const qsizetype written = out.size();
        out.resize(std::max(written, out.capacity()));
        m_at = out.data() + written;
        m_end = out.data() + out.size();
    }
    ~Pen() { m_out.resize(m_at - m_out.constData()); }
    Q_DISABLE_COPY_MOVE(Pen)

    void put(char c)
    {
        room(1);
        *m_at++ = c;
    }
    void put(QByteArrayView bytes)
    {
        room(bytes.size());
        std::memcpy(m_at, bytes.data(), std::size_t(bytes.size()));
        m_at += bytes.size();
    }
    template <std::size_t N>
    void put(const char (&literal)[N])
    {
        room(N);
        std::memcpy(m_at, literal, N - 1);
        m_at += N - 1;
    }
    void number(qint64 number)
    {
        room(longestNumber);
        m_at = std::to_chars(m_at, m_at + longestNumber, number).ptr;
    }
    void number(double number)
    {
        room(longestNumber);
        m_at = std::to_chars(m_at, m_at + longestNumber, number).ptr;
    }
    // {"name": and ,"name": of an object's members.
    void firstKey(const fields::WireName &name)
    {
        key(name);
        *(m_at - qsizetype(name.size) - punctuation) = '{';
    }
    void key(const fields::WireName &name)
    {
        // Always as many bytes as the longest key has: a copy of constant size is a few instructions.
        room(qsizetype(sizeof name.key));
        std::memcpy(m_at, name.key, sizeof name.key);
        m_at += qsizetype(name.size) + punctuation;
    }
    void decimal(const Decimal &decimal)
    {
        put('"');
        put(decimal.view());
        put('"');
    }
    void string(QStringView text);
    void uuid(const QUuid &uuid);
    void instant(Instant instant);

private:
    static constexpr qsizetype longestNumber = 40;
    static constexpr qsizetype punctuation = 4; // of a key

    void room(qsizetype bytes)
    {
        if (m_end - m_at < bytes)
            grow(bytes);
    }
    void grow(qsizetype bytes);
    void stringPiece(QStringView piece);

    QByteArray &m_out;
    char *m_at;
    char *m_end;
};

} // namespace json
