// How the analytics give their figures away.

#include "console/kit/marketwords.h"
#include "console/kit/paper.h"
#include "console/kit/reportfetch.h"
#include "console/kit/savefile.h"
#include "console/pages/analytics/board.h"

#include <QVBoxLayout>

namespace analytics {

namespace market = kit::market;

namespace {

QString titleOf(ReportName report)
{
    if (report == ReportName::DailySales)
        return Board::tr("Report “Daily sales”");
    if (report == ReportName::VendorPerformance)
        return Board::tr("Report “Vendor performance”");
    return Board::tr("Report “Platform analytics”");
}

} // namespace

void Board::offerExports(kit::Card *card, std::optional<ReportName> report)
{
    const auto action = [this](const char *name) {
        auto *out = new QAction(this);
        out->setObjectName(QLatin1StringView(name));
        return out;
    };
    Ways ways{.card = card, .report = report, .asPdf = action("asPdf"), .reportXlsx = nullptr, .reportPdf = nullptr};
    connect(ways.asPdf, &QAction::triggered, card, [this, card] {
        kit::whenNamed(m_kit, this, [this, card](const QString &business) { print(*card, business); });
    });
    QList<QAction *> all{ways.asPdf};
    if (report) {
        ways.reportXlsx = action("reportXlsx");
        ways.reportPdf = action("reportPdf");
        connect(ways.reportXlsx, &QAction::triggered, this, [=, this] { fetchReport(*report, ReportFormat::Xlsx); });
        connect(ways.reportPdf, &QAction::triggered, this, [=, this] { fetchReport(*report, ReportFormat::Pdf); });
        all += {ways.reportXlsx, ways.reportPdf};
    }
    card->offerExport(all);
    connect(card, &kit::Card::exported, this, [this](const QString &title, const kit::Figures &figures) {
        kit::saveFigures(m_kit, this, title, figures);
    });
    m_ways += ways;
}

// Why the report would not say the same as the card; empty when it does.
QString Board::reason(const Ways &ways) const
{
    if (!m_covered)
        return tr("The sales are not there yet.");
    const bool isOfMarket = ways.report == ReportName::PlatformAnalytics;
    if (!isOfMarket && isWider())
        return tr("The report cannot be narrowed by category or by the buyers' state.");
    return mayReport(*ways.report) ? QString() : tr("The report lists vendors.");
}

void Board::settleExports()
{
    for (const Ways &ways : std::as_const(m_ways)) {
        ways.asPdf->setText(tr("These figures as PDF…"));
        if (!ways.report)
            continue;
        const QString why = reason(ways);
        ways.reportXlsx->setText(tr("%1 as XLSX…").arg(titleOf(*ways.report)));
        ways.reportPdf->setText(tr("%1 as PDF…").arg(titleOf(*ways.report)));
        for (QAction *action : {ways.reportXlsx, ways.reportPdf}) {
            action->setEnabled(why.isEmpty());
            action->setToolTip(why);
        }
    }
}

// The same days and the same store as the card shows.
void Board::fetchReport(ReportName name, ReportFormat format)
{
    RunReport wish{.format = format,
                   .language = kit::spokenLanguage(),
                   .scope = {.period = ReportPeriod::Custom, .from = m_covered->from, .to = m_covered->to}};
    if (name == ReportName::DailySales)
        wish.scope.vendorId = vendor();
    auto *fetch = new kit::ReportFetch(m_kit, name, wish, this);
    m_fetches->addWidget(fetch);
    fetch->setVisible(true);
}

void Board::print(const kit::Card &card, const QString &business)
{
    QStringList about{tr("Period: %1").arg(m_covered ? market::span(*m_covered) : QString())};
    for (const kit::ChoiceFilter *filter : filters()) {
        if (!filter->value().isEmpty())
            about += filter->text();
    }
    const bool isTable = qobject_cast<const kit::FiguresTable *>(card.content());
    kit::Paper paper(card.title(), business, {about.join(QStringLiteral(" · ")), kit::asOf(m_kit)});
    paper.add(card);
    if (!isTable) // what is drawn is also said in numbers
        paper.add(card.title(), {}, card.figures());
    kit::savePaper(m_kit, this, card.title(), paper);
}

} // namespace analytics
