#pragma once

// The shape of resources/demo/market.json.

#include "shared/base/fields.h"
#include "shared/contract/chat.h"
#include "shared/contract/orders.h"

struct DemoAdmin
{
    QString username;
    QString fullName;

    FIELDS(DemoAdmin, FIELD(username), FIELD(fullName))
};

struct DemoCategory
{
    QString name;
    std::optional<QString> parent;
    std::optional<QString> icon;
    std::optional<BasisPoints> commission;

    FIELDS(DemoCategory, FIELD(name), FIELD(parent), FIELD(icon), FIELD(commission))
};

struct DemoProduct
{
    QString category;
    QString title;
    QString description;
    Unit unit = Unit::Kg;
    Money price;
    Quantity stock;
    Quantity minimum;
    QString hsn;

    FIELDS(DemoProduct, FIELD(category), FIELD(title), FIELD(description), FIELD(unit), FIELD(price), FIELD(stock),
           FIELD(minimum), FIELD(hsn))
};

struct DemoVendor
{
    QString username;
    QString storeName;
    QString ownerName;
    QString phone;
    QString streetAddress;
    QString city;
    QString pincode;
    QString state;
    double latitude = 0;
    double longitude = 0;
    QString pan;
    QString gstin;
    QString bankAccount;
    QString ifsc;
    QList<DemoProduct> products;
    std::optional<int> minutesAgo; // when the documents were handed in

    FIELDS(DemoVendor, FIELD(username), FIELD(storeName), FIELD(ownerName), FIELD(phone), FIELD(streetAddress),
           FIELD(city), FIELD(pincode), FIELD(state), FIELD(latitude), FIELD(longitude), FIELD(pan), FIELD(gstin),
           FIELD(bankAccount), FIELD(ifsc), FIELD(products), FIELD(minutesAgo))
};

struct DemoBuyer
{
    QString username;
    QString fullName;
    QString phone;
    QString flatNumber;
    QString streetAddress;
    QString city;
    QString pincode;
    QString state;
    double latitude = 0;
    double longitude = 0;
    Money balance;

    FIELDS(DemoBuyer, FIELD(username), FIELD(fullName), FIELD(phone), FIELD(flatNumber), FIELD(streetAddress),
           FIELD(city), FIELD(pincode), FIELD(state), FIELD(latitude), FIELD(longitude), FIELD(balance))
};

struct DemoMessage
{
    Actor sender = Actor::Buyer;
    QString text;

    FIELDS(DemoMessage, FIELD(sender), FIELD(text))
};

struct DemoOrder
{
    QString buyer;
    QString vendor;
    int product = 0; // index in the vendor's list
    Quantity quantity;
    int minutesAgo = 0;
    OrderStatus status = OrderStatus::Placed; // how far it came
    QList<DemoMessage> messages;

    FIELDS(DemoOrder, FIELD(buyer), FIELD(vendor), FIELD(product), FIELD(quantity), FIELD(minutesAgo), FIELD(status),
           FIELD(messages))
};

struct DemoPayout
{
    QString vendor;
    int minutesAgo = 0;
    bool process = false; // paid out, not only requested

    FIELDS(DemoPayout, FIELD(vendor), FIELD(minutesAgo), FIELD(process))
};

struct DemoStory
{
    QString password;
    DemoAdmin admin;
    QList<DemoCategory> categories;
    QList<DemoVendor> vendors;
    QList<DemoVendor> waitingVendors;
    QList<DemoBuyer> buyers;
    QList<DemoOrder> orders;
    QList<DemoPayout> payouts;

    FIELDS(DemoStory, FIELD(password), FIELD(admin), FIELD(categories), FIELD(vendors), FIELD(waitingVendors),
           FIELD(buyers), FIELD(orders), FIELD(payouts))
};
