#pragma once

// The shapes of resources/demo/people.json, goods.json and talk.json: what the year is made of.

#include "shared/base/fields.h"
#include "shared/contract/catalog.h"
#include "shared/contract/orders.h"

namespace demo {

struct CityTable
{
    QString name;
    QString state;
    QString people;
    int gstState = 0; // the number that GSTINs of the state begin with
    int weight = 0;
    QList<QString> pincodes;

    FIELDS(CityTable, FIELD(name), FIELD(state), FIELD(people), FIELD(gstState), FIELD(weight), FIELD(pincodes))
};

struct PeopleTable
{
    QString name;
    QList<QString> firstNames;
    QList<QString> lastNames;
    QList<QString> streets;

    FIELDS(PeopleTable, FIELD(name), FIELD(firstNames), FIELD(lastNames), FIELD(streets))
};

struct BankTable
{
    QString code;
    int weight = 0;
    QList<QString> branches;

    FIELDS(BankTable, FIELD(code), FIELD(weight), FIELD(branches))
};

struct StaffTable
{
    QString username;
    QString fullName;
    QList<Permission> permissions;

    FIELDS(StaffTable, FIELD(username), FIELD(fullName), FIELD(permissions))
};

struct Population
{
    QList<CityTable> cities;
    QList<PeopleTable> people;
    QList<QString> storeNames; // with {first}, {last}, {city}, {area} and {deity}
    QList<QString> deities;
    QList<BankTable> banks;
    QList<StaffTable> staff;

    FIELDS(Population, FIELD(cities), FIELD(people), FIELD(storeNames), FIELD(deities), FIELD(banks), FIELD(staff))
};

struct GoodsTable
{
    QString category;
    QString title;
    QString description;
    Unit unit = Unit::Kg;
    Money price; // at the beginning of the year
    Quantity minimum;
    int usualFrom = 0; // of what a buyer takes, in whole units
    int usualTo = 0;
    QString hsn;
    BasisPoints gst;
    int weight = 0; // how often stores have it
    QList<QString> tags;

    FIELDS(GoodsTable, FIELD(category), FIELD(title), FIELD(description), FIELD(unit), FIELD(price), FIELD(minimum),
           FIELD(usualFrom), FIELD(usualTo), FIELD(hsn), FIELD(gst), FIELD(weight), FIELD(tags))
};

// How prices of a category move, in hundredths of a percent: over the year, with the seasons, from week to week.
struct DriftTable
{
    QString category;
    int yearChange = 0;
    int swing = 0;
    int noise = 0;

    FIELDS(DriftTable, FIELD(category), FIELD(yearChange), FIELD(swing), FIELD(noise))
};

struct FestivalTable
{
    QString name;
    QString date; // of India, "2026-11-08"
    int daysBefore = 0;
    int daysAfter = 0;
    int percent = 100; // of a usual day's trade

    FIELDS(FestivalTable, FIELD(name), FIELD(date), FIELD(daysBefore), FIELD(daysAfter), FIELD(percent))
};

struct SeasonTable
{
    QList<int> months;   // from January
    QList<int> weekdays; // from Monday
    QList<int> hours;    // of India's day
    QList<FestivalTable> festivals;

    FIELDS(SeasonTable, FIELD(months), FIELD(weekdays), FIELD(hours), FIELD(festivals))
};

struct Trade
{
    QList<GoodsTable> goods;
    QList<DriftTable> drift;
    SeasonTable seasons;

    FIELDS(Trade, FIELD(goods), FIELD(drift), FIELD(seasons))
};

struct Saying
{
    Actor sender = Actor::Buyer;
    QString text;

    FIELDS(Saying, FIELD(sender), FIELD(text))
};

struct Phrases
{
    QList<QString> buyerCancels;
    QList<QString> vendorRefuses;
    QList<QString> carriers;
    QList<QString> notes;
    QList<QString> kycReasons;
    QList<QString> paymentFailures;
    QList<QString> payoutRefusals;
    QList<QList<Saying>> talks;

    FIELDS(Phrases, FIELD(buyerCancels), FIELD(vendorRefuses), FIELD(carriers), FIELD(notes), FIELD(kycReasons),
           FIELD(paymentFailures), FIELD(payoutRefusals), FIELD(talks))
};

struct Tables
{
    Population population;
    Trade trade;
    Phrases phrases;
};

} // namespace demo
