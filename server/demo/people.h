#pragma once

// Who is there: stores with their owners and papers, and buyers with their homes.

#include "server/accounts/service.h"
#include "server/demo/calendar.h"
#include "server/demo/plan.h"

#include <QSet>

namespace demo {

// Where a pincode lies.
using Atlas = std::function<std::optional<GeoPoint>(const QString &pincode)>;

class Census
{
public:
    Census(const Tables &tables, const Calendar &calendar, const Atlas &atlas, quint64 seed, const Scale &scale);

    void settle(Plan &plan);

private:
    Person person(Chance &chance, const PeopleTable &people, int number, Instant joined);
    Site site(Chance &chance, int city) const;
    QString streetIn(Chance &chance, int city) const;
    StoreEntry store(Chance &chance, const Plan &plan, int number);
    QString storeName(Chance &chance, const StoreEntry &store);
    void givePapers(Chance &chance, StoreEntry &store);
    void handIn(Chance &chance, const Plan &plan, StoreEntry &store, int number);
    BuyerEntry buyer(Chance &chance, const Plan &plan, int number);
    void shareOutOrders(Chance &chance, Plan &plan) const;
    const PeopleTable &peopleOf(int city) const;

    const Tables &m_tables;
    const Calendar &m_calendar;
    const Atlas &m_atlas;
    const quint64 m_seed;
    const Scale m_scale;
    Lots m_cities, m_banks;
    QSet<QString> m_usernames, m_storeNames, m_pans;
};

} // namespace demo
