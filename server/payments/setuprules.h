#pragma once

// What a provider needs before it can be open, what its keys look like, and where it is reached in each mode.

#include "server/payments/gateways/gateway.h"
#include "shared/contract/gateways.h"

namespace payments::setup {

// So long webhooks are believed that were signed with the secret before.
constexpr qint64 earlierSecretMs = dayMs;

// The mode of what stands in the server's file.
GatewayMode modeOf(const GatewayConfig &config);

// The same provider in another mode: what was at the stand-in goes to the real one, and the other way round.
GatewayConfig inMode(GatewayName name, GatewayMode mode, GatewayConfig config);

// Refuses what a provider has not, before anything is looked up.
Result<> checkWish(GatewayName name, const ChangeGateway &wish, const GatewayConfig &file);

// Refuses what cannot be open: without a key, or with one of another mode.
Result<> checkReady(GatewayName name, GatewayMode mode, const GatewayConfig &config);

// What may be shown of a secret; nothing of a short one, of which it would be too much.
std::optional<QString> lastFourOf(const QString &plain);

} // namespace payments::setup
