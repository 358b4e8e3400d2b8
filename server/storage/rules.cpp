#include "server/storage/rules.h"

#include <QMimeDatabase>

#include <algorithm>

namespace storage {

namespace {

using namespace filetype;

constexpr int nameMax = 255;

QByteArray utf16(const char *text)
{
    QByteArray out;
    for (const char *c = text; *c; ++c)
        out.append(*c).append('\0');
    return out;
}

// Office documents look like any archive to the magic; macros are refused.
QString documentType(const QString &type, const QByteArray &content)
{
    if (type == QLatin1String("application/zip"))
        return content.contains("[Content_Types].xml") && content.contains("word/document.xml") &&
                       !content.contains("vbaProject")
                   ? wordXml
                   : QString();
    return content.contains(utf16("WordDocument")) && !content.contains(utf16("_VBA_PROJECT")) ? word : QString();
}

bool isDisplayable(QChar c)
{
    // Direction marks turn "fdp.exe" into something that looks harmless.
    return c.isPrint() && c.category() != QChar::Other_Format && c != QLatin1Char('/') && c != QLatin1Char('\\');
}

} // namespace

QString sniffedType(const QByteArray &content)
{
    // The default mode would trust names and extensions; here only the magic is asked.
    const QString type = QMimeDatabase().mimeTypeForData(content).name();
    if (type == QLatin1String("application/zip") || type == QLatin1String("application/x-ole-storage") ||
        type == wordXml || type == word)
        return documentType(type == wordXml ? QStringLiteral("application/zip") : type, content);
    return type == jpeg || type == png || type == webp || type == pdf ? type : QString();
}

QString safeName(const QString &name)
{
    const qsizetype folders = std::max(name.lastIndexOf(QLatin1Char('/')), name.lastIndexOf(QLatin1Char('\\')));
    QString out;
    for (const QChar c : name.mid(folders + 1))
        if (isDisplayable(c) || c.isSurrogate())
            out += c;
    out = out.trimmed().left(nameMax);
    while (out.startsWith(QLatin1Char('.')))
        out.remove(0, 1);
    return out.isEmpty() ? QStringLiteral("file") : out;
}

QByteArray linkText(Id<StoredFile> id, qint64 expires)
{
    return id.text().toLatin1() + ':' + QByteArray::number(expires);
}

QByteArray sealedLinkText(Id<StoredFile> id, Id<Account> reader, qint64 expires)
{
    return "sealed:" + linkText(id, expires) + ':' + reader.text().toLatin1();
}

} // namespace storage
