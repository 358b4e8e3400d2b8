#pragma once

// What the server says about settings, one of every type.

#include "shared/contract/settings.h"
#include "tests/console/pages/samples.h"
#include "tests/support/faketransport.h"

namespace samples {

inline Setting lockAfter()
{
    return {.key = QStringLiteral("auth.lock_after"),
            .type = SettingType::Whole,
            .value = QStringLiteral("5"),
            .standard = QStringLiteral("5"),
            .description = QStringLiteral("Failed sign-ins after which an account is locked."),
            .min = 1,
            .max = 1000};
}

inline QList<Setting> settings()
{
    return {{.key = QStringLiteral("discovery.radius_km"),
             .type = SettingType::Whole,
             .value = QStringLiteral("250"),
             .standard = QStringLiteral("250"),
             .description = QStringLiteral("How far from a buyer's address stores are found, in kilometres."),
             .min = 1,
             .max = 5000},
            {.key = QStringLiteral("commission.global_rate"),
             .type = SettingType::Rate,
             .value = QStringLiteral("2.50"),
             .standard = QStringLiteral("2.00"),
             .description = QStringLiteral("Commission in percent where no category, product or vendor has its own."),
             .max = 5000,
             .changedAt = now.after(-3 * hourMs)},
            {.key = QStringLiteral("escrow.release_mode"),
             .type = SettingType::Choice,
             .value = QStringLiteral("automatic"),
             .standard = QStringLiteral("automatic"),
             .description = QStringLiteral(
                 "Whether escrow settles by itself after both parties confirmed, or waits for an admin."),
             .max = 1,
             .choices = {QStringLiteral("automatic"), QStringLiteral("manual")}},
            {.key = QStringLiteral("payments.recharge_min"),
             .type = SettingType::Money,
             .value = QStringLiteral("100.00"),
             .standard = QStringLiteral("100.00"),
             .description = QStringLiteral("The smallest recharge of a wallet."),
             .min = 100,
             .max = 100'000'000},
            lockAfter(),
            {.key = QStringLiteral("feature.ads"),
             .type = SettingType::Truth,
             .value = QStringLiteral("true"),
             .standard = QStringLiteral("true"),
             .description = QStringLiteral("Whether buyers see ads; campaigns can be planned either way."),
             .max = 1}};
}

inline ::Page<SettingChange> rateHistory()
{
    return {.items = {{.id = id<SettingChange>(902),
                       .changedBy = QStringLiteral("Ananya Rao"),
                       .before = QStringLiteral("3.00"),
                       .after = QStringLiteral("2.50"),
                       .changedAt = now.after(-3 * hourMs)},
                      {.id = id<SettingChange>(901),
                       .changedBy = QStringLiteral("Ravi Menon"),
                       .before = QStringLiteral("2.00"),
                       .after = QStringLiteral("3.00"),
                       .changedAt = now.after(-50 * hourMs)}}};
}

inline void tune(FakeTransport &server)
{
    server.answer(api::listSettings, settings());
    server.answer(api::listSettingHistory, rateHistory(), QStringLiteral("commission.global_rate"));
}

} // namespace samples
