#pragma once

// Whose an account is and what a posting is about.

#include "shared/contract/books.h"

namespace books {

constexpr bool isVendors(LedgerAccountKind kind)
{
    using enum LedgerAccountKind;
    return kind == VendorPayable || kind == VendorPayout || kind == VendorDebt;
}

} // namespace books
