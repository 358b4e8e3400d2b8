#pragma once

// What an upload is, told from its bytes alone; neither its name nor its declared type is asked.

#include <QByteArray>
#include <QJsonObject>
#include <QSize>

#include <tl/expected.hpp>

enum class Kind { Jpeg, Png, Webp, Pdf, Word, WordXml };

// Why an upload is not taken, as one word on standard error.
enum class Refusal {
    TooLarge,
    UnknownType,
    TypeNotAllowed,
    TooManyPixels,
    TooSmall, // for the place that it is cut to
    Damaged,
    Encrypted,
    NoSuchPage,
    TooManyPages,
    TooManyParts,
    InflatesTooFar,
    ActiveContent
};

struct Upload
{
    Kind kind;
    QByteArray bytes;
};

constexpr qsizetype largestUpload = 10 << 20;

const char *name(Kind kind);
const char *word(Refusal refusal);

// The kind by the first bytes; a file that goes on after its own end (a picture that is also an archive or a page of
// HTML) is refused as damaged where the format says where it ends.
tl::expected<Upload, Refusal> recognise(QByteArray bytes);

// Whether the purpose takes this kind and size: "image" (products, stores), "kyc", "chat".
bool isPurpose(const QString &purpose);
tl::expected<void, Refusal> admit(const Upload &upload, const QString &purpose);
