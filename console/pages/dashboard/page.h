#pragma once

// The market at a glance for admins: how it goes, what waits for a decision, and where the open orders stand. Every
// part leads to the list behind it, and asks again by itself when it failed.

#include "console/kit/donut.h"
#include "console/kit/overview.h"
#include "console/kit/trendchart.h"

namespace dashboard {

class Page : public kit::Overview
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate() override;

private:
    void fetch() override;
    void changePeriod() override { fetch(); } // what waits is as old as the rest when it does not come
    bool isNews(LiveKind kind) const override;
    QString scope() const override { return tr("all regions"); }
    std::optional<CoveredPeriod> covered() const override;

    void build();
    QLayout *buildLower();
    void link();

    void fetchDashboard();
    void fetchDecisions();
    void fetchSteps();
    void show(const Dashboard &dashboard);
    void showTiles(const Dashboard &dashboard);
    void showStages(const Dashboard &dashboard);
    void show(const QList<Decision> &decisions);
    void showSteps();
    void openDecision(const QString &kind);
    void openOrders(kit::Narrowing by); // of the chosen period
    void openVendor(const QString &vendor);
    void explain();
    QList<kit::Card *> cards() const
    {
        return {m_trendCard, m_decisionsCard, m_stagesCard, m_categoriesCard, m_vendorsCard};
    }
    Parts parts() const
    {
        return {.tiles = {m_placed, m_orders, m_held, m_commission, m_cancelled},
                .cards = {m_trendCard, m_stagesCard, m_categoriesCard, m_vendorsCard}};
    }

    kit::FigureTile *m_placed, *m_orders, *m_held, *m_commission, *m_cancelled;
    kit::Card *m_stepsCard, *m_trendCard, *m_decisionsCard, *m_stagesCard, *m_categoriesCard, *m_vendorsCard;
    kit::TrendChart *m_trend;
    kit::LineList *m_steps, *m_decisions, *m_stages, *m_categories, *m_vendors;
    kit::Donut *m_donut;
    std::optional<Dashboard> m_shown;
    std::optional<QList<Decision>> m_waiting;
    std::optional<bool> m_hasCategories, m_hasStore;
    int m_asked = 0, m_askedDecisions = 0;
};

} // namespace dashboard
