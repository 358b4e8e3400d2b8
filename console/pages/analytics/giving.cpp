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
    connect(ways.asPdf, &QAction::triggered, card, [this, card, way = ways.asPdf] {
        occupy(way);
        kit::whenNamed(m_kit, this, [this, card, way](const QString &business) {
            release(way);
            print(*card, business);
        });
    });
    QList<QAction *> all{ways.asPdf};
    if (report) {
        ways.reportXlsx = action("reportXlsx");
        ways.reportPdf = action("reportPdf");
        for (const auto &[way, format] :
             {std::pair(ways.reportXlsx, ReportFormat::Xlsx), std::pair(ways.reportPdf, ReportFormat::Pdf)})
            connect(way, &QAction::triggered, this, [=, this] { fetchReport(card, *report, format, way); });
        all += {ways.reportXlsx, ways.reportPdf};
    }
    card->offerExport(all);
    connect(card, &kit::Card::exported, this, [this](const QString &title, const kit::Figures &figures) {
        kit::saveFigures(m_kit, this, title, figures);
    });
    m_ways += ways;
}

void Board::await(kit::Card *card, const QList<kit::ChoiceFilter *> &by)
{
    About about{.vendor = vendor()};
    for (const kit::ChoiceFilter *filter : by) {
        if (filter->value().isEmpty())
            continue;
        about.filters += filter->accessibleName(); // its text is for a button
        about.isWider = about.isWider || filter == m_category || filter == m_state;
    }
    m_awaited.insert(card, about);
    card->showLoading();
    settleExports();
}

void Board::settle(kit::Card *card, const std::optional<CoveredPeriod> &period)
{
    About about = m_awaited.take(card);
    about.period = period;
    m_shown.insert(card, about);
    settleExports();
}

// The old figures stay, and so does what they are about.
void Board::fail(kit::Card *card, const Error &error)
{
    m_awaited.remove(card);
    card->showTrouble(error);
    settleExports();
}

void Board::occupy(QAction *way)
{
    m_busy.insert(way);
    settleExports();
}

void Board::release(QAction *way)
{
    m_busy.remove(way);
    settleExports();
}

// Why the report would not say the same as the card; empty when it does.
QString Board::reason(const Ways &ways) const
{
    const bool isAwaited = m_awaited.contains(ways.card);
    const About about = isAwaited ? m_awaited.value(ways.card) : m_shown.value(ways.card);
    const bool isOfMarket = ways.report == ReportName::PlatformAnalytics;
    if (!isOfMarket && about.isWider)
        return tr("The report cannot be narrowed by category or by the buyers' state.");
    if (!mayReport(*ways.report))
        return tr("The report lists vendors.");
    return isAwaited || !about.period ? tr("These figures are not there yet.") : QString();
}

void Board::settleExports()
{
    for (const Ways &ways : std::as_const(m_ways)) {
        ways.asPdf->setText(tr("These figures as PDF…"));
        ways.asPdf->setEnabled(!m_awaited.contains(ways.card) && !m_busy.contains(ways.asPdf));
        if (!ways.report)
            continue;
        const QString why = reason(ways);
        ways.reportXlsx->setText(tr("%1 as XLSX…").arg(titleOf(*ways.report)));
        ways.reportPdf->setText(tr("%1 as PDF…").arg(titleOf(*ways.report)));
        for (QAction *action : {ways.reportXlsx, ways.reportPdf}) {
            action->setEnabled(why.isEmpty() && !m_busy.contains(action));
            action->setToolTip(why);
        }
    }
}

// The same days and the same store as the card shows; once at a time, because a second run would say the same.
void Board::fetchReport(const kit::Card *card, ReportName name, ReportFormat format, QAction *way)
{
    const About about = m_shown.value(card);
    if (!about.period)
        return;
    RunReport wish{.format = format,
                   .language = kit::spokenLanguage(),
                   .scope = {.period = ReportPeriod::Custom, .from = about.period->from, .to = about.period->to}};
    if (name == ReportName::DailySales)
        wish.scope.vendorId = about.vendor;
    occupy(way);
    auto *fetch = new kit::ReportFetch(m_kit, name, wish, this);
    connect(fetch, &kit::ReportFetch::ended, this, [this, way] { release(way); });
    m_fetches->addWidget(fetch);
    fetch->setVisible(true);
    fetch->begin();
}

QStringList Board::facts(const kit::Card &card) const
{
    const About about = m_shown.value(&card);
    QStringList words;
    if (about.period) // who comes back is followed over all months
        words += tr("Period: %1").arg(market::spanWithYear(*about.period));
    words += about.filters;
    QStringList out{kit::asOf(m_kit)};
    if (!words.isEmpty())
        out.prepend(words.join(QStringLiteral(" · ")));
    return out;
}

void Board::print(const kit::Card &card, const QString &business)
{
    kit::Paper paper(card.title(), business, facts(card));
    paper.add(card);
    kit::savePaper(m_kit, this, card.title(), paper);
}

} // namespace analytics
