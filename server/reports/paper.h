#pragma once

// A PDF. The rows are kept as JSON lines until the figures of the cover are known; then kabaadwala-sandbox draws them,
// so that the server links nothing that draws. The format is shared/contract/reportdocument.h.

#include "server/reports/writer.h"

#include <QFile>

namespace reports {

class PaperWriter final : public Writer
{
public:
    // sandbox: the program that draws.
    PaperWriter(const QString &path, const Cover &cover, const QString &sandbox);
    ~PaperWriter() override;

    void add(const Cells &row) override;
    void finish(const Closing &closing) override;

private:
    void write(QFile &file, const DocumentLine &line) const;
    void appendRows(QFile &document);
    void draw();

    const QString m_path;
    const Cover m_cover;
    const QString m_sandbox;
    QFile m_rows;
    QFile m_document;
};

} // namespace reports
