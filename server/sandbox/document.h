#pragma once

// Reads and draws PDF pages. Scripts, links and forms in them are never run.

#include "server/sandbox/upload.h"

#include <QBuffer>
#include <QImage>
#include <QPdfDocument>

class Document
{
public:
    static tl::expected<std::unique_ptr<Document>, Refusal> open(const Upload &upload);

    int pages() const { return m_document.pageCount(); }
    tl::expected<QSize, Refusal> size(int page) const;       // in points, rounded up
    tl::expected<QImage, Refusal> draw(int page, int width); // pages count from 1

private:
    Document() = default;

    QBuffer m_bytes;
    QPdfDocument m_document;
};
