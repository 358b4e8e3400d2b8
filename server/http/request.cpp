#include "server/http/request.h"

#include <QFile>

namespace http {

TemporaryPath::~TemporaryPath()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

} // namespace http
