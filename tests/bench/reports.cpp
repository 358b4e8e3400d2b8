// How long a file of many rows takes and how much memory it needs: 100,000 orders as CSV, XLSX and, with the program
// that draws, PDF. Usage: bench_reports [rows] [kabaadwala-sandbox]

#include "server/reports/csv.h"
#include "server/reports/kinds.h"
#include "server/reports/paper.h"
#include "server/reports/rules.h"
#include "server/reports/sheet.h"
#include "server/reports/summary.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdio>
#include <unistd.h>

namespace {

constexpr int rowsStandard = 100'000;
constexpr qint64 kibi = 1024;

reports::Cells order(const reports::Kind &kind, qint64 number)
{
    reports::Cells out;
    for (const ReportColumn &column : kind.source.columns) {
        if (column.kind == ValueKind::Text)
            out += QStringLiteral("%1 number %2").arg(column.label).arg(number);
        else
            out += qint64(1'790'000'000'000) + number * 1000;
    }
    return out;
}

std::unique_ptr<reports::Writer> writerOf(ReportFormat format, const QString &path, const reports::Cover &cover,
                                          const QString &sandbox)
{
    switch (format) {
    case ReportFormat::Csv: return std::make_unique<reports::CsvWriter>(path, cover, reports::ByteOrderMark::Without);
    case ReportFormat::Xlsx: return std::make_unique<reports::SheetWriter>(path, cover);
    case ReportFormat::Pdf: return std::make_unique<reports::PaperWriter>(path, cover, sandbox);
    }
    return nullptr;
}

void make(ReportFormat format, int rows, const QString &sandbox)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report"));
    const reports::Kinds kinds;
    const reports::Words words;
    const reports::Kind &kind = kinds.of(ReportName::Orders);
    const reports::Cover cover{.title = kind.title,
                               .subtitle = kind.description,
                               .language = QStringLiteral("en"),
                               .createdAt = {1'790'000'000'000},
                               .columns = kind.source.columns,
                               .totalWord = QStringLiteral("Total")};
    QElapsedTimer timer;
    timer.start();
    const auto writer = writerOf(format, path, cover, sandbox);
    reports::Summary summary(kind, words, cover.language);
    for (int i = 0; i < rows; ++i) {
        const reports::Cells row = order(kind, i);
        writer->add(row);
        summary.add(row);
    }
    writer->finish(summary.closing());
    const qint64 ms = timer.elapsed();

    rusage own{}, drawer{};
    getrusage(RUSAGE_SELF, &own);
    getrusage(RUSAGE_CHILDREN, &drawer);
    std::printf("%-5s %7d rows %6lld ms %6lld KiB file, peak %lld MiB", names::text(format).data(), rows,
                static_cast<long long>(ms), static_cast<long long>(QFileInfo(path).size() / kibi),
                static_cast<long long>(own.ru_maxrss / kibi));
    if (drawer.ru_maxrss > 0)
        std::printf(", the drawing program %lld MiB", static_cast<long long>(drawer.ru_maxrss / kibi));
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace

// Each format in a process of its own, so that the peaks are its own, too.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList wishes = QCoreApplication::arguments();
    const int rows = wishes.size() > 1 ? wishes[1].toInt() : rowsStandard;
    const QString sandbox = wishes.value(2);
    for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Pdf}) {
        if (format == ReportFormat::Pdf && sandbox.isEmpty())
            continue;
        if (const pid_t child = fork(); child == 0) {
            make(format, rows, sandbox);
            _exit(0);
        } else {
            waitpid(child, nullptr, 0);
        }
    }
    return 0;
}
