#pragma once

// Whose an account is, and what is said about keeping other people's money.

#include "shared/contract/books.h"
#include "shared/contract/custody.h"

namespace books {

constexpr bool isVendors(LedgerAccountKind kind)
{
    using enum LedgerAccountKind;
    return kind == VendorPayable || kind == VendorPayout || kind == VendorDebt;
}

// Through these money comes in and leaves; together they are what lies outside.
constexpr bool isOutside(LedgerAccountKind kind)
{
    return kind == LedgerAccountKind::GatewayClearing || kind == LedgerAccountKind::Bank;
}

inline QString noticeOf(WalletMode mode)
{
    switch (mode) {
    case WalletMode::Own:
        return QStringLiteral(
            "The wallets hold money of buyers that goes to stores of others. In India, whoever keeps such money "
            "himself needs the authorisation of the Reserve Bank as an issuer of prepaid payment instruments or as a "
            "payment aggregator (Master Directions on Prepaid Payment Instruments of 27 August 2021). Without it, let "
            "an aggregator or a bank keep the money in escrow and set wallet.mode to mirror.");
    case WalletMode::Mirror:
        return QStringLiteral(
            "The money lies in the escrow account of a payment aggregator or a bank, and these books are its mirror. "
            "What may be done with it is said by the agreement with the holder of the account and by law, not by this "
            "program. Enter the balance of the account every day: a difference means that one of the two is wrong.");
    }
    return {};
}

} // namespace books
