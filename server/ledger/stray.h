#pragma once

// Postings that are about a row which is not there: the other half of comparing rows with the books.

#include "server/ledger/store.h"

#include <QSet>

#include <functional>

namespace ledger {

// Rows that postings are about.
struct Subjects
{
    QString word;                                                // as one of them is called
    std::function<std::optional<QUuid>(const Transaction &)> of; // a posting, if it is about one
    std::function<QSet<QUuid>(const QList<QUuid> &)> known;      // which of these are there
};

// What postings of these steps, and no others, are about.
std::function<std::optional<QUuid>(const Transaction &)> subjectsOf(const QList<Step> &steps);

// The first posting that is about none of them although it should, in words.
std::optional<QString> stray(const QList<Transaction> &postings, const Subjects &subjects);

} // namespace ledger
