#pragma once

// Providers as a super-admin finds them: one from the file, one set in the console, the rest with nothing.

#include "shared/contract/gateways.h"
#include "tests/console/pages/samples.h"

namespace samples {

inline QList<GatewaySetup> gateways()
{
    const KeyMark ofFile{.source = GatewaySource::File, .lastFour = QStringLiteral("cret")};
    const KeyMark typed{.source = GatewaySource::Console, .lastFour = QStringLiteral("4711"), .changedAt = now};
    return {{.provider = GatewayName::Razorpay,
             .mode = GatewayMode::Mock,
             .isOn = true,
             .keyId = ofFile,
             .keySecret = ofFile,
             .webhookSecret = ofFile},
            {.provider = GatewayName::StripeConnect,
             .mode = GatewayMode::Test,
             .isOn = true,
             .place = 1,
             .source = GatewaySource::Console,
             .keySecret = typed,
             .webhookSecret = typed,
             .version = 3,
             .changedBy = QStringLiteral("boss"),
             .changedAt = now},
            {.provider = GatewayName::Upi, .place = 4}};
}

} // namespace samples
