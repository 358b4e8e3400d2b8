#pragma once

// The rows of refunds and disputes as people get to see them.

#include "server/orders/service.h"
#include "server/refunds/store.h"

namespace refunds {

Refund describe(const RefundRow &row);
Dispute describe(const DisputeRow &row);
OrderMoney describe(const orders::Stake &stake);
// Outside of the market it is the market that decided, whoever it was; what the store pays it is between the two.
Refund toldTo(Actor reader, Refund refund);
Dispute toldTo(Actor reader, Dispute dispute);

// What the audit log keeps of them.
Json audited(const RefundRow &row, const std::optional<QString> &reason);
Json audited(const DisputeRow &row);

void publish(Tx &tx, const RefundRow &row);
void publish(Tx &tx, const DisputeRow &row, DisputeStep step, Actor actor);

} // namespace refunds
