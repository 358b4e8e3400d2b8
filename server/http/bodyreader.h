#pragma once

// Takes a request's body off the connection, by length or by chunks, into memory or into a file. Never more than the
// given number of bytes.

#include <QByteArray>
#include <QFile>

#include <memory>

namespace http {

class BodyReader
{
public:
    enum class State { More, Done, Malformed, TooLarge, DiskFault };

    static BodyReader ofLength(qint64 length);
    static BodyReader ofChunks(qint64 bytesMax);

    // From now on the body goes into this file.
    void spool(std::unique_ptr<QFile> file) { m_file = std::move(file); }

    // Takes what it can use from the front of the bytes and says how much that was.
    State feed(QByteArrayView bytes, qsizetype &taken);

    QByteArray takeMemory() { return std::move(m_memory); }
    std::unique_ptr<QFile> takeFile() { return std::move(m_file); }
    qint64 size() const { return m_size; }

private:
    enum class Part { Size, Bytes, BytesEnd, LastLine, Finished };

    State sizeLine(QByteArrayView bytes, qsizetype &taken);
    State lineEnd(QByteArrayView bytes, qsizetype &taken, Part next);
    State store(QByteArrayView bytes, qsizetype &taken);

    Part m_part = Part::Bytes;
    bool m_isChunked = false;
    qint64 m_left = 0; // of the body or of the chunk
    qint64 m_bytesMax = 0;
    qint64 m_size = 0;
    QByteArray m_memory;
    std::unique_ptr<QFile> m_file;
};

} // namespace http
