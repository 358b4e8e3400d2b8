// What admins hand in from a bank: its statement, in which money that came is found, and its answer about payouts.
// Whatever the bytes are, what is read is whole: every line of money has an amount, a day and a name of its own, and
// every row of an answer that can be followed has what the payout needs. Read twice it is the same. The first byte says
// which.

#include "tests/fuzz/fuzz.h"

#include "server/payments/statement.h"
#include "server/payouts/bankanswer.h"

#include <QSet>

namespace {

void readAsStatement(const QString &csv)
{
    const TakeStatement statement{.columns = {.date = QStringLiteral("Date"),
                                              .narration = QStringLiteral("Narration"),
                                              .amount = QStringLiteral("Credit"),
                                              .reference = QStringLiteral("Ref"),
                                              .balance = QStringLiteral("Balance")},
                                  .csv = csv};
    const auto lines = payments::readStatement(statement), again = payments::readStatement(statement);
    MUST_HOLD(lines.has_value() == again.has_value());
    if (!lines)
        return;
    MUST_HOLD(lines->size() == again->size() && lines->size() <= statementLinesMax);
    constexpr qsizetype hashLength = 64, wordsMax = 300;
    QSet<QString> hashes;
    for (qsizetype i = 0; i < lines->size(); ++i) {
        const payments::BankLine &line = lines->at(i);
        MUST_HOLD(line.hash == again->at(i).hash && line.hash.size() == hashLength);
        MUST_HOLD(!hashes.contains(line.hash) && line.narration.size() <= wordsMax);
        MUST_HOLD(line.idle || (line.amount > Money{} && line.day.isValid() && !line.transaction().isEmpty()));
        hashes += line.hash;
    }
}

void readAsAnswer(const QString &text)
{
    const auto rows = payouts::readBankAnswer(text);
    if (!rows)
        return;
    MUST_HOLD(rows->size() <= bankAnswerRowsMax);
    qint64 before = 0;
    for (const payouts::AnsweredRow &row : *rows) {
        MUST_HOLD(row.line > before);
        before = row.line;
        if (row.problem)
            continue;
        const bool isPaid = row.decision.status == PayoutStatus::Processed;
        MUST_HOLD(isPaid == (row.decision.reference && !row.decision.reference->isEmpty()));
        MUST_HOLD(isPaid != (row.decision.failure && row.decision.reason && !row.decision.reason->isEmpty()));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QString text = QString::fromUtf8(bytesOf(data + 1, size - 1));
    data[0] == 's' ? readAsStatement(text) : readAsAnswer(text);
    return 0;
}
