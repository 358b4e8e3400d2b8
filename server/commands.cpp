#include "server/commands.h"

#include "server/core/config.h"
#include "server/core/migrate.h"
#include "server/demo/story.h"
#include "server/demo/year.h"
#include "server/premises.h"
#include "server/rotate.h"
#include "server/serve.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace {

int complain(const QString &text, int exitCode = EXIT_FAILURE)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    return exitCode;
}

int complain(const Error &error)
{
    QString text = error.message;
    for (const FieldError &field : error.fields)
        text += QStringLiteral("\n  %1 %2").arg(field.field, field.problem);
    return complain(text);
}

int say(const QString &text)
{
    std::printf("%s\n", qUtf8Printable(text));
    return EXIT_SUCCESS;
}

int migrateTables(const Config &config)
{
    SystemClock clock;
    Premises premises(config, clock);
    Market market(*premises.db, clock, premises.plan);
    // What was posted before there were seals gets its own now, so that the next check finds them.
    if (const Result<> sealed = market.books.seal(); !sealed)
        return complain(sealed.error());
    return say(QStringLiteral("%1 scripts applied; the tables are up to date.").arg(market.migrated()));
}

// One line that is written over on a terminal, elsewhere a line per phase and per tenth.
demo::Progress progressOnStderr()
{
    return [isTerminal = isatty(STDERR_FILENO) == 1, last = std::pair(std::string(), -1)](int percent,
                                                                                          const char *phase) mutable {
        const std::pair now(std::string(phase), percent / 10);
        if (isTerminal)
            std::fprintf(stderr, "\rLoading a year of demo trade: %3d %% %-20s%s", percent, phase,
                         percent == 100 ? "\n" : "");
        else if (now != last)
            std::fprintf(stderr, "Loading a year of demo trade: %3d %% %s\n", percent, phase);
        last = now;
    };
}

// How large the year is to be: by its number of orders, with as many people as belong to them.
tl::expected<std::optional<demo::Scale>, QString> wantedScale(const QHash<QString, QString> &options)
{
    if (options.contains(QStringLiteral("small")))
        return std::nullopt;
    demo::Scale scale;
    if (!options.contains(QStringLiteral("orders")))
        return scale;
    constexpr int least = 500, most = 1'000'000;
    const int orders = options.value(QStringLiteral("orders")).toInt();
    if (orders < least || orders > most)
        return tl::unexpected(QStringLiteral("--orders must be %1 to %2").arg(least).arg(most));
    const auto share = [&](int whole) { return int(qint64(whole) * orders / demo::Scale().orders); };
    constexpr int storesLeast = 60;
    return demo::Scale{std::max(storesLeast, share(scale.stores)), share(scale.buyers), orders};
}

Result<bool> loadInto(const Config &config, SqliteDb::Keeping keeping, Instant today,
                      const std::optional<demo::Scale> &scale)
{
    StoryClock clock(today);
    Premises premises(config, clock, keeping);
    MarketPlan plan = premises.plan;
    plan.mail.server.clear(); // nobody out there waits for the mails of a story
    Market market(*premises.db, clock, plan);
    const QString folder = QStringLiteral(":/demo");
    LET(story, demo::load(market, clock, today, folder));
    clock.moveTo(today);
    MUST(market.audit.seal());
    MUST(market.books.seal());
    if (!scale)
        return story == demo::Outcome::Loaded;
    LET(year, demo::loadYear(market, today, folder, *scale, progressOnStderr()));
    MUST(market.books.seal());
    return story == demo::Outcome::Loaded || year == demo::YearOutcome::Loaded;
}

// Whether the disk holds what was written to this file or folder.
bool isFlushed(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool done = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    return done;
}

// A new SQLite market is made beside its place and moved there when it is whole, so that a load that was cut off leaves
// nothing behind and the next one begins anew.
Result<bool> loadAside(const Config &config, Instant today, const std::optional<demo::Scale> &scale)
{
    const QString place = config.databaseAddress(), aside = place + QStringLiteral(".loading");
    for (const char *part : {"", "-wal", "-shm"})
        QFile::remove(aside + QLatin1StringView(part));
    Config there = config;
    there.database.url = aside;
    LET(isNew, loadInto(there, SqliteDb::Keeping::Draft, today, scale));
    if (!isFlushed(aside) || !QFile::rename(aside, place) || !isFlushed(QFileInfo(place).path()))
        return failure(ErrorCode::Internal, QStringLiteral("%1 cannot be moved to its place.").arg(aside));
    return isNew;
}

int loadDemo(const Config &config, const QHash<QString, QString> &options)
{
    const auto scale = wantedScale(options);
    if (!scale)
        return complain(scale.error(), Complaint::usage);
    const Instant today = SystemClock().now();
    const bool isNewPlace = !config.isPostgres() && !QFile::exists(config.databaseAddress());
    const Result<bool> isNew =
        isNewPlace ? loadAside(config, today, *scale) : loadInto(config, SqliteDb::Keeping::Safe, today, *scale);
    if (!isNew)
        return complain(isNew.error());
    say(*isNew ? QStringLiteral("The demo market is loaded.")
               : QStringLiteral("The demo market is there already; nothing was changed."));
    return say(QStringLiteral("Demo accounts, all with the password %1:\n"
                              "  admin          super-admin\n"
                              "  sharma_metals  vendor in Pune with orders, chats and payouts\n"
                              "  kanpur_paper   vendor that waits for the KYC decision\n"
                              "  meera_nair     buyer in Pune with money in the wallet")
                   .arg(QLatin1StringView(demo::password)));
}

// Asked for on the terminal without echo, or read from a file; never an argument, which others could see.
QString readPassword(const QString &file)
{
    QFile in;
    if (!file.isEmpty()) {
        in.setFileName(file);
        return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readLine()).trimmed() : QString();
    }
    termios before{};
    const bool isTerminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &before) == 0;
    if (isTerminal) {
        termios silent = before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &silent);
        std::fprintf(stderr, "Password: ");
    }
    const bool isOpen = in.open(stdin, QIODevice::ReadOnly);
    const QString password = isOpen ? QString::fromUtf8(in.readLine()).trimmed() : QString();
    if (isTerminal) {
        tcsetattr(STDIN_FILENO, TCSANOW, &before);
        std::fprintf(stderr, "\n");
    }
    return password;
}

int createAdmin(const Config &config, const QHash<QString, QString> &options)
{
    const QString username = options.value(QStringLiteral("username"));
    const QString email = options.value(QStringLiteral("email"));
    if (username.isEmpty() || email.isEmpty())
        return complain(QStringLiteral("admin create needs --username and --email"), Complaint::usage);
    const QString password = readPassword(options.value(QStringLiteral("password-file")));
    SystemClock clock;
    Premises premises(config, clock);
    Market market(*premises.db, clock, premises.plan);
    const Result<Account> admin = market.auth.createAdmin(username, email, password, auth::AdminKind::Super);
    if (!admin)
        return complain(admin.error());
    const Result<int> schedules = market.reports.addUsualSchedules(
        {.id = admin->id, .role = admin->role, .known = true, .superAdmin = admin->isSuperAdmin});
    if (!schedules)
        (void)complain(QStringLiteral("The usual reports are not scheduled and wait for an admin to do it: %1")
                           .arg(schedules.error().message));
    (void)market.audit.seal();
    return say(QStringLiteral("Super-admin %1 can sign in now.").arg(admin->username));
}

// To look at books that are not there would make empty ones and find them right.
bool isThere(const Config &config)
{
    return config.isPostgres() || QFile::exists(config.databaseAddress());
}

// Nothing is changed by looking, so tables of an older version are left as they are.
std::optional<QString> behind(const Config &config)
{
    SystemClock clock;
    const Premises premises(config, clock);
    const int missing = migrate::pending(*premises.db);
    if (missing == 0)
        return std::nullopt;
    return QStringLiteral("The tables are %1 scripts behind this program; run \"kabaadwala-server migrate\" first.")
        .arg(missing);
}

template <class Work>
int inBooks(const Config &config, Work work)
{
    if (!isThere(config))
        return complain(QStringLiteral("There is no database at %1.").arg(config.databaseAddress()));
    if (const auto problem = behind(config))
        return complain(*problem);
    SystemClock clock;
    Premises premises(config, clock);
    Market market(*premises.db, clock, premises.plan);
    return work(market);
}

int sayOfLedger(const SealChain::Finding &found)
{
    if (found.problem)
        return complain(*found.problem);
    return say(QStringLiteral("Every balance and every sum is right, every posting is what was sealed, and orders,"
                              " payments, refunds and payouts say the same. The newest seal is %1:%2")
                   .arg(found.head.seq)
                   .arg(found.head.hash));
}

int verifyLedger(Market &market)
{
    return sayOfLedger(market.books.check());
}

int recarryLedger(Market &market)
{
    const SealChain::Finding found = market.books.carryAnew();
    (void)market.audit.seal();
    return sayOfLedger(found);
}

int verifyAudit(Market &market)
{
    const audit::Chain::Finding found = market.audit.verify();
    if (found.problem)
        return complain(*found.problem);
    return say(QStringLiteral("Every entry is what was sealed. The newest seal is %1:%2")
                   .arg(found.head.seq)
                   .arg(found.head.hash));
}

int rebuildAnalytics(Market &market)
{
    const Result<qint64> seen = market.analytics.rebuild();
    return seen ? say(QStringLiteral("%1 orders, payments, payouts, accounts and stores are counted.").arg(*seen))
                : complain(seen.error());
}

int rebuildHeatmap(Market &market)
{
    const Result<qint64> orders = market.heatmap.rebuild();
    return orders ? say(QStringLiteral("The heatmap is made anew from %1 orders.").arg(*orders))
                  : complain(orders.error());
}

} // namespace

int runCommand(const CommandLine &line)
{
    switch (line.command.verb) {
    case Verb::Serve: return serve(line.config);
    case Verb::Demo: return loadDemo(line.config, line.command.options);
    case Verb::AdminCreate: return createAdmin(line.config, line.command.options);
    case Verb::Migrate: return migrateTables(line.config);
    case Verb::LedgerVerify: return inBooks(line.config, verifyLedger);
    case Verb::LedgerRecarry: return inBooks(line.config, recarryLedger);
    case Verb::AuditVerify: return inBooks(line.config, verifyAudit);
    case Verb::KeysRotate: return rotateKeys(line.config);
    case Verb::AnalyticsRebuild: return inBooks(line.config, rebuildAnalytics);
    case Verb::HeatmapRebuild: return inBooks(line.config, rebuildHeatmap);
    case Verb::CheckConfig: return say(QStringLiteral("The configuration is good."));
    case Verb::ExampleConfig: return say(config::exampleFile());
    case Verb::Help: return say(config::help());
    case Verb::Version: return say(QStringLiteral("kabaadwala-server ") + QCoreApplication::applicationVersion());
    }
    return EXIT_FAILURE;
}
