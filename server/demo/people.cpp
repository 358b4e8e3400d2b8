#include "server/demo/people.h"

namespace demo {

namespace {

constexpr QLatin1StringView capitals("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
constexpr int storesPerCityFromTheStart = 6;
constexpr int latitudeMetres = 111'195; // per degree

// What the numbers of ids begin with; the market's seed is their subject.
constexpr quint32 storeIds = 1'000'000, vendorIds = 2'000'000, buyerIds = 3'000'000, addressIds = 4'000'000;

QUuid subjectOf(quint64 seed)
{
    return QUuid(quint32(seed >> 32), quint16(seed >> 16), quint16(seed), 'k', 'a', 'b', 'a', 'a', 'd', 'i', '!');
}

QChar letter(Chance &chance)
{
    return capitals[qsizetype(chance.between(0, capitals.size() - 1))];
}

// What is left of a name in an e-mail address.
QString plain(const QString &name)
{
    QString out;
    for (const QChar c : name.toLower())
        if (c >= u'a' && c <= u'z')
            out += c;
    return out;
}

QString phoneNumber(Chance &chance)
{
    return QStringLiteral("+91%1%2")
        .arg(chance.between(70, 99))
        .arg(chance.between(0, 99'999'999), 8, 10, QLatin1Char('0'));
}

} // namespace

Census::Census(const Tables &tables, const Calendar &calendar, const Atlas &atlas, quint64 seed, const Scale &scale)
    : m_tables(tables)
    , m_calendar(calendar)
    , m_atlas(atlas)
    , m_seed(seed)
    , m_scale(scale)
{
    for (const CityTable &city : tables.population.cities)
        m_cities.add(city.weight);
    for (const BankTable &bank : tables.population.banks)
        m_banks.add(bank.weight);
}

void Census::settle(Plan &plan)
{
    Chance stores(m_seed, "stores"), buyers(m_seed, "buyers"), orders(m_seed, "shares of orders");
    plan.stores.reserve(std::size_t(m_scale.stores));
    for (int number = 0; number < m_scale.stores; ++number)
        plan.stores.push_back(store(stores, plan, number));
    plan.buyers.reserve(std::size_t(m_scale.buyers));
    for (int number = 0; number < m_scale.buyers; ++number)
        plan.buyers.push_back(buyer(buyers, plan, number));
    shareOutOrders(orders, plan);
}

const PeopleTable &Census::peopleOf(int city) const
{
    const auto &people = m_tables.population.people;
    const QString &wanted = m_tables.population.cities[city].people;
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const PeopleTable &each) { return each.name == wanted; });
    return found == people.end() ? people.constFirst() : *found;
}

Person Census::person(Chance &chance, const PeopleTable &people, int number, Instant joined)
{
    const QString first = chance.oneOf(people.firstNames), last = chance.oneOf(people.lastNames);
    QString username = plain(first) + u'.' + plain(last);
    if (m_usernames.contains(username))
        username += QString::number(number);
    m_usernames += username;
    return {.username = username, .fullName = first + u' ' + last, .phone = phoneNumber(chance), .joined = joined};
}

QString Census::streetIn(Chance &chance, int city) const
{
    return QStringLiteral("%1, %2").arg(chance.between(1, 240)).arg(chance.oneOf(peopleOf(city).streets));
}

// Somewhere within a kilometre or two of the centre of a pincode of the city.
Site Census::site(Chance &chance, int city) const
{
    constexpr qint64 farthestMetres = 1'200;
    Site site{.city = city, .pincode = chance.oneOf(m_tables.population.cities[city].pincodes)};
    site.place = m_atlas(site.pincode).value_or(GeoPoint{});
    site.place.latitude += double(chance.between(-farthestMetres, farthestMetres)) / latitudeMetres;
    site.place.longitude += double(chance.between(-farthestMetres, farthestMetres)) / latitudeMetres;
    site.street = streetIn(chance, city);
    return site;
}

StoreEntry Census::store(Chance &chance, const Plan &plan, int number)
{
    constexpr int thereFromTheStart = 5'500; // of ten thousand
    const int cities = int(m_tables.population.cities.size());
    const bool isFirst = number < cities * storesPerCityFromTheStart;
    const int city = isFirst ? number % cities : m_cities.draw(chance);
    const Instant joined = isFirst || chance.happens(thereFromTheStart)
                               ? plan.start.after(-chance.between(8, 90) * dayMs - chance.between(0, dayMs))
                               : m_calendar.pick(chance, plan.start, plan.today.after(-10 * dayMs));
    StoreEntry store;
    store.owner = person(chance, peopleOf(city), number, joined);
    store.site = site(chance, city);
    store.name = storeName(chance, store);
    store.size = chance.power(1.05, 90);
    store.pace = 0.5 + chance.exponential(0.6);
    if (store.size > 25)
        store.rate = BasisPoints{100 + 25 * chance.between(0, 3)};
    givePapers(chance, store);
    handIn(chance, plan, store, number);
    store.owner.account = Ids::past<Account>(store.owner.joined, subjectOf(m_seed), storeIds + quint32(number));
    store.id = Ids::past<Vendor>(store.owner.joined, subjectOf(m_seed), vendorIds + quint32(number));
    return store;
}

QString Census::storeName(Chance &chance, const StoreEntry &store)
{
    const CityTable &city = m_tables.population.cities[store.site.city];
    const auto filled = [&](QString name) {
        return name.replace(QStringLiteral("{first}"), store.owner.fullName.section(u' ', 0, 0))
            .replace(QStringLiteral("{last}"), store.owner.fullName.section(u' ', -1))
            .replace(QStringLiteral("{city}"), city.name)
            .replace(QStringLiteral("{area}"), store.site.street.section(QStringLiteral(", "), 1))
            .replace(QStringLiteral("{deity}"), chance.oneOf(m_tables.population.deities));
    };
    QString name = filled(chance.oneOf(m_tables.population.storeNames));
    for (int number = 1; m_storeNames.contains(name.toLower()); ++number) {
        if (number == 1)
            name = QStringLiteral("%1, %2").arg(name, city.name);
        else
            name =
                QStringLiteral("%1 %2").arg(name.section(u'#', 0, 0).trimmed()).arg(QStringLiteral("#%1").arg(number));
    }
    m_storeNames += name.toLower();
    return name;
}

void Census::givePapers(Chance &chance, StoreEntry &store)
{
    const QChar initial = store.owner.fullName.section(u' ', -1).at(0).toUpper();
    do {
        store.pan = QString(letter(chance)) + letter(chance) + letter(chance) + u'P' + initial +
                    QStringLiteral("%1").arg(chance.between(1, 9999), 4, 10, QLatin1Char('0')) + letter(chance);
    } while (m_pans.contains(store.pan));
    m_pans += store.pan;
    store.gstin = kyc::gstinOf(m_tables.population.cities[store.site.city].gstState, store.pan);
    const BankTable &bank = m_tables.population.banks[m_banks.draw(chance)];
    store.ifsc = bank.code + u'0' + chance.oneOf(bank.branches);
    store.bankAccount = QStringLiteral("%1").arg(chance.between(10'000'000'000, 99'999'999'999'999));
}

// Most hand in good papers within a day and are let in within two. Some are asked again; a few are still waiting, or
// were refused.
void Census::handIn(Chance &chance, const Plan &plan, StoreEntry &store, int number)
{
    constexpr int waitEvery = 50, refusedEvery = 90, askedEvery = 120, secondTry = 600;
    const auto reason = [&] { return int(chance.between(0, m_tables.phrases.kycReasons.size() - 1)); };
    const int cities = int(m_tables.population.cities.size());
    const bool mayWait = number >= cities; // so that every city has a store
    if (mayWait && number % waitEvery == waitEvery - 1) {
        const Instant at = plan.today.after(-chance.between(hourMs / 2, 60 * hourMs));
        store.owner.joined = at.after(-chance.between(hourMs, 20 * hourMs));
        store.handIns += {.status = SubmissionStatus::Pending, .at = at};
        return;
    }
    Instant at = store.owner.joined.after(chance.between(hourMs, 20 * hourMs));
    const auto decided = [&] { return at.after(chance.between(2 * hourMs, 44 * hourMs)); };
    const bool isRefused = mayWait && number % refusedEvery == refusedEvery - 2;
    const bool isAsked = mayWait && number % askedEvery == askedEvery - 3;
    if (isRefused || isAsked) {
        const auto status = isRefused ? SubmissionStatus::Rejected : SubmissionStatus::MoreInfo;
        store.handIns += {.status = status, .at = at, .decided = decided(), .reason = reason()};
        return;
    }
    if (chance.happens(secondTry)) {
        const auto status = chance.happens(5'000) ? SubmissionStatus::Rejected : SubmissionStatus::MoreInfo;
        store.handIns += {.status = status, .at = at, .decided = decided(), .reason = reason()};
        at = store.handIns.constLast().decided->after(chance.between(3 * hourMs, 30 * hourMs));
    }
    store.handIns += {.status = SubmissionStatus::Verified, .at = at, .decided = decided()};
    store.opened = store.handIns.constLast().decided;
}

BuyerEntry Census::buyer(Chance &chance, const Plan &plan, int number)
{
    constexpr int thereFromTheStart = 3'400, distributors = 500, wouldBeDistributors = 60, leavesAtOnce = 2'400;
    int city = m_cities.draw(chance);
    while (city >= m_scale.stores) // a small market does not reach every city
        city = m_cities.draw(chance);
    const Instant joined = chance.happens(thereFromTheStart)
                               ? plan.start.after(-chance.between(0, 60 * dayMs))
                               : m_calendar.pick(chance, plan.start, plan.today.after(-hourMs));
    BuyerEntry buyer;
    buyer.self = person(chance, peopleOf(city), number, joined);
    buyer.site = site(chance, city);
    if (chance.happens(distributors)) {
        buyer.role = Role::Distributor;
        buyer.distributorStatus = DistributorStatus::Approved;
    } else if (chance.happens(wouldBeDistributors))
        buyer.distributorStatus = DistributorStatus::Pending;
    const double stays = chance.happens(leavesAtOnce) ? chance.exponential(6) : 5 + chance.exponential(260);
    const Instant first{std::max(joined.ms, plan.start.ms)};
    buyer.leaves = {std::min(plan.today.ms, first.ms + qint64(stays * double(dayMs)) + hourMs)};
    buyer.self.account = Ids::past<Account>(joined, subjectOf(m_seed), buyerIds + quint32(number));
    buyer.address = Ids::past<Address>(joined, subjectOf(m_seed), addressIds + quint32(number));
    return buyer;
}

// Exactly as many orders as wanted: everybody's share of the whole is rounded so that the sums stay whole.
void Census::shareOutOrders(Chance &chance, Plan &plan) const
{
    constexpr int onlyLook = 900;
    std::vector<double> weights;
    double sum = 0;
    for (const BuyerEntry &buyer : plan.buyers) {
        const Instant first{std::max(buyer.self.joined.ms, plan.start.ms)};
        const double days = double(buyer.leaves.ms - first.ms) / double(dayMs);
        const double often = buyer.role == Role::Distributor ? 3 : 1;
        const double weight = chance.happens(onlyLook) ? 0 : often * chance.power(1.5, 30) * (0.25 + days / 90);
        weights.push_back(weight);
        sum += weight;
    }
    double passed = 0;
    int given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        passed += weights[i];
        const bool isLast = i + 1 == weights.size();
        const int until = isLast ? m_scale.orders : int(passed / sum * m_scale.orders);
        plan.buyers[i].orders = until - given;
        given = until;
    }
}

} // namespace demo
