#include "server/demo/year.h"

#include "server/core/indexes.h"
#include "server/demo/rows.h"
#include "server/demo/story.h"
#include "server/demo/traces.h"
#include "server/market.h"

#include <QFile>
#include <QTemporaryFile>

#include <future>

namespace demo {

namespace {

constexpr std::size_t rowsAtOnce = 2'000;

// How much of the work is done when a phase begins; measured.
constexpr int afterPlan = 6, afterPeople = 12, afterProducts = 18, afterOrders = 58, afterMoney = 84, afterPayouts = 90,
              afterTalks = 96;

Result<Id<StoredFile>> handOver(Market &market, const Caller &admin, const QString &folder, FilePurpose purpose,
                                const QString &name)
{
    QFile source(folder + u'/' + name);
    QTemporaryFile copy;
    if (!source.open(QIODevice::ReadOnly) || !copy.open())
        return failure(ErrorCode::Internal, QStringLiteral("%1 is missing.").arg(name));
    const QByteArray bytes = source.readAll();
    copy.write(bytes);
    copy.flush();
    const QString type = name.endsWith(u".pdf") ? QStringLiteral("application/pdf") : QStringLiteral("image/jpeg");
    LET(file, market.storage.uploadFile(admin, {.query = {.purpose = purpose, .name = name},
                                                .path = copy.fileName(),
                                                .size = bytes.size(),
                                                .declaredType = type}));
    return file.id;
}

Result<Premise> premiseOf(Market &market, const Caller &admin, const QString &folder)
{
    Premise premise;
    LET(categories, market.catalog.listCategories(admin));
    for (const Category &category : categories)
        premise.categories.insert(category.name, category.id);
    LET(pan, handOver(market, admin, folder, FilePurpose::Kyc, QStringLiteral("pan.jpg")));
    LET(gstin, handOver(market, admin, folder, FilePurpose::Kyc, QStringLiteral("gstin.pdf")));
    LET(cheque, handOver(market, admin, folder, FilePurpose::Kyc, QStringLiteral("cheque.jpg")));
    LET(logo, handOver(market, admin, folder, FilePurpose::StoreLogo, QStringLiteral("logo.jpg")));
    LET(banner, handOver(market, admin, folder, FilePurpose::StoreBanner, QStringLiteral("banner.jpg")));
    premise.pan = pan;
    premise.gstin = gstin;
    premise.cheque = cheque;
    premise.logo = logo;
    premise.banner = banner;
    return premise;
}

Terms termsOf(Market &market, const Premise &premise)
{
    using settings::Key;
    Terms terms{.globalRate = market.settings.rate(Key::CommissionGlobalRate),
                .unconfirmedCancelMs = market.settings.whole(Key::OrdersUnconfirmedCancelMinutes) * minuteMs,
                .autoCompleteMs = market.settings.whole(Key::EscrowAutoCompleteDays) * dayMs,
                .payoutMin = market.settings.money(Key::PayoutsMinimum),
                .rechargeMax = market.settings.money(Key::PaymentsRechargeMax)};
    market.db().read([&](Tx &tx) {
        for (auto category = premise.categories.cbegin(); category != premise.categories.cend(); ++category)
            if (const auto rate = market.catalog.commissionOf(tx, category.value()))
                terms.categoryRates.insert(category.key(), *rate);
        return true;
    });
    return terms;
}

// The rows of some entries, put together in a thread of their own while those before them are taken in.
template <class Entry, class Make>
class Ahead
{
public:
    using Row = std::invoke_result_t<Make, const Entry &>;

    Ahead(const std::vector<Entry> &entries, Make make)
        : m_entries(entries)
        , m_make(std::move(make))
    {
        prepare();
    }

    // Empty when there are no more.
    QList<Row> next()
    {
        QList<Row> out = m_next.get();
        prepare();
        return out;
    }

private:
    void prepare()
    {
        const std::size_t first = m_prepared;
        m_prepared = std::min(m_entries.size(), first + rowsAtOnce);
        m_next = std::async(std::launch::async, [this, first, last = m_prepared] {
            QList<Row> out;
            for (std::size_t i = first; i < last; ++i)
                out += m_make(m_entries[i]);
            return out;
        });
    }

    const std::vector<Entry> &m_entries;
    const Make m_make;
    std::size_t m_prepared = 0;
    std::future<QList<Row>> m_next; // last: its end is waited for before the rest goes
};

template <class Entry, class Make>
Ahead(const std::vector<Entry> &, Make) -> Ahead<Entry, Make>;

// Takes in a plan, capability by capability, in the order in which their rows need each other.
class Removal
{
public:
    Removal(Market &market, Tx &tx, const Plan &plan, const Rows &rows, const Progress &progress)
        : m_market(market)
        , m_tx(tx)
        , m_plan(plan)
        , m_rows(rows)
        , m_progress(progress)
    {}

    Result<> people(const QString &passwordHash, qsizetype staff)
    {
        const auto enter = [&](const accounts::PastAccount &past) -> Result<> {
            MUST(m_market.accounts.adopt(m_tx, past));
            return m_market.auth.adopt(m_tx, past.id, passwordHash, past.joinedAt);
        };
        m_progress(afterPlan, "people");
        for (qsizetype i = 0; i < staff; ++i)
            MUST(enter(m_rows.staff(int(i))));
        for (const StoreEntry &store : m_plan.stores) {
            MUST(enter(m_rows.store(store)));
            for (qsizetype attempt = 0; attempt < store.handIns.size(); ++attempt)
                MUST(m_market.kyc.adopt(m_tx, m_rows.submission(store, attempt)));
        }
        for (const BuyerEntry &buyer : m_plan.buyers)
            MUST(enter(m_rows.buyer(buyer)));
        return {};
    }

    Result<> products()
    {
        m_progress(afterPeople, "products and stock");
        for (const ProductEntry &product : m_plan.products)
            MUST(m_market.catalog.adopt(m_tx, m_rows.product(product)));
        return {};
    }

    Result<> orders()
    {
        Ahead rows(m_plan.orders, [this](const OrderEntry &order) { return m_rows.order(order); });
        std::size_t done = 0;
        for (auto batch = rows.next(); !batch.isEmpty(); batch = rows.next()) {
            m_progress(int(afterProducts + (afterOrders - afterProducts) * done / m_plan.orders.size()), "orders");
            MUST(m_market.orders.adopt(m_tx, batch));
            done += std::size_t(batch.size());
        }
        return {};
    }

    Result<> money()
    {
        m_progress(afterOrders, "money");
        for (const PaymentEntry &payment : m_plan.payments)
            MUST(m_market.payments.adopt(m_tx, m_rows.payment(payment)));
        Ahead rows(m_plan.journal, [this](const MoneyEntry &entry) { return m_rows.posting(entry); });
        QList<ledger::PastPosting> batch;
        std::size_t taken = 0, done = 0;
        return m_market.ledger.adopt(m_tx, [&]() -> std::optional<ledger::PastPosting> {
            if (taken == std::size_t(batch.size())) {
                done += taken;
                taken = 0;
                batch = rows.next();
                m_progress(int(afterOrders + 4 + (afterMoney - afterOrders - 4) * done / (m_plan.journal.size() + 1)),
                           "money");
            }
            return batch.isEmpty() ? std::nullopt : std::optional(batch[qsizetype(taken++)]);
        });
    }

    Result<> payouts()
    {
        m_progress(afterMoney, "payouts");
        for (const PayoutEntry &payout : m_plan.payouts)
            MUST(m_market.payouts.adopt(m_tx, m_rows.payout(payout)));
        return {};
    }

    Result<> talks()
    {
        m_progress(afterPayouts, "chats");
        Ahead rows(m_plan.orders, [this](const OrderEntry &order) { return m_rows.room(order); });
        for (auto batch = rows.next(); !batch.isEmpty(); batch = rows.next())
            for (const auto &room : std::as_const(batch))
                if (room)
                    MUST(m_market.chat.adopt(m_tx, *room));
        return {};
    }

    Result<> footfall()
    {
        m_progress(afterTalks, "looks and searches");
        return leaveFootfall(m_market, m_tx, m_plan, standardSeed);
    }

private:
    Market &m_market;
    Tx &m_tx;
    const Plan &m_plan;
    const Rows &m_rows;
    const Progress &m_progress;
};

Result<> claimFiles(Market &market, Tx &tx, const Premise &premise, Id<Account> owner)
{
    for (const auto &[file, purpose] :
         {std::pair(premise.pan, FilePurpose::Kyc), std::pair(premise.gstin, FilePurpose::Kyc),
          std::pair(premise.cheque, FilePurpose::Kyc), std::pair(premise.logo, FilePurpose::StoreLogo),
          std::pair(premise.banner, FilePurpose::StoreBanner)})
        MUST(market.storage.claim(tx, file, owner, purpose));
    return {};
}

} // namespace

Result<YearOutcome> loadYear(Market &market, Instant today, const QString &folder, const Scale &scale,
                             const Progress &progress)
{
    LET(tables, readTables(folder));
    const auto known = [&](const QString &name) {
        return market.db().read([&](Tx &tx) { return market.accounts.findByIdentifier(tx, name); });
    };
    if (known(tables.population.staff.constFirst().username))
        return YearOutcome::AlreadyThere;
    const auto admin = known(QLatin1StringView(adminName));
    if (!admin)
        return failure(ErrorCode::Conflict, QStringLiteral("The year needs the story's market around it."));
    const Caller caller{.id = admin->id, .role = Role::Admin, .known = true, .superAdmin = true};

    progress(0, "planning");
    LET(premise, premiseOf(market, caller, folder));
    const Terms terms = termsOf(market, premise);
    const Atlas atlas = [&](const QString &pincode) { return market.accounts.centreOf(pincode); };
    const Plan plan = planYear(tables, terms, atlas, today, standardSeed, scale);
    const PriceBook prices(tables.trade, standardSeed, plan.start);
    const Rows rows(tables, plan, terms, prices, premise);
    LET(passwordHash, market.auth.hashOfPassword(QLatin1StringView(password)));

    MUST(market.db().write([&](Tx &tx) -> Result<> {
        Removal removal(market, tx, plan, rows, progress);
        MUST(claimFiles(market, tx, premise, admin->id));
        MUST(removal.people(passwordHash, tables.population.staff.size()));
        MUST(removal.products());
        // These are by far the most rows, and take no look at others by an index; payouts look for their orders.
        const auto aside = indexes::takeDown(tx);
        MUST(removal.orders());
        MUST(removal.money());
        indexes::makeAgain(tx, aside);
        MUST(removal.payouts());
        MUST(removal.talks());
        MUST(removal.footfall());
        MUST(leaveTastes(market, tx, tables, plan, standardSeed));
        progress(97, "writing to the disk");
        return {};
    }));
    // Nobody told these of what is long over.
    progress(98, "counting figures");
    MUST(market.analytics.rebuild(goOn, analytics::Company::Alone));
    progress(99, "adding up the map");
    MUST(market.heatmap.rebuild());
    MUST(keepReports(market, caller));
    progress(100, "done");
    return YearOutcome::Loaded;
}

} // namespace demo
