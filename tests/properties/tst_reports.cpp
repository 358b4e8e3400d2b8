// AN-10, REP-01: reports and analytics are computed apart, and for the same period and filter they say the same.

#include "server/reports/kinds.h"
#include "tests/analytics/life.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

namespace {

constexpr int rowsMax = 100'000;

// All rows of a report for a period, and its columns' sums.
class Rows
{
public:
    Rows(Observatory &market, ReportName name, const analytics::Span &span, const ReportScope &scope = {})
        : m_kind(kinds().of(name))
    {
        const reports::Filter filter(reports::Span{span.first, span.last}, scope);
        m_rows = market.world.db->read([&](Tx &tx) { return m_kind.source.read(tx, filter, {}, rowsMax).rows; });
    }

    // Of one store only, when it is said.
    qint64 sum(const char *column, const QString &vendor = {}) const
    {
        qint64 out = 0;
        for (const reports::Cells &row : m_rows)
            if (vendor.isEmpty() || std::get<QString>(row.at(placeOf("vendor_id"))) == vendor)
                out += std::get<qint64>(row.at(placeOf(column)));
        return out;
    }

private:
    static const reports::Kinds &kinds()
    {
        static const reports::Kinds all;
        return all;
    }
    qsizetype placeOf(const char *column) const
    {
        const QList<ReportColumn> &columns = m_kind.source.columns;
        return std::find_if(columns.cbegin(), columns.cend(),
                            [&](const ReportColumn &each) { return each.name == QLatin1StringView(column); }) -
               columns.cbegin();
    }

    const reports::Kind &m_kind;
    QList<reports::Cells> m_rows;
};

struct Question
{
    analytics::Span span;
    std::optional<Id<Vendor>> vendor = {};

    AskRevenue revenue() const
    {
        return {.from = analytics::dayText(span.first), .to = analytics::dayText(span.last), .vendor = vendor};
    }
    AskTop top() const
    {
        return {.from = analytics::dayText(span.first),
                .to = analytics::dayText(span.last),
                .kind = TopKind::Vendors,
                .limit = topLimitMax};
    }
};

void compareSales(const Rows &rows, const SalesSums &said)
{
    RC_ASSERT(rows.sum("orders") == said.ordersPlaced);
    RC_ASSERT(rows.sum("cancelled") == said.ordersCancelled);
    RC_ASSERT(rows.sum("settled_orders") == said.ordersSettled);
    RC_ASSERT(rows.sum("placed") == said.placed.minor);
    RC_ASSERT(rows.sum("gross") == said.settled.minor);
    RC_ASSERT(rows.sum("commission") == said.commission.minor);
}

} // namespace

class PropertiesOfReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // The state of a report is the store's, so one state's report is what analytics say of the stores there.
    void reportsSayWhatAnalyticsSay()
    {
        Observatory market;
        (void)market.world.db->write([&](Tx &tx) -> Result<> {
            tx.run("UPDATE vendors SET region = 'IN-GA' WHERE id = ?", market.second.id);
            return {};
        });
        Life life(market);
        const qint64 firstDay = market.today();

        HOLDS("reports say what analytics say", [&] {
            Question wish{life.someDays(firstDay)};
            ReportScope scope;
            switch (*rc::gen::inRange(0, 4)) {
            case 0: break;
            case 1: scope.vendorId = wish.vendor = market.world.store.id; break;
            case 2: scope.vendorId = wish.vendor = market.second.id; break;
            default: wish.vendor = market.second.id; scope.region = QStringLiteral("IN-GA");
            }

            const SalesSums said = market.analytics.readRevenue(market.world.admin, wish.revenue()).value().sums;

            const Rows daily(market, ReportName::DailySales, wish.span, scope);
            compareSales(daily, said);
            RC_ASSERT(daily.sum("net") == said.net.minor);
            const Rows vendors(market, ReportName::VendorPerformance, wish.span, scope);
            RC_ASSERT(vendors.sum("orders") == said.ordersPlaced);
            RC_ASSERT(vendors.sum("settled_orders") == said.ordersSettled);
            RC_ASSERT(vendors.sum("gross") == said.settled.minor);
            RC_ASSERT(vendors.sum("commission") == said.commission.minor);
            RC_ASSERT(vendors.sum("net") == said.net.minor);
        });
    }

    void thePlatformReportSaysWhatAnalyticsSayOfAllStores()
    {
        Observatory market;
        Life life(market);
        const qint64 firstDay = market.today();

        HOLDS("the platform report says what analytics say of all stores", [&] {
            const Question wish{life.someDays(firstDay)};

            const SalesSums said = market.analytics.readRevenue(market.world.admin, wish.revenue()).value().sums;
            const Top top = market.analytics.readTop(market.world.admin, wish.top()).value();

            compareSales(Rows(market, ReportName::PlatformAnalytics, wish.span), said);
            const Rows daily(market, ReportName::DailySales, wish.span);
            RC_ASSERT(top.placed.minor == daily.sum("placed"));
            for (const TopEntry &store : top.entries) {
                RC_ASSERT(store.orders == daily.sum("orders", store.key));
                RC_ASSERT(store.placed.minor == daily.sum("placed", store.key));
            }
        });
    }
};

TEST_CLASS(PropertiesOfReports)
#include "tst_reports.moc"
