#pragma once

// Money that comes in through a gateway.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/accounts.h"

struct Payment;

NAMED_ENUM(PaymentStatus, Pending, Paid, Refunded, Failed)
NAMED_ENUM(Instrument, Upi, Card, Netbanking, Wallet)

struct RechargeWallet
{
    Money amount; // bounds are settings: payments.recharge_min, payments.recharge_max (WAL-04)
    Instrument instrument = Instrument::Upi;

    FIELDS(RechargeWallet, FIELD(amount, .min = 1), FIELD(instrument, .standard = true))
};

struct Payment
{
    Id<Payment> id;
    QString provider;
    QString gatewayOrderId;
    std::optional<QString> gatewayPaymentId;
    QString keyId; // public key for the gateway's checkout
    QString checkoutUrl;
    Money amount;
    QString currency;
    Instrument instrument = Instrument::Upi;
    PaymentStatus status = PaymentStatus::Pending;
    std::optional<QString> failureReason;
    Instant createdAt;

    FIELDS(Payment, FIELD(id), FIELD(provider), FIELD(gatewayOrderId), FIELD(gatewayPaymentId), FIELD(keyId),
           FIELD(checkoutUrl), FIELD(amount), FIELD(currency), FIELD(instrument), FIELD(status), FIELD(failureReason),
           FIELD(createdAt))
};

// What the gateway's checkout hands to the client; believed only with a valid signature (PAY-18).
struct ConfirmPayment
{
    QString razorpayOrderId;
    QString razorpayPaymentId;
    QString razorpaySignature;

    FIELDS(ConfirmPayment, FIELD(razorpayOrderId, .lengthMin = 5, .lengthMax = 100),
           FIELD(razorpayPaymentId, .lengthMin = 5, .lengthMax = 100),
           FIELD(razorpaySignature, .lengthMin = 64, .lengthMax = 64))
};

struct PaymentMethod
{
    QString provider;
    QList<Instrument> instruments;
    Money amountMin;
    Money amountMax;
    QString currency;

    FIELDS(PaymentMethod, FIELD(provider), FIELD(instruments), FIELD(amountMin), FIELD(amountMax), FIELD(currency))
};

struct PaymentSettled
{
    static constexpr auto topic = "payments.settled";

    Id<Payment> paymentId;
    Id<Account> accountId;
    Money amount;
    PaymentStatus status = PaymentStatus::Paid; // paid or failed
    std::optional<QString> failureReason;

    FIELDS(PaymentSettled, FIELD(paymentId), FIELD(accountId), FIELD(amount), FIELD(status), FIELD(failureReason))
};

namespace api {

inline constexpr Endpoint<RechargeWallet, Payment> rechargeWallet{
    .method = Method::Post,
    .path = "/api/v1/wallet/recharge",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Open a gateway payment that recharges the own wallet",
    .repeat = Repeat::Keyed,
    .status = 201};

inline constexpr Endpoint<Nothing, Payment, Id<Payment>> readPayment{.method = Method::Get,
                                                                     .path = "/api/v1/payments/{id}/status",
                                                                     .access = Access::Buyer,
                                                                     .owner = Owner::Callers,
                                                                     .rate = Rate::Account,
                                                                     .summary = "Where an own payment stands"};

inline constexpr Endpoint<ConfirmPayment, Payment> confirmPayment{.method = Method::Post,
                                                                  .path = "/api/v1/payments/confirm",
                                                                  .access = Access::Buyer,
                                                                  .owner = Owner::Nobodys,
                                                                  .rate = Rate::Money,
                                                                  .summary = "Report the checkout's signed answer"};

inline constexpr Endpoint<Nothing, QList<PaymentMethod>> listPaymentMethods{.method = Method::Get,
                                                                            .path = "/api/v1/payments/methods",
                                                                            .access = Access::SignedIn,
                                                                            .owner = Owner::Nobodys,
                                                                            .rate = Rate::Account,
                                                                            .summary =
                                                                                "The gateways and limits that are open",
                                                                            .most = 10};

inline constexpr Endpoint<RawBody, Nothing, QString> receiveWebhook{.method = Method::Post,
                                                                    .path = "/api/v1/webhooks/{provider}",
                                                                    .access = Access::Signed,
                                                                    .owner = Owner::Everybodys,
                                                                    .rate = Rate::Webhook,
                                                                    .summary =
                                                                        "A gateway's event, signed over its raw body",
                                                                    .bodyMax = 256 << 10,
                                                                    .aliases = "/api/v1/payments/webhooks/{provider}"};

inline constexpr auto payments =
    std::tuple{rechargeWallet, readPayment, confirmPayment, listPaymentMethods, receiveWebhook};

} // namespace api
