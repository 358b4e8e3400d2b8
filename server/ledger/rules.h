#pragma once

// What accounts and postings there are, and which of them exclude each other.

#include "shared/base/names.h"
#include "shared/base/values.h"
#include "shared/contract/books.h"
#include "shared/contract/ledger.h"

#include <algorithm>

namespace ledger {

using AccountKind = LedgerAccountKind;
using Posting = PostingKind;
NAMED_ENUM(Step, Recharge, Hold, TopUp, Close, Refund, Reserve, Conclude, Bounce, Adjust, Reverse, Withhold, Deposit,
           RechargeBack, DebtPaid, GatewaySettle, Closure)

// Postings of the same step on the same subject exclude each other: what was settled cannot be released.
constexpr Step stepOf(Posting posting)
{
    switch (posting) {
    case Posting::Recharge: return Step::Recharge;
    case Posting::Hold: return Step::Hold;
    case Posting::TopUp: return Step::TopUp;
    case Posting::Release:
    case Posting::Settle:
    case Posting::CodCommission: return Step::Close;
    case Posting::Refund: return Step::Refund;
    case Posting::PayoutReserve: return Step::Reserve;
    case Posting::PayoutComplete:
    case Posting::PayoutReturn: return Step::Conclude;
    case Posting::PayoutBounce: return Step::Bounce;
    case Posting::Adjust: return Step::Adjust;
    case Posting::Reverse: return Step::Reverse;
    case Posting::TaxWithhold: return Step::Withhold;
    case Posting::TaxDeposit: return Step::Deposit;
    case Posting::RechargeBack: return Step::RechargeBack;
    case Posting::DebtPaid: return Step::DebtPaid;
    case Posting::GatewaySettle: return Step::GatewaySettle;
    case Posting::Closure: return Step::Closure;
    }
    return Step::Recharge;
}

// What was entered by hand, or from a file, may have been entered wrongly.
constexpr bool mayReverse(Posting posting)
{
    return posting == Posting::Adjust || posting == Posting::GatewaySettle;
}

// The order that a posting is about, if it is about one.
inline std::optional<Id<Order>> orderOf(Step step, QUuid subject, const std::optional<Id<Order>> &named)
{
    return step == Step::Hold || step == Step::Close ? std::optional(Id<Order>{subject}) : named;
}

// What people can spend or be paid; the rest is between one state and the next.
constexpr bool canFreeze(AccountKind kind)
{
    return kind == AccountKind::BuyerAvailable || kind == AccountKind::VendorPayable;
}

// Whether it takes from an account only while that is not frozen: what binds money anew. What ends something that was
// begun goes on (WAL-18).
constexpr bool mindsFreeze(Posting posting)
{
    return posting == Posting::Hold || posting == Posting::TopUp || posting == Posting::PayoutReserve;
}

// What an entry does to the current balance, which includes what is held.
constexpr Money effectOf(WalletEntryType type, Money amount)
{
    switch (type) {
    case WalletEntryType::Recharge:
    case WalletEntryType::Refund: return amount;
    case WalletEntryType::Deduct:
    case WalletEntryType::TakenBack:
    case WalletEntryType::Closure: return -amount;
    case WalletEntryType::Hold:
    case WalletEntryType::Release: return {};
    }
    return {};
}

// One account of the books. Its id follows from kind and owner, so no statement is spent on finding it.
struct BookAccount
{
    AccountKind kind;
    QUuid owner = {}; // null: the platform's own

    bool isPlatforms() const { return owner.isNull(); }
    QUuid id() const
    {
        static constexpr QUuid books(0x4b616261, 0x6164, 0x5761, 0x8c, 0x61, 0x6c, 0x65, 0x64, 0x67, 0x65, 0x72);
        const QLatin1StringView name = names::text(kind);
        return QUuid::createUuidV5(books, QByteArray(name.data(), name.size()) + owner.toRfc4122());
    }
};

inline Id<LedgerAccount> key(const BookAccount &account)
{
    return {account.id()};
}

inline BookAccount available(Id<Account> buyer)
{
    return {AccountKind::BuyerAvailable, buyer.uuid};
}
inline BookAccount held(Id<Account> buyer)
{
    return {AccountKind::BuyerHeld, buyer.uuid};
}
inline BookAccount debt(Id<Account> buyer)
{
    return {AccountKind::BuyerDebt, buyer.uuid};
}
inline BookAccount payable(Id<Vendor> vendor)
{
    return {AccountKind::VendorPayable, vendor.uuid};
}
inline BookAccount inPayout(Id<Vendor> vendor)
{
    return {AccountKind::VendorPayout, vendor.uuid};
}
inline BookAccount debt(Id<Vendor> vendor)
{
    return {AccountKind::VendorDebt, vendor.uuid};
}

inline constexpr BookAccount commissionIncome{AccountKind::CommissionIncome};
inline constexpr BookAccount gstDue{AccountKind::GstDue}; // what of the commission is tax
inline constexpr BookAccount tcsDue{AccountKind::TcsDue}; // withheld from stores
inline constexpr BookAccount tdsDue{AccountKind::TdsDue};
inline constexpr BookAccount gatewayClearing{AccountKind::GatewayClearing};
inline constexpr BookAccount bank{AccountKind::Bank};
inline constexpr BookAccount gatewayFees{AccountKind::GatewayFees}; // what providers keep for their work

constexpr int linesMax = 10; // no posting has more

struct Transfer
{
    BookAccount debit;
    BookAccount credit;
    Money amount;
};

// What an account gives or gets of a posting.
struct Portion
{
    BookAccount account;
    Money amount;
};

// The lines by which the ones give what the others get, in their order; both sides have the same sum.
inline QList<Transfer> between(QList<Portion> givers, QList<Portion> takers)
{
    QList<Transfer> out;
    qsizetype giver = 0, taker = 0;
    while (giver < givers.size() && taker < takers.size()) {
        Portion &from = givers[giver], &to = takers[taker];
        const Money amount = std::min(from.amount, to.amount);
        if (amount > Money{})
            out += {from.account, to.account, amount};
        from.amount = from.amount - amount;
        to.amount = to.amount - amount;
        (from.amount <= Money{} ? giver : taker) += 1;
    }
    return out;
}

// What of a commission is tax that it has within, half up to the paisa. Nothing is below zero.
constexpr Money taxWithin(Money commission, BasisPoints rate)
{
    constexpr qint64 wholeShare = 10'000; // in basis points
    const qint64 divisor = wholeShare + rate.value;
    const __int128 exact = static_cast<__int128>(commission.minor) * rate.value;
    return {qint64((exact + divisor / 2) / divisor)};
}

// What an order has brought the platform, the tax of it, and what was given back of both together.
struct CommissionSums
{
    Money commission;
    Money tax;
    Money refunded;
};

// What of a further part that is given back is tax: several parts have together what one over all of them would.
constexpr Money taxOf(const CommissionSums &sums, Money part)
{
    const qint64 whole = sums.commission.minor;
    if (whole <= 0)
        return {};
    const auto taxUntil = [&](qint64 refunded) {
        const __int128 exact = static_cast<__int128>(sums.tax.minor) * refunded;
        return qint64((exact + whole / 2) / whole);
    };
    const qint64 before = std::min(sums.refunded.minor, whole);
    return {taxUntil(before + std::min(part.minor, whole - before)) - taxUntil(before)};
}

// A rate of the tax on commission and its days; numbered as india::dayNumber does.
struct CommissionTax
{
    qint64 fromDay = 0;
    std::optional<qint64> untilDay; // the first day on which it holds no more
    BasisPoints rate;

    FIELDS(CommissionTax, FIELD(fromDay), FIELD(untilDay), FIELD(rate))

    friend bool operator==(const CommissionTax &, const CommissionTax &) = default;
};

} // namespace ledger
