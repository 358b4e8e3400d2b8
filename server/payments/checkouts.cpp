// What Service does for what is paid for at a checkout (checkouts.h).

#include "server/payments/checkouts.h"

#include "server/accounts/service.h"
#include "server/payments/service.h"
#include "server/settings/service.h"

#include <algorithm>

namespace payments {

Result<PaymentRow> Service::ask(Tx &tx, const Caller &caller, const Bill &bill)
{
    MUST(permitCheckout(bill.amount));
    const RechargeWallet wish{bill.amount, bill.instrument, bill.provider};
    LET(provider, m_providers.chosenForOrders(wish));
    const auto payer = m_accounts.find(tx, caller.id);
    if (!payer || !payer->isActive)
        return failure(ErrorCode::AccountInactive, QStringLiteral("This account is not active."));
    const PaymentRow row{.id = m_ids.next<Payment>(),
                         .accountId = caller.id,
                         .requestKey = bill.requestKey,
                         .provider = provider->config.provider,
                         .amount = bill.amount,
                         .currency = provider->config.currency,
                         .instrument = bill.instrument,
                         .createdAt = tx.now(),
                         .updatedAt = tx.now(),
                         .nextCheckAt = tx.now().after(firstCheckMs),
                         .checkoutId = bill.checkout};
    // Only the very same call at the same moment can have been faster; its repeat finds what that one has made.
    if (!begun(tx, caller, row))
        return failure(ErrorCode::Conflict, QStringLiteral("This checkout is being paid already."));
    return row;
}

std::optional<PaymentRow> Service::askedBy(Tx &tx, Id<Account> payer, const QString &requestKey)
{
    return m_store.findByKey(tx, payer, requestKey);
}

std::optional<PaymentRow> Service::paymentOf(Tx &tx, Id<PlacedOrders> checkout)
{
    return m_store.findByCheckout(tx, checkout);
}

// What it has got there already when it was opened before.
Result<Opened> Service::openAtGateway(const PaymentRow &row)
{
    if (row.gatewayOrderId)
        return Opened{.orderId = *row.gatewayOrderId};
    const Providers::One *its = m_providers.find(row.provider);
    if (!its)
        return failure(ErrorCode::Unavailable, QStringLiteral("No payment gateway is open."));
    return its->gateway->open(row.amount, row.id.text());
}

Result<Payment> Service::payable(Tx &tx, const PaymentRow &row, const Opened &order)
{
    LET(ready, attached(tx, row, order));
    return describe(ready);
}

Result<> Service::permitCheckout(Money amount) const
{
    const auto all = m_providers.prompt();
    if (std::none_of(all.begin(), all.end(), [](const Providers::One *one) { return one->isOpen(); }))
        return failure(ErrorCode::Unavailable, QStringLiteral("No payment gateway is open for orders."));
    const Money most = m_settings.money(settings::Key::PaymentsCheckoutMax);
    if (amount > most)
        return refusal(QStringLiteral("payment_method"),
                       QStringLiteral("is not offered: at most %1 are paid online").arg(most.text()));
    return {};
}

// What the money that has come into the wallet is for.
Result<PaymentUse> Service::used(Tx &tx, const PaymentRow &row)
{
    if (!row.checkoutId)
        return PaymentUse::Wallet;
    LET(isTaken, m_checkouts.paid(tx, *row.checkoutId));
    return isTaken ? PaymentUse::Orders : PaymentUse::LateOrders;
}

} // namespace payments
