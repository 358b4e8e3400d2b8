#include "server/http/gzip.h"

#include <zlib.h>

namespace http {

namespace {

class Compressor
{
public:
    Compressor()
    {
        constexpr int gzipWindow = 15 + 16;
        constexpr int memoryLevel = 8;
        m_isReady =
            deflateInit2(&m_stream, Z_BEST_SPEED, Z_DEFLATED, gzipWindow, memoryLevel, Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~Compressor()
    {
        if (m_isReady)
            deflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Compressor)

    QByteArray run(QByteArrayView plain)
    {
        if (!m_isReady || deflateReset(&m_stream) != Z_OK)
            return {};
        QByteArray out(plain.size(), Qt::Uninitialized);
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
        m_stream.avail_in = uInt(plain.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(out.data());
        m_stream.avail_out = uInt(out.size());
        if (deflate(&m_stream, Z_FINISH) != Z_STREAM_END)
            return {};
        out.resize(out.size() - qsizetype(m_stream.avail_out));
        return out;
    }

private:
    z_stream m_stream{};
    bool m_isReady = false;
};

} // namespace

QByteArray gzip(QByteArrayView plain)
{
    thread_local Compressor compressor;
    return compressor.run(plain);
}

bool acceptsGzip(QByteArrayView acceptEncoding)
{
    const qsizetype at = acceptEncoding.indexOf("gzip");
    if (at < 0)
        return false;
    QByteArrayView rest = acceptEncoding.sliced(at + 4);
    if (const qsizetype comma = rest.indexOf(','); comma >= 0)
        rest = rest.first(comma);
    const qsizetype weight = rest.indexOf("q=0");
    return weight < 0 || rest.sliced(weight).contains('.');
}

} // namespace http
