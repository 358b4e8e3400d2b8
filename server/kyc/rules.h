#pragma once

// What can be said about a submission without asking anybody: the checks an admin sees beside the documents.

#include "shared/base/result.h"
#include "shared/contract/kyc.h"

namespace kyc {

constexpr int historyMax = 50; // earlier submissions shown

// The check digit of a GSTIN over its first 14 characters, base 36.
QChar gstinCheckDigit(const QString &gstin);
bool isGstin(const QString &gstin);

// The first two digits of a GSTIN as ISO 3166-2, "IN-MH" for 27; empty for a number that is no state.
QString regionOfGstin(const QString &gstin);

// The other way round: the number that is given out today.
QString stateNumberOf(const QString &region);

// How alike two names are, 0 to 100: the same words in any order are 100; titles and forms of business do not count.
int similarity(const QString &one, const QString &other);
// Enough to be taken for one name without anybody looking.
bool areAlike(const QString &one, const QString &other);

// What else is known about the submission.
struct Context
{
    QString ownerName;
    QString storeName;
    QString region;                           // of the store
    int panElsewhere = 0;                     // other vendors with this PAN
    int bankElsewhere = 0;                    // other vendors with this bank account
    std::optional<double> kmFromPincode = {}; // the pin of the store from the centre of its pincode's area
};

// Who holds a submission now; a claim ends by itself.
constexpr qint64 claimMs = 15 * 60'000;
template <class Row>
std::optional<KycClaim> claimOf(const Row &row, Instant now)
{
    if (!row.claimedById || !row.claimedUntil || *row.claimedUntil <= now)
        return std::nullopt;
    return KycClaim{*row.claimedById, row.claimedBy.value_or(QString()), *row.claimedUntil};
}

QList<KycCheck> checks(const SubmitKyc &wish, const Context &context);
CheckOutcome worst(const QList<KycCheck> &checks);
std::optional<QString> flag(const QList<KycCheck> &checks);

// "•••• 6620"
QString maskedAccount(const QString &lastFour);

// What a store has to show before its documents are looked at (VEN-04).
Result<> checkStore(const Vendor &vendor);

} // namespace kyc
