#pragma once

// Lets callers in: the provider's API, the checkout page and the control desk of the tests. Qt HTTP Server as it comes
// does not stand up to strangers, so this door binds to 127.0.0.1 only. Handlers answer before they return.

#include "server/paygate/desk.h"
#include "server/paygate/gateway.h"
#include "server/paygate/webhooks.h"

#include <QHttpServer>

namespace paygate {

class Door
{
public:
    Door(Gateway &gateway, Webhooks &webhooks);

    // Everything below /name/ is asked at this desk, which has to outlive the door.
    void add(const QString &name, Desk &desk);

    // Port 0 takes a free one. The port taken, or 0 when there is none.
    quint16 listen(quint16 port);

private:
    void bindOrders();
    void bindPayments();
    void bindCheckout();
    void bindControl();
    bool isRefused(const QHttpServerRequest &request, Refusal &refusal);
    QHttpServerResponse guarded(const QHttpServerRequest &request, const std::function<Reply()> &work);
    Reply tell(tl::expected<Outcome, Refusal> outcome);
    QHttpServerResponse visit(const QHttpServerRequest &request, tl::expected<Outcome, Refusal> outcome);

    Gateway &m_gateway;
    Webhooks &m_webhooks;
    int m_outages = 0; // API calls that still are to be answered with 500
    QHttpServer m_server;
};

} // namespace paygate
