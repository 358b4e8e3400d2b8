#include "tests/ads/billboard.h"

#include <QFile>

Id<StoredFile> Billboard::picture(const Caller &owner, storage::Service &storage, const QString &source)
{
    const QString path = folder.filePath(ids.next<StoredFile>().text());
    if (!QFile::copy(source, path))
        qFatal("the picture cannot be copied");
    const auto file = storage.uploadFile(owner, {.query = {FilePurpose::Ad, QStringLiteral("banner.jpg")},
                                                 .path = path,
                                                 .size = QFile(path).size(),
                                                 .declaredType = QStringLiteral("image/jpeg")});
    if (!file)
        qFatal("%s", qUtf8Printable(file.error().message));
    return file->id;
}

PutAd Billboard::wish(const QString &title)
{
    return wish(title, AdSlot::HomeStrip, 0, 10);
}

PutAd Billboard::wish(const QString &title, AdSlot slot, qint64 firstDay, qint64 lastDay)
{
    return {.title = title,
            .slot = slot,
            .imageId = picture(),
            .clickUrl = QStringLiteral("https://shop.example/offer?from=ad"),
            .startDate = in(firstDay),
            .endDate = in(lastDay)};
}

PutAd Billboard::edited(const Ad &ad)
{
    return {.title = ad.title,
            .description = ad.description,
            .slot = ad.slot,
            .clickUrl = ad.clickUrl,
            .startDate = ad.startDate,
            .endDate = ad.endDate,
            .isActive = ad.isActive,
            .region = ad.region,
            .categoryId = ad.categoryId,
            .audience = ad.audience,
            .priority = ad.priority,
            .weight = ad.weight,
            .impressionCap = ad.impressionCap,
            .viewerDailyCap = ad.viewerDailyCap,
            .partnerId = ad.partnerId,
            .version = ad.version};
}

Ad Billboard::ad(const PutAd &wish)
{
    const auto made = ads.addAd(boss, wish);
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().message));
    return *made;
}

Caller Billboard::viewer(int number)
{
    return {.ip = QStringLiteral("10.0.%1.%2").arg(number / 250).arg(number % 250), .requestId = "request"};
}

QList<ShownAd> Billboard::show(const Caller &caller, AdSlot slot)
{
    return ads.showAds(caller, {{.placement = slot}, browser}).value();
}

QStringList Billboard::titles(const Caller &caller, const ShowAds &wish)
{
    QStringList out;
    const QList<ShownAd> served = ads.showAds(caller, {wish, browser}).value();
    for (const ShownAd &shown : served)
        out += shown.title;
    out.sort();
    return out;
}

QList<qint64> Billboard::traces() const
{
    return {db.number("count(*) FROM ads"),
            db.number("CAST(coalesce(sum(version), 0) AS BIGINT) FROM ads"),
            db.number("count(*) FROM ads WHERE removed_at IS NOT NULL"),
            db.number("count(*) FROM audit_log"),
            db.number("count(*) FROM stored_files WHERE claimed_at IS NOT NULL"),
            db.number("count(*) FROM ad_days")};
}
