// The part of Service that seals every submission with the current master.

#include "server/core/secrets.h"
#include "server/kyc/sealing.h"
#include "server/kyc/service.h"

namespace kyc {

namespace {

constexpr int resealedAtOnce = 100;

bool isCurrent(const Secrets &secrets, const QString &sealed)
{
    return secrets.vault().isCurrent(QByteArray::fromBase64(sealed.toLatin1()));
}

SubmissionRow resealed(const Secrets &secrets, SubmissionRow row)
{
    const QString pan = open(secrets, row.panSealed.toLatin1(), "pan", row.id);
    const QString bank = open(secrets, row.bankSealed.toLatin1(), "bank", row.id);
    row.gstinSealed = seal(secrets, open(secrets, row.gstinSealed.toLatin1(), "gstin", row.id), "gstin", row.id);
    row.panSealed = seal(secrets, pan, "pan", row.id);
    row.bankSealed = seal(secrets, bank, "bank", row.id);
    row.panIndex = panMarks(secrets, pan).constFirst();
    row.bankIndex = bankMarks(secrets, row.bankIfsc, bank).constFirst();
    return row;
}

} // namespace

// The columns of a row are written together, so that one of them speaks for all.
int Service::reseal(int most, const std::function<void(int)> &progress)
{
    struct Piece
    {
        Id<KycSubmission> last;
        int seen = 0, changed = 0;
    };
    int changed = 0;
    for (Id<KycSubmission> at; changed < most;) {
        const auto piece = m_db.write([&](Tx &tx) -> Result<Piece> {
            Piece out;
            for (const SubmissionRow &row : m_store.after(tx, at, std::min(resealedAtOnce, most - changed))) {
                out.last = row.id;
                ++out.seen;
                if (isCurrent(m_secrets, row.panSealed))
                    continue;
                m_store.reseal(tx, resealed(m_secrets, row));
                ++out.changed;
            }
            return out;
        });
        if (piece->seen == 0)
            break;
        at = piece->last;
        changed += piece->changed;
        progress(changed);
    }
    return changed;
}

} // namespace kyc
