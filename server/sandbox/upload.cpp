#include "server/sandbox/upload.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QtEndian>

namespace {

struct Purpose
{
    QList<Kind> kinds;
    qsizetype largest;
};

const QHash<QString, Purpose> &purposes()
{
    constexpr qsizetype mebibyte = 1 << 20;
    static const QHash<QString, Purpose> all{
        {QStringLiteral("image"), {{Kind::Jpeg, Kind::Png, Kind::Webp}, 5 * mebibyte}},
        {QStringLiteral("kyc"), {{Kind::Jpeg, Kind::Png, Kind::Pdf}, 10 * mebibyte}},
        {QStringLiteral("chat"),
         {{Kind::Jpeg, Kind::Png, Kind::Webp, Kind::Pdf, Kind::Word, Kind::WordXml}, 10 * mebibyte}},
    };
    return all;
}

std::optional<Kind> kindOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return Kind::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return Kind::Png;
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return Kind::Webp;
    if (bytes.startsWith("%PDF-"))
        return Kind::Pdf;
    if (bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return Kind::Word;
    if (bytes.startsWith("PK\x03\x04"))
        return Kind::WordXml;
    return std::nullopt;
}

bool endsProperly(Kind kind, const QByteArray &bytes)
{
    constexpr qsizetype tail = 1024; // where the end of a PDF must be found
    switch (kind) {
    case Kind::Jpeg: return bytes.contains("\xff\xd9"); // cameras append data of their own; re-encoding drops it
    case Kind::Png: return bytes.endsWith(QByteArray("\0\0\0\0IEND\xae\x42\x60\x82", 12));
    case Kind::Webp: {
        const quint32 said = bytes.size() < 12 ? 0 : qFromLittleEndian<quint32>(bytes.constData() + 4);
        return qsizetype(said) + 8 == bytes.size();
    }
    case Kind::Pdf: return bytes.last(qMin(tail, bytes.size())).contains("%%EOF");
    case Kind::Word: return true; // its parts say where they lie
    case Kind::WordXml: {
        constexpr qsizetype directoryEnd = 22; // without a comment, in which anything could stand
        return bytes.size() > directoryEnd && bytes.sliced(bytes.size() - directoryEnd, 4) == "PK\x05\x06";
    }
    }
    return false;
}

} // namespace

const char *name(Kind kind)
{
    switch (kind) {
    case Kind::Jpeg: return "jpeg";
    case Kind::Png: return "png";
    case Kind::Webp: return "webp";
    case Kind::Pdf: return "pdf";
    case Kind::Word: return "doc";
    case Kind::WordXml: return "docx";
    }
    return "";
}

const char *word(Refusal refusal)
{
    switch (refusal) {
    case Refusal::TooLarge: return "too_large";
    case Refusal::UnknownType: return "unknown_type";
    case Refusal::TypeNotAllowed: return "type_not_allowed";
    case Refusal::TooManyPixels: return "too_many_pixels";
    case Refusal::TooSmall: return "too_small";
    case Refusal::Damaged: return "damaged";
    case Refusal::Encrypted: return "encrypted";
    case Refusal::NoSuchPage: return "no_such_page";
    case Refusal::TooManyPages: return "too_many_pages";
    case Refusal::TooManyParts: return "too_many_parts";
    case Refusal::InflatesTooFar: return "inflates_too_far";
    case Refusal::ActiveContent: return "active_content";
    }
    return "";
}

tl::expected<Upload, Refusal> recognise(QByteArray bytes)
{
    if (bytes.size() > largestUpload)
        return tl::unexpected(Refusal::TooLarge);
    const auto kind = kindOf(bytes);
    if (!kind)
        return tl::unexpected(Refusal::UnknownType);
    if (!endsProperly(*kind, bytes))
        return tl::unexpected(Refusal::Damaged);
    return Upload{*kind, std::move(bytes)};
}

bool isPurpose(const QString &purpose)
{
    return purposes().contains(purpose);
}

tl::expected<void, Refusal> admit(const Upload &upload, const QString &purpose)
{
    const Purpose allowed = purposes().value(purpose);
    if (!allowed.kinds.contains(upload.kind))
        return tl::unexpected(Refusal::TypeNotAllowed);
    if (upload.bytes.size() > allowed.largest)
        return tl::unexpected(Refusal::TooLarge);
    return {};
}
