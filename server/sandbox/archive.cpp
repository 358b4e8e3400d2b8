#include "server/sandbox/archive.h"

#include <QString>
#include <QXmlStreamReader>

#include <memory>
#include <zip.h>

namespace {

constexpr zip_int64_t mostParts = 2000;
constexpr zip_uint64_t mostInflated = 100 << 20; // bytes of all parts together
constexpr zip_uint64_t mostGrowth = 200;         // times its packed size, of a part that is larger than this:
constexpr zip_uint64_t smallPart = 1 << 20;
constexpr qsizetype mostText = 1 << 20; // of a part that is read and not only counted

using Zip = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Part = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

Zip opened(const QByteArray &bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *const source = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, &error);
    zip_t *const zip = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr;
    if (source && !zip)
        zip_source_free(source);
    zip_error_fini(&error);
    return {zip, &zip_discard};
}

// Macros, controls and whatever is packed in a document in its own format, into which nothing here looks.
bool isActive(const QString &name)
{
    for (const auto *word : {"vbaproject", "vbadata", "/embeddings/", "/activex/", "oleobject"})
        if (name.contains(QLatin1String(word), Qt::CaseInsensitive))
            return true;
    return false;
}

bool leadsOut(const QString &name)
{
    return name.startsWith(u'/') || name.contains(u'\\') || name.split(u'/').contains(QStringLiteral(".."));
}

// Whether opening the document fetches something: a template, a picture, an object. A link waits until it is clicked.
bool fetches(const QByteArray &relations)
{
    QXmlStreamReader xml(relations);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"Relationship")
            continue;
        const QXmlStreamAttributes said = xml.attributes();
        if (said.value(QLatin1String("TargetMode")) == u"External" &&
            !said.value(QLatin1String("Type")).endsWith(u"/hyperlink"))
            return true;
    }
    return xml.hasError();
}

struct Unpacked
{
    zip_uint64_t size = 0;
    QByteArray text; // as far as it is wanted
};

tl::expected<Unpacked, Refusal> unpack(zip_t *zip, zip_uint64_t index, zip_uint64_t most, qsizetype textMax)
{
    const Part part(zip_fopen_index(zip, index, 0), &zip_fclose);
    if (!part)
        return tl::unexpected(Refusal::Damaged);
    Unpacked out;
    QByteArray buffer(64 << 10, Qt::Uninitialized);
    for (;;) {
        const zip_int64_t got = zip_fread(part.get(), buffer.data(), zip_uint64_t(buffer.size()));
        if (got < 0)
            return tl::unexpected(Refusal::Damaged);
        if (got == 0)
            return out;
        out.size += zip_uint64_t(got);
        if (out.size > most)
            return tl::unexpected(Refusal::InflatesTooFar);
        out.text.append(buffer.constData(), qMin(qsizetype(got), textMax - out.text.size()));
    }
}

// What is to be read of a part, or only counted.
qsizetype wanted(const QString &name)
{
    return name == u"[Content_Types].xml" || name.endsWith(u".rels") ? mostText : 0;
}

tl::expected<zip_uint64_t, Refusal> checkPart(zip_t *zip, const zip_stat_t &stat, zip_uint64_t most)
{
    const QString name = QString::fromUtf8(stat.name);
    if (stat.encryption_method != ZIP_EM_NONE)
        return tl::unexpected(Refusal::Encrypted);
    if (leadsOut(name))
        return tl::unexpected(Refusal::Damaged);
    if (isActive(u'/' + name))
        return tl::unexpected(Refusal::ActiveContent);
    const auto part = unpack(zip, stat.index, most, wanted(name));
    if (!part)
        return tl::unexpected(part.error());
    if (part->size > smallPart && part->size / qMax<zip_uint64_t>(stat.comp_size, 1) > mostGrowth)
        return tl::unexpected(Refusal::InflatesTooFar);
    if (wanted(name) > 0 && part->size > zip_uint64_t(mostText))
        return tl::unexpected(Refusal::InflatesTooFar);
    if (name.endsWith(u".rels") && fetches(part->text))
        return tl::unexpected(Refusal::ActiveContent);
    if (name == u"[Content_Types].xml" && part->text.toLower().contains("macroenabled"))
        return tl::unexpected(Refusal::ActiveContent);
    return part->size;
}

QByteArray utf16(const char *text)
{
    QByteArray out;
    for (const char *c = text; *c; ++c)
        out.append(*c).append('\0');
    return out;
}

} // namespace

tl::expected<int, Refusal> archive::checkWordXml(const Upload &upload)
{
    const Zip zip = opened(upload.bytes);
    if (!zip)
        return tl::unexpected(Refusal::Damaged);
    const zip_int64_t parts = zip_get_num_entries(zip.get(), 0);
    if (parts > mostParts)
        return tl::unexpected(Refusal::TooManyParts);
    zip_uint64_t left = mostInflated;
    for (zip_int64_t i = 0; i < parts; ++i) {
        zip_stat_t stat;
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(zip.get(), zip_uint64_t(i), ZIP_FL_ENC_GUESS, &stat) != 0 || (stat.valid & needed) != needed)
            return tl::unexpected(Refusal::Damaged);
        const auto size = checkPart(zip.get(), stat, left);
        if (!size)
            return tl::unexpected(size.error());
        left -= *size;
    }
    for (const char *name : {"[Content_Types].xml", "word/document.xml"})
        if (zip_name_locate(zip.get(), name, 0) < 0)
            return tl::unexpected(Refusal::TypeNotAllowed);
    return int(parts);
}

tl::expected<int, Refusal> archive::checkWord(const Upload &upload)
{
    if (!upload.bytes.contains(utf16("WordDocument")))
        return tl::unexpected(Refusal::TypeNotAllowed);
    for (const char *part : {"_VBA_PROJECT", "Macros", "ObjectPool", "\x01Ole10Native", "EncryptedPackage"})
        if (upload.bytes.contains(utf16(part)))
            return tl::unexpected(Refusal::ActiveContent);
    return 1;
}
