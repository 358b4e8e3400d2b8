#pragma once

// The stand-in payment gateway on a thread of its own, because the server waits for its answers.

#include "server/payments/gateways/gateway.h"

#include <QThread>

#include <future>
#include <memory>

namespace paygate {
class Gateway;
}

class Tills : public QThread
{
public:
    Tills();
    ~Tills() override;

    payments::GatewayConfig config() const;
    payments::GatewayConfig payingConfig() const; // who pays stores out
    // The signed answer that a customer who has paid gets from the checkout.
    ConfirmPayment pay(const QString &gatewayOrder);

protected:
    void run() override;

private:
    std::promise<quint16> m_listening;
    quint16 m_port = 0;
    std::unique_ptr<QObject> m_desk; // lives on the thread
    paygate::Gateway *m_gateway = nullptr;
};
