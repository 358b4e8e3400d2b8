#include "server/ads/rules.h"

#include "shared/base/share.h"

#include <QHostAddress>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <array>

namespace ads {

AdState stateOf(const Window &window, Instant now)
{
    if (now >= window.endDate)
        return AdState::Ended;
    if (window.impressionCap && window.impressions >= *window.impressionCap)
        return AdState::Spent;
    if (!window.isActive)
        return AdState::Paused;
    return now < window.startDate ? AdState::Scheduled : AdState::Running;
}

BasisPoints ctrOf(qint64 impressions, qint64 clicks)
{
    return share(clicks, impressions).value_or(BasisPoints{});
}

QString dayOf(Instant time)
{
    return india::dayText(india::dayNumber(time));
}

namespace {

// Takes one entry out of the list, each as likely as its weight says.
template <class T, class WeightOf>
T takeByWeight(QList<T> &from, const Draw &draw, WeightOf weightOf)
{
    quint32 sum = 0;
    for (const T &each : from)
        sum += quint32(weightOf(each));
    quint32 rest = draw(sum);
    qsizetype at = 0;
    while (at + 1 < from.size() && rest >= quint32(weightOf(from[at])))
        rest -= quint32(weightOf(from[at++]));
    return from.takeAt(at);
}

struct Place
{
    int weight = 1;
    QList<Id<Ad>> halves;
};

QList<Place> placesOf(const QList<Candidate> &candidates, int priority)
{
    QList<Place> out;
    QHash<Id<Ad>, qsizetype> known;
    for (const Candidate &each : candidates) {
        if (each.priority != priority)
            continue;
        if (!known.contains(each.place)) {
            known.insert(each.place, out.size());
            out += Place{};
        }
        Place &place = out[known.value(each.place)];
        place.weight = std::max(place.weight, each.weight);
        place.halves += each.id;
    }
    return out;
}

} // namespace

QList<Id<Ad>> drawn(const QList<Candidate> &candidates, int places, const Draw &draw)
{
    QList<int> priorities;
    for (const Candidate &each : candidates)
        if (!priorities.contains(each.priority))
            priorities += each.priority;
    std::sort(priorities.begin(), priorities.end(), std::greater<>());

    QList<Id<Ad>> out;
    QSet<Id<Ad>> taken; // halves of a pair may differ in priority
    for (const int priority : priorities) {
        QList<Place> left = placesOf(candidates, priority);
        while (!left.isEmpty() && out.size() < places) {
            const Place chosen = takeByWeight(left, draw, [](const Place &each) { return each.weight; });
            const Id<Ad> half =
                chosen.halves[qsizetype(chosen.halves.size() > 1 ? draw(quint32(chosen.halves.size())) : 0)];
            const auto of = std::find_if(candidates.begin(), candidates.end(),
                                         [&](const Candidate &each) { return each.id == half; });
            if (taken.contains(of->place))
                continue;
            taken += of->place;
            out += half;
        }
    }
    return out;
}

bool isFull(const QList<Booking> &bookings, int places, Instant start, Instant end)
{
    return heaviestBetween(bookings, start, end) >= places;
}

bool isRobot(QByteArrayView agent)
{
    static constexpr std::array marks = {"bot",     "crawl",   "spider",   "slurp",      "curl/",   "wget/",
                                         "python-", "go-http", "headless", "facebookex", "preview", "monitor"};
    if (agent.trimmed().isEmpty())
        return true;
    const QByteArray lower = agent.toByteArray().toLower();
    return std::any_of(marks.begin(), marks.end(), [&](const char *mark) { return lower.contains(mark); });
}

namespace {

// A name with a domain that is not kept for private networks (RFC 6761, RFC 6762, RFC 8375). Numbers are no name: what
// they lead to may be the viewer's own machine or router.
bool isPublicName(const QString &host)
{
    static constexpr std::array privateDomains = {"localhost", "local", "internal", "intranet", "lan",
                                                  "home",      "corp",  "private",  "arpa",     "onion"};
    const QString name = host.endsWith(u'.') ? host.chopped(1) : host;
    const QString domain = name.section(u'.', -1);
    return name.contains(u'.') && domain.size() > 1 && domain.front().isLetter() && QHostAddress(name).isNull() &&
           std::none_of(privateDomains.begin(), privateDomains.end(),
                        [&](const char *each) { return domain == QLatin1StringView(each); });
}

} // namespace

Result<QString> checkedUrl(const QString &url)
{
    const QUrl parsed(url.trimmed(), QUrl::StrictMode);
    if (!parsed.isValid() || parsed.scheme() != u"https" || parsed.host().isEmpty() || !parsed.userInfo().isEmpty())
        return refusal(QStringLiteral("click_url"), QStringLiteral("must be a complete https address"));
    if (!isPublicName(parsed.host(QUrl::FullyEncoded).toLower()))
        return refusal(QStringLiteral("click_url"), QStringLiteral("must lead to a public name such as shop.example"));
    return QString::fromLatin1(parsed.toEncoded());
}

Result<> checkWindow(Instant start, Instant end, Instant now)
{
    if (end <= start)
        return refusal(QStringLiteral("end_date"), QStringLiteral("must be after the start"));
    if (end.ms - start.ms > adDaysMax * dayMs)
        return refusal(QStringLiteral("end_date"), QStringLiteral("must be at most 366 days after the start"));
    if (end <= now)
        return refusal(QStringLiteral("end_date"), QStringLiteral("must not be past"));
    if (start.ms - now.ms > aheadDaysMax * dayMs)
        return refusal(QStringLiteral("start_date"), QStringLiteral("must be at most %1 days ahead").arg(aheadDaysMax));
    return {};
}

} // namespace ads
