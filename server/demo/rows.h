#pragma once

// Puts the entries of a plan into the words of the capabilities that take them in.

#include "server/accounts/service.h"
#include "server/chat/service.h"
#include "server/demo/calendar.h"
#include "server/demo/plan.h"
#include "server/orders/service.h"

namespace demo {

// What is in the market already and what the rows refer to.
struct Premise
{
    QHash<QString, Id<Category>> categories;
    Id<StoredFile> pan, gstin, cheque, logo, banner; // the same specimens for everybody
};

class Rows
{
public:
    Rows(const Tables &tables, const Plan &plan, const Terms &terms, const PriceBook &prices, const Premise &premise)
        : m_tables(tables)
        , m_plan(plan)
        , m_terms(terms)
        , m_prices(prices)
        , m_premise(premise)
    {}

    accounts::PastAccount staff(int at) const;
    accounts::PastAccount store(const StoreEntry &store) const;
    accounts::PastAccount buyer(const BuyerEntry &buyer) const;
    kyc::PastSubmission submission(const StoreEntry &store, qsizetype attempt) const;
    catalog::PastProduct product(const ProductEntry &product) const;
    orders::PastOrder order(const OrderEntry &order) const;
    payments::PastPayment payment(const PaymentEntry &payment) const;
    payouts::PastPayout payout(const PayoutEntry &payout) const;
    ledger::PastPosting posting(const MoneyEntry &entry) const;
    // Open and recent orders have a room; of the others those in which something was said.
    std::optional<chat::PastRoom> room(const OrderEntry &order) const;

private:
    Product offered(const ProductEntry &product, Money price, Quantity stock) const;
    QList<orders::PastChange> changes(const OrderEntry &order) const;
    Address addressOf(const BuyerEntry &buyer) const;
    void talk(Chance &chance, const OrderEntry &order, QList<chat::PastMessage> &messages) const;

    const Tables &m_tables;
    const Plan &m_plan;
    const Terms &m_terms;
    const PriceBook &m_prices;
    const Premise &m_premise;
};

} // namespace demo
