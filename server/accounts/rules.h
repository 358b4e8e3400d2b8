#pragma once

// Pure decisions about people, addresses and stores.

#include "shared/base/result.h"
#include "shared/contract/accounts.h"
#include "shared/contract/geo.h"

namespace accounts {

constexpr int addressesMax = api::listAddresses.most; // per account

// ASCII only (the contract's pattern), so that lower case is the whole of case-insensitivity.
QString key(const QString &text);

// What the contract says of a username that is to be registered, also for the ways in that do not come from the wire.
// Never an "@", so that a username is no e-mail address.
std::optional<QString> usernameProblem(const QString &text);

// What an account or a store is called once it is erased.
inline QString erasedName(const QString &id)
{
    return QStringLiteral("erased-") + id;
}

// A practical reading of RFC 5322: one "@", a dot-atom or quoted local part up to 64, a domain of LDH labels with a
// dot.
bool isEmail(const QString &text);

// Indian pincodes have six digits and no leading zero; other countries by their pattern (ADR-04, C61).
bool isPincode(const QString &pincode, const QString &country);

bool isIndia(const QString &country);

// The states and union territories by name, and whether this is the code of one (ADR-08).
QList<IndianState> states();
bool isState(const QString &code);

// ISO 3166-2 of an Indian state or union territory by its name, "IN-MH"; empty for a name we do not know.
QString regionOf(const QString &state);

} // namespace accounts
