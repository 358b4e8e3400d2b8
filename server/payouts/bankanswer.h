#pragma once

// What a bank answers about its file, as CSV: which payouts were paid, and which were not.

#include "server/payouts/store.h"
#include "shared/base/result.h"

namespace payouts {

struct AnsweredRow
{
    qint64 line = 0;
    QString payoutNumber;
    std::optional<Money> amount = {}; // when the bank says it
    Decision decision = {};
    std::optional<QString> problem = {}; // then the decision means nothing
};

// Refuses a text that has no line of names, too many rows, or a quotation mark that would swallow some; what is wrong
// in a row is said with the row.
Result<QList<AnsweredRow>> readBankAnswer(const QString &text);

} // namespace payouts
