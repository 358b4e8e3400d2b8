#pragma once

// A trading world whose store is known to the tax office, and whoever writes its invoices.

#include "server/core/outbox.h"
#include "server/invoices/jobs.h"
#include "server/invoices/reactions.h"
#include "server/invoices/service.h"
#include "server/jobs/service.h"
#include "server/tax/reactions.h"
#include "tests/money/taxoffice.h"

struct InvoiceOffice
{
    TaxOffice office;
    World &world = office.world;
    jobs::Service jobs{*world.db, world.db.clock, world.ids};
    invoices::Service invoices{
        *world.db,
        world.ids,
        {world.orders, world.weighing, world.accounts, world.kyc, office.tax, jobs, world.ledger},
        {.name = QStringLiteral("Kabaadwala Market Pvt Ltd"),
         .address = QStringLiteral("1 Market Road"),
         .place = QStringLiteral("Mumbai"),
         .pincode = QStringLiteral("400001"),
         .gstin = buyerGstin},
        {}};
    Outbox outbox{*world.db};

    InvoiceOffice()
    {
        tax::reactions(outbox, office.tax);
        invoices::reactions(outbox, invoices);
        invoices::jobs(jobs, invoices);
        office.tax.load();        // so that the books know the tax within commission
        (void)invoices.catchUp(); // nothing was sold before
        work();
    }
    // Until nothing is left to do.
    void work()
    {
        do
            outbox.drain();
        while (jobs.runDue() > 0);
    }
    Order sell(Quantity quantity)
    {
        const Order order = world.settled(quantity);
        work();
        return order;
    }
    void refund(const Order &order, Money amount)
    {
        giveBack(order, amount);
        work();
    }
    // Its news do not come yet.
    void giveBack(const Order &order, Money amount)
    {
        const auto asked = world.refunds.requestRefund(
            world.store.caller, order.id,
            {.amount = amount, .reason = RefundReason::Damaged, .text = QStringLiteral("Half of it is rusty")});
        for (const RefundStatus step : {RefundStatus::Approved, RefundStatus::Processed})
            if (!world.refunds.decideRefund(world.admin, asked.value().id, {.status = step}))
                qFatal("nothing is refunded");
    }
    // Of an order, oldest first.
    QList<Invoice> of(const Order &order) { return invoices.listOrderInvoices(world.admin, order.id).value(); }
    invoices::InvoiceRow row(Id<Invoice> id)
    {
        return *world.db->read([&](Tx &tx) { return invoices::Store().find(tx, id); });
    }
    QList<Invoice> all(InvoiceKind kind)
    {
        return invoices.listInvoices(world.admin, {.limit = 100, .kind = kind}).value().items;
    }
    void turnCommissionRule(bool isOn)
    {
        if (!office.tax.switchTaxRule(world.admin, QStringLiteral("commission_gst.2017-07-01"),
                                      {isOn, QStringLiteral("Registered since")}))
            qFatal("the rule is not switched");
    }
    // As on the first start of this version.
    void forgetProgress()
    {
        (void)world.db->write([](Tx &tx) -> Result<> {
            tx.run("UPDATE invoice_progress SET last_order_id = NULL, is_whole = 0");
            return {};
        });
    }
    qint64 dues() { return world.db.number("count(*) FROM invoice_dues"); }
    qint64 count() { return world.db.number("count(*) FROM invoices"); }
};
