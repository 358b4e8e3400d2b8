#pragma once

// A store's own analytics: what it sold and what is expected, how views become settled orders, what sells most, and how
// fast it is. One answer fills all of it; each part is empty by itself, and asks again when the answer did not come.

#include "console/kit/figuretile.h"
#include "console/pages/analytics/board.h"

namespace analytics {

class StorePage : public Board
{
    Q_OBJECT

public:
    explicit StorePage(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;

private:
    void layOut();
    void fetch();
    void fetchTop() override; // chosen from what is there
    void openTop(int row) override;
    QList<kit::ChoiceFilter::Choice> states() const override;
    void show(const VendorAnalytics &analytics);
    void showTiles(const VendorAnalytics &analytics);
    QList<kit::FigureTile *> tiles() const { return {m_placed, m_orders, m_net, m_fulfilled, m_views}; }
    QList<kit::Card *> cards() const { return {m_revenueCard, m_funnelCard, m_topCard, m_processingCard}; }

    kit::FigureTile *m_placed, *m_orders, *m_net, *m_fulfilled, *m_views;
    std::optional<VendorAnalytics> m_shown;
    int m_asked = 0;
};

} // namespace analytics
