#include "console/kit/wordlist.h"

namespace kit::display {

namespace {

constexpr const Entry *find(const WordKey &key)
{
    for (const Entry &entry : entries) {
        if (entry.key == key)
            return &entry;
    }
    return nullptr;
}

constexpr bool isUnique()
{
    for (const Entry &entry : entries) {
        if (find(entry.key) != &entry)
            return false;
    }
    return true;
}

// A new value of an enum that is shown does not compile before it has a word here.
template <names::NamedEnum... E>
constexpr bool areWhole()
{
    const auto isWhole = [](auto first) {
        for (std::size_t i = 0; i < namesOf(first).names.size(); ++i) {
            if (!find({&namesOf(first), int(i)}))
                return false;
        }
        return true;
    };
    return (isWhole(E{}) && ...);
}

static_assert(isUnique());
static_assert(areWhole<OrderStatus, EscrowStatus, PaymentMethodKind, PayoutStatus, PayoutFailure, PayoutBatchStatus,
                       CommissionLevel, FlagKind, FlagStatus, LineOutcome, RefundStatus, RefundReason, DisputeStatus,
                       DisputeKind, DisputeWish, DisputeOutcome, Actor, Role, PersonStatus, Permission,
                       SubmissionStatus, KycDocumentKind, Unit, AdState, AdSlot, ReportFormat, RunStatus,
                       ReportFrequency, ReportPeriod, ReportParameter, ReportName>());
static_assert(areWhole<PaymentStatus, SettlementOutcome, TaxCertainty, TaxExemption, PanHolder, InvoiceKind>());

} // namespace

Word word(const WordKey &key, QLatin1StringView wireName)
{
    if (const Entry *entry = find(key))
        return {QCoreApplication::translate("words", entry->text), entry->tone, QString::fromLatin1(entry->icon)};
    QString plain(wireName);
    plain.replace(u'_', u' ');
    if (!plain.isEmpty())
        plain[0] = plain[0].toUpper();
    return {plain};
}

} // namespace kit::display
