#pragma once

// The vendor's money: what is released, held, on its way and paid out; order by order and payout by payout.

#include "console/kit/contracttable.h"
#include "console/kit/listcard.h"
#include "console/kit/page.h"
#include "console/kit/segments.h"
#include "shared/contract/payoutaccounts.h"

class QBoxLayout;
class QStackedWidget;

namespace earnings {

class Tile;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void hear(const LiveEvent &event) override;
    void reveal(const QString &object) override;

private:
    void build();
    void addColumns();
    void fetchBalance();
    void look();
    void show(const VendorBalance &balance);
    void fetchAccount();
    void showAccount();
    void openAccount();
    void request();
    void askStatement();

    kit::ContractTable<Earning> m_earnings;
    kit::ContractTable<Payout> m_payouts;
    std::optional<VendorBalance> m_balance;
    QString m_toReveal;
    int m_pagesLeft = 0; // that may still be fetched to find it
    kit::Label *m_title, *m_subtitle;
    kit::Button *m_request, *m_statement;
    QBoxLayout *m_fetches = nullptr; // statements that are being made
    kit::Banner *m_banner;
    kit::Banner *m_account; // at the provider of payouts, where there is one
    PayoutAccount m_atProvider;
    Tile *m_released, *m_escrow, *m_onTheWay, *m_paid, *m_commission;
    kit::Segments *m_views;
    QStackedWidget *m_stack;
    kit::ListCard *m_earningsCard, *m_payoutsCard;
};

} // namespace earnings
