#pragma once

// Trends for admins: beside what every board of analytics shows who comes back and how the platform does against its
// targets. Narrowed by period, category, state and vendor; each part fails alone.

#include "console/kit/searchfilter.h"
#include "console/pages/analytics/board.h"

namespace analytics {

class Page : public Board
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void narrow(const kit::Narrowing &by) override; // category, vendor, period

    static kit::Figures figuresOf(const Cohorts &cohorts);
    static kit::Figures figuresOf(const Operations &operations);

private:
    void layOut();
    void link();
    TopKind kind() const;
    QList<kit::ChoiceFilter *> filters() const override { return {m_category, m_state, m_vendor}; }
    void openTop(int row) override;
    QList<kit::ChoiceFilter::Choice> states() const override { return m_states; }
    kit::Narrowing narrowing() const override;
    std::optional<Id<Vendor>> vendor() const override;
    bool mayReport(ReportName report) const override;

    template <class Out, class Show>
    void load(kit::Card *card, const QList<kit::ChoiceFilter *> &by, QFuture<Result<Out>> answer, Show show);
    void fetchRevenue();
    void fetchFunnel();
    void fetchTop() override;
    void fetchCohorts();
    void fetchProcessing();
    void fetchOperations();
    void fetchChoices();
    void offerVendors();
    void searchVendors(const QString &words);
    template <class Ask>
    QList<kit::ChoiceFilter *> filter(Ask &ask) const;

    kit::SearchFilter *m_vendor; // there are more than a menu holds
    kit::Card *m_cohortsCard, *m_operationsCard;
    kit::FiguresTable *m_cohorts, *m_operations;
    QHash<kit::Card *, int> m_asked;
    QList<TopEntry> m_vendors;
    QList<kit::ChoiceFilter::Choice> m_states; // where most is sold, as the addresses bear them
};

} // namespace analytics
