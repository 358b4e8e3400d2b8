// kabaadwala-sandbox: looks at one uploaded file in a process that can do nothing else. The file comes on standard
// input, the result leaves on standard output. Exit codes: 0 done, 2 the file is refused (one word on standard error),
// 64 wrong use, 71 "unconfined": this kernel has no walls, and --unconfined does not stand there; anything else, a
// signal included, means that the file was too much for the decoder.
//
//   check --purpose image|kyc|chat   {"type","width","height","pages"} after decoding it completely; {"type","parts"}
//                                    of a Word document after unpacking it
//   pages                            {"pages"}
//   render --width W [--page N]      PNG
//   resize --width W [--quality Q]   JPEG without metadata, never enlarged; with --height H cut to exactly that
//   report                           PDF of a document of shared/contract/reportdocument.h, which is our own
//   invoice                          PDF of an object of shared/contract/invoicedocument.h, which is our own

#include "server/sandbox/archive.h"
#include "server/sandbox/confine.h"
#include "server/sandbox/document.h"
#include "server/sandbox/invoice.h"
#include "server/sandbox/picture.h"
#include "server/sandbox/report.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QHashFunctions>
#include <QJsonDocument>

#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr int refusedExit = 2;
constexpr int usageExit = 64;
constexpr int unconfinedExit = 71;
constexpr std::size_t copyBytes = 64 << 10;
constexpr int widest = 4000;
constexpr int fullWidth = 20'000; // wider than any accepted picture

using Output = tl::expected<QByteArray, Refusal>;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

// At most one byte more than is allowed, so that a longer file is seen to be one.
QByteArray readInput()
{
    QByteArray bytes(largestUpload + 1, Qt::Uninitialized);
    bytes.truncate(qsizetype(std::fread(bytes.data(), 1, std::size_t(bytes.size()), stdin)));
    return bytes;
}

// Decoders chatter on standard error; from here on only our word reaches it.
FILE *takeStandardError()
{
    FILE *const kept = fdopen(dup(STDERR_FILENO), "w");
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDERR_FILENO);
    return kept;
}

Output checkPicture(const Upload &upload)
{
    const auto size = picture::size(upload);
    if (!size)
        return tl::unexpected(size.error());
    if (const auto image = picture::decode(upload, fullWidth); !image)
        return tl::unexpected(image.error());
    return compact({{"type", name(upload.kind)}, {"width", size->width()}, {"height", size->height()}, {"pages", 1}});
}

Output checkDocument(const Upload &upload)
{
    const auto document = Document::open(upload);
    if (!document)
        return tl::unexpected(document.error());
    const auto size = (*document)->size(1);
    if (!size)
        return tl::unexpected(size.error());
    return compact({{"type", name(upload.kind)},
                    {"width", size->width()},
                    {"height", size->height()},
                    {"pages", (*document)->pages()}});
}

Output checkParts(const Upload &upload, const tl::expected<int, Refusal> &parts)
{
    if (!parts)
        return tl::unexpected(parts.error());
    return compact({{"type", name(upload.kind)}, {"parts", *parts}});
}

Output check(const Upload &upload, const QString &purpose)
{
    if (const auto admitted = admit(upload, purpose); !admitted)
        return tl::unexpected(admitted.error());
    switch (upload.kind) {
    case Kind::Pdf: return checkDocument(upload);
    case Kind::Word: return checkParts(upload, archive::checkWord(upload));
    case Kind::WordXml: return checkParts(upload, archive::checkWordXml(upload));
    case Kind::Jpeg:
    case Kind::Png:
    case Kind::Webp: return checkPicture(upload);
    }
    return tl::unexpected(Refusal::UnknownType);
}

bool isWord(const Upload &upload)
{
    return upload.kind == Kind::Word || upload.kind == Kind::WordXml;
}

Output pages(const Upload &upload)
{
    if (isWord(upload))
        return tl::unexpected(Refusal::TypeNotAllowed);
    if (upload.kind != Kind::Pdf)
        return compact({{"pages", 1}});
    const auto document = Document::open(upload);
    if (!document)
        return tl::unexpected(document.error());
    return compact({{"pages", (*document)->pages()}});
}

tl::expected<QImage, Refusal> image(const Upload &upload, int width, int page)
{
    if (upload.kind != Kind::Pdf)
        return page == 1 ? picture::decode(upload, width) : tl::unexpected(Refusal::NoSuchPage);
    auto document = Document::open(upload);
    if (!document)
        return tl::unexpected(document.error());
    return (*document)->draw(page, width);
}

// Covers the whole place and is cut to its proportion around the middle; a smaller picture stays small.
tl::expected<QImage, Refusal> cut(const Upload &upload, QSize place, int page)
{
    int width = place.width();
    if (upload.kind != Kind::Pdf) {
        const auto size = picture::size(upload);
        if (!size)
            return tl::unexpected(size.error());
        if (size->width() < place.width() || size->height() < place.height())
            return tl::unexpected(Refusal::TooSmall);
        width =
            qMax(place.width(), int((qint64(size->width()) * place.height() + size->height() - 1) / size->height()));
    }
    const auto drawn = image(upload, width, page);
    if (!drawn)
        return drawn;
    const QSize out(drawn->width() - place.width(), drawn->height() - place.height());
    if (out.width() < 0 || out.height() < 0)
        return tl::unexpected(Refusal::TooSmall);
    return drawn->copy(QRect(QPoint(out.width() / 2, out.height() / 2), place));
}

struct Wish
{
    QString command, purpose;
    int width = 0, height = 0, page = 0, quality = 0;
    bool mayBeOpen = false;

    bool isComplete() const
    {
        if (command == u"check")
            return isPurpose(purpose);
        if (command == u"pages" || command == u"report" || command == u"invoice")
            return true;
        const bool isCut = command == u"resize" && height >= 1 && height <= widest;
        return (command == u"render" || command == u"resize") && width >= 1 && width <= widest && page >= 1 &&
               quality >= 1 && quality <= 100 && (height == 0 || isCut);
    }
};

Wish readWish(const QCoreApplication &app)
{
    QCommandLineParser flags;
    flags.setApplicationDescription(
        QStringLiteral("Looks at one uploaded file: check, pages, render or resize; or draws a report or an invoice."));
    flags.addHelpOption();
    flags.addVersionOption();
    flags.addPositionalArgument(QStringLiteral("command"),
                                QStringLiteral("check, pages, render, resize, report or invoice"));
    flags.addOptions({{"purpose", "What the file is for: image, kyc or chat.", "purpose"},
                      {"width", "Width of the result in pixels, 1 to 4000.", "pixels", "0"},
                      {"height", "Height of the result in pixels: what stands out is cut off.", "pixels", "0"},
                      {"page", "The page to draw, from 1.", "page", "1"},
                      {"quality", "JPEG quality, 1 to 100.", "quality", "85"},
                      {"unconfined", "Go on where the kernel has no walls; for developers."}});
    flags.process(app);
    return {.command = flags.positionalArguments().value(0),
            .purpose = flags.value("purpose"),
            .width = flags.value("width").toInt(),
            .height = flags.value("height").toInt(),
            .page = flags.value("page").toInt(),
            .quality = flags.value("quality").toInt(),
            .mayBeOpen = flags.isSet("unconfined")};
}

Output fulfil(const Wish &wish, const Upload &upload)
{
    if (wish.command == u"check")
        return check(upload, wish.purpose);
    if (wish.command == u"pages")
        return pages(upload);
    if (isWord(upload))
        return tl::unexpected(Refusal::TypeNotAllowed);
    const auto drawn =
        wish.height > 0 ? cut(upload, {wish.width, wish.height}, wish.page) : image(upload, wish.width, wish.page);
    if (!drawn)
        return tl::unexpected(drawn.error());
    return wish.command == u"render" ? picture::png(*drawn) : picture::jpeg(*drawn, wish.quality);
}

int refused(FILE *errors, const char *word, int code = refusedExit)
{
    std::fprintf(errors, "%s\n", word);
    std::fflush(errors);
    return code;
}

// A report is read twice. What comes through a pipe is kept in a file without a name, which is opened before nothing
// can be opened any more.
FILE *twiceReadable(FILE *in)
{
    if (std::fseek(in, 0, SEEK_CUR) == 0)
        return in;
    FILE *const copy = std::tmpfile();
    if (!copy)
        return nullptr;
    char part[copyBytes];
    for (std::size_t size = std::fread(part, 1, sizeof part, in); size > 0; size = std::fread(part, 1, sizeof part, in))
        if (std::fwrite(part, 1, size, copy) != size)
            return nullptr;
    std::rewind(copy);
    return copy;
}

int drawInvoice(FILE *errors)
{
    report::prepare();
    confine::apply();
    if (const auto drawn = invoice::draw(stdin, stdout); !drawn)
        return refused(errors, report::word(drawn.error()));
    return std::fflush(stdout) == 0 ? 0 : 1;
}

int drawReport(FILE *errors)
{
    report::prepare();
    FILE *const in = twiceReadable(stdin);
    if (!in)
        return 1;
    confine::apply(confine::forReports);
    if (const auto drawn = report::draw(in, stdout); !drawn)
        return refused(errors, report::word(drawn.error()));
    return std::fflush(stdout) == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    if (argc > 1 && (std::strcmp(argv[1], "report") == 0 || std::strcmp(argv[1], "invoice") == 0))
        QHashSeed::setDeterministicGlobalSeed(); // Qt writes the faces of a PDF in the order of a hash
    qputenv("TZ", "IST-5:30");                   // the time in a PDF is India's, wherever the server stands
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("kabaadwala-sandbox"));
    QGuiApplication::setApplicationVersion(QStringLiteral("1.0.0"));
    const Wish wish = readWish(app);
    if (!wish.isComplete()) {
        std::fprintf(stderr, "kabaadwala-sandbox: see --help\n");
        return usageExit;
    }

    FILE *const errors = takeStandardError();
    if (wish.command == u"report")
        return drawReport(errors);
    if (wish.command == u"invoice")
        return drawInvoice(errors);
    if (!confine::apply() && !wish.mayBeOpen)
        return refused(errors, "unconfined", unconfinedExit);
    const auto upload = recognise(readInput());
    if (!upload)
        return refused(errors, word(upload.error()));
    const Output output = fulfil(wish, *upload);
    if (!output)
        return refused(errors, word(output.error()));
    const std::size_t size = std::size_t(output->size());
    return std::fwrite(output->constData(), 1, size, stdout) == size && std::fflush(stdout) == 0 ? 0 : 1;
}
