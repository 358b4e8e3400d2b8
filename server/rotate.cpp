#include "server/rotate.h"

#include "server/premises.h"
#include "server/soleserver.h"

#include <cstdio>
#include <limits>

namespace {

int complain(const QString &text)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    return EXIT_FAILURE;
}

struct Resealed
{
    int submissions = 0, files = 0, apps = 0, payouts = 0, gateways = 0, copies = 0;

    int all() const { return submissions + files + apps + payouts + gateways + copies; }
};

Resealed reseal(Market &market)
{
    constexpr int all = std::numeric_limits<int>::max();
    const auto progress = [](const char *what) {
        return [what](int count) {
            constexpr int step = 100;
            if (count > 0 && count % step == 0)
                std::fprintf(stderr, "Sealing anew: %d %s\n", count, what);
        };
    };
    const Resealed out{market.kyc.reseal(all, progress("submissions")),
                       market.storage.reseal(all, progress("files")),
                       market.auth.reseal(all, progress("apps")),
                       market.payouts.reseal(all, progress("payouts")),
                       market.payments.reseal(progress("keys of providers")),
                       market.privacy.reseal(all, progress("copies of personal data"))};
    if (out.all() == 0)
        return out;
    (void)market.db().write([&](Tx &tx) -> Result<> {
        market.audit.record(
            tx, {}, "keys.resealed", "master_secret", {},
            audit::details({{QStringLiteral("new"), QJsonObject{{QStringLiteral("submissions"), out.submissions},
                                                                {QStringLiteral("files"), out.files},
                                                                {QStringLiteral("apps"), out.apps},
                                                                {QStringLiteral("payouts"), out.payouts},
                                                                {QStringLiteral("gateways"), out.gateways},
                                                                {QStringLiteral("copies"), out.copies}}}}));
        return {};
    });
    if (const Result<> sealed = market.audit.seal(); !sealed)
        std::fprintf(stderr, "The audit log is not sealed: %s\n", qUtf8Printable(sealed.error().message));
    return out;
}

int say(const Resealed &done, const char *what)
{
    std::printf("%s %d submissions, %d files, %d secrets of apps, %d payouts, %d keys of providers and %d copies of "
                "personal data are sealed with the newest master secret. The older ones stay in the file: the audit "
                "log needs them.\n",
                what, done.submissions, done.files, done.apps, done.payouts, done.gateways, done.copies);
    return EXIT_SUCCESS;
}

} // namespace

int rotateKeys(const Config &config)
{
    if (!config.isPostgres() && !QFile::exists(config.databaseAddress()))
        return complain(QStringLiteral("There is no database at %1.").arg(config.databaseAddress()));
    SystemClock clock;
    const Premises before(config, clock);
    // A server that runs knows only the old secrets and could not open what is sealed here.
    const SoleServer place(config);
    if (!place.isSole() || !before.db->leads("audit"))
        return complain(QStringLiteral("Stop the server first: it could not open what is sealed anew."));
    {
        Market market(*before.db, clock, before.plan);
        const Resealed left = reseal(market);
        if (left.all() > 0)
            return say(left, "A rotation that was cut off is finished.");
    }
    if (const auto complaint = config::addMasterSecret(config.secretPath()))
        return complain(complaint->text);
    const Premises after(config, clock);
    Market market(*after.db, clock, after.plan);
    const Resealed done = reseal(market);
    return say(done, "A new master secret is in use.");
}
