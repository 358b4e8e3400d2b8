#pragma once

// The vendor's own store at a glance: what was sold, which orders wait for an answer, what is running low, and how the
// store does against its own past.

#include "console/kit/banner.h"
#include "console/kit/overview.h"
#include "console/kit/trendchart.h"

namespace store {

class Page : public kit::Overview
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate() override;

private:
    void fetch() override;
    void changePeriod() override { fetchAnalytics(); }
    bool isNews(LiveKind kind) const override;
    std::optional<CoveredPeriod> covered() const override;

    void build();
    void layOut();
    void link();

    void fetchDashboard();
    void fetchAnalytics();
    void fetchSteps();
    void show(const VendorDashboard &dashboard);
    void showWaiting(const VendorDashboard &dashboard);
    void showStock(const VendorDashboard &dashboard);
    void show(const VendorAnalytics &analytics);
    void showBest(const VendorAnalytics &analytics);
    void showPerformance(const VendorAnalytics &analytics);
    void openOrders(const kit::Narrowing &by);
    void showSteps();
    void explain();
    static StepState documentsOf(const Vendor &vendor);
    const OrderCard *chosen() const;
    void accept();
    void reject();
    void settle(const Result<Order> &order);
    void checkChosen();
    Parts dashboardParts() const
    {
        return {.tiles = {m_today, m_week, m_month, m_orders, m_released, m_lifetime},
                .cards = {m_waitingCard, m_stagesCard, m_stockCard}};
    }
    Parts analyticsParts() const { return {.tiles = {}, .cards = {m_trendCard, m_productsCard, m_performanceCard}}; }

    kit::FigureTile *m_today, *m_week, *m_month, *m_orders, *m_released, *m_lifetime;
    kit::Card *m_stepsCard, *m_trendCard, *m_waitingCard, *m_stagesCard, *m_productsCard, *m_stockCard;
    kit::Card *m_performanceCard;
    kit::TrendChart *m_trend;
    kit::LineList *m_steps, *m_waiting, *m_stages, *m_products, *m_stock, *m_performance;
    kit::Segments *m_best; // products or categories
    kit::Button *m_accept, *m_reject;
    kit::Banner *m_trouble;
    bool m_isSending = false;
    std::optional<VendorDashboard> m_dashboard;
    std::optional<VendorAnalytics> m_analytics;
    std::optional<StepState> m_documents;
    std::optional<bool> m_hasProduct;
    int m_askedDashboard = 0, m_askedAnalytics = 0;
};

} // namespace store
