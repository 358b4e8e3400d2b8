#pragma once

// The ad schedule before the paper server, and what its tests do on it.

#include "console/kit/segments.h"
#include "console/pages/ads/page.h"
#include "console/pages/ads/timeline.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/support/consolekit.h"

namespace adspage {

struct AdsFixture
{
    ConsoleKit console{Role::Admin};
    QList<Ad> ads = samples::ads();
    const Ad running = ads.at(1); // 14 to 26 November in the hero
    const QString id = running.id.text();
    std::unique_ptr<ads::Page> page;
    ads::Timeline *timeline = nullptr;

    AdsFixture()
    {
        console.server.answer(api::listAllAds, samples::page(ads));
        console.server.answer(api::listCategories, samples::categories());
        console.server.answer(api::readAdPerformance, samples::adPerformance());
        for (const Ad &ad : ads)
            console.server.answer(api::readAdStatistics, samples::adStatistics(ad), ad.id);
        serve(running);
    }
    void serve(const Ad &ad) { console.server.answer(api::scheduleAd, ad, ad.id); }
    Ad moved(int startBy, int endBy)
    {
        Ad ad = running;
        ad.startDate = ads::shifted(ad.startDate, startBy);
        ad.endDate = ads::shifted(ad.endDate, endBy);
        ++ad.version;
        serve(ad);
        return ad;
    }
    void open()
    {
        page = std::make_unique<ads::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        timeline = page->findChild<ads::Timeline *>("timeline");
        timeline->setFocus();
    }
    void drag(const QPoint &from, int days, bool isReleased = true)
    {
        const QPoint to = from + QPoint(qRound(days * timeline->dayWidth()), 0);
        QTest::mousePress(timeline->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(timeline->viewport(), from + QPoint(days > 0 ? 12 : -12, 0));
        QTest::mouseMove(timeline->viewport(), to);
        if (isReleased)
            QTest::mouseRelease(timeline->viewport(), Qt::LeftButton, {}, to);
    }
    std::optional<ScheduleAd> sent() const
    {
        const QByteArray body = console.server.lastBody(api::scheduleAd, running.id);
        return body.isEmpty() ? std::nullopt : std::optional(json::parse<ScheduleAd>(body).value());
    }
    QRect bar() const { return timeline->barOf(id); }
    // In days behind the first campaign, because a notice below the timeline changes its size.
    int place() const
    {
        return qRound((bar().left() - timeline->barOf(ads.constFirst().id.text()).left()) / timeline->dayWidth());
    }
    // So many are in the way of whatever move.
    void refuseMove(int blockers)
    {
        AdConflict details{.conflicts = {}, .suggestedStart = ads::startOf(QDate(2026, 12, 2))};
        for (int i = 1; i <= blockers; ++i)
            details.conflicts += {samples::id<Ad>(9300 + i), QStringLiteral("Blocker %1").arg(i), {}, {}};
        console.server.refuse(
            api::scheduleAd,
            Error{.code = ErrorCode::Conflict, .message = QStringLiteral("Taken."), .details = json::bytes(details)},
            running.id);
    }
    void view(int index) { page->findChild<kit::Segments *>("views")->choose(index); }
    static Error conflict(Instant suggested)
    {
        const AdConflict details{.conflicts = {{samples::id<Ad>(9006), QStringLiteral("Sharma Metals"), {}, {}}},
                                 .suggestedStart = suggested};
        return {.code = ErrorCode::Conflict, .message = QStringLiteral("Taken."), .details = json::bytes(details)};
    }
};

} // namespace adspage
