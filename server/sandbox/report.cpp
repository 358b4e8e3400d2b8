#include "server/sandbox/report.h"

#include "server/sandbox/reportcover.h"
#include "server/sandbox/reporttable.h"

#include <QFontDatabase>

namespace report {

namespace {

qint64 sheetsOf(const DocumentHead &head, const QList<Plan> &plans)
{
    qint64 out = coverSheets(head);
    for (const Plan &plan : plans)
        out += plan.sheets;
    return out;
}

// The first reading has found that every line belongs where it stands.
bool drawTables(Lines &lines, Paper &paper, const Outline &outline, const QList<Plan> &plans)
{
    qsizetype at = -1;
    std::optional<Table> table;
    while (const auto line = lines.next()) {
        if (line->table || line->end) {
            if (table && !outline.tables[at].hasTotals)
                table->end();
            if (line->end)
                return true;
            ++at;
            table.emplace(paper, outline.tables[at], plans[at]);
        } else if (line->row && table) {
            table->add(*line->row);
        } else if (line->totals && table) {
            table->close(*line->totals);
        }
    }
    return false;
}

} // namespace

const char *word(Refusal refusal)
{
    switch (refusal) {
    case Refusal::Damaged: return "damaged";
    case Refusal::Unwritten: return "unwritten";
    }
    return "damaged";
}

void prepare()
{
    for (const char *face : {"ConsoleSans-Regular.otf", "ConsoleSans-Medium.otf", "ConsoleSans-SemiBold.otf",
                             "NotoSansDevanagariUI-Regular.ttf", "NotoSansDevanagariUI-Bold.ttf"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/paper/") + QLatin1StringView(face));
}

tl::expected<void, Refusal> draw(std::FILE *in, std::FILE *out)
{
    Lines lines(in);
    const auto outline = outlineOf(lines);
    if (!outline)
        return tl::unexpected(Refusal::Damaged);
    const Words words(outline->head.language);
    QList<Plan> plans;
    for (const Sample &sample : outline->tables)
        plans += planOf(sample, words);

    Paper paper(out, outline->head, words);
    paper.begin(sheetsOf(outline->head, plans), Way::Upright);
    drawCover(paper, outline->head);
    lines.rewind();
    if (!drawTables(lines, paper, *outline, plans))
        return tl::unexpected(Refusal::Damaged);
    return paper.finish() ? tl::expected<void, Refusal>() : tl::unexpected(Refusal::Unwritten);
}

} // namespace report
