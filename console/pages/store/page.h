#pragma once

// The vendor's own store at a glance: what was sold, which orders wait for an answer, what is running low, and how the
// store does against its own past.

#include "console/kit/card.h"
#include "console/kit/figuretile.h"
#include "console/kit/linelist.h"
#include "console/kit/page.h"
#include "console/kit/segments.h"
#include "console/kit/trendchart.h"
#include "shared/contract/analyticsdepth.h"

namespace store {

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void hear(const LiveEvent &event) override;

private:
    void build();
    void layOut();
    void link();
    NamedPeriod period() const;

    void fetchDashboard();
    void fetchAnalytics();
    void fetchSteps();
    void show(const VendorDashboard &dashboard);
    void showWaiting(const VendorDashboard &dashboard);
    void showStock(const VendorDashboard &dashboard);
    void show(const VendorAnalytics &analytics);
    void showPerformance(const VendorAnalytics &analytics);
    void showSteps();
    const OrderCard *chosen() const;
    void accept();
    void reject();
    void settle(const Result<Order> &order);
    void greet();
    QList<kit::FigureTile *> tiles() const { return {m_today, m_week, m_month, m_orders, m_released, m_lifetime}; }
    QList<kit::Card *> dashboardCards() const { return {m_waitingCard, m_stagesCard, m_stockCard}; }
    QList<kit::Card *> analyticsCards() const { return {m_trendCard, m_productsCard, m_performanceCard}; }

    kit::Label *m_greeting, *m_date;
    kit::Segments *m_periods;
    kit::FigureTile *m_today, *m_week, *m_month, *m_orders, *m_released, *m_lifetime;
    kit::Card *m_stepsCard, *m_trendCard, *m_waitingCard, *m_stagesCard, *m_productsCard, *m_stockCard;
    kit::Card *m_performanceCard;
    kit::TrendChart *m_trend;
    kit::LineList *m_steps, *m_waiting, *m_stages, *m_products, *m_stock, *m_performance;
    kit::Button *m_accept, *m_reject;
    std::optional<VendorDashboard> m_dashboard;
    std::optional<VendorAnalytics> m_analytics;
    std::optional<bool> m_isApproved, m_hasProduct;
    int m_asked = 0;
    bool m_isBehind = false; // there was news since the last answer was asked for
    QTimer m_pause;
};

} // namespace store
