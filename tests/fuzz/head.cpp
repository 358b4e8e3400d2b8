// The reader of heads and of bodies. What it lets through is only what two readers cannot understand differently, and a
// body is the same however its bytes are cut.

#include "tests/fuzz/fuzz.h"

#include "server/http/bodyreader.h"
#include "server/http/head.h"

namespace {

using http::BodyReader;

struct Taken
{
    BodyReader::State state = BodyReader::State::More;
    QByteArray body;
    qsizetype used = 0;
};

Taken fed(BodyReader reader, const QByteArray &bytes, qsizetype piece)
{
    Taken out;
    QByteArray in;
    for (qsizetype at = 0; at < bytes.size() && out.state == BodyReader::State::More; at += piece) {
        in += bytes.mid(at, piece);
        qsizetype taken = 0;
        out.state = reader.feed(in, taken);
        MUST_HOLD(taken >= 0 && taken <= in.size());
        in.remove(0, taken);
        out.used += taken;
    }
    out.body = reader.takeMemory();
    return out;
}

void readBody(const http::Head &head, const QByteArray &rest)
{
    constexpr qint64 bytesMax = 64 * 1024;
    if (!head.hasBody() || head.contentLength > bytesMax)
        return;
    const auto reader = [&] {
        return head.isChunked ? BodyReader::ofChunks(bytesMax) : BodyReader::ofLength(head.contentLength);
    };
    const Taken whole = fed(reader(), rest, std::max<qsizetype>(rest.size(), 1));
    const Taken cut = fed(reader(), rest, 1);
    MUST_HOLD(whole.body.size() <= bytesMax);
    MUST_HOLD((whole.state == BodyReader::State::Done) == (cut.state == BodyReader::State::Done));
    if (whole.state == BodyReader::State::Done)
        MUST_HOLD(whole.body == cut.body && whole.used == cut.used);
}

bool isVisible(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) > 0x20 && uchar(c) < 0x7f; });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const qsizetype end = http::headEnd(bytes, 0);
    MUST_HOLD(end <= bytes.size());
    if (end <= 0)
        return 0;
    http::Head head;
    const int status = http::readHead(QByteArrayView(bytes).first(end), {}, head);
    MUST_HOLD(status == 0 || (status >= 400 && status <= 505));
    if (status != 0)
        return 0;
    MUST_HOLD(head.path.startsWith('/') && !head.path.startsWith("//") && isVisible(head.path));
    MUST_HOLD(isVisible(head.query) && isVisible(head.method));
    MUST_HOLD(!(head.isChunked && head.contentLength >= 0));
    MUST_HOLD(!(head.wantsWebSocket && head.hasBody()));
    int hosts = 0;
    for (const http::Head::Field &field : head.fields) {
        hosts += http::sameName(field.name, "host");
        MUST_HOLD(!field.value.contains('\r') && !field.value.contains('\n') && !field.value.contains('\0'));
    }
    MUST_HOLD(hosts == 1 || (head.isHttp10 && hosts == 0));
    readBody(head, bytes.mid(end));
    return 0;
}
