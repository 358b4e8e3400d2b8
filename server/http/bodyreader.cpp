#include "server/http/bodyreader.h"

#include "server/http/head.h"

namespace http {

BodyReader BodyReader::ofLength(qint64 length)
{
    BodyReader out;
    out.m_left = out.m_bytesMax = length;
    out.m_part = length > 0 ? Part::Bytes : Part::Finished;
    return out;
}

BodyReader BodyReader::ofChunks(qint64 bytesMax)
{
    BodyReader out;
    out.m_isChunked = true;
    out.m_bytesMax = bytesMax;
    out.m_part = Part::Size;
    return out;
}

BodyReader::State BodyReader::feed(QByteArrayView bytes, qsizetype &taken)
{
    taken = 0;
    for (;;) {
        State state = State::More;
        const qsizetype before = taken;
        switch (m_part) {
        case Part::Finished: return State::Done;
        case Part::Size: state = sizeLine(bytes, taken); break;
        case Part::Bytes: state = store(bytes, taken); break;
        case Part::BytesEnd: state = lineEnd(bytes, taken, Part::Size); break;
        // Trailers are refused: nothing of ours reads them, and they confuse who comes after us.
        case Part::LastLine: state = lineEnd(bytes, taken, Part::Finished); break;
        }
        if (state != State::More)
            return state;
        if (taken == before)
            return m_part == Part::Finished ? State::Done : State::More;
    }
}

BodyReader::State BodyReader::sizeLine(QByteArrayView bytes, qsizetype &taken)
{
    constexpr qsizetype longestLine = 64;
    constexpr qsizetype mostDigits = 8;
    const QByteArrayView rest = bytes.sliced(taken);
    const qsizetype end = rest.indexOf('\n');
    if (end < 0)
        return rest.size() > longestLine ? State::Malformed : State::More;
    if (end < 2 || end > longestLine || rest[end - 1] != '\r')
        return State::Malformed;
    const QByteArrayView line = rest.first(end - 1);
    qint64 size = 0;
    qsizetype digits = 0;
    for (; digits < line.size() && digits <= mostDigits && hexDigit(line[digits]) >= 0; ++digits)
        size = size * 16 + hexDigit(line[digits]);
    if (digits == 0 || digits > mostDigits || (digits < line.size() && line[digits] != ';'))
        return State::Malformed;
    if (m_size + size > m_bytesMax)
        return State::TooLarge;
    taken += end + 1;
    m_left = size;
    m_part = size == 0 ? Part::LastLine : Part::Bytes;
    return State::More;
}

BodyReader::State BodyReader::lineEnd(QByteArrayView bytes, qsizetype &taken, Part next)
{
    const QByteArrayView rest = bytes.sliced(taken);
    if (rest.isEmpty() || rest == "\r")
        return State::More;
    if (!rest.startsWith("\r\n"))
        return State::Malformed;
    taken += 2;
    m_part = next;
    return State::More;
}

BodyReader::State BodyReader::store(QByteArrayView bytes, qsizetype &taken)
{
    const QByteArrayView part = bytes.sliced(taken, std::min<qint64>(bytes.size() - taken, m_left));
    if (m_file) {
        if (m_file->write(part.data(), part.size()) != part.size())
            return State::DiskFault;
    } else {
        m_memory.append(part);
    }
    taken += part.size();
    m_size += part.size();
    m_left -= part.size();
    if (m_left == 0)
        m_part = m_isChunked ? Part::BytesEnd : Part::Finished;
    return State::More;
}

} // namespace http
