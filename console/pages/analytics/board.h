#pragma once

// What the analytics of the platform and those of one store have in common: a period and its steps, filters, sales with
// a forecast, from view to settlement, what sells most and how long orders take; each part leads to its list, and is
// saved as CSV, as PDF, and as the report behind it where there is one.

#include "console/kit/card.h"
#include "console/kit/figurestable.h"
#include "console/kit/filterbar.h"
#include "console/kit/linelist.h"
#include "console/kit/page.h"
#include "console/kit/segments.h"
#include "console/kit/trendchart.h"
#include "shared/contract/analyticsdepth.h"
#include "shared/contract/reports.h"

class QVBoxLayout;

namespace analytics {

constexpr int forecastDays = 14;

class Board : public kit::Page
{
    Q_OBJECT

public:
    // room: under whose name the chosen period is kept; orders: the page that lists them.
    Board(kit::Kit &kit, const QString &room, const QString &orders, QWidget *parent);

    void narrow(const kit::Narrowing &by) override; // category, period
    void retranslate() override;
    // What the paper of a card says of it: the days and filters of what it shows, not of what is chosen.
    QStringList facts(const kit::Card &card) const;

    static kit::Figures figuresOf(const Funnel &funnel);
    static kit::Figures figuresOf(const QList<ProcessingTime> &steps);

protected:
    NamedPeriod period() const;
    SeriesStep step() const;
    // Days that are expected cannot stand beside weeks that were.
    int daysExpected() const { return step() == SeriesStep::Day ? forecastDays : 0; }
    bool isWider() const; // than what only a store narrows
    virtual QList<kit::ChoiceFilter *> filters() const { return {m_category, m_state}; }
    virtual QList<kit::ChoiceFilter::Choice> states() const = 0;
    // What else than the period the list of orders has to be narrowed by.
    virtual kit::Narrowing narrowing() const { return {}; }
    virtual void openTop(int row) = 0;
    virtual void fetchTop() = 0;

    // The page as a whole: head and filters above rows of cards, scrolled where the window is small.
    void frame(const QList<QLayout *> &rows);
    QLayout *beside(kit::Card *wide, kit::Card *narrow, int height, int share);
    // The report that says the same, when there is one.
    void offerExports(kit::Card *card, std::optional<ReportName> report = {});
    void settleExports();
    // A card waits for figures narrowed by these filters; they landed, of these days; or they did not come.
    void await(kit::Card *card, const QList<kit::ChoiceFilter *> &by);
    void settle(kit::Card *card, const std::optional<CoveredPeriod> &period);
    void fail(kit::Card *card, const Error &error);
    void fetchCategories();
    void offerChoices();

    void show(const Revenue &revenue);
    void show(const Funnel &funnel);
    void show(const Top &top);
    void showSteps(const QList<ProcessingTime> &steps);
    void openOrders(kit::Narrowing by); // of the chosen period, where the list can be narrowed like the figures

    kit::Label *m_title, *m_subtitle;
    kit::Segments *m_periods, *m_steps, *m_kinds;
    kit::ChoiceFilter *m_category, *m_state;
    kit::Card *m_revenueCard, *m_funnelCard, *m_topCard, *m_processingCard;
    kit::TrendChart *m_trend;
    kit::LineList *m_funnel;
    kit::FiguresTable *m_top, *m_processing;
    QList<Category> m_categories;
    Top m_shownTop;
    bool m_hasAsked = false;

private:
    struct Ways
    {
        kit::Card *card;
        std::optional<ReportName> report;
        QAction *asPdf, *reportXlsx, *reportPdf;
    };
    // What the figures of a card are about, as they were asked for.
    struct About
    {
        std::optional<CoveredPeriod> period;
        QStringList filters;
        std::optional<Id<Vendor>> vendor;
        bool isWider = false;
    };

    void build();
    void link();
    void settleStep();
    void print(const kit::Card &card, const QString &business);
    void fetchReport(const kit::Card *card, ReportName name, ReportFormat format, QAction *way);
    void occupy(QAction *way);
    void release(QAction *way);
    QString reason(const Ways &ways) const;
    virtual std::optional<Id<Vendor>> vendor() const { return {}; }
    virtual bool mayReport(ReportName) const { return true; }

    const QString m_keptPeriod, m_orders;
    QList<Ways> m_ways;
    QHash<const kit::Card *, About> m_shown, m_awaited;
    QSet<const QAction *> m_busy;
    QVBoxLayout *m_fetches;
};

} // namespace analytics
