#pragma once

// The market at a glance for admins: how it goes, what waits for a decision, and where the open orders stand. Every
// part leads to the list behind it, and asks again by itself when it failed.

#include "console/kit/card.h"
#include "console/kit/donut.h"
#include "console/kit/figuretile.h"
#include "console/kit/linelist.h"
#include "console/kit/page.h"
#include "console/kit/segments.h"
#include "console/kit/trendchart.h"
#include "shared/contract/analyticsdepth.h"

namespace dashboard {

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
    QWidget *buildHead();
    QWidget *buildLower();
    void link();
    NamedPeriod period() const;
    void choosePeriod(int index);

    void fetchDashboard();
    void fetchDecisions();
    void fetchSteps();
    void show(const Dashboard &dashboard);
    void showTiles(const Dashboard &dashboard);
    void showStages(const Dashboard &dashboard);
    void show(const QList<Decision> &decisions);
    void showSteps();
    void openDecision(const QString &kind);
    void openOrders(const QString &status);
    void greet();
    QList<kit::FigureTile *> tiles() const { return {m_placed, m_orders, m_held, m_commission, m_cancelled}; }
    QList<kit::Card *> cards() const { return {m_trendCard, m_stagesCard, m_categoriesCard, m_vendorsCard}; }

    kit::Label *m_greeting, *m_date;
    kit::Segments *m_periods;
    kit::FigureTile *m_placed, *m_orders, *m_held, *m_commission, *m_cancelled;
    kit::Card *m_stepsCard, *m_trendCard, *m_decisionsCard, *m_stagesCard, *m_categoriesCard, *m_vendorsCard;
    kit::TrendChart *m_trend;
    kit::LineList *m_steps, *m_decisions, *m_stages, *m_categories, *m_vendors;
    kit::Donut *m_donut;
    std::optional<Dashboard> m_shown;
    std::optional<QList<Decision>> m_waiting;
    std::optional<bool> m_hasCategories, m_hasStore;
    int m_asked = 0;
    bool m_isBehind = false; // there was news since the last answer was asked for
    QTimer m_pause;
};

} // namespace dashboard
