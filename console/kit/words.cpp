// Every status and kind of the contract in words: what it is called and what it means. By enum and value: a campaign
// and a report are both "running", and it is good news only of the campaign.

#include "console/kit/display.h"
#include "shared/contract/ads.h"
#include "shared/contract/books.h"
#include "shared/contract/catalog.h"
#include "shared/contract/commissions.h"
#include "shared/contract/disputes.h"
#include "shared/contract/gateways.h"
#include "shared/contract/invoices.h"
#include "shared/contract/kyc.h"
#include "shared/contract/ledger.h"
#include "shared/contract/orders.h"
#include "shared/contract/payoutaccounts.h"
#include "shared/contract/payoutbatches.h"
#include "shared/contract/people.h"
#include "shared/contract/reconciliation.h"
#include "shared/contract/reports.h"
#include "shared/contract/statements.h"
#include "shared/contract/taxdues.h"
#include "shared/contract/weighing.h"

#include <QCoreApplication>

namespace kit::display {

namespace {

struct Entry
{
    WordKey key;
    const char *text;
    Tone tone;
    const char *icon;
};

template <names::NamedEnum E>
constexpr Entry of(E value, const char *text, Tone tone, const char *icon = nullptr)
{
    return {keyOf(value), text, tone, icon};
}

// clang-format off
constexpr Entry entries[] = {
    // Orders and money
    of(OrderStatus::Placed, QT_TRANSLATE_NOOP("words", "Placed"), Tone::Info),
    of(OrderStatus::Confirmed, QT_TRANSLATE_NOOP("words", "Confirmed"), Tone::Accent),
    of(OrderStatus::Packed, QT_TRANSLATE_NOOP("words", "Packed"), Tone::Violet),
    of(OrderStatus::Shipped, QT_TRANSLATE_NOOP("words", "Shipped"), Tone::Violet),
    of(OrderStatus::OutForDelivery, QT_TRANSLATE_NOOP("words", "Out for delivery"), Tone::Warning),
    of(OrderStatus::Delivered, QT_TRANSLATE_NOOP("words", "Delivered"), Tone::Success),
    of(OrderStatus::Completed, QT_TRANSLATE_NOOP("words", "Completed"), Tone::Neutral),
    of(OrderStatus::Cancelled, QT_TRANSLATE_NOOP("words", "Cancelled"), Tone::Neutral),
    of(OrderStatus::Failed, QT_TRANSLATE_NOOP("words", "Failed"), Tone::Danger),
    of(OrderStatus::Refunded, QT_TRANSLATE_NOOP("words", "Refunded"), Tone::Neutral, "undo-2"),
    of(EscrowStatus::Held, QT_TRANSLATE_NOOP("words", "Held"), Tone::Warning, "lock"),
    of(EscrowStatus::Released, QT_TRANSLATE_NOOP("words", "Released"), Tone::Success, "check"),
    of(EscrowStatus::Disputed, QT_TRANSLATE_NOOP("words", "Disputed"), Tone::Danger),
    of(EscrowStatus::Refunded, QT_TRANSLATE_NOOP("words", "Refunded"), Tone::Neutral, "undo-2"),
    of(PaymentMethodKind::Escrow, QT_TRANSLATE_NOOP("words", "Escrow"), Tone::Neutral),
    of(PaymentMethodKind::Cod, QT_TRANSLATE_NOOP("words", "Cash on delivery"), Tone::Neutral),
    of(PaymentMethodKind::Online, QT_TRANSLATE_NOOP("words", "Online"), Tone::Neutral),
    of(PaymentStatus::Pending, QT_TRANSLATE_NOOP("words", "Unpaid"), Tone::Warning, "clock"),
    of(PaymentStatus::Paid, QT_TRANSLATE_NOOP("words", "Paid"), Tone::Success, "check"),
    of(PaymentStatus::Refunded, QT_TRANSLATE_NOOP("words", "Refunded"), Tone::Neutral, "undo-2"),
    of(PaymentStatus::Failed, QT_TRANSLATE_NOOP("words", "Failed"), Tone::Danger),
    of(PayoutStatus::Requested, QT_TRANSLATE_NOOP("words", "Requested"), Tone::Info),
    of(PayoutStatus::Approved, QT_TRANSLATE_NOOP("words", "Approved"), Tone::Success),
    of(PayoutStatus::Processed, QT_TRANSLATE_NOOP("words", "Paid"), Tone::Success),
    of(PayoutStatus::Failed, QT_TRANSLATE_NOOP("words", "Failed"), Tone::Danger),
    of(PayoutAccountStatus::None, QT_TRANSLATE_NOOP("words", "Not set up"), Tone::Warning),
    of(PayoutAccountStatus::Pending, QT_TRANSLATE_NOOP("words", "Being set up"), Tone::Info),
    of(PayoutAccountStatus::Restricted, QT_TRANSLATE_NOOP("words", "Not paid by the provider"), Tone::Danger),
    of(PayoutAccountStatus::Active, QT_TRANSLATE_NOOP("words", "Set up"), Tone::Success, "check"),
    of(TransferStatus::Wanted, QT_TRANSLATE_NOOP("words", "To be sent"), Tone::Info),
    of(TransferStatus::Sending, QT_TRANSLATE_NOOP("words", "Being sent"), Tone::Warning),
    of(TransferStatus::Paid, QT_TRANSLATE_NOOP("words", "Sent"), Tone::Success),
    of(TransferStatus::Failed, QT_TRANSLATE_NOOP("words", "Refused by the provider"), Tone::Danger),
    of(TransferStatus::Reversed, QT_TRANSLATE_NOOP("words", "Taken back"), Tone::Danger, "undo-2"),
    of(TransferStatus::Cancelled, QT_TRANSLATE_NOOP("words", "Cancelled"), Tone::Neutral),
    of(PayoutProvider::Manual, QT_TRANSLATE_NOOP("words", "Bank"), Tone::Neutral),
    of(PayoutProvider::StripeConnect, QT_TRANSLATE_NOOP("words", "Stripe Connect"), Tone::Neutral),
    // Providers of money
    of(GatewayName::Razorpay, QT_TRANSLATE_NOOP("words", "Razorpay"), Tone::Neutral),
    of(GatewayName::Stripe, QT_TRANSLATE_NOOP("words", "Stripe"), Tone::Neutral),
    of(GatewayName::Sslcommerz, QT_TRANSLATE_NOOP("words", "SSLCommerz"), Tone::Neutral),
    of(GatewayName::Upi, QT_TRANSLATE_NOOP("words", "UPI"), Tone::Neutral),
    of(GatewayName::StripeConnect, QT_TRANSLATE_NOOP("words", "Stripe Connect"), Tone::Neutral),
    of(GatewayMode::Live, QT_TRANSLATE_NOOP("words", "Real money"), Tone::Success),
    of(GatewayMode::Test, QT_TRANSLATE_NOOP("words", "Test"), Tone::Warning),
    of(GatewayMode::Mock, QT_TRANSLATE_NOOP("words", "Stand-in"), Tone::Neutral),
    of(GatewaySource::File, QT_TRANSLATE_NOOP("words", "File of the server"), Tone::Neutral),
    of(GatewaySource::Console, QT_TRANSLATE_NOOP("words", "Console"), Tone::Info),
    of(GatewayFinding::Works, QT_TRANSLATE_NOOP("words", "It answers and takes the keys."), Tone::Success, "check"),
    of(GatewayFinding::Refused, QT_TRANSLATE_NOOP("words", "It refuses these keys."), Tone::Danger),
    of(GatewayFinding::Unreachable, QT_TRANSLATE_NOOP("words", "It does not answer."), Tone::Danger),
    of(GatewayFinding::NobodyToAsk, QT_TRANSLATE_NOOP("words", "There is nobody to ask: UPI is a link."), Tone::Info),
    // What goes back, and what the sides do not agree on
    of(RefundStatus::Requested, QT_TRANSLATE_NOOP("words", "Requested"), Tone::Info),
    of(RefundStatus::Approved, QT_TRANSLATE_NOOP("words", "Approved"), Tone::Success),
    of(RefundStatus::Processed, QT_TRANSLATE_NOOP("words", "Refunded"), Tone::Neutral, "undo-2"),
    of(RefundStatus::Rejected, QT_TRANSLATE_NOOP("words", "Rejected"), Tone::Danger),
    of(RefundReason::NotDelivered, QT_TRANSLATE_NOOP("words", "Not delivered"), Tone::Neutral),
    of(RefundReason::Damaged, QT_TRANSLATE_NOOP("words", "Damaged"), Tone::Neutral),
    of(RefundReason::WrongItem, QT_TRANSLATE_NOOP("words", "Wrong item"), Tone::Neutral),
    of(RefundReason::ShortWeight, QT_TRANSLATE_NOOP("words", "Weighed less"), Tone::Neutral),
    of(RefundReason::Quality, QT_TRANSLATE_NOOP("words", "Quality"), Tone::Neutral),
    of(RefundReason::PriceAgreed, QT_TRANSLATE_NOOP("words", "Another price was agreed"), Tone::Neutral),
    of(RefundReason::Duplicate, QT_TRANSLATE_NOOP("words", "Ordered twice"), Tone::Neutral),
    of(RefundReason::Goodwill, QT_TRANSLATE_NOOP("words", "Goodwill"), Tone::Neutral),
    of(RefundReason::Dispute, QT_TRANSLATE_NOOP("words", "Decision of a dispute"), Tone::Neutral),
    of(RefundReason::Other, QT_TRANSLATE_NOOP("words", "Other"), Tone::Neutral),
    of(DisputeStatus::Open, QT_TRANSLATE_NOOP("words", "Open"), Tone::Warning),
    of(DisputeStatus::Answered, QT_TRANSLATE_NOOP("words", "Both heard"), Tone::Info),
    of(DisputeStatus::Decided, QT_TRANSLATE_NOOP("words", "Decided"), Tone::Success, "check"),
    of(DisputeStatus::Withdrawn, QT_TRANSLATE_NOOP("words", "Taken back"), Tone::Neutral, "undo-2"),
    of(DisputeKind::NotDelivered, QT_TRANSLATE_NOOP("words", "Not delivered"), Tone::Neutral),
    of(DisputeKind::Damaged, QT_TRANSLATE_NOOP("words", "Damaged"), Tone::Neutral),
    of(DisputeKind::WrongItem, QT_TRANSLATE_NOOP("words", "Wrong item"), Tone::Neutral),
    of(DisputeKind::Weight, QT_TRANSLATE_NOOP("words", "Weight"), Tone::Neutral),
    of(DisputeKind::Quality, QT_TRANSLATE_NOOP("words", "Quality"), Tone::Neutral),
    of(DisputeKind::Payment, QT_TRANSLATE_NOOP("words", "Payment"), Tone::Neutral),
    of(DisputeKind::Other, QT_TRANSLATE_NOOP("words", "Other"), Tone::Neutral),
    of(DisputeWish::Release, QT_TRANSLATE_NOOP("words", "The money for the vendor"), Tone::Neutral),
    of(DisputeWish::Refund, QT_TRANSLATE_NOOP("words", "The money back"), Tone::Neutral),
    of(DisputeWish::Split, QT_TRANSLATE_NOOP("words", "A part back"), Tone::Neutral),
    of(DisputeOutcome::Released, QT_TRANSLATE_NOOP("words", "For the vendor"), Tone::Neutral),
    of(DisputeOutcome::Refunded, QT_TRANSLATE_NOOP("words", "For the buyer"), Tone::Neutral),
    of(DisputeOutcome::Split, QT_TRANSLATE_NOOP("words", "Split"), Tone::Neutral),
    of(Actor::Buyer, QT_TRANSLATE_NOOP("words", "Buyer"), Tone::Neutral),
    of(Actor::Vendor, QT_TRANSLATE_NOOP("words", "Vendor"), Tone::Neutral),
    of(Actor::Admin, QT_TRANSLATE_NOOP("words", "Admin"), Tone::Neutral),
    of(Actor::System, QT_TRANSLATE_NOOP("words", "Market"), Tone::Neutral),
    // Weighing
    of(WeighingStage::Unweighed, QT_TRANSLATE_NOOP("words", "Not weighed"), Tone::Neutral),
    of(WeighingStage::Open, QT_TRANSLATE_NOOP("words", "To be accepted"), Tone::Info),
    of(WeighingStage::Flagged, QT_TRANSLATE_NOOP("words", "Contested"), Tone::Danger),
    of(WeighingStage::Short, QT_TRANSLATE_NOOP("words", "Top-up asked"), Tone::Warning),
    of(WeighingStage::Agreed, QT_TRANSLATE_NOOP("words", "Agreed"), Tone::Success, "check"),
    of(WeighingStage::Settled, QT_TRANSLATE_NOOP("words", "Charged"), Tone::Neutral, "check"),
    of(WeighTicketStatus::Open, QT_TRANSLATE_NOOP("words", "To be accepted"), Tone::Info),
    of(WeighTicketStatus::Accepted, QT_TRANSLATE_NOOP("words", "Accepted"), Tone::Success, "check"),
    of(WeighTicketStatus::Flagged, QT_TRANSLATE_NOOP("words", "Contested"), Tone::Danger),
    of(WeighTicketStatus::Voided, QT_TRANSLATE_NOOP("words", "Taken back"), Tone::Neutral, "undo-2"),
    of(DeductionKind::Moisture, QT_TRANSLATE_NOOP("words", "Moisture"), Tone::Neutral),
    of(DeductionKind::Grade, QT_TRANSLATE_NOOP("words", "Grade"), Tone::Neutral),
    of(DeductionKind::ForeignMatter, QT_TRANSLATE_NOOP("words", "Foreign matter"), Tone::Neutral),
    of(DeductionKind::Other, QT_TRANSLATE_NOOP("words", "Other"), Tone::Neutral),
    of(LedgerAccountKind::BuyerAvailable, QT_TRANSLATE_NOOP("words", "Wallet, available"), Tone::Neutral),
    of(LedgerAccountKind::BuyerHeld, QT_TRANSLATE_NOOP("words", "Wallet, in escrow"), Tone::Neutral),
    of(LedgerAccountKind::VendorPayable, QT_TRANSLATE_NOOP("words", "Store, released"), Tone::Neutral),
    of(LedgerAccountKind::VendorPayout, QT_TRANSLATE_NOOP("words", "Store, in payouts"), Tone::Neutral),
    of(LedgerAccountKind::VendorDebt, QT_TRANSLATE_NOOP("words", "Store, owed"), Tone::Warning),
    of(LedgerAccountKind::CommissionIncome, QT_TRANSLATE_NOOP("words", "Commission"), Tone::Accent),
    of(LedgerAccountKind::GstDue, QT_TRANSLATE_NOOP("words", "GST due"), Tone::Accent),
    of(LedgerAccountKind::TcsDue, QT_TRANSLATE_NOOP("words", "GST withheld"), Tone::Accent),
    of(LedgerAccountKind::TdsDue, QT_TRANSLATE_NOOP("words", "Income tax withheld"), Tone::Accent),
    of(LedgerAccountKind::GatewayClearing, QT_TRANSLATE_NOOP("words", "Payment gateway"), Tone::Accent),
    of(LedgerAccountKind::Bank, QT_TRANSLATE_NOOP("words", "Bank"), Tone::Accent),
    of(LedgerAccountKind::BuyerDebt, QT_TRANSLATE_NOOP("words", "Wallet, owed"), Tone::Warning),
    of(LedgerAccountKind::GatewayFees, QT_TRANSLATE_NOOP("words", "Fees of payment gateways"), Tone::Accent),
    of(PostingKind::Recharge, QT_TRANSLATE_NOOP("words", "Recharge"), Tone::Neutral),
    of(PostingKind::Hold, QT_TRANSLATE_NOOP("words", "Hold"), Tone::Neutral),
    of(PostingKind::TopUp, QT_TRANSLATE_NOOP("words", "Hold of more"), Tone::Neutral),
    of(PostingKind::Release, QT_TRANSLATE_NOOP("words", "Release"), Tone::Neutral),
    of(PostingKind::Settle, QT_TRANSLATE_NOOP("words", "Settlement"), Tone::Neutral),
    of(PostingKind::Refund, QT_TRANSLATE_NOOP("words", "Refund"), Tone::Neutral),
    of(PostingKind::PayoutReserve, QT_TRANSLATE_NOOP("words", "Payout requested"), Tone::Neutral),
    of(PostingKind::PayoutComplete, QT_TRANSLATE_NOOP("words", "Payout paid"), Tone::Neutral),
    of(PostingKind::PayoutReturn, QT_TRANSLATE_NOOP("words", "Payout rejected"), Tone::Neutral),
    of(PostingKind::PayoutBounce, QT_TRANSLATE_NOOP("words", "Payout sent back by the bank"), Tone::Neutral),
    of(PostingKind::Adjust, QT_TRANSLATE_NOOP("words", "Correction"), Tone::Warning),
    of(PostingKind::Reverse, QT_TRANSLATE_NOOP("words", "Correction taken back"), Tone::Warning),
    of(PostingKind::TaxWithhold, QT_TRANSLATE_NOOP("words", "Tax withheld"), Tone::Neutral),
    of(PostingKind::TaxDeposit, QT_TRANSLATE_NOOP("words", "Paid to the tax office"), Tone::Neutral),
    of(PostingKind::CodCommission, QT_TRANSLATE_NOOP("words", "Commission of a sale in cash"), Tone::Neutral),
    of(PostingKind::RechargeBack, QT_TRANSLATE_NOOP("words", "Recharge that went back"), Tone::Warning),
    of(PostingKind::DebtPaid, QT_TRANSLATE_NOOP("words", "Debt of a wallet paid"), Tone::Neutral),
    of(PostingKind::GatewaySettle, QT_TRANSLATE_NOOP("words", "Settled by the gateway"), Tone::Neutral),
    of(PostingKind::Closure, QT_TRANSLATE_NOOP("words", "Balance given back"), Tone::Warning),
    of(WalletEntryType::Recharge, QT_TRANSLATE_NOOP("words", "Recharge"), Tone::Success),
    of(WalletEntryType::Hold, QT_TRANSLATE_NOOP("words", "Hold"), Tone::Neutral),
    of(WalletEntryType::Deduct, QT_TRANSLATE_NOOP("words", "Spent"), Tone::Neutral),
    of(WalletEntryType::Release, QT_TRANSLATE_NOOP("words", "Release"), Tone::Neutral),
    of(WalletEntryType::Refund, QT_TRANSLATE_NOOP("words", "Refund"), Tone::Neutral),
    of(WalletEntryType::TakenBack, QT_TRANSLATE_NOOP("words", "Taken back"), Tone::Warning),
    of(WalletEntryType::Closure, QT_TRANSLATE_NOOP("words", "Balance given back"), Tone::Warning),
    of(TaxHead::Gst, QT_TRANSLATE_NOOP("words", "GST of the commission"), Tone::Neutral),
    of(TaxHead::Tcs, QT_TRANSLATE_NOOP("words", "GST withheld"), Tone::Neutral),
    of(TaxHead::Tds, QT_TRANSLATE_NOOP("words", "Income tax withheld"), Tone::Neutral),
    of(PayoutFailure::Rejected, QT_TRANSLATE_NOOP("words", "Rejected"), Tone::Danger),
    of(PayoutFailure::BankRefused, QT_TRANSLATE_NOOP("words", "Refused by the bank"), Tone::Danger),
    of(PayoutFailure::Returned, QT_TRANSLATE_NOOP("words", "Returned by the bank"), Tone::Danger),
    of(PayoutBatchStatus::Open, QT_TRANSLATE_NOOP("words", "At the bank"), Tone::Info),
    of(PayoutBatchStatus::Cancelled, QT_TRANSLATE_NOOP("words", "Cancelled"), Tone::Neutral),
    of(CommissionLevel::Vendor, QT_TRANSLATE_NOOP("words", "Vendor"), Tone::Accent),
    of(CommissionLevel::Product, QT_TRANSLATE_NOOP("words", "Product"), Tone::Info),
    of(CommissionLevel::Category, QT_TRANSLATE_NOOP("words", "Category"), Tone::Neutral),
    of(CommissionLevel::Global, QT_TRANSLATE_NOOP("words", "Everybody"), Tone::Neutral),
    of(FlagKind::Mismatch, QT_TRANSLATE_NOOP("words", "Another currency"), Tone::Danger),
    of(FlagKind::Partial, QT_TRANSLATE_NOOP("words", "Too little"), Tone::Warning),
    of(FlagKind::Excess, QT_TRANSLATE_NOOP("words", "Too much"), Tone::Warning),
    of(FlagKind::Duplicate, QT_TRANSLATE_NOOP("words", "Paid twice"), Tone::Violet),
    of(FlagKind::Unknown, QT_TRANSLATE_NOOP("words", "Nobody asked for it"), Tone::Info),
    of(FlagKind::Returned, QT_TRANSLATE_NOOP("words", "Went back at the provider"), Tone::Danger),
    of(FlagKind::Disputed, QT_TRANSLATE_NOOP("words", "Disputed at the bank"), Tone::Warning),
    of(FlagKind::ChargedBack, QT_TRANSLATE_NOOP("words", "Taken back by the bank"), Tone::Danger),
    of(FlagKind::Reinstated, QT_TRANSLATE_NOOP("words", "Given back by the bank"), Tone::Info),
    of(FlagStatus::Open, QT_TRANSLATE_NOOP("words", "Open"), Tone::Warning),
    of(FlagStatus::Credited, QT_TRANSLATE_NOOP("words", "Credited"), Tone::Success),
    of(FlagStatus::Refunded, QT_TRANSLATE_NOOP("words", "Given back"), Tone::Neutral, "undo-2"),
    of(FlagStatus::Dismissed, QT_TRANSLATE_NOOP("words", "None of ours"), Tone::Neutral),
    of(FlagStatus::Booked, QT_TRANSLATE_NOOP("words", "Out of the wallet"), Tone::Neutral, "undo-2"),
    of(LineOutcome::Credited, QT_TRANSLATE_NOOP("words", "Credited"), Tone::Success, "check"),
    of(LineOutcome::Partial, QT_TRANSLATE_NOOP("words", "Too little"), Tone::Warning),
    of(LineOutcome::Excess, QT_TRANSLATE_NOOP("words", "Too much"), Tone::Warning),
    of(LineOutcome::Duplicate, QT_TRANSLATE_NOOP("words", "Paid twice"), Tone::Violet),
    of(LineOutcome::Unknown, QT_TRANSLATE_NOOP("words", "Nobody asked for it"), Tone::Info),
    of(LineOutcome::Seen, QT_TRANSLATE_NOOP("words", "Seen before"), Tone::Neutral),
    of(LineOutcome::Debit, QT_TRANSLATE_NOOP("words", "No money in"), Tone::Neutral),
    of(LineOutcome::Unreadable, QT_TRANSLATE_NOOP("words", "Unreadable"), Tone::Danger),
    // People and their documents
    of(Role::Buyer, QT_TRANSLATE_NOOP("words", "Buyer"), Tone::Neutral),
    of(Role::Distributor, QT_TRANSLATE_NOOP("words", "Distributor"), Tone::Neutral),
    of(Role::Vendor, QT_TRANSLATE_NOOP("words", "Vendor"), Tone::Neutral),
    of(Role::Admin, QT_TRANSLATE_NOOP("words", "Admin"), Tone::Accent),
    of(PersonStatus::Active, QT_TRANSLATE_NOOP("words", "Active"), Tone::Success),
    of(PersonStatus::Unverified, QT_TRANSLATE_NOOP("words", "Not verified"), Tone::Neutral),
    of(PersonStatus::Inactive, QT_TRANSLATE_NOOP("words", "Suspended"), Tone::Warning, "pause"),
    of(PersonStatus::Banned, QT_TRANSLATE_NOOP("words", "Banned"), Tone::Danger, "circle-x"),
    of(PersonStatus::DistributorPending, QT_TRANSLATE_NOOP("words", "Awaits approval"), Tone::Info),
    of(PersonStatus::Locked, QT_TRANSLATE_NOOP("words", "Locked"), Tone::Warning, "lock"),
    of(Permission::None, QT_TRANSLATE_NOOP("words", "None"), Tone::Neutral),
    of(Permission::ReviewKyc, QT_TRANSLATE_NOOP("words", "Review KYC"), Tone::Neutral),
    of(Permission::ManagePayouts, QT_TRANSLATE_NOOP("words", "Manage payouts"), Tone::Neutral),
    of(Permission::ManageOrders, QT_TRANSLATE_NOOP("words", "Manage orders"), Tone::Neutral),
    of(Permission::ManageUsers, QT_TRANSLATE_NOOP("words", "Manage users"), Tone::Neutral),
    of(Permission::ManageCatalog, QT_TRANSLATE_NOOP("words", "Manage the catalogue"), Tone::Neutral),
    of(Permission::ManageSettings, QT_TRANSLATE_NOOP("words", "Manage settings"), Tone::Neutral),
    of(Permission::ReadAudit, QT_TRANSLATE_NOOP("words", "Read the audit log"), Tone::Neutral),
    of(Permission::ManageJobs, QT_TRANSLATE_NOOP("words", "Manage jobs"), Tone::Neutral),
    of(Permission::ManageAds, QT_TRANSLATE_NOOP("words", "Manage ads"), Tone::Neutral),
    of(Permission::ReadReports, QT_TRANSLATE_NOOP("words", "Read reports"), Tone::Neutral),
    of(Permission::ManageVendors, QT_TRANSLATE_NOOP("words", "Manage vendors"), Tone::Neutral),
    of(StoreStatus::Active, QT_TRANSLATE_NOOP("words", "Active"), Tone::Success),
    of(StoreStatus::Inactive, QT_TRANSLATE_NOOP("words", "Inactive"), Tone::Neutral, "pause"),
    of(StoreStatus::Suspended, QT_TRANSLATE_NOOP("words", "Suspended"), Tone::Danger, "pause"),
    of(KycStatus::None, QT_TRANSLATE_NOOP("words", "Not handed in"), Tone::Neutral),
    of(KycStatus::Pending, QT_TRANSLATE_NOOP("words", "Pending"), Tone::Warning),
    of(KycStatus::Approved, QT_TRANSLATE_NOOP("words", "Approved"), Tone::Success),
    of(KycStatus::Rejected, QT_TRANSLATE_NOOP("words", "Rejected"), Tone::Danger),
    of(BusinessType::Individual, QT_TRANSLATE_NOOP("words", "Individual"), Tone::Neutral),
    of(BusinessType::Proprietorship, QT_TRANSLATE_NOOP("words", "Proprietorship"), Tone::Neutral),
    of(BusinessType::Partnership, QT_TRANSLATE_NOOP("words", "Partnership"), Tone::Neutral),
    of(BusinessType::Company, QT_TRANSLATE_NOOP("words", "Company"), Tone::Neutral),
    of(BusinessType::Cooperative, QT_TRANSLATE_NOOP("words", "Cooperative"), Tone::Neutral),
    of(StoreCategory::ScrapDealer, QT_TRANSLATE_NOOP("words", "Scrap dealer"), Tone::Neutral),
    of(StoreCategory::Aggregator, QT_TRANSLATE_NOOP("words", "Aggregator"), Tone::Neutral),
    of(StoreCategory::Recycler, QT_TRANSLATE_NOOP("words", "Recycler"), Tone::Neutral),
    of(StoreCategory::Trader, QT_TRANSLATE_NOOP("words", "Trader"), Tone::Neutral),
    of(StoreCategory::Manufacturer, QT_TRANSLATE_NOOP("words", "Manufacturer"), Tone::Neutral),
    of(SubmissionStatus::Pending, QT_TRANSLATE_NOOP("words", "Pending"), Tone::Warning),
    of(SubmissionStatus::MoreInfo, QT_TRANSLATE_NOOP("words", "More information asked"), Tone::Warning),
    of(SubmissionStatus::Verified, QT_TRANSLATE_NOOP("words", "Verified"), Tone::Success),
    of(SubmissionStatus::Rejected, QT_TRANSLATE_NOOP("words", "Rejected"), Tone::Danger),
    of(KycDocumentKind::Pan, QT_TRANSLATE_NOOP("words", "PAN card"), Tone::Neutral),
    of(KycDocumentKind::Gstin, QT_TRANSLATE_NOOP("words", "GSTIN certificate"), Tone::Neutral),
    of(KycDocumentKind::Cheque, QT_TRANSLATE_NOOP("words", "Cancelled cheque"), Tone::Neutral),
    // Units of sale
    of(Unit::Kg, QT_TRANSLATE_NOOP("words", "kg"), Tone::Neutral),
    of(Unit::Ton, QT_TRANSLATE_NOOP("words", "tonne"), Tone::Neutral),
    of(Unit::Piece, QT_TRANSLATE_NOOP("words", "piece"), Tone::Neutral),
    of(Unit::Litre, QT_TRANSLATE_NOOP("words", "litre"), Tone::Neutral),
    of(Unit::Metre, QT_TRANSLATE_NOOP("words", "metre"), Tone::Neutral),
    // Tax
    of(TaxCertainty::Confirmed, QT_TRANSLATE_NOOP("words", "Confirmed"), Tone::Success, "check"),
    of(TaxCertainty::Unsettled, QT_TRANSLATE_NOOP("words", "Unsettled"), Tone::Warning, "triangle-alert"),
    of(TaxExemption::BelowThreshold, QT_TRANSLATE_NOOP("words", "Below the threshold"), Tone::Neutral),
    of(TaxExemption::NoRule, QT_TRANSLATE_NOOP("words", "No rule is on"), Tone::Neutral),
    of(PanHolder::Individual, QT_TRANSLATE_NOOP("words", "Individual"), Tone::Neutral),
    of(PanHolder::Family, QT_TRANSLATE_NOOP("words", "Hindu undivided family"), Tone::Neutral),
    of(PanHolder::Other, QT_TRANSLATE_NOOP("words", "Firm or company"), Tone::Neutral),
    of(PanHolder::Unknown, QT_TRANSLATE_NOOP("words", "No PAN"), Tone::Neutral),
    // Invoices
    of(InvoiceKind::TaxInvoice, QT_TRANSLATE_NOOP("words", "Tax invoice"), Tone::Success),
    of(InvoiceKind::SaleInvoice, QT_TRANSLATE_NOOP("words", "Invoice without tax"), Tone::Neutral),
    of(InvoiceKind::CreditNote, QT_TRANSLATE_NOOP("words", "Credit note"), Tone::Warning),
    of(InvoiceKind::CommissionInvoice, QT_TRANSLATE_NOOP("words", "Commission invoice"), Tone::Info),
    of(InvoiceKind::CommissionCreditNote, QT_TRANSLATE_NOOP("words", "Credit note for commission"), Tone::Warning),
    // Advertising
    of(AdState::Scheduled, QT_TRANSLATE_NOOP("words", "Scheduled"), Tone::Info),
    of(AdState::Running, QT_TRANSLATE_NOOP("words", "Running"), Tone::Success),
    of(AdState::Paused, QT_TRANSLATE_NOOP("words", "Paused"), Tone::Warning),
    of(AdState::Ended, QT_TRANSLATE_NOOP("words", "Ended"), Tone::Neutral),
    of(AdState::Spent, QT_TRANSLATE_NOOP("words", "Cap reached"), Tone::Neutral),
    of(AdSlot::HomeHero, QT_TRANSLATE_NOOP("words", "Home hero"), Tone::Neutral),
    of(AdSlot::HomeStrip, QT_TRANSLATE_NOOP("words", "Home strip"), Tone::Neutral),
    of(AdSlot::CategoryTop, QT_TRANSLATE_NOOP("words", "Category top"), Tone::Neutral),
    of(AdSlot::SearchResult, QT_TRANSLATE_NOOP("words", "Search results"), Tone::Neutral),
    of(AdSlot::OrderConfirmed, QT_TRANSLATE_NOOP("words", "Order confirmed"), Tone::Neutral),
    // Reports
    of(ReportFormat::Csv, QT_TRANSLATE_NOOP("words", "CSV"), Tone::Neutral),
    of(ReportFormat::Xlsx, QT_TRANSLATE_NOOP("words", "Excel"), Tone::Neutral),
    of(ReportFormat::Pdf, QT_TRANSLATE_NOOP("words", "PDF"), Tone::Neutral),
    of(RunStatus::Waiting, QT_TRANSLATE_NOOP("words", "Waiting"), Tone::Neutral),
    of(RunStatus::Running, QT_TRANSLATE_NOOP("words", "Running"), Tone::Info),
    of(RunStatus::Done, QT_TRANSLATE_NOOP("words", "Done"), Tone::Success),
    of(RunStatus::Failed, QT_TRANSLATE_NOOP("words", "Failed"), Tone::Danger),
    of(RunStatus::Cancelled, QT_TRANSLATE_NOOP("words", "Cancelled"), Tone::Neutral),
    of(ReportFrequency::Never, QT_TRANSLATE_NOOP("words", "Only by hand"), Tone::Neutral),
    of(ReportFrequency::Daily, QT_TRANSLATE_NOOP("words", "Every day"), Tone::Neutral),
    of(ReportFrequency::Weekly, QT_TRANSLATE_NOOP("words", "Every Monday"), Tone::Neutral),
    of(ReportFrequency::Monthly, QT_TRANSLATE_NOOP("words", "First of the month"), Tone::Neutral),
    of(ReportFrequency::Quarterly, QT_TRANSLATE_NOOP("words", "First of the quarter"), Tone::Neutral),
    of(ReportPeriod::Everything, QT_TRANSLATE_NOOP("words", "Everything"), Tone::Neutral),
    of(ReportPeriod::Custom, QT_TRANSLATE_NOOP("words", "From day to day"), Tone::Neutral),
    of(ReportPeriod::Today, QT_TRANSLATE_NOOP("words", "Today"), Tone::Neutral),
    of(ReportPeriod::Yesterday, QT_TRANSLATE_NOOP("words", "Yesterday"), Tone::Neutral),
    of(ReportPeriod::LastWeek, QT_TRANSLATE_NOOP("words", "Last week"), Tone::Neutral),
    of(ReportPeriod::ThisMonth, QT_TRANSLATE_NOOP("words", "This month"), Tone::Neutral),
    of(ReportPeriod::LastMonth, QT_TRANSLATE_NOOP("words", "Last month"), Tone::Neutral),
    of(ReportPeriod::LastQuarter, QT_TRANSLATE_NOOP("words", "Last quarter"), Tone::Neutral),
    of(ReportParameter::Period, QT_TRANSLATE_NOOP("words", "Period"), Tone::Neutral),
    of(ReportParameter::Vendor, QT_TRANSLATE_NOOP("words", "Vendor"), Tone::Neutral),
    of(ReportParameter::Category, QT_TRANSLATE_NOOP("words", "Category"), Tone::Neutral),
    of(ReportParameter::Region, QT_TRANSLATE_NOOP("words", "State"), Tone::Neutral),
    // Reports and exports
    of(ReportName::DailySales, QT_TRANSLATE_NOOP("words", "Daily sales"), Tone::Neutral),
    of(ReportName::VendorPerformance, QT_TRANSLATE_NOOP("words", "Vendor performance"), Tone::Neutral),
    of(ReportName::PlatformAnalytics, QT_TRANSLATE_NOOP("words", "Platform analytics"), Tone::Neutral),
    of(ReportName::Financial, QT_TRANSLATE_NOOP("words", "Financial report"), Tone::Neutral),
    of(ReportName::UserActivity, QT_TRANSLATE_NOOP("words", "User activity"), Tone::Neutral),
    of(ReportName::Ledger, QT_TRANSLATE_NOOP("words", "Ledger"), Tone::Neutral),
    of(ReportName::Users, QT_TRANSLATE_NOOP("words", "Users"), Tone::Neutral),
    of(ReportName::Vendors, QT_TRANSLATE_NOOP("words", "Vendors"), Tone::Neutral),
    of(ReportName::Products, QT_TRANSLATE_NOOP("words", "Products"), Tone::Neutral),
    of(ReportName::Orders, QT_TRANSLATE_NOOP("words", "Orders"), Tone::Neutral),
    of(ReportName::Payments, QT_TRANSLATE_NOOP("words", "Payments"), Tone::Neutral),
    of(ReportName::WalletTransactions, QT_TRANSLATE_NOOP("words", "Wallet transactions"), Tone::Neutral),
    of(ReportName::Commissions, QT_TRANSLATE_NOOP("words", "Commissions"), Tone::Neutral),
    of(ReportName::Payouts, QT_TRANSLATE_NOOP("words", "Payouts"), Tone::Neutral),
    of(ReportName::Audit, QT_TRANSLATE_NOOP("words", "Audit log"), Tone::Neutral),
    of(ReportName::AdPerformance, QT_TRANSLATE_NOOP("words", "Ad performance"), Tone::Neutral),
    of(ReportName::VendorStatement, QT_TRANSLATE_NOOP("words", "Vendor statement"), Tone::Neutral),
    of(ReportName::CommissionSummary, QT_TRANSLATE_NOOP("words", "Commission summary"), Tone::Neutral),
    of(ReportName::PayoutSummary, QT_TRANSLATE_NOOP("words", "Payout summary"), Tone::Neutral),
    of(StatementKind::Money, QT_TRANSLATE_NOOP("words", "Balances, sales and payouts"), Tone::Neutral),
    of(StatementKind::Commission, QT_TRANSLATE_NOOP("words", "Commission and its GST"), Tone::Neutral),
    of(StatementKind::Payouts, QT_TRANSLATE_NOOP("words", "Payouts"), Tone::Neutral),
};
// clang-format on

constexpr const Entry *find(const WordKey &key)
{
    for (const Entry &entry : entries) {
        if (entry.key == key)
            return &entry;
    }
    return nullptr;
}

constexpr bool isUnique()
{
    for (const Entry &entry : entries) {
        if (find(entry.key) != &entry)
            return false;
    }
    return true;
}

// A new value of an enum that is shown does not compile before it has a word here.
template <names::NamedEnum... E>
constexpr bool areWhole()
{
    const auto isWhole = [](auto first) {
        for (std::size_t i = 0; i < namesOf(first).names.size(); ++i) {
            if (!find({&namesOf(first), int(i)}))
                return false;
        }
        return true;
    };
    return (isWhole(E{}) && ...);
}

static_assert(isUnique());
static_assert(areWhole<OrderStatus, EscrowStatus, PaymentMethodKind, PayoutStatus, PayoutFailure, PayoutBatchStatus,
                       CommissionLevel, FlagKind, FlagStatus, LineOutcome, RefundStatus, RefundReason, DisputeStatus,
                       DisputeKind, DisputeWish, DisputeOutcome, Actor, Role, PersonStatus, Permission,
                       SubmissionStatus, KycDocumentKind, Unit, AdState, AdSlot, ReportFormat, RunStatus,
                       ReportFrequency, ReportPeriod, ReportParameter, ReportName>());
static_assert(areWhole<PaymentStatus, TaxCertainty, TaxExemption, PanHolder, InvoiceKind>());

} // namespace

Word word(const WordKey &key, QLatin1StringView wireName)
{
    if (const Entry *entry = find(key))
        return {QCoreApplication::translate("words", entry->text), entry->tone, QString::fromLatin1(entry->icon)};
    QString plain(wireName);
    plain.replace(u'_', u' ');
    if (!plain.isEmpty())
        plain[0] = plain[0].toUpper();
    return {plain};
}

} // namespace kit::display
