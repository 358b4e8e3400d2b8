// The paper as PDF. It is drawn whenever somebody asks, out of what was issued: the same invoice makes the same bytes.

#include "server/core/surroundings.h"
#include "server/invoices/service.h"
#include "shared/base/json.h"

#include <QProcess>

#include <stdexcept>

namespace invoices {

namespace {

constexpr int patienceMs = 20'000;

QByteArray pdfOf(const QString &painter, const InvoiceDrawing &drawing)
{
    QProcess program;
    program.setProcessEnvironment(surroundings::bare());
    program.start(painter, {QStringLiteral("invoice")});
    if (!program.waitForStarted(patienceMs))
        throw std::runtime_error("cannot start " + painter.toStdString());
    program.write(json::bytes(drawing));
    program.closeWriteChannel();
    if (!program.waitForFinished(patienceMs)) {
        program.kill();
        program.waitForFinished(patienceMs);
        throw std::runtime_error("drawing an invoice took too long");
    }
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0)
        throw std::runtime_error("an invoice could not be drawn: " +
                                 program.readAllStandardError().trimmed().left(100).toStdString());
    return program.readAllStandardOutput();
}

} // namespace

Result<FileBody> Service::drawn(const InvoicePaper &paper, const QString &language) const
{
    if (m_painter.isEmpty())
        return failure(ErrorCode::Unavailable, QStringLiteral("This server cannot draw PDF."));
    QString name = paper.number;
    return FileBody{.path = {},
                    .bytes = pdfOf(m_painter, {language, paper}),
                    .contentType = "application/pdf",
                    .name = name.replace(u'/', u'-') + QStringLiteral(".pdf")};
}

} // namespace invoices
