#include "tests/console/pages/stages.h"

#include "console/pages/commissions/page.h"
#include "console/pages/orders/page.h"
#include "console/pages/payouts/answerdialog.h"
#include "console/pages/payouts/page.h"
#include "shared/contract/escrow.h"
#include "tests/console/pages/moneysamples.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"

#include <QAbstractItemView>

namespace {

kit::Page *bankPage(ConsoleKit &console)
{
    samples::bank(console.server);
    return new payouts::Page(console.kit);
}

kit::Page *heldPage(ConsoleKit &console)
{
    const Order order = samples::order(samples::cards().at(2), Role::Admin);
    console.server.answer(api::listAllOrders, samples::page(samples::cards()));
    console.server.answer(api::readOrder, order, order.id);
    console.server.answer(api::readEscrow,
                          {.orderId = order.id,
                           .orderNumber = order.orderNumber,
                           .vendorId = order.vendorId,
                           .storeName = order.storeName,
                           .walletId = order.buyerId,
                           .customerName = order.customerName,
                           .paymentId = samples::id<Payment>(7),
                           .amount = order.totalAmount,
                           .walletTransactionId = samples::id<LedgerPosting>(8),
                           .escrowStatus = EscrowStatus::Held,
                           .heldAt = order.placedAt},
                          order.id);
    return new orders::Page(console.kit);
}

kit::Page *commissionPage(ConsoleKit &console)
{
    samples::rates(console.server);
    return new commissions::Page(console.kit);
}

} // namespace

namespace samples {

void bank(FakeTransport &server)
{
    QList<Payout> rows = payouts();
    rows[0].status = PayoutStatus::Requested;
    rows[0].firstApprovedBy = QStringLiteral("meera");
    for (qsizetype i = 1; i < rows.size(); ++i)
        rows[i].status = PayoutStatus::Approved;
    rows[4].batchNumber = QStringLiteral("PB-1M5T-0V9Q-2K3X");
    server.answer(api::listAllPayouts, page(rows));
    for (const Payout &payout : rows)
        server.answer(api::readPayout, payoutDetail(payout), payout.id);
    server.answer(api::listBankLayouts,
                  QList<BankLayout>{{QStringLiteral("neft"), QStringLiteral("NEFT"), Money{100}},
                                    {QStringLiteral("rtgs"), QStringLiteral("RTGS"), Money{20'000'000}}});
    server.answer(api::listPayoutBatches, page(QList<PayoutBatch>{madeBatch()}));
}

PayoutBatch madeBatch()
{
    return {.id = Id<PayoutBatch>::parse(u"0192f7a0-0000-7000-8000-00000000ba01"),
            .batchNumber = QStringLiteral("PB-1M5T-0V9Q-2K3X"),
            .layoutName = QStringLiteral("neft"),
            .payoutsCount = 1,
            .amount = payouts().at(4).amount,
            .fileName = QStringLiteral("PB-1M5T-0V9Q-2K3X-neft.csv"),
            .fileHash = QString(64, u'a'),
            .createdBy = QStringLiteral("arjun"),
            .createdAt = now.after(-2 * hourMs)};
}

QList<CommissionRate> commissionRates()
{
    const auto rate = [](int number, CommissionLevel level, const char *subject, qint64 points, const char *from) {
        return CommissionRate{.id = Id<CommissionRate>::parse(
                                  QStringLiteral("0192f7a0-0000-7000-8000-0000000c%1").arg(number, 4, 10, QChar(u'0'))),
                              .level = level,
                              .subjectName = QString::fromUtf8(subject),
                              .rate = {points},
                              .validFrom = QString::fromUtf8(from),
                              .reason = QStringLiteral("Agreed for the festival season"),
                              .createdBy = QStringLiteral("arjun"),
                              .createdAt = now.after(-3 * dayMs)};
    };
    QList<CommissionRate> out{rate(1, CommissionLevel::Vendor, "Sharma Metals & Alloys", 150, "2026-12-01"),
                              rate(2, CommissionLevel::Product, "Copper wire, bright", 250, "2026-11-10"),
                              rate(3, CommissionLevel::Category, "Aluminium", 300, "2026-10-01"),
                              rate(4, CommissionLevel::Global, "", 220, "2026-04-01")};
    out[2].validUntil = QStringLiteral("2026-11-01");
    out[3].validUntil = QStringLiteral("2026-12-31");
    return out;
}

void rates(FakeTransport &server)
{
    server.answer(api::listCommissionRates, page(commissionRates()));
    server.answer(api::findProducts,
                  page(QList<ProductCard>{{.id = Id<Product>::parse(u"0192f7a0-0000-7000-8000-0000000d0001"),
                                           .title = QStringLiteral("Copper wire, bright"),
                                           .categoryId = id<Category>(1),
                                           .vendorId = id<Vendor>(1),
                                           .storeName = QStringLiteral("Sharma Metals & Alloys")}}));
    server.answer(
        api::askCommission,
        {.rate = {250},
         .level = CommissionLevel::Product,
         .at = now,
         .steps = {
             {.level = CommissionLevel::Vendor, .subjectName = QStringLiteral("Sharma Metals & Alloys")},
             {.level = CommissionLevel::Product,
              .subjectName = QStringLiteral("Copper wire, bright"),
              .rate = BasisPoints{250},
              .validFrom = QStringLiteral("2026-11-10"),
              .isApplied = true},
             {.level = CommissionLevel::Category, .subjectName = QStringLiteral("Copper"), .rate = BasisPoints{300}},
             {.level = CommissionLevel::Global, .rate = BasisPoints{220}}}});
}

} // namespace samples

std::vector<Stage> moneyStages()
{
    const auto test = [](kit::Page &page) {
        press(page, "ask");
        type(*dialogOf(page), "words", QStringLiteral("copper"));
        press(*dialogOf(page), "find");
        press(*dialogOf(page), "verb");
    };
    const auto held = [](kit::Page &page) {
        page.reveal(samples::cards().at(2).id.text());
        press(page, "showEscrow");
    };
    return {{"orders-escrow", Role::Admin, heldPage, held},
            {"payouts-half", Role::Admin, bankPage,
             [](kit::Page &page) { page.reveal(samples::payouts().first().id.text()); }},
            {"payouts-file", Role::Admin, bankPage, [](kit::Page &page) { press(page, "makeBatch"); }},
            {"payouts-files", Role::Admin, bankPage, [](kit::Page &page) { press(page, "showBatches"); }},
            {"payouts-answer", Role::Admin, bankPage, [](kit::Page &page) { press(page, "enterAnswer"); }},
            {"commissions", Role::Admin, commissionPage},
            {"commissions-test", Role::Admin, commissionPage, test}};
}
