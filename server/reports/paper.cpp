#include "server/reports/paper.h"

#include "server/core/surroundings.h"
#include "server/reports/rules.h"

#include <QDeadlineTimer>
#include <QProcess>

#include <stdexcept>

namespace reports {

namespace {

constexpr int startMs = 10'000;
constexpr int lookMs = 100; // how soon a server that stops is noticed
constexpr qint64 copyBytes = 1 << 20;

// An id says nothing to who reads paper and takes the room of a name.
bool isPrinted(const ReportColumn &column)
{
    return column.kind != ValueKind::Id;
}

DocumentRow textsOf(const QList<ReportColumn> &columns, const Cells &row)
{
    DocumentRow out;
    out.cells.reserve(row.size());
    for (qsizetype i = 0; i < row.size(); ++i)
        if (isPrinted(columns[i]))
            out.cells += text(columns[i].kind, row[i]);
    return out;
}

void open(QFile &file)
{
    if (!file.open(QIODevice::ReadWrite | QIODevice::Truncate))
        throw std::runtime_error("cannot write " + file.fileName().toStdString());
}

} // namespace

PaperWriter::PaperWriter(const QString &path, const Cover &cover, const QString &sandbox, Stopping isStopping)
    : m_path(path)
    , m_cover(cover)
    , m_sandbox(sandbox)
    , m_isStopping(std::move(isStopping))
    , m_rows(path + QStringLiteral(".rows"))
    , m_document(path + QStringLiteral(".document"))
{
    if (m_sandbox.isEmpty())
        throw std::runtime_error("the program that draws PDF is not installed beside the server");
    open(m_rows);
    open(m_document);
}

PaperWriter::~PaperWriter()
{
    m_rows.remove();
    m_document.remove();
}

void PaperWriter::add(const Cells &row)
{
    write(m_rows, {.row = textsOf(m_cover.columns, row)});
}

void PaperWriter::finish(const Closing &closing)
{
    write(m_document, {.head = DocumentHead{.title = m_cover.title,
                                            .subtitle = m_cover.subtitle,
                                            .from = m_cover.from,
                                            .to = m_cover.to,
                                            .language = m_cover.language,
                                            .createdAt = m_cover.createdAt.text(),
                                            .rows = closing.rows,
                                            .figures = closing.figures,
                                            .charts = closing.charts}});
    QList<ReportColumn> printed;
    std::copy_if(m_cover.columns.cbegin(), m_cover.columns.cend(), std::back_inserter(printed), isPrinted);
    write(m_document, {.table = DocumentTable{m_cover.title, printed}});
    appendRows(m_document);
    const bool hasTotals = std::any_of(closing.totals.cbegin(), closing.totals.cend(),
                                       [](const Cell &cell) { return std::holds_alternative<qint64>(cell); });
    if (hasTotals)
        write(m_document, {.totals = textsOf(m_cover.columns, closing.totals)});
    write(m_document, {.end = DocumentEnd{closing.rows}});
    m_document.close();
    draw();
}

void PaperWriter::write(QFile &file, const DocumentLine &line) const
{
    const QByteArray bytes = json::bytes(line) + '\n';
    if (file.write(bytes) != bytes.size())
        throw std::runtime_error("cannot write " + file.fileName().toStdString());
}

void PaperWriter::appendRows(QFile &document)
{
    m_rows.seek(0);
    for (QByteArray part = m_rows.read(copyBytes); !part.isEmpty(); part = m_rows.read(copyBytes))
        if (document.write(part) != part.size())
            throw std::runtime_error("cannot write " + document.fileName().toStdString());
}

void PaperWriter::draw()
{
    QProcess program;
    program.setProcessEnvironment(surroundings::bare());
    program.setStandardInputFile(m_document.fileName());
    program.setStandardOutputFile(m_path);
    program.start(m_sandbox, {QStringLiteral("report")});
    if (!program.waitForStarted(startMs))
        throw std::runtime_error("cannot start " + m_sandbox.toStdString());
    waitFor(program);
    if (program.exitStatus() != QProcess::NormalExit || program.exitCode() != 0)
        throw std::runtime_error("the PDF could not be drawn: " +
                                 program.readAllStandardError().trimmed().left(problemMax).toStdString());
}

// What is drawn when the server stops would keep it alive longer than it is given, so it is left and drawn anew.
void PaperWriter::waitFor(QProcess &program) const
{
    const QDeadlineTimer end(drawMs);
    const auto away = [&] {
        program.kill();
        program.waitForFinished(startMs);
    };
    while (!program.waitForFinished(lookMs)) {
        if (m_isStopping()) {
            away();
            throw Interrupted();
        }
        if (end.hasExpired()) {
            away();
            throw std::runtime_error("drawing the PDF took too long");
        }
    }
}

} // namespace reports
