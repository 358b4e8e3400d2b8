#include "server/sandbox/picture.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

namespace {

constexpr qint64 mostPixels = 40'000'000;
constexpr int longestSide = 20'000;
constexpr int mostMebibytes = 200; // what one decoded picture may take

// Only the plugin of the recognised kind is asked: others read scripts, fonts or other files.
void open(QImageReader &reader, QBuffer &buffer, const Upload &upload)
{
    buffer.open(QIODevice::ReadOnly);
    reader.setAutoDetectImageFormat(false);
    reader.setDecideFormatFromContent(false);
    reader.setFormat(name(upload.kind));
    reader.setDevice(&buffer);
    reader.setAutoTransform(true);
}

tl::expected<QSize, Refusal> storedSize(QImageReader &reader)
{
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return tl::unexpected(Refusal::Damaged);
    if (qMax(size.width(), size.height()) > longestSide || qint64(size.width()) * size.height() > mostPixels)
        return tl::unexpected(Refusal::TooManyPixels);
    return size;
}

bool liesOnItsSide(const QImageReader &reader)
{
    return reader.transformation() & QImageIOHandler::TransformationRotate90;
}

QByteArray encode(const QImage &image, const char *format, int quality)
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    return writer.write(image) ? out : QByteArray();
}

} // namespace

namespace picture {

tl::expected<QSize, Refusal> size(const Upload &upload)
{
    QBuffer buffer;
    buffer.setData(upload.bytes);
    QImageReader reader;
    open(reader, buffer, upload);
    const auto stored = storedSize(reader);
    return stored && liesOnItsSide(reader) ? stored->transposed() : stored;
}

tl::expected<QImage, Refusal> decode(const Upload &upload, int width)
{
    QBuffer buffer;
    buffer.setData(upload.bytes);
    QImageReader reader;
    open(reader, buffer, upload);
    QImageReader::setAllocationLimit(mostMebibytes);
    const auto stored = storedSize(reader);
    if (!stored)
        return tl::unexpected(stored.error());

    const int uprightWidth = liesOnItsSide(reader) ? stored->height() : stored->width();
    if (width < uprightWidth) {
        // The decoder scales, so that a large photo never stands in memory at its full size.
        const qreal factor = qreal(width) / uprightWidth;
        reader.setScaledSize({qMax(1, qRound(stored->width() * factor)), qMax(1, qRound(stored->height() * factor))});
    }
    QImage image = reader.read();
    if (image.isNull())
        return tl::unexpected(Refusal::Damaged);
    if (image.colorSpace().isValid())
        image.convertToColorSpace(QColorSpace::SRgb);

    // A new image under a painter takes over pixels and nothing else.
    QImage out(image.size(), QImage::Format_RGB32);
    if (out.isNull())
        return tl::unexpected(Refusal::TooManyPixels);
    out.fill(Qt::white);
    QPainter(&out).drawImage(0, 0, image);
    return out;
}

QByteArray jpeg(const QImage &image, int quality)
{
    return encode(image, "jpeg", quality);
}

QByteArray png(const QImage &image)
{
    constexpr int fasterCompression = 70;
    return encode(image, "png", fasterCompression);
}

} // namespace picture
