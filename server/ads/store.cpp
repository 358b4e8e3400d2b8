#include "server/ads/store.h"

#include <algorithm>

namespace ads {

namespace {

constexpr int candidatesMax = 200; // of one place at a time
constexpr int daysMax = 1000;

struct Level
{
    AdSlot slot = AdSlot::HomeHero;
    qint64 impressions = 0;
    qint64 clicks = 0;
    std::optional<qint64> impressionCap;

    FIELDS(Level, FIELD(slot), FIELD(impressions), FIELD(clicks), FIELD(impressionCap))
};

// A condition that is put together at run time: only constant text of ours is joined.
class Where
{
public:
    void add(std::string_view condition)
    {
        m_text += " AND ";
        m_text += condition;
    }
    template <class... Value>
    void add(std::string_view condition, const Value &...values)
    {
        add(condition);
        (m_values.push_back(sql::value(values)), ...);
    }
    const std::string &text() const { return m_text; }
    sql::Values &values() { return m_values; }

private:
    std::string m_text;
    sql::Values m_values;
};

// The same rules as stateOf(), for lists.
void restrict(Where &where, AdState state, Instant now)
{
    constexpr std::string_view hasRoom = "(impression_cap IS NULL OR impressions < impression_cap)";
    switch (state) {
    case AdState::Ended: return where.add("end_date <= ?", now);
    case AdState::Spent: return where.add("end_date > ? AND impressions >= impression_cap", now);
    case AdState::Paused: where.add("end_date > ? AND is_active = 0", now); break;
    case AdState::Scheduled: where.add("end_date > ? AND is_active = 1 AND start_date > ?", now, now); break;
    case AdState::Running: where.add("end_date > ? AND is_active = 1 AND start_date <= ?", now, now); break;
    }
    where.add(hasRoom);
}

} // namespace

void Store::insert(Tx &tx, const AdRow &row)
{
    tx.insert("ads", row);
}

std::optional<AdRow> Store::find(Tx &tx, Id<Ad> id)
{
    return tx.one<AdRow>("FROM ads WHERE id = ? AND removed_at IS NULL", id);
}

QList<AdRow> Store::list(Tx &tx, const ListAllAds &wish, const std::optional<Id<Ad>> &before, int limit)
{
    Where where;
    if (wish.slot)
        where.add("slot = ?", *wish.slot);
    if (wish.from)
        where.add("end_date > ?", *wish.from);
    if (wish.until)
        where.add("start_date < ?", *wish.until);
    if (wish.state)
        restrict(where, *wish.state, tx.now());
    if (before)
        where.add("id < ?", *before);
    where.values().push_back(sql::value(limit));
    return tx.all<AdRow>("FROM ads WHERE removed_at IS NULL" + where.text() + " ORDER BY id DESC LIMIT ?",
                         where.values());
}

QList<AdRow> Store::running(Tx &tx, const Viewing &viewing, Instant now)
{
    Where where;
    where.add("slot = ?", viewing.slot);
    where.add("end_date > ?", now);
    where.add("start_date <= ?", now);
    where.add("is_active = 1");
    if (viewing.region)
        where.add("(region IS NULL OR region = ?)", *viewing.region);
    else
        where.add("region IS NULL");
    if (viewing.role)
        where.add("(audience IS NULL OR audience = ?)", *viewing.role);
    else
        where.add("audience IS NULL");
    std::string marks;
    for (const Id<Category> &category : viewing.categories) {
        marks += marks.empty() ? "?" : ", ?";
        where.values().push_back(sql::value(category));
    }
    where.add(marks.empty() ? "category_id IS NULL" : "(category_id IS NULL OR category_id IN (" + marks + "))");
    where.values().push_back(sql::value(candidatesMax));
    return tx.all<AdRow>("FROM ads WHERE removed_at IS NULL" + where.text() + " ORDER BY priority DESC, id LIMIT ?",
                         where.values());
}

QList<AdRow> Store::neighbours(Tx &tx, const AdRow &row, Instant from, const std::optional<Instant> &until)
{
    Where where;
    where.add("slot = ?", row.slot);
    where.add("end_date > ?", from);
    if (until)
        where.add("start_date < ?", *until);
    if (row.region)
        where.add("(region IS NULL OR region = ?)", *row.region);
    if (row.audience)
        where.add("(audience IS NULL OR audience = ?)", *row.audience);
    where.values().push_back(sql::value(neighboursMax + 1));
    return tx.all<AdRow>("FROM ads WHERE removed_at IS NULL" + where.text() + " ORDER BY start_date, id LIMIT ?",
                         where.values());
}

bool Store::change(Tx &tx, const AdRow &next, qint64 seenVersion)
{
    return tx.run(
               "UPDATE ads SET slot = ?, title = ?, description = ?, source_id = ?, image_id = ?, picture_owner_id = ?,"
               " click_url = ?,"
               " start_date = ?, end_date = ?, is_active = ?, region = ?, category_id = ?, audience = ?,"
               " priority = ?, weight = ?, impression_cap = ?, viewer_daily_cap = ?, partner_id = ?,"
               " updated_at = ?, version = version + 1 WHERE id = ? AND version = ? AND removed_at IS NULL",
               next.slot, next.title, next.description, next.sourceId, next.imageId, next.pictureOwnerId, next.clickUrl,
               next.startDate, next.endDate, next.isActive, next.region, next.categoryId, next.audience, next.priority,
               next.weight, next.impressionCap, next.viewerDailyCap, next.partnerId, next.updatedAt, next.id,
               seenVersion) == 1;
}

void Store::setPartner(Tx &tx, Id<Ad> id, const std::optional<Id<Ad>> &partner, Instant now)
{
    tx.run("UPDATE ads SET partner_id = ?, updated_at = ?, version = version + 1 WHERE id = ?", partner, now, id);
}

bool Store::remove(Tx &tx, Id<Ad> id, Instant now)
{
    return tx.run("UPDATE ads SET removed_at = ?, updated_at = ?, partner_id = NULL, version = version + 1"
                  " WHERE id = ? AND removed_at IS NULL",
                  now, now, id) == 1;
}

// The conditions stand in the UPDATE too, so that they hold whoever else counts at the same time. Views that are beyond
// the cap were nobody's, and so are their clicks.
bool Store::count(Tx &tx, Id<Ad> id, const QString &day, qint64 impressions, qint64 clicks)
{
    const auto level = tx.one<Level>("FROM ads WHERE id = ?", id);
    if (!level)
        return false;
    const qint64 room = level->impressionCap ? *level->impressionCap - level->impressions : impressions;
    const qint64 seen = std::clamp<qint64>(impressions, 0, std::max<qint64>(0, room));
    const qint64 followed =
        std::clamp<qint64>(clicks, 0, std::max<qint64>(0, level->impressions + seen - level->clicks));
    if (tx.run("UPDATE ads SET impressions = impressions + ?1, clicks = clicks + ?2 WHERE id = ?3"
               " AND (impression_cap IS NULL OR impressions + ?1 <= impression_cap)"
               " AND (?2 = 0 OR clicks + ?2 <= impressions + ?1)",
               seen, followed, id) != 1)
        return false;
    tx.run("INSERT INTO ad_days (ad_id, slot, day, impressions, clicks) VALUES (?, ?, ?, ?, ?)"
           " ON CONFLICT (ad_id, day, slot) DO UPDATE SET impressions = ad_days.impressions + excluded.impressions,"
           " clicks = ad_days.clicks + excluded.clicks",
           id, level->slot, day, seen, followed);
    return true;
}

QList<AdDay> Store::days(Tx &tx, Id<Ad> id, const QString &from, const QString &until)
{
    return tx.all<AdDay>("FROM ad_days WHERE ad_id = ? AND day >= ? AND day <= ? ORDER BY day, slot LIMIT ?", id, from,
                         until, daysMax);
}

QList<SumRow> Store::sums(Tx &tx, const QString &from, const QString &until, int limit)
{
    return tx.all<SumRow>("FROM (SELECT d.ad_id AS ad_id, a.title AS title, d.slot AS slot,"
                          " CAST(sum(d.impressions) AS BIGINT) AS impressions, CAST(sum(d.clicks) AS BIGINT) AS clicks"
                          " FROM ad_days d JOIN ads a ON a.id = d.ad_id WHERE d.day >= ? AND d.day <= ?"
                          " GROUP BY d.ad_id, a.title, d.slot) AS totals ORDER BY impressions DESC, ad_id, slot"
                          " LIMIT ?",
                          from, until, limit);
}

QList<SlotSum> Store::slotSums(Tx &tx, const QString &from, const QString &until)
{
    return tx.all<SlotSum>("FROM (SELECT slot, count(DISTINCT ad_id) AS ads,"
                           " CAST(sum(impressions) AS BIGINT) AS impressions, CAST(sum(clicks) AS BIGINT) AS clicks"
                           " FROM ad_days WHERE day >= ? AND day <= ? GROUP BY slot) AS totals ORDER BY slot",
                           from, until);
}

} // namespace ads
