#pragma once

// A PDF. The rows are kept as JSON lines until the figures of the cover are known; then kabaadwala-sandbox draws them,
// so that the server links nothing that draws. The format is shared/contract/reportdocument.h.

#include "server/core/stopping.h"
#include "server/reports/writer.h"

#include <QFile>

class QProcess;

namespace reports {

class PaperWriter final : public Writer
{
public:
    // sandbox: the program that draws, which ends when the server stops.
    PaperWriter(const QString &path, const Cover &cover, const QString &sandbox, Stopping isStopping = goOn);
    ~PaperWriter() override;

    void add(const Cells &row) override;
    void finish(const Closing &closing) override;

private:
    void write(QFile &file, const DocumentLine &line) const;
    void appendRows(QFile &document);
    void draw();
    void waitFor(QProcess &program) const;

    const QString m_path;
    const Cover m_cover;
    const QString m_sandbox;
    const Stopping m_isStopping;
    QFile m_rows;
    QFile m_document;
};

} // namespace reports
