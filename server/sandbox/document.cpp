#include "server/sandbox/document.h"

#include <QPainter>

namespace {

constexpr int mostPages = 200;
constexpr int tallestPage = 8000; // pixels

} // namespace

tl::expected<std::unique_ptr<Document>, Refusal> Document::open(const Upload &upload)
{
    std::unique_ptr<Document> out(new Document);
    out->m_bytes.setData(upload.bytes);
    out->m_bytes.open(QIODevice::ReadOnly);
    out->m_document.load(&out->m_bytes);
    const QPdfDocument::Error error = out->m_document.error();
    if (error == QPdfDocument::Error::IncorrectPassword || error == QPdfDocument::Error::UnsupportedSecurityScheme)
        return tl::unexpected(Refusal::Encrypted);
    if (out->m_document.status() != QPdfDocument::Status::Ready || out->pages() < 1)
        return tl::unexpected(Refusal::Damaged);
    if (out->pages() > mostPages)
        return tl::unexpected(Refusal::TooManyPages);
    return out;
}

tl::expected<QSize, Refusal> Document::size(int page) const
{
    if (page < 1 || page > pages())
        return tl::unexpected(Refusal::NoSuchPage);
    constexpr qreal mostPoints = 14'400; // the largest page the format allows
    const QSizeF points = m_document.pagePointSize(page - 1);
    if (!(points.width() >= 1 && points.height() >= 1 && points.width() <= mostPoints && points.height() <= mostPoints))
        return tl::unexpected(Refusal::Damaged);
    return QSize(qCeil(points.width()), qCeil(points.height()));
}

tl::expected<QImage, Refusal> Document::draw(int page, int width)
{
    const auto points = size(page);
    if (!points)
        return tl::unexpected(points.error());
    const int height = qBound(1, qRound(qreal(width) * points->height() / points->width()), tallestPage);
    const QImage drawn = m_document.render(page - 1, {width, height});
    if (drawn.isNull())
        return tl::unexpected(Refusal::Damaged);
    QImage out(drawn.size(), QImage::Format_RGB32);
    out.fill(Qt::white); // pages are transparent where nothing is printed
    QPainter(&out).drawImage(0, 0, drawn);
    return out;
}
