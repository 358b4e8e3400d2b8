// How much memory an export needs from the database to the file: the whole job over orders that are stored. A run that
// held its rows would grow with their number; this one must not. Usage: bench_exports [orders] [kabaadwala-sandbox]

#include "server/core/sqlite.h"
#include "server/market.h"
#include "tests/bench/must.h"
#include "tests/support/processmemory.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

namespace {

constexpr int ordersStandard = 100'000;
constexpr int ordersAtOnce = 5'000;

// The most memory that was resident since the last call of forgetPeak(), in KiB.
qint64 peak()
{
    return processMemoryKiB("VmHWM");
}

void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

void store(Market &market, Id<Account> someone, int orders)
{
    const Instant now = market.db().read([](Tx &tx) { return tx.now(); });
    const auto vendor = market.ids.next<Vendor>();
    must(market.db().write([&](Tx &tx) -> Result<bool> {
        tx.run("INSERT INTO vendors (id, account_id, store_name, store_key, city, created_at)"
               " VALUES (?, ?, 'Store', 'store', 'Pune', 0)",
               vendor, someone);
        return true;
    }));
    for (int done = 0; done < orders; done += ordersAtOnce) {
        must(market.db().write([&](Tx &tx) -> Result<bool> {
            for (int i = 0; i < ordersAtOnce; ++i) {
                const auto id = market.ids.next<Order>();
                tx.run(
                    "INSERT INTO orders (id, order_number, tracking_id, checkout_id, buyer_id, buyer_role,"
                    " vendor_id, vendor_account_id, region, store_name, customer_name, customer_phone, city, summary,"
                    " delivery_address, subtotal, discount_amount, tax_amount, delivery_charges, total_amount,"
                    " placed_amount, commission_amount, payment_status, payment_method, order_status, escrow_status,"
                    " placed_at, reached_at, updated_at, version) VALUES (?1, ?2, ?2, ?1, ?3, 'buyer', ?4, ?3, 'IN-MH',"
                    " 'Sharma Metals and Scrap', 'Meera Nair', '+910000000000', 'Pune', '2 kg copper wire and more',"
                    " '{}', 1000, 0, 0, 0, 1000, 1000, 20, 'pending', 'escrow', 'placed', 'held', ?5, ?5, ?5, 1)",
                    id, id.text(), someone, vendor, now);
            }
            return true;
        }));
    }
}

void measure(Market &market, const Caller &admin, ReportFormat format)
{
    must(market.reports.runReport(admin, ReportName::Orders, {.format = format}));
    forgetPeak();
    const qint64 before = peak();
    QElapsedTimer timer;
    timer.start();
    market.reports.workOff();
    const qint64 ms = timer.elapsed(), after = peak();
    const ReportRun run = must(market.reports.listRuns(admin, {.limit = 1})).items.constFirst();
    if (run.status != RunStatus::Done) {
        std::fprintf(stderr, "the export ended as %s\n", names::text(run.status).data());
        std::exit(EXIT_FAILURE);
    }
    std::printf("%-5s %s, %lld rows %6lld ms, %lld KiB file, peak of memory %lld MiB, %lld KiB more than before\n",
                names::text(format).data(), names::text(run.status).data(), static_cast<long long>(run.rowsDone),
                static_cast<long long>(ms), static_cast<long long>(run.fileSize.value_or(0) / 1024),
                static_cast<long long>(after / 1024), static_cast<long long>(after - before));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList wishes = QCoreApplication::arguments();
    const QTemporaryDir folder;
    const SystemClock clock;
    SqliteDb db(folder.filePath(QStringLiteral("market.db")), clock);
    MarketPlan plan{.masterSecrets = {QByteArray(32, 'b')}, .passwordCost = 4};
    plan.storage.folder = folder.filePath(QStringLiteral("files"));
    plan.storage.sandbox = wishes.value(2);
    plan.mail.folder = folder.filePath(QStringLiteral("mail"));
    Market market(db, clock, plan);
    const Account account = must(market.auth.createAdmin(QStringLiteral("bench"), QStringLiteral("bench@example.in"),
                                                         QStringLiteral("Copper-Kettle-42"), auth::AdminKind::Super));
    const Caller admin{.id = account.id, .role = Role::Admin, .known = true, .superAdmin = true};
    // The first export also warms up what is made once.
    const int orders = wishes.size() > 1 ? wishes[1].toInt() : ordersStandard;
    store(market, account.id, orders);
    const bool isDrawn = !plan.storage.sandbox.isEmpty() && orders <= reportPdfRowsMax; // more are refused
    for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Pdf})
        if (format != ReportFormat::Pdf || isDrawn)
            measure(market, admin, format);
    return 0;
}
