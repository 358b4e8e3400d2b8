#pragma once

// Documents as the portals of the tax office take them: INV-01 of the e-invoice portal and the bill list of the e-way
// bill portal. What is missing is said by the portal's own names; until nothing is, there is no document.

#include "server/tax/rules.h"
#include "shared/contract/catalog.h"

namespace tax {

struct Party
{
    QString gstin; // empty: none that we know
    QString name;
    QString tradeName;
    QString address;
    QString place;
    QString pincode;
    QString stateNumber;
};

struct Item
{
    QString title;
    QString hsn;
    Unit unit = Unit::Kg;
    Quantity quantity;
    BasisPoints gstRate;
    Parts parts;
};

struct Transport
{
    QString transporterId;
    QString vehicleNumber;
    int distanceKm = 0; // 0: the portal reckons it from the pincodes
};

struct Sale
{
    QString number; // of the store's invoice
    QString day;    // "2026-11-27"
    Party seller;
    Party buyer;
    Territory territory = Territory::WithinState;
    QList<Item> items;
    Transport transport = {};
};

struct Draft
{
    QStringList missing;
    QByteArray document;
};

Draft eInvoice(const Sale &sale);
Draft eWayBill(const Sale &sale);

} // namespace tax
