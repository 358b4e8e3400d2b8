#include "server/http/door.h"
#include "server/http/frontserver.h"
#include "server/http/frontsocket.h"

// The reading half of a connection: from bytes to one complete call at a time.
namespace http {

// Reads as far as it can. Bytes that are not wanted yet stay in the kernel, which holds the client back.
void FrontSocket::pump()
{
    while (m_inner) {
        switch (m_state) {
        case State::Idle:
            if (m_inner->bytesToWrite() > m_server.limits().unsentBytes || !takeBytes())
                return;
            become(State::Head, m_server.limits().headMs);
            m_searched = 0;
            break;
        case State::Head:
            if (!readHeadBytes())
                return;
            break;
        case State::Body:
            if (!readBodyBytes())
                return;
            break;
        case State::Closing:
            m_lingerLeft -= m_inner->skip(m_inner->bytesAvailable());
            if (m_lingerLeft < 0)
                m_inner->abort();
            return;
        case State::Handshake:
        case State::Busy:
        case State::Sending:
        case State::Gone: return;
        }
    }
}

// True when there is something of a request. Empty lines before it are allowed, a few of them.
bool FrontSocket::takeBytes()
{
    takeAvailable();
    constexpr qsizetype emptyBytesMax = 4;
    qsizetype empty = 0;
    while (empty < m_in.size() && empty < emptyBytesMax && (m_in[empty] == '\r' || m_in[empty] == '\n'))
        ++empty;
    drop(empty);
    return !m_in.isEmpty();
}

void FrontSocket::takeAvailable()
{
    const qsizetype available = m_inner->bytesAvailable();
    if (available <= 0)
        return;
    const qsizetype had = m_in.size();
    m_in.resize(had + available);
    m_in.resize(had + std::max<qint64>(0, m_inner->read(m_in.data() + had, available)));
}

// Nearly always everything goes, and then the memory stays for the next request.
void FrontSocket::drop(qsizetype bytes)
{
    bytes == m_in.size() ? m_in.resize(0) : void(m_in.remove(0, bytes));
}

// False: wait for more bytes, or the request is decided.
bool FrontSocket::readHeadBytes()
{
    takeAvailable();
    const qsizetype end = headEnd(m_in, m_searched);
    const qsizetype read = end > 0 ? end : m_in.size();
    if (end < 0 || read > m_server.limits().headBytes) {
        refuse(end < 0 ? 400 : 431);
        return false;
    }
    m_searched = m_in.size();
    if (end == 0)
        return false;

    m_head = {};
    ++m_sequence;
    if (const int status = readHead(QByteArrayView(m_in).first(end), m_server.limits(), m_head)) {
        refuse(status);
        return false;
    }
    m_call = std::make_unique<Call>();
    if (m_head.wantsWebSocket) {
        become(State::Busy, m_server.limits().handlerMs);
        m_server.desk().upgrade(*this);
        drop(end);
        return false;
    }
    const Admission admission = m_server.desk().admit(*this);
    const bool goesOn = beginBody(admission);
    // The views of the head end here; everything of use was copied into the call.
    m_head.fields.clear();
    if (m_state == State::Body || m_state == State::Busy)
        drop(end);
    if (!goesOn)
        return false;
    if (m_state != State::Busy)
        return true;
    deliver();
    return false; // one request in a turn, however many are there already: finishReply() asks for the next turn
}

// False: the request ends here.
bool FrontSocket::beginBody(const Admission &admission)
{
    const Limits &limits = m_server.limits();
    const bool isRefused = m_call->refusal.has_value();
    const bool isSmall = !m_head.isChunked && m_head.contentLength <= limits.drainBytes && !m_head.wantsContinue;
    if (!m_head.hasBody()) {
        become(State::Busy, limits.handlerMs);
        return true;
    }
    if (isRefused && !isSmall) {
        m_closesAfterReply = true;
        become(State::Busy, limits.handlerMs);
        return true;
    }
    if (!isRefused && m_head.contentLength > admission.bodyMax) {
        refuse(413);
        return false;
    }
    m_body = m_head.isChunked ? BodyReader::ofChunks(admission.bodyMax) : BodyReader::ofLength(m_head.contentLength);
    if (admission.isUpload && !isRefused) {
        auto file = m_server.openUpload();
        if (!file) {
            refuse(503);
            return false;
        }
        m_body.spool(std::move(file));
    }
    if (m_head.wantsContinue)
        m_inner->write("HTTP/1.1 100 Continue\r\n\r\n");
    become(State::Body, admission.isUpload ? limits.uploadMs : limits.bodyMs);
    return true;
}

// False: wait for more bytes, or the request is decided.
bool FrontSocket::readBodyBytes()
{
    takeAvailable();
    qsizetype taken = 0;
    const BodyReader::State state = m_body.feed(m_in, taken);
    drop(taken);
    switch (state) {
    case BodyReader::State::More: return m_inner->bytesAvailable() > 0;
    case BodyReader::State::Malformed: refuse(400); return false;
    case BodyReader::State::TooLarge: refuse(413); return false;
    case BodyReader::State::DiskFault: refuse(503); return false;
    case BodyReader::State::Done: break;
    }
    if (auto file = m_body.takeFile()) {
        if (!file->flush()) { // closing would hide that the last bytes found no room; open, the file removes itself
            refuse(503);
            return false;
        }
        file->close();
        m_call->uploadSize = m_body.size();
        m_call->upload = TemporaryPath(file->fileName());
    } else {
        m_call->body = m_body.takeMemory();
    }
    become(State::Busy, m_server.limits().handlerMs);
    deliver();
    return false;
}

// Qt HTTP Server gets to see only what is written here, never a byte that a stranger chose.
void FrontSocket::deliver()
{
    ++m_served;
    m_forQt = Door::requestFrom(m_number);
    m_forQtAt = 0;
    if (!m_isKnownToQt) {
        m_isKnownToQt = true;
        m_server.introduce(this);
    }
    Q_EMIT readyRead();
}

} // namespace http
