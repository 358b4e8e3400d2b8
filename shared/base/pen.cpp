#include "shared/base/pen.h"

#include <chrono>

namespace json {

namespace {

constexpr char hex[] = "0123456789abcdef";

bool isSurrogate(char16_t unit)
{
    return unit >= 0xd800 && unit < 0xe000;
}

} // namespace

void Pen::grow(qsizetype bytes)
{
    const qsizetype written = m_at - m_out.constData();
    m_out.resize(std::max(2 * m_out.size(), written + bytes + 64));
    m_at = m_out.data() + written;
    m_end = m_out.data() + m_out.size();
}

// In pieces, so that the room for the worst case (six bytes for one unit) stays small.
void Pen::string(QStringView text)
{
    constexpr qsizetype pieceMax = 256;
    put('"');
    while (!text.isEmpty()) {
        qsizetype size = std::min(text.size(), pieceMax);
        if (size < text.size() && text[size - 1].isHighSurrogate())
            --size; // its other half comes with the next piece
        stringPiece(text.first(size));
        text = text.sliced(size);
    }
    put('"');
}

void Pen::stringPiece(QStringView piece)
{
    constexpr qsizetype longestUnit = 6; // \u001f
    room(piece.size() * longestUnit);
    const char16_t *at = piece.utf16();
    const char16_t *const end = at + piece.size();
    while (at != end) {
        const char16_t unit = *at;
        if (unit >= 0x20 && unit < 0x80 && unit != u'"' && unit != u'\\') {
            *m_at++ = char(unit);
        } else if (unit == u'"' || unit == u'\\') {
            *m_at++ = '\\';
            *m_at++ = char(unit);
        } else if (unit == u'\n') {
            *m_at++ = '\\';
            *m_at++ = 'n';
        } else if (unit < 0x20) {
            std::memcpy(m_at, "\\u00", 4);
            m_at[4] = hex[unit >> 4];
            m_at[5] = hex[unit & 15];
            m_at += longestUnit;
        } else if (unit < 0x800) {
            *m_at++ = char(0xc0 | (unit >> 6));
            *m_at++ = char(0x80 | (unit & 0x3f));
        } else if (!isSurrogate(unit)) {
            *m_at++ = char(0xe0 | (unit >> 12));
            *m_at++ = char(0x80 | ((unit >> 6) & 0x3f));
            *m_at++ = char(0x80 | (unit & 0x3f));
        } else {
            const char16_t *const first = at;
            while (at != end && isSurrogate(*at))
                ++at;
            const QByteArray utf8 = QStringView(first, at).toUtf8();
            std::memcpy(m_at, utf8.constData(), std::size_t(utf8.size()));
            m_at += utf8.size();
            continue;
        }
        ++at;
    }
}

void Pen::uuid(const QUuid &uuid)
{
    constexpr qsizetype size = 38;
    room(size);
    char *at = m_at;
    const auto digits = [&at](quint64 value, int bits) {
        for (int shift = bits - 4; shift >= 0; shift -= 4)
            *at++ = hex[(value >> shift) & 15];
    };
    *at++ = '"';
    digits(uuid.data1, 32);
    *at++ = '-';
    digits(uuid.data2, 16);
    *at++ = '-';
    digits(uuid.data3, 16);
    *at++ = '-';
    digits(uuid.data4[0], 8);
    digits(uuid.data4[1], 8);
    *at++ = '-';
    for (int i = 2; i < 8; ++i)
        digits(uuid.data4[i], 8);
    *at++ = '"';
    m_at = at;
}

// Stands in every reply, so it is written digit by digit instead of by a format.
void Pen::instant(Instant instant)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(instant.ms)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    char text[] = "\"0000-00-00T00:00:00.000Z\"";
    const auto write = [&text](int at, int digits, int value) {
        for (int i = at + digits - 1; i >= at; --i, value /= 10)
            text[i] = char('0' + value % 10);
    };
    write(1, 4, int(date.year()));
    write(6, 2, int(unsigned(date.month())));
    write(9, 2, int(unsigned(date.day())));
    write(12, 2, int(clock.hours().count()));
    write(15, 2, int(clock.minutes().count()));
    write(18, 2, int(clock.seconds().count()));
    write(21, 3, int(clock.subseconds().count()));
    put(text);
}

} // namespace json
