#pragma once

// What providers have settled to the bank, by the files that they give out, and what they have kept of it.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"
#include "shared/contract/gateways.h"

#include <array>

constexpr int settlementBytesMax = 1 << 20;
constexpr int settlementLinesMax = 2000;

// Whose files can be read.
inline constexpr std::array settlementProviders{GatewayName::Razorpay, GatewayName::Stripe};

struct TakeSettlement
{
    QString provider;
    QString csv; // as the provider gives it out

    FIELDS(TakeSettlement,
           FIELD(provider, .label = QT_TRANSLATE_NOOP("fields", "Provider"), .lengthMin = 1, .lengthMax = 40),
           FIELD(csv, .label = QT_TRANSLATE_NOOP("fields", "File"), .lengthMin = 1, .lengthMax = settlementBytesMax))
};

// What came of one line. Unmatched: of no payment that is known here. Differs: it says otherwise than is known here, as
// of another amount or currency, or of more than there was. Seen: of an earlier file. Passing: the way to the bank
// itself, which the other lines say.
NAMED_ENUM(SettlementOutcome, Posted, Unmatched, Differs, Seen, Passing, Unreadable)

struct SettlementRow
{
    int line = 0;
    SettlementOutcome outcome = SettlementOutcome::Unreadable;
    QString transactionId; // at the provider
    Money gross;           // below zero: it went back
    Money fee;

    FIELDS(SettlementRow, FIELD(line, .label = QT_TRANSLATE_NOOP("fields", "Line")),
           FIELD(outcome, .label = QT_TRANSLATE_NOOP("fields", "Result")),
           FIELD(transactionId, .label = QT_TRANSLATE_NOOP("fields", "Transaction")),
           FIELD(gross, .label = QT_TRANSLATE_NOOP("fields", "Amount")),
           FIELD(fee, .label = QT_TRANSLATE_NOOP("fields", "Fee")))
};

struct SettlementReport
{
    int posted = 0;
    int flagged = 0;
    int seen = 0;
    Money gross; // of what was posted
    Money fees;
    Money net; // what has come to the bank
    QList<SettlementRow> lines;

    FIELDS(SettlementReport, FIELD(posted), FIELD(flagged), FIELD(seen), FIELD(gross), FIELD(fees), FIELD(net),
           FIELD(lines, .countMax = settlementLinesMax))
};

namespace api {

inline constexpr Endpoint<TakeSettlement, SettlementReport> takeSettlement{
    .method = Method::Post,
    .path = "/api/v1/admin/reconciliation/settlements",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Money,
    .summary = "Read a provider's settlement file: what came to the bank and what was kept of it goes into the books",
    .permission = Permission::ManagePayouts,
    .repeat = Repeat::Keyed,
    .bodyMax = 4 << 20};

inline constexpr auto settlements = std::tuple{takeSettlement};

} // namespace api
