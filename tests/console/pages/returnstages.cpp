// The pages of refunds and disputes in front of a paper server.

#include "console/pages/disputes/page.h"
#include "console/pages/refunds/page.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/returnsamples.h"
#include "tests/console/pages/stages.h"
#include "tests/console/pages/weighing.h"

namespace {

kit::Page *refundsPage(ConsoleKit &console)
{
    console.server.answer(api::listAllRefunds, samples::page(samples::refunds()));
    console.server.answer(api::refundStatistics, samples::refundStatistics());
    for (const Refund &refund : samples::refunds())
        console.server.answer(api::readRefund, samples::refundDetail(refund), refund.id);
    return new refunds::Page(console.kit);
}

kit::Page *ownRefundsPage(ConsoleKit &console)
{
    console.server.answer(api::listRefunds, samples::page(samples::refunds()));
    return new refunds::Page(console.kit);
}

kit::Page *disputesPage(ConsoleKit &console)
{
    console.server.answer(api::listAllDisputes, samples::page(samples::disputes()));
    console.server.answer(api::refundStatistics, samples::refundStatistics());
    console.server.answer(api::listDisputes, samples::page(samples::disputes()));
    WeighTicket ticket = samples::weighTicket();
    ticket.photos = {samples::evidence(4, QStringLiteral("at-the-scale.png"))};
    for (const Dispute &dispute : samples::disputes()) {
        console.server.answer(api::listWeighTickets, samples::page(QList{ticket}), dispute.orderId);
        console.server.answer(api::readSettlement, samples::settlement(), dispute.orderId);
        console.server.answer(api::readDispute, samples::disputeDetail(dispute, console.me.role), dispute.id);
    }
    return new disputes::Page(console.kit);
}

void pressAt(kit::Page &page, int row, const char *button)
{
    page.reveal(samples::disputes().at(row).id.text());
    if (button)
        press(page, button);
}

} // namespace

std::vector<Stage> returnStages()
{
    return {{"refunds", Role::Admin, refundsPage,
             [](kit::Page &page) { page.reveal(samples::refunds().first().id.text()); }},
            {"refunds-vendor", Role::Vendor, ownRefundsPage},
            {"disputes", Role::Admin, disputesPage, [](kit::Page &page) { pressAt(page, 0, nullptr); }},
            {"disputes-weight", Role::Admin, disputesPage, [](kit::Page &page) { pressAt(page, 1, nullptr); }},
            {"disputes-sides", Role::Admin, disputesPage, [](kit::Page &page) { pressAt(page, 0, "compare"); }},
            {"disputes-decide", Role::Admin, disputesPage, [](kit::Page &page) { pressAt(page, 0, "decide"); }},
            {"disputes-vendor", Role::Vendor, disputesPage, [](kit::Page &page) { pressAt(page, 1, nullptr); }},
            {"disputes-answer", Role::Vendor, disputesPage, [](kit::Page &page) { pressAt(page, 1, "state"); }}};
}
