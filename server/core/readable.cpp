#include "server/core/readable.h"

namespace {

constexpr QLatin1StringView letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int bitsPerLetter = 5;
constexpr quint32 letterMask = 31;

} // namespace

QString readable::number(QLatin1StringView prefix, const QUuid &id)
{
    constexpr int timeBits = 40; // of the 48: enough until 2039, then the numbers begin anew
    constexpr int counterBits = 12, randomBits = 8;
    constexpr int count = (timeBits + counterBits + randomBits) / bitsPerLetter;
    constexpr int group = 4;

    const quint64 time = (quint64(id.data1) << 16 | id.data2) & ((quint64(1) << timeBits) - 1);
    const quint64 counter = id.data3 & ((1u << counterBits) - 1);
    const quint64 number = (time << counterBits | counter) << randomBits | id.data4[7];
    QString text = prefix;
    for (int i = 0; i < count; ++i) {
        if (i % group == 0)
            text += u'-';
        text += letters[qsizetype(number >> (count - 1 - i) * bitsPerLetter & letterMask)];
    }
    return text;
}

QString readable::code(QLatin1StringView prefix, const QByteArray &randomBytes)
{
    QString text = prefix + QStringLiteral("-");
    quint32 waiting = 0;
    int bits = 0;
    for (const char byte : randomBytes) {
        waiting = waiting << 8 | quint8(byte);
        for (bits += 8; bits >= bitsPerLetter; bits -= bitsPerLetter)
            text += letters[qsizetype(waiting >> (bits - bitsPerLetter) & letterMask)];
    }
    return text;
}
