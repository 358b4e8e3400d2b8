// The part of Service that seals every submission with the current master.

#include "server/core/resealing.h"
#include "server/core/secrets.h"
#include "server/kyc/sealing.h"
#include "server/kyc/service.h"

namespace kyc {

namespace {

bool isCurrent(const Secrets &secrets, const QString &sealed)
{
    return secrets.vault().isCurrent(QByteArray::fromBase64(sealed.toLatin1()));
}

SubmissionRow resealed(const Secrets &secrets, SubmissionRow row)
{
    const QString pan = open(secrets, row.panSealed.toLatin1(), "pan", row.id);
    const QString bank = open(secrets, row.bankSealed.toLatin1(), bankColumn, row.id);
    row.gstinSealed = seal(secrets, open(secrets, row.gstinSealed.toLatin1(), "gstin", row.id), "gstin", row.id);
    row.panSealed = seal(secrets, pan, "pan", row.id);
    row.bankSealed = seal(secrets, bank, bankColumn, row.id);
    row.panIndex = panMarks(secrets, pan).constFirst();
    row.bankIndex = bankMarks(secrets, row.bankIfsc, bank).constFirst();
    return row;
}

} // namespace

// The columns of a row are written together, so that one of them speaks for all.
int Service::reseal(int most, const std::function<void(int)> &progress)
{
    return resealing::run<KycSubmission>(
        m_db, most, progress,
        [&](Tx &tx, Id<KycSubmission> after, int count) { return m_store.after(tx, after, count); },
        [](const SubmissionRow &row) { return row.id; },
        [&](Tx &tx, const SubmissionRow &row) {
            if (isCurrent(m_secrets, row.panSealed))
                return false;
            m_store.reseal(tx, resealed(m_secrets, row));
            return true;
        });
}

std::optional<QByteArray> Service::resealedNumber(const QByteArray &sealed, Id<KycSubmission> submission) const
{
    if (m_secrets.vault().isCurrent(QByteArray::fromBase64(sealed)))
        return std::nullopt;
    return seal(m_secrets, open(m_secrets, sealed, bankColumn, submission), bankColumn, submission).toLatin1();
}

} // namespace kyc
