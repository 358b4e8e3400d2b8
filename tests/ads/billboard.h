#pragma once

// The real services with an admin who plans campaigns and people who look at them. Chance is what the test says.

#include "server/ads/service.h"
#include "tests/commerce/bazaar.h"
#include "tests/support/refusal.h"

class Billboard : public Bazaar
{
public:
    // What is drawn next; 0 when nothing is said.
    QList<quint32> chances = {};
    QList<quint32> bounds = {}; // that were asked for

    ads::Service ads{*db, db.clock, ids, accounts, catalog, audit, storage, secrets, [this](quint32 bound) {
                         bounds += bound;
                         return chances.isEmpty() ? 0 : chances.takeFirst() % bound;
                     }};
    const Caller boss = admin();

    Instant today() const { return db.clock.now(); }
    Instant in(qint64 days) const { return today().after(days * dayMs); }

    Id<StoredFile> picture(const Caller &owner, storage::Service &storage,
                           const QString &source = QStringLiteral(PICTURE));
    Id<StoredFile> picture() { return picture(boss, storage); }
    // From today for ten days, in the strip, of which there is one at a time.
    PutAd wish(const QString &title = QStringLiteral("Monsoon offer"));
    PutAd wish(const QString &title, AdSlot slot, qint64 firstDay, qint64 lastDay);
    static PutAd edited(const Ad &ad); // the same again
    Ad ad(const PutAd &wish);
    Ad ad() { return ad(wish()); }
    Ad read(Id<Ad> id) { return ads.readAd(boss, id).value(); }

    static Caller viewer(int number);
    inline static const Onlooker browser{.agent = "Mozilla/5.0 (X11; Linux x86_64)"};
    QList<ShownAd> show(const Caller &caller, AdSlot slot = AdSlot::HomeStrip);
    QStringList titles(const Caller &caller, const ShowAds &wish);
    QList<qint64> traces() const; // everything that a refusal must leave alone
};
