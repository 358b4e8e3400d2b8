#pragma once

// A year of a market as it is planned, before any of it becomes rows. Everything refers to everything else by its place
// in the lists; times are those of the events themselves.

#include "server/catalog/service.h"
#include "server/kyc/service.h"
#include "server/ledger/service.h"
#include "server/payments/service.h"
#include "server/payouts/service.h"

#include <array>
#include <vector>

namespace demo {

constexpr int yearDays = 365;

struct Scale
{
    int stores = 2'000;
    int buyers = 20'000;
    int orders = 150'000;
};

// What the platform asks of its trade, as its settings and categories say it.
struct Terms
{
    QHash<QString, BasisPoints> categoryRates; // by name, with those that are inherited
    BasisPoints globalRate;
    qint64 unconfirmedCancelMs = dayMs;
    qint64 autoCompleteMs = 7 * dayMs;
    Money payoutMin;
    Money rechargeMax;
};

struct Person
{
    Id<Account> account;
    QString username;
    QString fullName;
    QString phone;
    Instant joined;
};

struct Site
{
    int city = 0;
    QString pincode;
    GeoPoint place;
    QString street;
};

// A hand-in of documents; the last one of a store decides whether it may sell.
struct HandIn
{
    SubmissionStatus status = SubmissionStatus::Verified;
    Instant at;
    std::optional<Instant> decided;
    int reason = -1; // of phrases.kycReasons
};

struct StoreEntry
{
    Person owner;
    Id<Vendor> id;
    QString name;
    Site site;
    QString pan, gstin, bankAccount, ifsc;
    QList<HandIn> handIns;
    std::optional<Instant> opened; // since when it sells
    double size = 1;               // how much of the trade it attracts
    double pace = 1;               // how long it takes for everything
    std::optional<BasisPoints> rate;
    std::vector<int> products;
};

struct BuyerEntry
{
    Person self;
    Id<Address> address;
    Role role = Role::Buyer;
    DistributorStatus distributorStatus = DistributorStatus::None;
    Site site;
    Instant leaves; // when interest ends
    int orders = 0;
    std::optional<Instant> lastOrder;
};

struct Movement
{
    Instant at;
    Quantity delta;
    StockCause cause = StockCause::Manual;
    int line = -1; // of a sale
};

struct ProductEntry
{
    Id<Product> id;
    int store = 0;
    int good = 0;
    int factor = 10'000; // of the usual price, in hundredths of a percent
    bool isForDistributors = false;
    QString sku;
    Instant listed;
    std::vector<Movement> movements;
    Quantity stock;
    int sold = 0;
};

struct LineEntry
{
    int product = 0;
    Quantity ordered;
    Quantity listed;
    Money price;
    Money total;
    Money commission;
};

enum class RateLevel { Vendor, Category, Global };

// The steps from placed to completed stand in the order of their status; a time of 0 says that it did not come to it.
constexpr int stepCount = int(OrderStatus::Completed) + 1;

struct OrderEntry
{
    Id<Order> id;
    int buyer = 0;
    int store = 0;
    int firstLine = 0;
    int lines = 0;
    std::array<qint64, stepCount> steps = {};
    qint64 cancelled = 0;
    Actor cancelledBy = Actor::System;
    int reason = -1; // of the phrases of whoever cancelled
    qint64 buyerConfirmed = 0;
    int carrier = -1;
    int note = -1;
    Money total;
    Money commission;
    int payout = -1;

    qint64 placedAt() const { return steps[0]; }
    qint64 settledAt() const { return steps[stepCount - 1]; }
    bool isOpen() const { return !cancelled && !settledAt(); }
};

struct PaymentEntry
{
    Id<Payment> id;
    int buyer = 0;
    Money amount;
    Instant created, ended;
    Instrument instrument = Instrument::Upi;
    int failure = -1; // of phrases.paymentFailures
};

struct PayoutEntry
{
    Id<Payout> id;
    int store = 0;
    Money amount;
    PayoutStatus status = PayoutStatus::Requested;
    Instant requested;
    std::optional<Instant> approved, processed;
    int refusal = -1;          // of phrases.payoutRefusals
    std::vector<int> returned; // orders
};

// A line of the journal; index is that of the payment, order or payout.
struct MoneyEntry
{
    qint64 at = 0;
    ledger::Posting kind = ledger::Posting::Recharge;
    int index = 0;
};

struct Plan
{
    Instant start, today;
    std::vector<StoreEntry> stores;
    std::vector<BuyerEntry> buyers;
    std::vector<ProductEntry> products;
    std::vector<LineEntry> lines;
    std::vector<OrderEntry> orders; // by the time they were placed
    std::vector<PaymentEntry> payments;
    std::vector<PayoutEntry> payouts;
    std::vector<MoneyEntry> journal; // by time
};

} // namespace demo
