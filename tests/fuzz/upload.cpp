// What a stranger's file is and is called. The server takes files as the raw body of a request, so there is no reader
// of multipart to be fuzzed.

#include "tests/fuzz/fuzz.h"

#include "server/storage/rules.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const QString type = storage::sniffedType(bytes);
    MUST_HOLD(type.isEmpty() || type.startsWith(QStringLiteral("image/")) ||
              type.startsWith(QStringLiteral("application/")));
    MUST_HOLD(!type.contains(QStringLiteral("svg")) && !type.contains(QStringLiteral("html")));

    const QString name = storage::safeName(QString::fromUtf8(bytes));
    MUST_HOLD(!name.isEmpty() && name.size() <= 255 && !name.startsWith(u'.'));
    for (const QChar c : name)
        MUST_HOLD(c != u'/' && c != u'\\' && c.category() != QChar::Other_Control && c != QChar(0x202e));
    return 0;
}
