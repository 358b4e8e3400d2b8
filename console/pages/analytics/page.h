#pragma once

// Trends for admins: sales with a forecast, from view to settlement, who comes back, how long orders take, who and
// what sells most, and how the platform does against its targets. Narrowed by period, category, state and vendor; each
// part fails alone, leads to its list and is saved as CSV.

#include "console/kit/card.h"
#include "console/kit/figurestable.h"
#include "console/kit/filterbar.h"
#include "console/kit/linelist.h"
#include "console/kit/page.h"
#include "console/kit/segments.h"
#include "console/kit/trendchart.h"
#include "shared/contract/analyticsdepth.h"

namespace analytics {

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void narrow(const kit::Narrowing &by) override; // category, vendor, period

    static kit::Figures figuresOf(const Cohorts &cohorts);
    static kit::Figures figuresOf(const Funnel &funnel);
    static kit::Figures figuresOf(const Processing &processing);
    static kit::Figures figuresOf(const Operations &operations);

private:
    void build();
    void layOut();
    void link();
    NamedPeriod period() const;
    TopKind kind() const;

    template <class Out, class Show>
    void load(kit::Card *card, QFuture<Result<Out>> answer, Show show);
    void fetchRevenue();
    void fetchFunnel();
    void fetchTop();
    void fetchCohorts();
    void fetchProcessing();
    void fetchOperations();
    void fetchChoices();
    void offerChoices();
    template <class Ask>
    void filter(Ask &ask) const;

    void show(const Revenue &revenue);
    void show(const Funnel &funnel);
    void show(const Top &top);
    void openOrders(kit::Narrowing by);
    void save(const QString &title, const kit::Figures &figures);
    QList<kit::Card *> cards() const
    {
        return {m_revenueCard, m_funnelCard, m_topCard, m_cohortsCard, m_processingCard, m_operationsCard};
    }

    kit::Label *m_title, *m_subtitle;
    kit::Segments *m_periods, *m_kinds;
    kit::ChoiceFilter *m_category, *m_state, *m_vendor;
    kit::Card *m_revenueCard, *m_funnelCard, *m_topCard, *m_cohortsCard, *m_processingCard, *m_operationsCard;
    kit::TrendChart *m_trend;
    kit::LineList *m_funnel;
    kit::FiguresTable *m_top, *m_cohorts, *m_processing, *m_operations;
    QHash<kit::Card *, int> m_asked;
    QList<Category> m_categories;
    QList<TopEntry> m_states, m_vendors;
    Top m_shownTop;
};

} // namespace analytics
