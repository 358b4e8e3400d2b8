#include "server/serve.h"

#include "server/core/metrics.h"
#include "server/http/pages.h"
#include "server/http/server.h"
#include "server/premises.h"
#include "server/soleserver.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

// Thousands of clients need more descriptors than a shell hands out.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

// Signals become readable bytes, so that they are answered on the event loop; threads started later never see them.
int signalDescriptor()
{
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGINT);
    sigprocmask(SIG_BLOCK, &wanted, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
}

// Whoever asks a second time does not want to wait: that signal ends the process as if nobody caught it.
void letNextSignalKill(int descriptor)
{
    signalfd_siginfo first;
    [[maybe_unused]] const auto taken = ::read(descriptor, &first, sizeof first);
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGTERM);
    sigaddset(&wanted, SIGINT);
    sigprocmask(SIG_UNBLOCK, &wanted, nullptr);
}

http::Allowance perMinute(const settings::Service &settings, settings::Key key)
{
    return {.amount = int(settings.whole(key)), .periodSeconds = 60};
}

http::Allowance perHour(const settings::Service &settings, settings::Key key)
{
    return {.amount = int(settings.whole(key)), .periodSeconds = 3600};
}

http::Policy policyOf(const Config &config, const settings::Service &settings)
{
    using enum settings::Key;
    http::Policy policy;
    policy.rates.perAddress = perMinute(settings, RateIpPerMinute);
    policy.rates.anonymous = perHour(settings, RateAnonymousPerHour);
    policy.rates.buyer = perHour(settings, RateBuyerPerHour);
    policy.rates.buyerBurst = perMinute(settings, RateBuyerPerMinute);
    policy.rates.store = perMinute(settings, RateVendorPerMinute);
    const auto set = [&](Rate rate, settings::Key key) {
        policy.rates.byRate[std::size_t(rate)] = perMinute(settings, key);
    };
    set(Rate::Auth, RateAuthPerMinute);
    set(Rate::Otp, RateOtpPerMinute);
    set(Rate::Money, RateMoneyPerMinute);
    set(Rate::Upload, RateUploadPerMinute);
    set(Rate::Webhook, RateWebhookPerMinute);
    set(Rate::Integration, RateIntegrationPerMinute);
    set(Rate::Registration, RateRegistrationPerMinute);
    set(Rate::Lookup, RateLookupPerMinute);
    for (std::size_t i = std::size_t(Feature::None) + 1; i < policy.off.size(); ++i)
        policy.off[i] = !settings.truth(settings::switchOf(Feature(i)));
    policy.adminNetworks = Networks(config.http.adminNetworks);
    for (const QString &host : config.http.allowedHosts)
        policy.hosts += host.toLatin1();
    for (const QString &origin : config.http.corsOrigins)
        policy.origins += origin.toLatin1();
    return policy;
}

// What the files take, for who watches over the disk (MED-13).
void watchFiles(Metrics &metrics, const storage::Service &storage)
{
    auto &free = metrics.gauge("storage_free_bytes", "Bytes that are free where the files lie");
    metrics.beforeExposition([&] {
        free.Set(double(storage.freeBytes()));
        for (const storage::Usage &usage : storage.usage()) {
            const Metrics::Labels labels{{"purpose", names::text(usage.purpose).toString().toStdString()}};
            metrics.gauge("storage_files", "Files that were handed in", labels).Set(double(usage.files));
            metrics.gauge("storage_bytes", "Bytes of the files that were handed in", labels).Set(double(usage.bytes));
        }
    });
}

// How long vendors wait to be let in (VEN-21). A database that does not answer says so elsewhere.
void watchQueue(Metrics &metrics, Market &market)
{
    auto &waiting = metrics.gauge("kyc_waiting", "Submissions of vendors that wait to be decided");
    auto &oldest = metrics.gauge("kyc_oldest_waiting_seconds", "How long the oldest of them has waited");
    metrics.beforeExposition([&] {
        if (!market.db().answers())
            return;
        const kyc::Queue queue = market.kyc.queue();
        waiting.Set(double(queue.waiting));
        oldest.Set(double(queue.oldestWaitMs) / 1000);
    });
}

// PAY-19: how many payments come through, of the last days and by provider. What is still open is in attempts alone.
void watchPayments(Metrics &metrics, payments::Service &payments)
{
    metrics.beforeExposition([&] {
        for (const ProviderHealth &each : payments.health()) {
            const std::string provider = each.provider.toStdString();
            const auto set = [&](const char *outcome, qint64 count) {
                metrics
                    .gauge("payments_of_window", "Payments that were opened in the last 30 days, by how they ended",
                           {{"provider", provider}, {"outcome", outcome}})
                    .Set(double(count));
            };
            set("attempted", each.attempts);
            set("paid", each.paid);
            set("failed", each.failed);
            if (each.success)
                metrics
                    .gauge("payments_success_ratio", "Paid of paid and failed payments of the last 30 days",
                           {{"provider", provider}})
                    .Set(double(each.success->value) / 10'000);
        }
    });
}

void watchMarket(Metrics &metrics, Market &market)
{
    watchFiles(metrics, market.storage);
    watchQueue(metrics, market);
}

http::SocketHost socketsOf(live::Hub &hub)
{
    return {.redeem = [&hub](QByteArrayView ticket) { return hub.redeemTicket(ticket); },
            .admit = [&hub](const Caller &caller, QByteArrayView path) { return hub.admit(caller, path); },
            .join =
                [&hub](const Caller &caller, const QByteArray &topic, qint64 after, http::SocketLine line) {
                    return hub.join(caller, topic, after, {.send = line.send, .close = line.close});
                },
            .hear = [&hub](quint64 connection, const QByteArray &text) { hub.hear(connection, text); },
            .leave = [&hub](quint64 connection) { hub.leave(connection); }};
}

http::ServerOptions optionsOf(const Config &config, Market &market)
{
    http::ServerOptions options;
    options.address = config.http.listen;
    options.port = quint16(config.http.port);
    options.threads = config.http.threads;
    options.workers = config.limits.workers;
    options.heavyThreads = config.limits.heavyThreads;
    options.heavyQueue = config.limits.heavyQueue;
    options.limits.connections = config.limits.connections;
    options.limits.connectionsPerIp = config.limits.connectionsPerIp;
    options.limits.headBytes = config.limits.headBytes;
    options.limits.idleMs = config.limits.idleSeconds * 1000;
    options.limits.headMs = config.limits.headSeconds * 1000;
    options.limits.bodyMs = config.limits.bodySeconds * 1000;
    options.limits.unsentMs = config.limits.unsentSeconds * 1000;
    options.limits.handlerMs = config.limits.handlerSeconds * 1000;
    options.policy = policyOf(config, market.settings);
    options.trustedProxies = config.http.trustedProxies;
    options.certificatePath = config.http.tlsCertificate;
    options.keyPath = config.http.tlsKey;
    options.tlsFloor = config.http.tlsMin;
    options.isBehindTls = config.http.behindTlsProxy;
    options.redirectPort = quint16(config.http.redirectPort);
    if (config.http.redirectPort != 0)
        options.redirectTarget = config.publicUrl().toUtf8();
    options.reads = market.db().engine() == Engine::Sqlite ? http::ReadLane::Inline : http::ReadLane::Pooled;
    options.session = [&market](QByteArrayView bearer) { return market.auth.callerOf(bearer); };
    options.sockets = socketsOf(market.live);
    options.logDescriptor = config.log.level <= LogLevel::Info ? STDERR_FILENO : -1;
    options.logFormat = config.log.format;
    return options;
}

// How long answers take is a figure of the market's health.
void listenTo(Metrics &metrics, Market &market)
{
    market.analytics.listen([&metrics] {
        const Metrics::Observed answers = metrics.observed("http_request_duration_seconds");
        return analytics::Service::Answered{answers.count, qint64(answers.seconds * 1000)};
    });
}

} // namespace

int serve(const Config &config)
{
    raiseDescriptorLimit();
    const int signals = signalDescriptor();

    SystemClock clock;
    Premises premises(config, clock);
    const SoleServer place(config);
    if (!place.isSole()) {
        std::fprintf(stderr, "Another server runs on %s.\n", qUtf8Printable(config.databaseAddress()));
        return EXIT_FAILURE;
    }
    Market market(*premises.db, clock, premises.plan);
    Metrics metrics;
    metrics.watch(*premises.db);
    http::Readiness readiness;
    watchMarket(metrics, market);
    watchPayments(metrics, market.payments);
    http::Health health([&] { return market.db().answers(); });
    const http::Health files([&] { return market.storage.inspect(); });

    http::Router router;
    market.routes(router);
    http::addPages(router, {.health = health,
                            .readiness = readiness,
                            .metrics = metrics,
                            .scanner = market.storage.hasScanner() ? &files : nullptr,
                            .metricsToken = config.http.metricsToken.toUtf8(),
                            .docsFolder = QStringLiteral(":/docs"),
                            .publicUrl = config.publicUrl().toUtf8(),
                            .version = QCoreApplication::applicationVersion().toUtf8()});

    http::Server server(router, clock, metrics.registry(), readiness, optionsOf(config, market));
    market.outbox.tell<SettingChanged>(
        "http", [&](const SettingChanged &) { server.apply(policyOf(config, market.settings)); });
    if (const Result<> started = server.start(); !started) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(started.error().message));
        return EXIT_FAILURE;
    }
    listenTo(metrics, market);
    market.start();
    readiness.open();
    qInfo("Ready on %s", qUtf8Printable(config.publicUrl()));

    QSocketNotifier notifier(signals, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, qApp, [] { qApp->quit(); });
    QCoreApplication::exec();

    // First: what comes after the word has to count.
    letNextSignalKill(signals);
    qInfo("Stopping");
    if (!server.stop(config.limits.shutdownSeconds * 1000)) {
        // What hangs may hang for ever, and everything below would wait for it. What was confirmed is on the disk.
        qWarning("The time to stop is over; what still runs is cut off");
        ::_exit(EXIT_FAILURE);
    }
    market.stop();
    ::close(signals);
    return EXIT_SUCCESS;
}
