#include "server/ledger/stray.h"

namespace ledger {

std::function<std::optional<QUuid>(const Transaction &)> subjectsOf(const QList<Step> &steps)
{
    return [steps](const Transaction &posting) {
        return steps.contains(posting.step) ? std::optional(posting.subjectId.uuid) : std::nullopt;
    };
}

std::optional<QString> stray(const QList<Transaction> &postings, const Subjects &subjects)
{
    QList<std::pair<QUuid, Posting>> about;
    QList<QUuid> ids;
    for (const Transaction &posting : postings)
        if (const auto id = subjects.of(posting)) {
            about += {*id, posting.kind};
            ids += *id;
        }
    const QSet<QUuid> known = subjects.known(ids);
    for (const auto &[id, kind] : std::as_const(about))
        if (!known.contains(id))
            return QStringLiteral("%1 is of %2 %3, which is not there")
                .arg(names::text(kind), subjects.word, id.toString(QUuid::WithoutBraces));
    return std::nullopt;
}

} // namespace ledger
