#pragma once

// The weigh desk before a paper server, with a scale on the network.

#include "console/pages/weighing/page.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/weighing.h"
#include "tests/support/consolekit.h"

#include <QTcpServer>
#include <QTcpSocket>

// The page with an order on the scale, which stands on the network.
struct WeighDesk
{
    ConsoleKit console{Role::Vendor};
    QTcpServer yard;
    QTcpSocket *scale = nullptr;
    std::unique_ptr<weighing::Page> page;
    const Id<Order> order = samples::settlement().orderId;

    WeighDesk()
    {
        console.server.answer(api::listWeighDesk, samples::page(samples::weighDesk()));
        console.server.answer(api::readSettlement, samples::settlement(), order);
        console.server.answer(api::listWeighTickets, samples::page(QList{samples::weighTicket()}), order);
    }
    void open()
    {
        page = std::make_unique<weighing::Page>(console.kit);
        page->resize(1180, 900);
        page->show();
        page->refresh();
        page->reveal(order.text());
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get())) // or keys would not be heard
            qFatal("the page is not in front");
        page->findChild<QLineEdit *>("operator")->setFocus();
    }
    void openWithScale()
    {
        if (!yard.listen(QHostAddress::LocalHost))
            qFatal("no scale");
        console.keepsakes.keep(QStringLiteral("weighing.scale"), QStringLiteral("127.0.0.1:%1").arg(yard.serverPort()));
        console.keepsakes.keep(QStringLiteral("weighing.serial"), QStringLiteral("MT-4711"));
        console.keepsakes.keep(QStringLiteral("weighing.operator"), QStringLiteral("Ravi"));
        open();
        if (!yard.hasPendingConnections() && !yard.waitForNewConnection(5'000))
            qFatal("the scale is not called");
        scale = yard.nextPendingConnection();
    }
    bool isReady()
    {
        auto *take = found<QAbstractButton>(*page, "take");
        return take && take->isEnabled();
    }
};
