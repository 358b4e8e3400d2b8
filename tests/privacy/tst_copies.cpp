#include "server/privacy/jobloads.h"
#include "tests/privacy/registry.h"
#include "tests/support/runner.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

namespace {

QJsonValue parsed(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

CopyLink linkOf(const PersonalCopy &copy)
{
    const QUrlQuery query{QUrl(copy.url.value_or(QString()))};
    return {query.queryItemValue("expires").toLongLong(), query.queryItemValue("signature")};
}

int shelved(const Registry &registry)
{
    return int(registry.filesIn(QStringLiteral("copies")).size());
}

// What a maker leaves that is cut off after the file is in its place and before that is written down.
void leaveHalf(const Registry &registry, Id<PersonalCopy> id)
{
    const QString path = registry.market.storage.shelfPath(storage::Shelf::Copies, id.text());
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("half") != 4)
        qFatal("cannot write %s", qPrintable(path));
}

privacy::Keepers keepersIn(Market &market)
{
    return {market.accounts, market.auth,    market.kyc,      market.storage,       market.ledger,
            market.payments, market.orders,  market.weighing, market.buyers,        market.refunds,
            market.payouts,  market.vendors, market.chat,     market.notifications, market.invoices};
}

// The room of a server that was started with these masters.
struct Rotated
{
    Rotated(Registry &registry, const QList<QByteArray> &masters)
        : secrets(masters, 4)
        , privacy(*registry.db, registry.db.clock, registry.market.ids, secrets, registry.market.audit,
                  registry.market.jobs, keepersIn(registry.market))
    {}

    Secrets secrets;
    privacy::Service privacy;
};

Result<FileBody> newestOf(privacy::Service &room, const Caller &caller)
{
    const PersonalCopy copy = room.listCopies(caller)->constFirst();
    return room.downloadCopy(caller, copy.id, linkOf(copy));
}

} // namespace

class TestOfCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PRIV-02, D5
    void aBuyerGetsEverythingThatIsKept()
    {
        Registry registry;
        (void)registry.market.accounts.acceptLegal(registry.buyer.caller,
                                                   {LegalDocument::Terms, QStringLiteral("2026-11-01")});
        const Order order = registry.placed();
        registry.settle(order);
        registry.say(registry.buyer, order, QStringLiteral("Thank you, the wire is fine."));
        registry.say(registry.vendor, order, QStringLiteral("Glad to hear it."));

        const auto copy = registry.copyOf(registry.buyer);

        QVERIFY(copy);
        for (const char *name :
             {"account",          "addresses",        "consents",        "sessions",    "identities",
              "orders",           "wallet",           "wallet_entries",  "payments",    "messages",
              "earlier_messages", "notices",          "files",           "preferences", "buyer_profile",
              "wishes",           "favourite_stores", "payment_methods", "devices",     "invoices"})
            QVERIFY2(copy->contains(QString::fromLatin1(name) + QStringLiteral(".json")), name);
        QCOMPARE(copy->value("account.json"), json::bytes(registry.market.accounts.account(registry.buyer.caller.id)));
        QCOMPARE(parsed(copy->value("addresses.json"))[0]["street_address"].toString(),
                 QStringLiteral("12 Marine Drive"));
        QCOMPARE(parsed(copy->value("consents.json"))[0]["version"].toString(), QStringLiteral("2026-11-01"));
        QCOMPARE(parsed(copy->value("sessions.json"))[0]["device"].toString(), QStringLiteral("meera's phone"));
        QCOMPARE(parsed(copy->value("orders.json"))[0]["order_number"].toString(), order.orderNumber);
        QCOMPARE(parsed(copy->value("wallet.json"))["current_balance"].toString(), QStringLiteral("0.00"));
        QCOMPARE(parsed(copy->value("wallet_entries.json")).toArray().size(), 3);
        QVERIFY(copy->value("messages.json").contains("Thank you, the wire is fine."));
        QVERIFY(copy->value("messages.json").contains("Glad to hear it."));
        QVERIFY(parsed(copy->value("notices.json")).toArray().size() > 0);
        // ACC-04, ACC-05, ACC-06
        QCOMPARE(parsed(copy->value("preferences.json"))["sms"].toBool(true), false);
        QCOMPARE(copy->value("buyer_profile.json"), R"({"date_of_birth":"1990-04-17","gender":"female"})");
        QCOMPARE(parsed(copy->value("wishes.json"))[0]["title"].toString(), QStringLiteral("Copper wire"));
        QCOMPARE(parsed(copy->value("favourite_stores.json"))[0]["store_name"].toString(),
                 QStringLiteral("Vikram Metals"));
        QCOMPARE(parsed(copy->value("payment_methods.json"))[0]["masked"].toString(), QStringLiteral("m•••a@okbank"));
        QCOMPARE(parsed(copy->value("devices.json"))[0]["name"].toString(), QStringLiteral("meera's phone"));
        const QJsonValue photo = parsed(copy->value("files.json"))[0];
        QCOMPARE(copy->value(QStringLiteral("files/%1-me.jpg").arg(photo["id"].toString())), Registry::jpeg());
        QVERIFY(copy->value("README.txt").contains("the account meera"));
        QVERIFY(copy->value("README.txt").contains("UPI ids and tokens of ways to pay"));
        // AUTH-16: nothing that lets somebody in.
        for (const QByteArray &content : *copy)
            QVERIFY(!content.contains("$2b$") && !content.contains("password_hash") && !content.contains("token_hash"));
    }

    // PRIV-02, PRIV-06
    void aVendorGetsTheOwnPapersAndNobodysAddress()
    {
        Registry registry;
        registry.settle(registry.placed());
        registry.verifyKyc();

        const auto copy = registry.copyOf(registry.vendor);

        QVERIFY(copy);
        QCOMPARE(parsed(copy->value("store.json"))["store_name"].toString(), QStringLiteral("Vikram Metals"));
        const QJsonValue kyc = parsed(copy->value("kyc.json"))[0];
        QCOMPARE(kyc["pan_masked"].toString(), QStringLiteral("•••• 939F"));
        QCOMPARE(kyc["bank_account_masked"].toString(), QStringLiteral("•••• 6620"));
        QCOMPARE(parsed(copy->value("sales.json"))[0]["total_amount"].toString(), QStringLiteral("750.00"));
        QCOMPARE(copy->keys().filter(QStringLiteral("-pan.jpg")).size(), 1);
        QCOMPARE(copy->value(copy->keys().filter(QStringLiteral("-pan.jpg")).constFirst()), Registry::jpeg());
        for (const QByteArray &content : *copy)
            QVERIFY(!content.contains("AAPFU0939F") && !content.contains("50100123456620"));
        QCOMPARE(parsed(copy->value("store_invoices.json"))[0]["total"].toString(), QStringLiteral("750.00"));
        for (const char *name : {"sales.json", "store_invoices.json"})
            for (const char *word : {"Meera", "Marine Drive", "+919876500001", "+919876500002"})
                QVERIFY2(!copy->value(QString::fromLatin1(name)).contains(word), word);
    }

    // PRIV-02: sealed where it lies.
    void theCopyIsSealedAuditedAndAnnouncedToItsOwner()
    {
        Registry registry;

        QVERIFY(registry.copyOf(registry.buyer));

        QCOMPARE(registry.ready.size(), 1);
        QCOMPARE(registry.ready[0].accountId, registry.buyer.caller.id);
        QCOMPARE(registry.ready[0].expiresAt, registry.db.clock.now().after(7 * dayMs));
        QCOMPARE(registry.db.number("count(*) FROM notices WHERE kind = 'personal_copy' AND account_id = ?",
                                    registry.buyer.caller.id),
                 1);
        for (const char *action : {"privacy.copy_requested", "privacy.copy_downloaded"})
            QCOMPARE(registry.db.number("count(*) FROM audit_log WHERE action = ? AND actor_id = ?",
                                        std::string_view(action), registry.buyer.caller.id),
                     1);
        QCOMPARE(shelved(registry), 1);
        QFile file(registry.filesIn(QStringLiteral("copies")).constFirst());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sealed = file.readAll();
        QVERIFY(!sealed.startsWith("PK") && !sealed.contains("README.txt") && !sealed.contains("meera"));
        QCOMPARE(registry.filesIn(QStringLiteral("drafts")), QStringList());
        QCOMPARE(QDir(registry.folder.filePath("mails")).entryList({"*copy_ready*"}).size(), 1);
    }

    void oneIsMadeAtATimeAndThreeADay()
    {
        Registry registry;
        const Caller &buyer = registry.buyer.caller;
        QVERIFY(registry.market.privacy.requestCopy(buyer));

        const auto second = registry.market.privacy.requestCopy(buyer);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QCOMPARE(registry.db.number("count(*) FROM personal_copies"), 1);

        QVERIFY(registry.market.privacy.requestCopy(registry.vendor.caller)); // somebody else may
        registry.drain();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(registry.market.privacy.requestCopy(buyer));
            registry.drain();
        }
        QCOMPARE(registry.market.privacy.requestCopy(buyer).error().code, ErrorCode::TooManyRequests);
        registry.db.clock.advance(dayMs);
        QVERIFY(registry.market.privacy.requestCopy(buyer));
    }

    // API-17, D-05: whoever asks again because no answer arrived gets the first answer, whatever became of the copy
    // since.
    void theSameKeyAsksForOneCopy()
    {
        Registry registry;
        const auto asked = [&](const QByteArray &key) {
            RepeatedCall call{.key = key,
                              .endpoint = "POST /api/v1/users/me/export",
                              .bodyHash = "hash",
                              .envelopeHead = "{\"data\":",
                              .envelopeTail = "}"};
            Caller caller = registry.buyer.caller;
            caller.repeat = &call;
            const auto copy = registry.market.privacy.requestCopy(caller);
            return copy ? call.reply : QString(names::text(copy.error().code)).toLatin1();
        };

        const QByteArray first = asked("one");
        const QByteArray whileItWaits = asked("one");
        const QByteArray another = asked("two");
        registry.drain();
        const QByteArray whenItIsThere = asked("one");

        QVERIFY(first.contains("\"state\":\"waiting\""));
        QCOMPARE(whileItWaits, first);
        QCOMPARE(whenItIsThere, first);
        QCOMPARE(another, "conflict");
        QCOMPARE(registry.ready.size(), 1);
        QCOMPARE(registry.db.number("count(*) FROM personal_copies"), 1);
        QCOMPARE(registry.db.number("count(*) FROM jobs WHERE kind = 'privacy.copy'"), 1);
        QCOMPARE(registry.db.number("count(*) FROM audit_log WHERE action = 'privacy.copy_requested'"), 1);
        QVERIFY(asked("two").contains("\"state\":\"waiting\"")); // what was refused is no answer to keep
    }

    void aLinkOpensForItsOwnerForFiveMinutes()
    {
        Registry registry;
        QVERIFY(registry.copyOf(registry.buyer));
        auto &privacy = registry.market.privacy;
        const Caller &buyer = registry.buyer.caller;
        const PersonalCopy copy = privacy.listCopies(buyer)->constFirst();
        const CopyLink link = linkOf(copy);

        QCOMPARE(privacy.downloadCopy(registry.vendor.caller, copy.id, link).error().code, ErrorCode::NotFound);
        QCOMPARE(privacy.downloadCopy(registry.stranger(), copy.id, link).error().code, ErrorCode::NotFound);
        CopyLink forged = link;
        forged.expires += 60;
        QCOMPARE(privacy.downloadCopy(buyer, copy.id, forged).error().code, ErrorCode::InvalidSignature);
        QVERIFY(privacy.downloadCopy(buyer, copy.id, link));
        registry.db.clock.advance(5 * minuteMs + 1000);
        QCOMPARE(privacy.downloadCopy(buyer, copy.id, link).error().code, ErrorCode::TokenExpired);
    }

    void theFileIsGoneAfterSevenDays()
    {
        Registry registry;
        QVERIFY(registry.copyOf(registry.buyer));
        QFile file(registry.filesIn(QStringLiteral("copies")).constFirst());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(registry.db.clock.now().ms),
                                 QFileDevice::FileModificationTime));
        registry.db.clock.advance(7 * dayMs - minuteMs);
        QCOMPARE(registry.market.privacy.sweep(), 0);
        QCOMPARE(registry.market.reports.sweep(), 0); // which removes what reports have left
        QVERIFY(file.exists());
        QVERIFY(registry.market.privacy.listCopies(registry.buyer.caller)->constFirst().url);
        const CopyLink link = linkOf(registry.market.privacy.listCopies(registry.buyer.caller)->constFirst());

        registry.db.clock.advance(minuteMs);

        const PersonalCopy copy = registry.market.privacy.listCopies(registry.buyer.caller)->constFirst();
        QVERIFY(!copy.url);
        QCOMPARE(registry.market.privacy.downloadCopy(registry.buyer.caller, copy.id, link).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(registry.market.privacy.sweep(), 1);
        QCOMPARE(shelved(registry), 0);
        QVERIFY(registry.market.privacy.listCopies(registry.buyer.caller)->isEmpty());
        QCOMPARE(registry.market.privacy.downloadCopy(registry.buyer.caller, copy.id, link).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(registry.market.privacy.sweep(), 0);
    }

    // SEC-02
    void aRotationReachesTheCopies()
    {
        Registry registry;
        QVERIFY(registry.copyOf(registry.buyer));
        const Caller &buyer = registry.buyer.caller;
        const QByteArray before = newestOf(registry.market.privacy, buyer)->bytes;
        Rotated both(registry, {QByteArray(32, 'n'), QByteArray(32, 'a')}), later(registry, {QByteArray(32, 'n')});
        QCOMPARE(newestOf(later.privacy, buyer).error().code, ErrorCode::Conflict);

        const int renewed = both.privacy.reseal(1000, [](int) {});

        QCOMPARE(renewed, 1);
        QCOMPARE(both.privacy.reseal(1000, [](int) {}), 0);
        QCOMPARE(newestOf(later.privacy, buyer)->bytes, before);
        QCOMPARE(newestOf(registry.market.privacy, buyer).error().code, ErrorCode::Conflict);
        QCOMPARE(shelved(registry), 1);
    }

    void whoeverTakesUpTheWorkOfOneWhoDiedMakesTheCopyAnew()
    {
        Registry registry;
        const PersonalCopy copy = registry.market.privacy.requestCopy(registry.buyer.caller).value();
        leaveHalf(registry, copy.id);

        registry.drain();
        const auto content = registry.received(registry.buyer);

        QVERIFY(content && content->contains(QStringLiteral("account.json")));
        QCOMPARE(shelved(registry), 1);
        // A job runs at least once; the second time there is nothing to do.
        QVERIFY(registry.market.privacy.makeCopy(json::bytes(privacy::CopyJob{copy.id})));
        registry.drain();
        QCOMPARE(registry.ready.size(), 1);
        QCOMPARE(shelved(registry), 1);
        QVERIFY(registry.received(registry.buyer));
    }

    void whatOneWhoDiedLeftOfACopyThatWasGivenUpGoesWithIt()
    {
        Registry registry;
        const PersonalCopy copy = registry.market.privacy.requestCopy(registry.buyer.caller).value();
        leaveHalf(registry, copy.id);
        registry.db.clock.advance(6 * hourMs);
        QCOMPARE(registry.market.privacy.sweep(), 0);
        QCOMPARE(shelved(registry), 1);

        registry.db.clock.advance(7 * dayMs);

        QCOMPARE(registry.market.privacy.sweep(), 1);
        QCOMPARE(shelved(registry), 0);
        QCOMPARE(registry.db.number("count(*) FROM personal_copies"), 0);
    }

    void aCopyThatNobodyMakesIsGivenUp()
    {
        Registry registry;
        QVERIFY(registry.market.privacy.requestCopy(registry.buyer.caller));
        registry.db.clock.advance(6 * hourMs);

        registry.market.privacy.sweep();

        QCOMPARE(registry.market.privacy.listCopies(registry.buyer.caller)->constFirst().state, CopyState::Failed);
        registry.drain(); // a job that comes late finds that nobody waits
        QCOMPARE(registry.market.privacy.listCopies(registry.buyer.caller)->constFirst().state, CopyState::Failed);
        QCOMPARE(shelved(registry), 0);
        QVERIFY(registry.market.privacy.requestCopy(registry.buyer.caller));
    }
};

TEST_CLASS(TestOfCopies)
#include "tst_copies.moc"
