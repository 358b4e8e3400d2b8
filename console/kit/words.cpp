// Every status and kind of the contract in words: what it is called, what it means. One table for all enums, because
// one word means one thing in the whole trade.

#include "console/kit/display.h"

#include <QCoreApplication>
#include <QHash>

namespace kit::display {

namespace {

struct Entry
{
    const char *wire;
    const char *text;
    Tone tone;
    const char *icon = nullptr;
};

// clang-format off
constexpr Entry entries[] = {
    // Orders
    {"placed", QT_TRANSLATE_NOOP("words", "Placed"), Tone::Info},
    {"confirmed", QT_TRANSLATE_NOOP("words", "Confirmed"), Tone::Accent},
    {"packed", QT_TRANSLATE_NOOP("words", "Packed"), Tone::Violet},
    {"shipped", QT_TRANSLATE_NOOP("words", "Shipped"), Tone::Violet},
    {"out_for_delivery", QT_TRANSLATE_NOOP("words", "Out for delivery"), Tone::Warning},
    {"delivered", QT_TRANSLATE_NOOP("words", "Delivered"), Tone::Success},
    {"completed", QT_TRANSLATE_NOOP("words", "Completed"), Tone::Neutral},
    {"cancelled", QT_TRANSLATE_NOOP("words", "Cancelled"), Tone::Neutral},
    {"disputed", QT_TRANSLATE_NOOP("words", "Disputed"), Tone::Danger},
    {"refunded", QT_TRANSLATE_NOOP("words", "Refunded"), Tone::Neutral, "undo-2"},
    {"returned", QT_TRANSLATE_NOOP("words", "Returned"), Tone::Neutral},
    {"weighed", QT_TRANSLATE_NOOP("words", "Weighed"), Tone::Violet},
    // Escrow and money
    {"held", QT_TRANSLATE_NOOP("words", "Held"), Tone::Warning, "lock"},
    {"released", QT_TRANSLATE_NOOP("words", "Released"), Tone::Success, "check"},
    {"settled", QT_TRANSLATE_NOOP("words", "Settled"), Tone::Success, "check"},
    {"frozen", QT_TRANSLATE_NOOP("words", "Frozen"), Tone::Danger, "lock"},
    {"none", QT_TRANSLATE_NOOP("words", "None"), Tone::Neutral},
    {"credit", QT_TRANSLATE_NOOP("words", "Credit"), Tone::Success},
    {"debit", QT_TRANSLATE_NOOP("words", "Debit"), Tone::Neutral},
    // Reviews, payouts and jobs
    {"requested", QT_TRANSLATE_NOOP("words", "Requested"), Tone::Info},
    {"pending", QT_TRANSLATE_NOOP("words", "Pending"), Tone::Warning},
    {"submitted", QT_TRANSLATE_NOOP("words", "Submitted"), Tone::Info},
    {"under_review", QT_TRANSLATE_NOOP("words", "Under review"), Tone::Info},
    {"in_review", QT_TRANSLATE_NOOP("words", "In review"), Tone::Info},
    {"more_info", QT_TRANSLATE_NOOP("words", "More information asked"), Tone::Warning},
    {"more_requested", QT_TRANSLATE_NOOP("words", "More information asked"), Tone::Warning},
    {"changes_requested", QT_TRANSLATE_NOOP("words", "More information asked"), Tone::Warning},
    {"resubmitted", QT_TRANSLATE_NOOP("words", "Resubmitted"), Tone::Info},
    {"not_submitted", QT_TRANSLATE_NOOP("words", "Not submitted"), Tone::Neutral},
    {"missing", QT_TRANSLATE_NOOP("words", "Missing"), Tone::Neutral},
    {"approved", QT_TRANSLATE_NOOP("words", "Approved"), Tone::Success},
    {"accepted", QT_TRANSLATE_NOOP("words", "Accepted"), Tone::Success},
    {"rejected", QT_TRANSLATE_NOOP("words", "Rejected"), Tone::Danger},
    {"processing", QT_TRANSLATE_NOOP("words", "Processing"), Tone::Violet},
    {"processed", QT_TRANSLATE_NOOP("words", "Paid"), Tone::Success},
    {"paid", QT_TRANSLATE_NOOP("words", "Paid"), Tone::Success},
    {"failed", QT_TRANSLATE_NOOP("words", "Failed"), Tone::Danger},
    {"succeeded", QT_TRANSLATE_NOOP("words", "Succeeded"), Tone::Success},
    {"unknown", QT_TRANSLATE_NOOP("words", "Unknown"), Tone::Warning},
    {"expired", QT_TRANSLATE_NOOP("words", "Expired"), Tone::Neutral},
    // Listings and accounts
    {"draft", QT_TRANSLATE_NOOP("words", "Draft"), Tone::Neutral},
    {"active", QT_TRANSLATE_NOOP("words", "Active"), Tone::Success},
    {"inactive", QT_TRANSLATE_NOOP("words", "Inactive"), Tone::Neutral},
    {"hidden", QT_TRANSLATE_NOOP("words", "Hidden"), Tone::Neutral},
    {"paused", QT_TRANSLATE_NOOP("words", "Paused"), Tone::Warning},
    {"archived", QT_TRANSLATE_NOOP("words", "Archived"), Tone::Neutral},
    {"deleted", QT_TRANSLATE_NOOP("words", "Deleted"), Tone::Neutral},
    {"out_of_stock", QT_TRANSLATE_NOOP("words", "Out of stock"), Tone::Danger},
    {"suspended", QT_TRANSLATE_NOOP("words", "Suspended"), Tone::Warning},
    {"banned", QT_TRANSLATE_NOOP("words", "Banned"), Tone::Danger},
    {"verified", QT_TRANSLATE_NOOP("words", "Verified"), Tone::Success},
    {"buyer", QT_TRANSLATE_NOOP("words", "Buyer"), Tone::Neutral},
    {"distributor", QT_TRANSLATE_NOOP("words", "Distributor"), Tone::Neutral},
    {"vendor", QT_TRANSLATE_NOOP("words", "Vendor"), Tone::Neutral},
    {"admin", QT_TRANSLATE_NOOP("words", "Admin"), Tone::Accent},
    {"system", QT_TRANSLATE_NOOP("words", "System"), Tone::Neutral},
    // Documents
    {"pan", QT_TRANSLATE_NOOP("words", "PAN card"), Tone::Neutral},
    {"gstin", QT_TRANSLATE_NOOP("words", "GSTIN certificate"), Tone::Neutral},
    {"cheque", QT_TRANSLATE_NOOP("words", "Cancelled cheque"), Tone::Neutral},
    // Advertising
    {"scheduled", QT_TRANSLATE_NOOP("words", "Scheduled"), Tone::Info},
    {"running", QT_TRANSLATE_NOOP("words", "Running"), Tone::Success},
    {"ended", QT_TRANSLATE_NOOP("words", "Ended"), Tone::Neutral},
    {"spent", QT_TRANSLATE_NOOP("words", "Cap reached"), Tone::Neutral},
    {"home_hero", QT_TRANSLATE_NOOP("words", "Home hero"), Tone::Neutral},
    {"home_strip", QT_TRANSLATE_NOOP("words", "Home strip"), Tone::Neutral},
    {"category_top", QT_TRANSLATE_NOOP("words", "Category top"), Tone::Neutral},
    {"search_result", QT_TRANSLATE_NOOP("words", "Search results"), Tone::Neutral},
    {"order_confirmed", QT_TRANSLATE_NOOP("words", "Order confirmed"), Tone::Neutral},
    // Units of sale
    {"kilogram", QT_TRANSLATE_NOOP("words", "kg"), Tone::Neutral},
    {"kg", QT_TRANSLATE_NOOP("words", "kg"), Tone::Neutral},
    {"tonne", QT_TRANSLATE_NOOP("words", "tonne"), Tone::Neutral},
    {"piece", QT_TRANSLATE_NOOP("words", "piece"), Tone::Neutral},
    {"litre", QT_TRANSLATE_NOOP("words", "litre"), Tone::Neutral},
    {"metre", QT_TRANSLATE_NOOP("words", "metre"), Tone::Neutral},
    {"bundle", QT_TRANSLATE_NOOP("words", "bundle"), Tone::Neutral},
    // Reports
    {"csv", QT_TRANSLATE_NOOP("words", "CSV"), Tone::Neutral},
    {"xlsx", QT_TRANSLATE_NOOP("words", "Excel"), Tone::Neutral},
    {"pdf", QT_TRANSLATE_NOOP("words", "PDF"), Tone::Neutral},
    {"waiting", QT_TRANSLATE_NOOP("words", "Waiting"), Tone::Neutral},
    {"running", QT_TRANSLATE_NOOP("words", "Running"), Tone::Info},
    {"done", QT_TRANSLATE_NOOP("words", "Done"), Tone::Success},
    {"scheduled", QT_TRANSLATE_NOOP("words", "Schedule"), Tone::Neutral},
    {"never", QT_TRANSLATE_NOOP("words", "Only by hand"), Tone::Neutral},
    {"daily", QT_TRANSLATE_NOOP("words", "Every day"), Tone::Neutral},
    {"weekly", QT_TRANSLATE_NOOP("words", "Every Monday"), Tone::Neutral},
    {"monthly", QT_TRANSLATE_NOOP("words", "First of the month"), Tone::Neutral},
    {"quarterly", QT_TRANSLATE_NOOP("words", "First of the quarter"), Tone::Neutral},
    {"everything", QT_TRANSLATE_NOOP("words", "Everything"), Tone::Neutral},
    {"custom", QT_TRANSLATE_NOOP("words", "From day to day"), Tone::Neutral},
    {"today", QT_TRANSLATE_NOOP("words", "Today"), Tone::Neutral},
    {"yesterday", QT_TRANSLATE_NOOP("words", "Yesterday"), Tone::Neutral},
    {"last_week", QT_TRANSLATE_NOOP("words", "Last week"), Tone::Neutral},
    {"this_month", QT_TRANSLATE_NOOP("words", "This month"), Tone::Neutral},
    {"last_month", QT_TRANSLATE_NOOP("words", "Last month"), Tone::Neutral},
    {"last_quarter", QT_TRANSLATE_NOOP("words", "Last quarter"), Tone::Neutral},
    {"period", QT_TRANSLATE_NOOP("words", "Period"), Tone::Neutral},
    {"category", QT_TRANSLATE_NOOP("words", "Category"), Tone::Neutral},
    {"region", QT_TRANSLATE_NOOP("words", "State"), Tone::Neutral},
};
// clang-format on

const QHash<QLatin1StringView, const Entry *> &table()
{
    static const QHash<QLatin1StringView, const Entry *> all = [] {
        QHash<QLatin1StringView, const Entry *> words;
        for (const Entry &entry : entries)
            words.insert(QLatin1StringView(entry.wire), &entry);
        return words;
    }();
    return all;
}

} // namespace

Word word(QLatin1StringView wireName)
{
    if (const Entry *entry = table().value(wireName))
        return {QCoreApplication::translate("words", entry->text), entry->tone, QString::fromLatin1(entry->icon)};
    // A newer server may know more states than this console.
    QString plain(wireName);
    plain.replace(u'_', u' ');
    if (!plain.isEmpty())
        plain[0] = plain[0].toUpper();
    return {plain};
}

} // namespace kit::display
