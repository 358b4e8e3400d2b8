#pragma once

// The rows of reports, one struct each. The first members are the key by which a report is read piece by piece.

#include "server/reports/cells.h"
#include "shared/contract/ads.h"
#include "shared/contract/ledger.h"
#include "shared/contract/orders.h"
#include "shared/contract/payouts.h"
#include "shared/contract/reports.h"

namespace reports {

struct DailySalesRow
{
    qint64 day = 0;
    Id<Vendor> vendorId;
    QString storeName;
    QString region;
    qint64 orders = 0;
    qint64 cancelled = 0;
    qint64 settledOrders = 0;
    Money placed;
    Money gross;
    Money commission;
    Money net;

    FIELDS(DailySalesRow, FIELD(day), FIELD(vendorId, .label = "Store id"), FIELD(storeName, .label = "Store"),
           FIELD(region, .label = "State"), FIELD(orders), FIELD(cancelled, .label = "Cancelled on the day"),
           FIELD(settledOrders), FIELD(placed, .label = "Placed value"), FIELD(gross, .label = "Settled value"),
           FIELD(commission), FIELD(net, .label = "Net to store"))
};

struct VendorPerformanceRow
{
    Id<Vendor> vendorId;
    QString storeName;
    std::optional<QString> city;
    std::optional<QString> region;
    KycStatus kycStatus = KycStatus::None;
    qint64 orders = 0;
    qint64 cancelled = 0;
    BasisPoints cancelRate;
    std::optional<qint64> confirmMinutes;
    qint64 settledOrders = 0;
    Money averageSettledOrder;
    Money gross;
    Money commission;
    Money net;

    FIELDS(VendorPerformanceRow, FIELD(vendorId, .label = "Store id"), FIELD(storeName, .label = "Store"), FIELD(city),
           FIELD(region, .label = "State"), FIELD(kycStatus, .label = "KYC"), FIELD(orders),
           FIELD(cancelled, .label = "Cancelled of these"), FIELD(cancelRate, .label = "Cancelled of these %"),
           FIELD(confirmMinutes, .label = "Minutes to confirm"), FIELD(settledOrders), FIELD(averageSettledOrder),
           FIELD(gross, .label = "Settled value"), FIELD(commission), FIELD(net, .label = "Net to store"))
};

// What the row above is reckoned from.
struct VendorSums
{
    Id<Vendor> vendorId;
    QString storeName;
    std::optional<QString> city;
    std::optional<QString> region;
    KycStatus kycStatus = KycStatus::None;
    qint64 orders = 0;
    qint64 cancelled = 0;
    qint64 confirms = 0;
    qint64 confirmMs = 0;
    qint64 settledOrders = 0;
    Money gross;
    Money commission;

    FIELDS(VendorSums, FIELD(vendorId), FIELD(storeName), FIELD(city), FIELD(region), FIELD(kycStatus), FIELD(orders),
           FIELD(cancelled), FIELD(confirms), FIELD(confirmMs), FIELD(settledOrders), FIELD(gross), FIELD(commission))
};

struct PlatformRow
{
    qint64 day = 0;
    qint64 orders = 0;
    Money placed;
    qint64 buyers = 0;
    qint64 cancelled = 0;
    qint64 settledOrders = 0;
    Money gross;
    Money commission;
    qint64 payments = 0;
    Money recharged;
    qint64 newBuyers = 0;
    qint64 newVendors = 0;

    FIELDS(PlatformRow, FIELD(day), FIELD(orders), FIELD(placed, .label = "Placed value"),
           FIELD(buyers, .label = "Buyers who ordered"), FIELD(cancelled, .label = "Cancelled on the day"),
           FIELD(settledOrders), FIELD(gross, .label = "Settled value"), FIELD(commission), FIELD(payments),
           FIELD(recharged), FIELD(newBuyers), FIELD(newVendors))
};

// Everything from the books, so that it adds up with them: the commission with what was given back and corrected of it,
// payouts without what the bank has sent back. Refunds are those of settled orders; others were never taken.
struct FinancialRow
{
    qint64 day = 0;
    Money recharged;
    Money held;
    Money returned;
    Money gross;
    Money commission;
    Money net;
    Money refunds;
    Money paidOut;
    Money escrowBalance; // at the day's end
    Money vendorBalance;

    FIELDS(FinancialRow, FIELD(day), FIELD(recharged), FIELD(held, .label = "Into escrow"),
           FIELD(returned, .label = "Returned to buyers"), FIELD(gross, .label = "Settled value"), FIELD(commission),
           FIELD(net, .label = "Net to stores"), FIELD(refunds), FIELD(paidOut), FIELD(escrowBalance),
           FIELD(vendorBalance, .label = "Owed to stores"))
};

// From the books alone.
struct VendorStatementRow
{
    Id<Vendor> vendorId;
    qint64 day = 0;
    QString storeName;
    Money opening;
    Money sales;
    Money commission;
    Money refunds;
    Money adjustments;
    Money withheld;
    Money payouts;
    Money closing;

    FIELDS(VendorStatementRow, FIELD(vendorId, .label = "Store id"), FIELD(day), FIELD(storeName, .label = "Store"),
           FIELD(opening, .label = "Opening balance"), FIELD(sales), FIELD(commission), FIELD(refunds),
           FIELD(adjustments), FIELD(withheld, .label = "Tax withheld"), FIELD(payouts),
           FIELD(closing, .label = "Closing balance"))
};

struct UserActivityRow
{
    qint64 day = 0;
    Role role = Role::Buyer;
    qint64 newAccounts = 0;
    qint64 signIns = 0;
    qint64 peopleSignedIn = 0;
    qint64 orders = 0;
    qint64 messages = 0;

    FIELDS(UserActivityRow, FIELD(day), FIELD(role), FIELD(newAccounts), FIELD(signIns, .label = "Sign-ins"),
           FIELD(peopleSignedIn), FIELD(orders), FIELD(messages))
};

// One line for each campaign and the slot it stood in.
struct AdPerformanceRow
{
    Id<Ad> adId;
    AdSlot slot = AdSlot::HomeHero;
    QString title;
    qint64 impressions = 0;
    qint64 clicks = 0;
    BasisPoints ctr;

    FIELDS(AdPerformanceRow, FIELD(adId, .label = "Campaign id"), FIELD(slot), FIELD(title, .label = "Campaign"),
           FIELD(impressions), FIELD(clicks), FIELD(ctr, .label = "CTR %"))
};

struct AdSums
{
    Id<Ad> adId;
    AdSlot slot = AdSlot::HomeHero;
    QString title;
    qint64 impressions = 0;
    qint64 clicks = 0;

    FIELDS(AdSums, FIELD(adId), FIELD(slot), FIELD(title), FIELD(impressions), FIELD(clicks))
};

struct LedgerRow
{
    Id<LedgerTransaction> transactionId;
    qint64 line = 0;
    Instant createdAt;
    QString kind;
    Id<struct LedgerSubject> subjectId; // the order, payment or payout
    QString debit;
    QString credit;
    Money amount;

    FIELDS(LedgerRow, FIELD(transactionId, .label = "Transaction"), FIELD(line), FIELD(createdAt, .label = "Time"),
           FIELD(kind), FIELD(subjectId, .label = "Subject"), FIELD(debit), FIELD(credit), FIELD(amount))
};

struct UserRow
{
    Id<Account> id;
    QString username;
    std::optional<QString> fullName;
    std::optional<QString> email;
    std::optional<QString> phone;
    Role role = Role::Buyer;
    DistributorStatus distributorStatus = DistributorStatus::None;
    bool isActive = false;
    bool isVerified = false;
    bool isBanned = false;
    Instant dateJoined;
    std::optional<Instant> lastLogin;

    FIELDS(UserRow, FIELD(id), FIELD(username), FIELD(fullName), FIELD(email, .label = "E-mail"), FIELD(phone),
           FIELD(role), FIELD(distributorStatus, .label = "Distributor"), FIELD(isActive, .label = "Active"),
           FIELD(isVerified, .label = "Verified"), FIELD(isBanned, .label = "Banned"),
           FIELD(dateJoined, .label = "Joined"), FIELD(lastLogin, .label = "Last sign-in"))
};

struct VendorRow
{
    Id<Vendor> id;
    QString storeName;
    std::optional<QString> ownerName;
    std::optional<QString> city;
    std::optional<QString> pincode;
    std::optional<QString> region;
    KycStatus kycStatus = KycStatus::None;
    StoreStatus status = StoreStatus::Active;
    bool canSell = false;
    std::optional<BasisPoints> commissionRate;
    Instant createdAt;

    FIELDS(VendorRow, FIELD(id), FIELD(storeName, .label = "Store"), FIELD(ownerName, .label = "Owner"), FIELD(city),
           FIELD(pincode), FIELD(region, .label = "State"), FIELD(kycStatus, .label = "KYC"), FIELD(status),
           FIELD(canSell, .label = "May sell"), FIELD(commissionRate, .label = "Commission %"),
           FIELD(createdAt, .label = "Opened"))
};

struct ProductRow
{
    Id<Product> id;
    QString storeName;
    QString category;
    QString title;
    QString sku;
    Unit unit = Unit::Kg;
    Money price;
    std::optional<Money> distributorPrice;
    Quantity stockQuantity;
    std::optional<QString> hsnCode;
    BasisPoints gstRate;
    bool isActive = false;
    Instant createdAt;

    FIELDS(ProductRow, FIELD(id), FIELD(storeName, .label = "Store"), FIELD(category), FIELD(title),
           FIELD(sku, .label = "SKU"), FIELD(unit), FIELD(price), FIELD(distributorPrice),
           FIELD(stockQuantity, .label = "Stock"), FIELD(hsnCode, .label = "HSN"), FIELD(gstRate, .label = "GST %"),
           FIELD(isActive, .label = "On offer"), FIELD(createdAt, .label = "Listed"))
};

struct OrderExportRow
{
    Id<Order> id;
    QString orderNumber;
    QString storeName;
    QString customerName;
    QString city;
    QString region;
    QString summary;
    OrderStatus orderStatus = OrderStatus::Placed;
    std::optional<EscrowStatus> escrowStatus;
    Money totalAmount;
    Money commissionAmount;
    Instant placedAt;
    std::optional<Instant> settledAt;

    FIELDS(OrderExportRow, FIELD(id), FIELD(orderNumber, .label = "Order"), FIELD(storeName, .label = "Store"),
           FIELD(customerName, .label = "Buyer"), FIELD(city), FIELD(region, .label = "State"),
           FIELD(summary, .label = "Items"), FIELD(orderStatus, .label = "Status"),
           FIELD(escrowStatus, .label = "Escrow"), FIELD(totalAmount, .label = "Amount"),
           FIELD(commissionAmount, .label = "Commission"), FIELD(placedAt, .label = "Placed"),
           FIELD(settledAt, .label = "Settled"))
};

struct PaymentRow
{
    Id<Payment> id;
    QString username;
    QString provider;
    std::optional<QString> gatewayOrderId;
    std::optional<QString> gatewayPaymentId;
    Money amount;
    Instrument instrument = Instrument::Upi;
    PaymentStatus status = PaymentStatus::Pending;
    std::optional<QString> failureReason;
    Instant createdAt;

    FIELDS(PaymentRow, FIELD(id), FIELD(username), FIELD(provider), FIELD(gatewayOrderId, .label = "Gateway order"),
           FIELD(gatewayPaymentId, .label = "Gateway payment"), FIELD(amount), FIELD(instrument), FIELD(status),
           FIELD(failureReason, .label = "Reason"), FIELD(createdAt, .label = "Time"))
};

struct WalletRow
{
    Id<WalletEntry> id;
    QString username;
    WalletEntryType type = WalletEntryType::Recharge;
    Money amount;
    Money balanceBefore;
    Money balanceAfter;
    Money heldAfter;
    QString description;
    std::optional<Id<Order>> orderId;
    Instant processedAt;

    FIELDS(WalletRow, FIELD(id), FIELD(username), FIELD(type), FIELD(amount), FIELD(balanceBefore), FIELD(balanceAfter),
           FIELD(heldAfter), FIELD(description), FIELD(orderId, .label = "Order id"),
           FIELD(processedAt, .label = "Time"))
};

struct CommissionRow
{
    Id<OrderLine> id;
    QString orderNumber;
    QString storeName;
    QString title;
    Money lineTotal;
    BasisPoints commissionRate;
    Money commissionAmount;
    QString commissionLevel;
    Instant settledAt;

    FIELDS(CommissionRow, FIELD(id), FIELD(orderNumber, .label = "Order"), FIELD(storeName, .label = "Store"),
           FIELD(title, .label = "Product"), FIELD(lineTotal, .label = "Amount"),
           FIELD(commissionRate, .label = "Commission %"), FIELD(commissionAmount, .label = "Commission"),
           FIELD(commissionLevel, .label = "Rate of"), FIELD(settledAt, .label = "Settled"))
};

struct PayoutExportRow
{
    Id<Payout> id;
    QString payoutNumber;
    QString storeName;
    Money amount;
    qint64 ordersCount = 0;
    QString bankAccountMasked;
    QString bankIfsc;
    PayoutStatus status = PayoutStatus::Requested;
    std::optional<QString> transactionReference;
    Instant requestedAt;
    std::optional<Instant> processedAt;

    FIELDS(PayoutExportRow, FIELD(id), FIELD(payoutNumber, .label = "Payout"), FIELD(storeName, .label = "Store"),
           FIELD(amount), FIELD(ordersCount, .label = "Orders"), FIELD(bankAccountMasked, .label = "Bank account"),
           FIELD(bankIfsc, .label = "IFSC"), FIELD(status), FIELD(transactionReference, .label = "Reference"),
           FIELD(requestedAt, .label = "Requested"), FIELD(processedAt, .label = "Processed"))
};

struct AuditRow
{
    Id<struct AuditEntry> id;
    Instant createdAt;
    std::optional<QString> actor;
    QString actorRole;
    QString action;
    QString objectType;
    QString objectId;
    QString ip;
    Json details;

    FIELDS(AuditRow, FIELD(id), FIELD(createdAt, .label = "Time"), FIELD(actor), FIELD(actorRole, .label = "Role"),
           FIELD(action), FIELD(objectType, .label = "Object"), FIELD(objectId), FIELD(ip, .label = "IP"),
           FIELD(details))
};

} // namespace reports
