#pragma once

// How the providers of money are set up (PAY-17): from the file that the server is started with, until a super-admin
// says otherwise. What is secret goes in and never comes out again.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

// Everybody whose protocol is spoken: those who take money in, and the one who pays stores out.
NAMED_ENUM(GatewayName, Razorpay, Stripe, Sslcommerz, Upi, StripeConnect)

// Mock: the stand-in on this machine, which moves no money.
NAMED_ENUM(GatewayMode, Live, Test, Mock)

// Which of the three keys a provider has.
struct GatewayKeys
{
    bool keyId = true;
    bool keySecret = true;
    bool webhookSecret = true;
};

constexpr GatewayKeys gatewayKeysOf(GatewayName name)
{
    switch (name) {
    case GatewayName::Razorpay:
    case GatewayName::Stripe: return {};
    case GatewayName::Sslcommerz: return {.webhookSecret = false}; // it signs with the password of the store
    case GatewayName::Upi: return {.keySecret = false, .webhookSecret = false};
    case GatewayName::StripeConnect: return {.keyId = false};
    }
    return {};
}

NAMED_ENUM(GatewaySource, File, Console)

// What is told of something that is kept secret.
struct KeyMark
{
    std::optional<GatewaySource> source; // empty: there is none
    std::optional<QString> lastFour;     // of what is long enough to show so much
    std::optional<Instant> changedAt;    // in the console

    FIELDS(KeyMark, FIELD(source), FIELD(lastFour), FIELD(changedAt))
};

struct GatewaySetup
{
    GatewayName provider = GatewayName::Razorpay;
    GatewayMode mode = GatewayMode::Live;
    bool isOn = false;
    int place = 0;                              // among those that buyers are offered
    GatewaySource source = GatewaySource::File; // of the three above
    KeyMark keyId;                              // Stripe: the publishable key; SSLCommerz: the store; UPI: the address
    KeyMark keySecret;
    KeyMark webhookSecret;
    qint64 version = 0; // grows with every change in the console
    std::optional<QString> changedBy;
    std::optional<Instant> changedAt;

    FIELDS(GatewaySetup, FIELD(provider, .label = QT_TRANSLATE_NOOP("fields", "Provider")),
           FIELD(mode, .label = QT_TRANSLATE_NOOP("fields", "Mode")),
           FIELD(isOn, .label = QT_TRANSLATE_NOOP("fields", "Open")),
           FIELD(place, .label = QT_TRANSLATE_NOOP("fields", "Place")),
           FIELD(source, .label = QT_TRANSLATE_NOOP("fields", "Set in")), FIELD(keyId), FIELD(keySecret),
           FIELD(webhookSecret), FIELD(version), FIELD(changedBy),
           FIELD(changedAt, .label = QT_TRANSLATE_NOOP("fields", "Changed")))
};

constexpr int gatewayPlaceMax = 99;

// What is left out of the three keys stays as it is.
struct ChangeGateway
{
    GatewayMode mode = GatewayMode::Mock;
    bool isOn = false;
    int place = 0;
    qint64 version = 0; // as the admin saw it
    std::optional<QString> keyId = {};
    std::optional<QString> keySecret = {};
    std::optional<QString> webhookSecret = {};

    FIELDS(ChangeGateway, FIELD(mode, .label = QT_TRANSLATE_NOOP("fields", "Mode")),
           FIELD(isOn, .label = QT_TRANSLATE_NOOP("fields", "Open")),
           FIELD(place, .label = QT_TRANSLATE_NOOP("fields", "Place"), .min = 0, .max = gatewayPlaceMax),
           FIELD(version, .min = 0),
           FIELD(keyId, .label = QT_TRANSLATE_NOOP("fields", "Key"), .lengthMin = 3, .lengthMax = 200,
                 .pattern = "[!-~]+"),
           FIELD(keySecret, .label = QT_TRANSLATE_NOOP("fields", "Secret key"), .lengthMin = 8, .lengthMax = 500,
                 .pattern = "[!-~]+", .secret = true),
           FIELD(webhookSecret, .label = QT_TRANSLATE_NOOP("fields", "Secret of webhooks"), .lengthMin = 8,
                 .lengthMax = 500, .pattern = "[!-~]+", .secret = true))
};

// Works: the provider answers and takes the keys. NobodyToAsk: UPI is a link.
NAMED_ENUM(GatewayFinding, Works, Refused, Unreachable, NobodyToAsk)

struct GatewayCheck
{
    GatewayFinding finding = GatewayFinding::Works;

    FIELDS(GatewayCheck, FIELD(finding))
};

struct GatewayChanged
{
    static constexpr auto topic = "payments.gateway_changed";

    GatewayName provider = GatewayName::Razorpay;

    FIELDS(GatewayChanged, FIELD(provider))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<GatewaySetup>> listGateways{.method = Method::Get,
                                                                     .path = "/api/v1/admin/gateways",
                                                                     .access = Access::SuperAdmin,
                                                                     .owner = Owner::Nobodys,
                                                                     .rate = Rate::Account,
                                                                     .summary = "How the providers are set up",
                                                                     .most = 10};

inline constexpr Endpoint<ChangeGateway, GatewaySetup, QString> changeGateway{
    .method = Method::Put,
    .path = "/api/v1/admin/gateways/{provider}",
    .access = Access::SuperAdmin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Set a provider up; takes effect at once, and keys that are left out stay"};

inline constexpr Endpoint<Nothing, GatewayCheck, QString> checkGateway{
    .method = Method::Post,
    .path = "/api/v1/admin/gateways/{provider}/check",
    .access = Access::SuperAdmin,
    .owner = Owner::Anyones,
    .rate = Rate::Money,
    .summary = "Ask a provider something harmless, to see whether it takes the keys"};

inline constexpr auto gateways = std::tuple{listGateways, changeGateway, checkGateway};

} // namespace api
