#pragma once

// Money that comes in through a gateway.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/contract/accounts.h"

struct Payment;
struct PlacedOrders;

NAMED_ENUM(PaymentStatus, Pending, Paid, Refunded, Failed)
NAMED_ENUM(Instrument, Upi, Card, Netbanking, Wallet)
// What became of money: a recharge, the orders that it was for, or the wallet because those orders had ended before.
// Unseen: nobody has seen it yet, but a statement of the bank may still show it.
NAMED_ENUM(PaymentUse, Wallet, Orders, LateOrders, Unseen)

struct RechargeWallet
{
    Money amount; // bounds are settings: payments.recharge_min, payments.recharge_max (WAL-04)
    Instrument instrument = Instrument::Upi;
    std::optional<QString> provider = {};      // empty: the first one that takes the instrument
    std::optional<QString> acceptedTerms = {}; // the version of the wallet's; needed once, where there are any

    FIELDS(RechargeWallet, FIELD(amount, .min = 1), FIELD(instrument, .standard = true),
           FIELD(provider, .lengthMin = 1, .lengthMax = 40), FIELD(acceptedTerms, .lengthMin = 1, .lengthMax = 20))
};

struct Payment
{
    Id<Payment> id;
    QString provider;
    QString gatewayOrderId;
    std::optional<QString> gatewayPaymentId;
    QString keyId;                        // public key for the gateway's checkout
    QString checkoutUrl;                  // a page, or for UPI the link that becomes a QR code
    std::optional<QString> checkoutToken; // what the gateway's script takes beside the key: Stripe's client secret
    Money amount;
    QString currency;
    Instrument instrument = Instrument::Upi;
    PaymentStatus status = PaymentStatus::Pending;
    std::optional<QString> failureReason;
    Instant createdAt;
    std::optional<Id<PlacedOrders>> checkoutId = {}; // of the orders that it pays; a recharge has none

    FIELDS(Payment, FIELD(id), FIELD(provider), FIELD(gatewayOrderId), FIELD(gatewayPaymentId), FIELD(keyId),
           FIELD(checkoutUrl), FIELD(checkoutToken), FIELD(amount), FIELD(currency), FIELD(instrument), FIELD(status),
           FIELD(failureReason), FIELD(createdAt), FIELD(checkoutId))
};

// What a gateway's checkout hands to the client, under the names that the gateway gives it. Razorpay's is believed only
// with its signature; the others sign nothing, so that they only say what is to be asked of the gateway (PAY-18).
struct ConfirmPayment
{
    std::optional<QString> razorpayOrderId;
    std::optional<QString> razorpayPaymentId;
    std::optional<QString> razorpaySignature;
    std::optional<QString> paymentIntent = {}; // Stripe
    std::optional<QString> tranId = {};        // SSLCommerz

    FIELDS(ConfirmPayment, FIELD(razorpayOrderId, .lengthMin = 5, .lengthMax = 100),
           FIELD(razorpayPaymentId, .lengthMin = 5, .lengthMax = 100),
           FIELD(razorpaySignature, .lengthMin = 64, .lengthMax = 64),
           FIELD(paymentIntent, .lengthMin = 5, .lengthMax = 100), FIELD(tranId, .lengthMin = 5, .lengthMax = 100))
};

struct PaymentMethod
{
    QString provider;
    QList<Instrument> instruments;
    Money amountMin;
    Money amountMax;
    QList<Money> quickAmounts; // within the limits, for a recharge at one touch
    QString currency;

    FIELDS(PaymentMethod, FIELD(provider), FIELD(instruments), FIELD(amountMin), FIELD(amountMax), FIELD(quickAmounts),
           FIELD(currency))
};

// Returned: somebody gave it back at the provider. ChargedBack: the payer's bank took it.
NAMED_ENUM(WalletLoss, Returned, ChargedBack, Closed)

// Money has left a wallet, other than for an order: what it is paid with went back, or the balance was given back.
struct WalletReduced
{
    static constexpr auto topic = "payments.wallet_reduced";

    Id<Account> accountId;
    WalletLoss loss = WalletLoss::Returned;
    Money amount;
    Money owed;   // by the wallet's owner, all of it
    Money byHand; // of a balance that was given back: what the bank transfers

    FIELDS(WalletReduced, FIELD(accountId), FIELD(loss), FIELD(amount), FIELD(owed), FIELD(byHand))
};

struct PaymentSettled
{
    static constexpr auto topic = "payments.settled";

    Id<Payment> paymentId;
    Id<Account> accountId;
    Money amount;
    PaymentStatus status = PaymentStatus::Paid; // paid or failed
    std::optional<QString> failureReason;
    PaymentUse use = PaymentUse::Wallet;

    FIELDS(PaymentSettled, FIELD(paymentId), FIELD(accountId), FIELD(amount), FIELD(status), FIELD(failureReason),
           FIELD(use, .standard = true))
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

inline constexpr Endpoint<Nothing, FileBody, Id<Payment>> readPaymentQr{
    .method = Method::Get,
    .path = "/api/v1/payments/{id}/qr",
    .access = Access::Buyer,
    .owner = Owner::Callers,
    .rate = Rate::Account,
    .summary = "Where an own payment is paid, as an SVG that a phone reads: for UPI the link that its app takes"};

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
    std::tuple{rechargeWallet, readPayment, readPaymentQr, confirmPayment, listPaymentMethods, receiveWebhook};

} // namespace api
