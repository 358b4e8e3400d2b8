#pragma once

// SQL of the codes that are mailed to business e-mails.

#include "server/core/db.h"
#include "shared/contract/accounts.h"

namespace vendors {

struct CodeRow
{
    Id<Vendor> vendorId;
    QString email;
    QString codeHash;
    int guesses = 0;
    Instant expiresAt;
    int codes = 1; // of the day that began then, this one among them
    Instant countedSince;

    FIELDS(CodeRow, FIELD(vendorId), FIELD(email), FIELD(codeHash), FIELD(guesses), FIELD(expiresAt), FIELD(codes),
           FIELD(countedSince))
};

class Store
{
public:
    void put(Tx &tx, const CodeRow &row); // instead of the one before
    std::optional<CodeRow> find(Tx &tx, Id<Vendor> id);
    // False when it was guessed too often; counted before it is looked at.
    bool countGuess(Tx &tx, Id<Vendor> id, int guessesMax);
    // Good no more, but still counted.
    void close(Tx &tx, Id<Vendor> id, Instant now);
    void remove(Tx &tx, Id<Vendor> id);
};

} // namespace vendors
