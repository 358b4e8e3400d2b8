// The part of Service that keeps how buyers like to pay (ACC-04).

#include "server/buyers/rules.h"
#include "server/buyers/service.h"
#include "server/core/ids.h"
#include "server/core/masks.h"
#include "server/core/permit.h"

#include <algorithm>

namespace buyers {

namespace {

SavedMethod methodOf(const MethodRow &row)
{
    return {.id = row.id,
            .kind = row.kind,
            .provider = row.provider,
            .label = row.label,
            .masked = row.kind == SavedMethodKind::Upi ? maskedEmail(row.reference) : maskedToken(row.reference),
            .isDefault = row.isDefault,
            .savedAt = row.savedAt};
}

} // namespace

QList<SavedMethod> Service::methodsOf(Tx &tx, Id<Account> buyer)
{
    QList<SavedMethod> out;
    const QList<MethodRow> rows = m_store.methods(tx, buyer);
    for (const MethodRow &row : rows)
        out += methodOf(row);
    return out;
}

Result<QList<SavedMethod>> Service::listSavedMethods(const Caller &caller)
{
    MUST(permitBuyer(caller));
    return m_db.read([&](Tx &tx) -> Result<QList<SavedMethod>> { return methodsOf(tx, caller.id); });
}

// Saving twice is saving once, with the label that was said last.
Result<SavedMethod> Service::saveMethod(const Caller &caller, const SaveMethod &wish)
{
    MUST(permitBuyer(caller));
    if (const auto problem = methodProblem(wish))
        return refusal(problem->field, problem->problem);
    return m_db.write(caller, [&](Tx &tx) -> Result<SavedMethod> {
        const QList<MethodRow> kept = m_store.methods(tx, caller.id);
        const auto known = std::find_if(kept.cbegin(), kept.cend(), [&](const MethodRow &row) {
            return row.kind == wish.kind && row.reference == wish.reference;
        });
        if (known == kept.cend() && kept.size() >= savedMethodsMax)
            return failure(ErrorCode::Conflict, QStringLiteral("There are too many payment methods already."));
        MethodRow row = known == kept.cend() ? MethodRow{.id = m_ids.next<SavedMethod>(), .savedAt = tx.now()} : *known;
        row.accountId = caller.id;
        row.kind = wish.kind;
        row.provider = wish.provider;
        row.reference = wish.reference;
        row.label = wish.label;
        row.isDefault = row.isDefault || wish.isDefault || kept.isEmpty();
        if (row.isDefault)
            m_store.withoutDefault(tx, caller.id);
        m_store.removeMethod(tx, caller.id, row.id);
        if (!m_store.insertMethod(tx, row))
            return failure(ErrorCode::Conflict, QStringLiteral("The payment methods have changed meanwhile."));
        return methodOf(row);
    });
}

Result<> Service::removeSavedMethod(const Caller &caller, Id<SavedMethod> id)
{
    MUST(permitBuyer(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        if (!m_store.removeMethod(tx, caller.id, id))
            return notFound(QLatin1StringView("payment method"));
        m_store.chooseDefault(tx, caller.id);
        return {};
    });
}

} // namespace buyers
