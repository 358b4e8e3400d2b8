#pragma once

// The tax of a world whose store is known to the tax office.

#include "tests/money/world.h"

inline const QString month = QStringLiteral("2026-09"); // of the fake clock
inline const QString buyerGstin = QStringLiteral("27AAPFU0939F1ZV");
inline const QString scrapRule = QStringLiteral("income_tcs_scrap.2026-04-01");

// A verified firm sells copper for 750.00 a kilogram with 18 % GST within.
struct TaxOffice
{
    World world;
    tax::Service &tax = world.tax;

    TaxOffice()
    {
        world.verifyBank(world.store);
        declare({1800});
        world.fill(world.buyer, {100'000'000});
    }
    void declare(BasisPoints rate, const QString &hsn = QStringLiteral("74040012"))
    {
        const Product seen = world.catalog.readProduct(world.store.caller, world.store.copper).value();
        const auto done = world.catalog.updateProduct(world.store.caller, seen.id,
                                                      {.categoryId = seen.categoryId,
                                                       .title = seen.title,
                                                       .description = seen.description,
                                                       .price = seen.price,
                                                       .minimumOrderQuantity = seen.minimumOrderQuantity,
                                                       .hsnCode = hsn.isEmpty() ? std::nullopt : std::optional(hsn),
                                                       .gstRate = rate,
                                                       .version = seen.version});
        if (!done)
            qFatal("cannot declare: %s", qPrintable(done.error().message));
    }
    // The buyer lives in Gujarat from now on, near enough for the store.
    void moveBuyer()
    {
        world.buyer.address = world.accounts
                                  .addAddress(world.buyer.caller, {.recipientName = QStringLiteral("asha"),
                                                                   .recipientPhone = QStringLiteral("+919800000002"),
                                                                   .streetAddress = QStringLiteral("3 Mill Road"),
                                                                   .city = QStringLiteral("Vapi"),
                                                                   .pincode = QStringLiteral("396191"),
                                                                   .state = QStringLiteral("Gujarat"),
                                                                   .location = GeoPoint{20.37, 72.9}})
                                  .value()
                                  .id;
    }
    Result<> hear(const Order &order)
    {
        return world.db->write([&](Tx &tx) {
            return tax.onOrderSettled(tx,
                                      {.orderId = order.id, .vendorId = world.store.id, .gross = order.totalAmount});
        });
    }
    Order sell(qint64 kilograms = 1)
    {
        const Order order = world.settled(World::kilograms(kilograms));
        if (!hear(order))
            qFatal("the sale is not reckoned");
        return order;
    }
    Result<> giveBack(const Order &order, qint64 paise, Id<Refund> id)
    {
        return world.db->write([&](Tx &tx) { return tax.noteReturn(tx, {id, order.id, {paise}}); });
    }
    TcsLine tcs() { return tax.listTcsLines(world.admin, {.month = month}).value().items.constFirst(); }
    TdsLine tds() { return tax.listTdsLines(world.admin, {.month = month}).value().items.constFirst(); }
    Result<TaxRule> turn(bool isOn) { return turn(world.admin, isOn); }
    Result<TaxRule> turn(const Caller &caller, bool isOn)
    {
        return tax.switchTaxRule(caller, scrapRule, {isOn, QStringLiteral("Enacted on 1 April")});
    }
    qint64 lines() { return world.db.number("count(*) FROM tax_lines"); }
};
