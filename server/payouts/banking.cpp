// Files for the bank and its answers, of Service.

#include "server/audit/service.h"
#include "server/auth/service.h"
#include "server/core/crypto.h"
#include "server/core/cursor.h"
#include "server/core/permit.h"
#include "server/core/readable.h"
#include "server/kyc/service.h"
#include "server/payouts/service.h"

namespace payouts {

namespace {

constexpr QLatin1StringView batchWord("bank file");

struct AuditedBatch
{
    QString batchNumber;
    QString layoutName;
    qint64 payoutsCount = 0;
    Money amount;
    QString fileHash;
    std::optional<QString> bankReference; // when it was withdrawn

    FIELDS(AuditedBatch, FIELD(batchNumber), FIELD(layoutName), FIELD(payoutsCount), FIELD(amount), FIELD(fileHash),
           FIELD(bankReference))
};

Json audited(const BatchRow &batch)
{
    return {json::bytes(AuditedBatch{batch.batchNumber, batch.layoutName, batch.payoutsCount, batch.amount,
                                     batch.fileHash, batch.withdrawnReference})};
}

PayoutBatch batchOf(const BatchRow &row)
{
    return {.id = row.id,
            .batchNumber = row.batchNumber,
            .layoutName = row.layoutName,
            .payoutsCount = row.payoutsCount,
            .amount = row.amount,
            .fileName = row.fileName,
            .fileHash = row.fileHash,
            .status = row.status,
            .createdBy = row.createdBy,
            .createdAt = row.createdAt,
            .openedAt = row.openedAt,
            .cancelledAt = row.cancelledAt,
            .withdrawnReference = row.withdrawnReference};
}

QString hashOf(const QByteArray &file)
{
    return QString::fromLatin1(crypto::sha256(file).toHex());
}

QString placeOf(qsizetype at)
{
    return QStringLiteral("payout_ids.%1").arg(at);
}

// Banks and people confuse what was never paid with what came back; said in the words of the file.
Result<> checkWord(const PayoutRow &seen, const Decision &decision)
{
    if (seen.status == PayoutStatus::Processed && decision.failure == PayoutFailure::BankRefused)
        return failure(ErrorCode::IllegalTransition,
                       QStringLiteral("This payout is paid; when its money came back, the word is returned."));
    if (seen.status == PayoutStatus::Approved && decision.failure == PayoutFailure::Returned)
        return failure(ErrorCode::IllegalTransition,
                       QStringLiteral("This payout is not paid yet; when the bank refuses it, the word is failed."));
    return {};
}

} // namespace

Result<QList<BankLayout>> Service::listBankLayouts(const Caller &caller)
{
    MUST(permit(caller, Permission::ManagePayouts));
    QList<BankLayout> out;
    for (const BankLayoutFile &layout : m_layouts)
        out += BankLayout{layout.name, layout.title, layout.amountMin};
    return out;
}

Result<Page<PayoutBatch>> Service::listPayoutBatches(const Caller &caller, const ListPayoutBatches &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    LET(before, cursor::idOf<PayoutBatch>(wish.cursor));
    return cursor::pageById(m_db.read([&](Tx &tx) { return m_store.batches(tx, before, wish.limit + 1); }), wish.limit);
}

Result<BankLayoutFile> Service::layoutNamed(const QString &name) const
{
    for (const BankLayoutFile &layout : m_layouts)
        if (layout.name == name)
            return layout;
    return refusal(QStringLiteral("layout_name"), QStringLiteral("is not a layout of bank files"));
}

QByteArray Service::fileOf(const BankLayoutFile &layout, const BatchRow &batch, const QList<PayoutRow> &rows) const
{
    QList<BankOrder> orders;
    for (const PayoutRow &row : rows) {
        kyc::BankAccount account;
        account.sealed = row.bankAccountSealed.bytes;
        account.submissionId = row.kycSubmissionId;
        orders += BankOrder{row.payoutNumber, row.amount, m_kyc.numberOf(account), row.bankIfsc, row.bankAccountHolder};
    }
    return bankFile(layout, batch.batchNumber, batch.createdAt, orders);
}

// A payout stands in one file at a time: the change that puts it there has the condition, so of two files at once the
// second is refused as a whole.
Result<PayoutBatch> Service::makePayoutBatch(const Caller &caller, const MakePayoutBatch &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<PayoutBatch> {
        MUST(m_auth.requireFresh(tx, caller));
        return batchedBy(tx, caller, wish);
    });
}

Result<PayoutBatch> Service::batchedBy(Tx &tx, const Caller &admin, const MakePayoutBatch &wish)
{
    LET(layout, layoutNamed(wish.layoutName));
    BatchRow batch{.id = m_ids.next<PayoutBatch>(),
                   .layoutName = layout.name,
                   .layout = QString::fromUtf8(json::bytes(layout)),
                   .payoutsCount = wish.payoutIds.size(),
                   .createdBy = nameOf(tx, admin).value_or(QString()),
                   .createdById = admin.id,
                   .createdAt = tx.now()};
    QList<PayoutRow> rows;
    for (qsizetype at = 0; at < wish.payoutIds.size(); ++at) {
        if (wish.payoutIds.indexOf(wish.payoutIds[at]) < at)
            return refusal(placeOf(at), QStringLiteral("stands in the list twice"));
        const auto row = m_store.find(tx, wish.payoutIds[at]);
        if (!row)
            return refusal(placeOf(at), QStringLiteral("is not a payout"));
        if (row->amount < layout.amountMin)
            return refusal(placeOf(at), QStringLiteral("is less than this layout takes"));
        MUST(mayLeave(tx, *row));
        batch.amount = batch.amount + row->amount;
        rows += *row;
    }
    MUST(insertBatch(tx, batch, layout, rows));
    for (const PayoutRow &row : rows) {
        if (!m_store.putIntoBatch(tx, batch, row.id))
            return failure(
                ErrorCode::IllegalTransition,
                QStringLiteral("%1 is not approved, stands in a bank file already or is sent through the provider.")
                    .arg(row.payoutNumber));
        m_store.addItem(tx, batch.id, row.id);
    }
    m_audit.record(tx, admin, "payouts.batch_made", "payout_batch", batch.id.text(), audited(batch));
    return batchOf(batch);
}

// With its number comes what depends on it: the file, of which the checksum is kept.
Result<> Service::insertBatch(Tx &tx, BatchRow &batch, const BankLayoutFile &layout, const QList<PayoutRow> &rows)
{
    for (int attempt = 0; attempt < readable::attemptsMax; ++attempt) {
        batch.batchNumber = readable::number(QLatin1StringView("PB"), m_ids.next<BatchRow>().uuid);
        batch.fileName = batch.batchNumber + u'-' + layout.name + QStringLiteral(".csv");
        batch.fileHash = hashOf(fileOf(layout, batch, rows));
        if (m_store.insertNew(tx, batch))
            return {};
    }
    return failure(ErrorCode::Unavailable, QStringLiteral("No number for a bank file is free at the moment."));
}

// Full account numbers leave the house here, so it is asked who it is, and on record. With the file its money leaves,
// so that it is asked again what may have changed since it was made; what the bank has answered has left already.
Result<BankFile> Service::openPayoutBatch(const Caller &caller, Id<PayoutBatch> id)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<BankFile> {
        MUST(m_auth.requireFresh(tx, caller));
        const auto batch = m_store.batch(tx, id);
        if (!batch)
            return notFound(batchWord);
        if (batch->status == PayoutBatchStatus::Cancelled)
            return failure(ErrorCode::Conflict, QStringLiteral("This bank file is cancelled."));
        LET(layout, json::parse<BankLayoutFile>(batch->layout.toUtf8()));
        const QList<PayoutRow> rows = m_store.inBatch(tx, id);
        for (const PayoutRow &row : rows)
            if (row.status == PayoutStatus::Approved)
                MUST(mayLeave(tx, row));
        const QByteArray file = fileOf(layout, *batch, rows);
        if (hashOf(file) != batch->fileHash)
            throw DbFault("the bank file " + batch->batchNumber.toStdString() + " is not what it was");
        m_store.noteOpened(tx, id, caller.id);
        m_audit.record(tx, caller, "payouts.batch_opened", "payout_batch", id.text(), audited(*batch));
        return BankFile{batch->fileName, QString::fromUtf8(file), batch->fileHash, batch->payoutsCount, batch->amount};
    });
}

// Its payouts can stand in another file, or be rejected.
PayoutBatch Service::emptied(Tx &tx, const Caller &caller, Id<PayoutBatch> id, std::string_view action)
{
    m_store.emptyBatch(tx, id);
    const auto batch = m_store.batch(tx, id);
    m_audit.record(tx, caller, action, "payout_batch", id.text(), audited(*batch));
    return batchOf(*batch);
}

Result<PayoutBatch> Service::cancelPayoutBatch(const Caller &caller, Id<PayoutBatch> id)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<PayoutBatch> {
        MUST(m_auth.requireFresh(tx, caller));
        if (!m_store.batch(tx, id))
            return notFound(batchWord);
        if (!m_store.cancelBatch(tx, id, tx.now()))
            return failure(ErrorCode::IllegalTransition,
                           QStringLiteral("This bank file was opened and can only be withdrawn, is cancelled already, "
                                          "or the bank has answered."));
        return emptied(tx, caller, id, "payouts.batch_cancelled");
    });
}

// What was opened may lie with the bank: two people say that it does not pay it, and with which word of the bank.
Result<PayoutBatch> Service::withdrawPayoutBatch(const Caller &caller, Id<PayoutBatch> id,
                                                 const WithdrawPayoutBatch &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    return m_db.write(caller, [&](Tx &tx) -> Result<PayoutBatch> {
        MUST(m_auth.requireFresh(tx, caller));
        if (!m_store.batch(tx, id))
            return notFound(batchWord);
        if (m_store.hasOpened(tx, id, caller.id))
            return failure(ErrorCode::IllegalTransition,
                           QStringLiteral("An admin has to withdraw this bank file who has not opened it."));
        if (!m_store.withdrawBatch(tx, id, wish.bankReference, tx.now()))
            return failure(
                ErrorCode::IllegalTransition,
                QStringLiteral("This bank file was never opened, is cancelled already, or the bank has answered."));
        return emptied(tx, caller, id, "payouts.batch_withdrawn");
    });
}

// True when the row changed something; what it says may have been entered before.
Result<bool> Service::enter(Tx &tx, const Caller &caller, const AnsweredRow &row)
{
    const auto seen = m_store.numbered(tx, row.payoutNumber);
    if (!seen)
        return failure(ErrorCode::NotFound, QStringLiteral("There is no payout of this number."));
    if (row.amount && *row.amount != seen->amount)
        return failure(ErrorCode::ValidationFailed, QStringLiteral("The bank's amount is %1, the payout's is %2.")
                                                        .arg(row.amount->text(), seen->amount.text()));
    const Decision &decision = row.decision;
    const bool isKnown = seen->status == decision.status && seen->failureCode == decision.failure &&
                         seen->failureReason == decision.reason &&
                         (!decision.reference || seen->transactionReference == decision.reference);
    if (isKnown)
        return false;
    MUST(checkWord(*seen, decision));
    MUST(decided(tx, caller, *seen, decision));
    return true;
}

// Each row is a unit of its own: one that is wrong does not keep the others from being entered.
Result<BankAnswer> Service::enterBankAnswer(const Caller &caller, const EnterBankAnswer &wish)
{
    MUST(permit(caller, Permission::ManagePayouts));
    LET(rows, readBankAnswer(wish.text));
    MUST(m_db.read([&](Tx &tx) { return m_auth.requireFresh(tx, caller); }));
    BankAnswer out{.rows = rows.size()};
    for (const AnsweredRow &row : rows) {
        if (row.problem) {
            out.problems += BankAnswerProblem{row.line, row.payoutNumber, *row.problem};
            continue;
        }
        const Result<bool> entered = m_db.write([&](Tx &tx) { return enter(tx, caller, row); });
        if (!entered)
            out.problems += BankAnswerProblem{row.line, row.payoutNumber, entered.error().message};
        else if (!*entered)
            ++out.known;
        else if (row.decision.status == PayoutStatus::Processed)
            ++out.paid;
        else
            ++(row.decision.failure == PayoutFailure::Returned ? out.returned : out.failed);
    }
    return out;
}

} // namespace payouts
