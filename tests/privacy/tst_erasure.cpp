#include "tests/privacy/registry.h"
#include "tests/support/runner.h"

namespace {

enum class Open { Balance, Order, Payment, Payout, Earnings, Debt, Store, Staff };

// Where the person stands is what the law makes us keep, or somebody else's.
const QStringList keptTables{QStringLiteral("orders"),  QStringLiteral("order_history"),
                             QStringLiteral("notices"), QStringLiteral("kyc_submissions"),
                             QStringLiteral("payouts"), QStringLiteral("invoices")};

QStringList wordsOf(const QList<KeptRecords> &kept)
{
    QStringList out;
    for (const KeptRecords &each : kept)
        out += QString(names::text(each.what)) + u' ' + QString::number(each.years);
    return out;
}

// The lines in which these words stand, each with its word.
QByteArray foundIn(const QByteArray &text, const QByteArrayList &words)
{
    QByteArrayList out;
    for (const QByteArray &line : text.split('\n'))
        for (const QByteArray &word : words)
            if (line.contains(word))
                out += word + " in " + line;
    return out.join('\n');
}

} // namespace

Q_DECLARE_METATYPE(Open)

class TestOfErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PRIV-03, D5, C46, C51
    void aBuyerIsForgottenAndTheBooksStay()
    {
        Registry registry;
        Market &market = registry.market;
        (void)market.accounts.acceptLegal(registry.buyer.caller, {LegalDocument::Terms, QStringLiteral("2026-11-01")});
        const Order order = registry.placed();
        registry.settle(order);
        registry.say(registry.buyer, order, QStringLiteral("Thank you."));
        QVERIFY(registry.copyOf(registry.buyer));
        const qint64 transfers = registry.db.number("count(*) FROM ledger_transfers");
        registry.prove(registry.buyer);

        const auto erased = market.privacy.eraseMe(registry.buyer.caller);
        registry.drainAndForgetNews();

        QVERIFY(erased);
        QCOMPARE(wordsOf(erased->kept),
                 (QStringList{"orders 8", "books 8", "audit_log 8", "conversations 8", "consents 8"}));
        // Nobody finds the person any more, but in the invoice and in what others were told.
        const QByteArrayList words{"meera",       "Meera",     "+919876500001", "+919876500002",
                                   "203.0.113.7", "12 Marine", "aquarium",      "me.jpg"};
        const QByteArray rest = registry.everything(keptTables + QStringList{QStringLiteral("audit_log")});
        QCOMPARE(foundIn(rest, words), QByteArray());
        // AUD-05: the audit log knows an id and an address, no person.
        const QByteArray all = registry.everything();
        QByteArray audited;
        for (const QByteArray &line : all.split('\n'))
            if (line.startsWith("audit_log: "))
                audited += line + '\n';
        QVERIFY(audited.contains("privacy.erased"));
        QVERIFY(audited.contains("203.0.113.7"));
        QCOMPARE(foundIn(audited.replace("203.0.113.7", "there"), words), QByteArray());
        // The invoice keeps its recipient; how he was reached is gone, and never stood on the paper.
        QByteArray papers;
        for (const QByteArray &line : all.split('\n'))
            if (line.startsWith("invoices: "))
                papers += line + '\n';
        QVERIFY(papers.contains("12 Marine"));
        QCOMPARE(foundIn(papers, {"+919876500001", "+919876500002", "aquarium"}), QByteArray());
        const Order kept = market.orders.readOrder(registry.vendor.caller, order.id).value();
        QCOMPARE(kept.customerName, order.customerName);
        QCOMPARE(kept.customerPhone, QString());
        QCOMPARE(kept.deliveryAddress.streetAddress, QStringLiteral("12 Marine Drive"));
        QCOMPARE(kept.deliveryAddress.recipientPhone, QString());
        QVERIFY(!kept.deliveryAddress.landmark && !kept.deliveryAddress.location);
        QCOMPARE(kept.totalAmount, order.totalAmount);

        QCOMPARE(registry.db.number("count(*) FROM ledger_transfers"), transfers);
        QCOMPARE(market.ledger.verify(), std::optional<QString>());
        QVERIFY(market.audit.seal());
        QCOMPARE(market.audit.verify().problem, std::optional<QString>());
    }

    void nothingLetsTheErasedInAndTheAddressIsFreeAgain()
    {
        Registry registry;
        Market &market = registry.market;
        const Somebody other = registry.signedIn(registry.buyer);
        registry.prove(registry.buyer);

        QVERIFY(market.privacy.eraseMe(registry.buyer.caller));
        registry.drain();

        for (const Somebody &each : {registry.buyer, other})
            QCOMPARE(market.auth.callerOf(each.token).error().code, ErrorCode::Unauthenticated);
        for (const char *who : {"meera", "meera@example.in", "+919876500002"})
            QCOMPARE(
                market.auth.signIn(registry.stranger(), {QString::fromLatin1(who), Registry::password}).error().code,
                ErrorCode::InvalidCredentials);
        for (const char *table :
             {"credentials", "password_history", "otp_challenges", "addresses", "notices", "preferences",
              "buyer_profiles", "wishes", "favourite_stores", "saved_methods", "push_devices"})
            QCOMPARE(registry.db.number("count(*) FROM " + std::string(table) + " WHERE account_id = ?",
                                        registry.buyer.caller.id),
                     0);
        QCOMPARE(registry.db.number("count(*) FROM stored_files WHERE owner_id = ?", registry.buyer.caller.id), 0);
        // No admin opens it again.
        const Id<Account> id = registry.buyer.caller.id;
        QVERIFY(!market.people.activate(registry.admin.caller, id, {QStringLiteral("Why not")}));
        QVERIFY(!market.people.verifyEmail(registry.admin.caller, id, {QStringLiteral("Why not")}));
        QVERIFY(!market.people.sendReset(registry.admin.caller, id));

        const auto again =
            market.auth.registerAccount(registry.stranger(), {.username = QStringLiteral("meera"),
                                                              .email = QStringLiteral("meera@example.in"),
                                                              .password = Registry::password});
        market.outbox.drain();
        QVERIFY(again);
        QCOMPARE(registry.activations.size(), 1);
        const auto tokens = market.auth.verifyEmail(registry.stranger(), {registry.activations.constLast().token});
        QVERIFY(tokens);
        QVERIFY(tokens->account.id != registry.buyer.caller.id);
    }

    // The other side reads on, without a name.
    void whatWasSaidStaysWithoutAName()
    {
        Registry registry;
        const Order order = registry.placed();
        registry.settle(order);
        registry.say(registry.buyer, order, QStringLiteral("Thank you."));
        registry.prove(registry.buyer);

        QVERIFY(registry.market.privacy.eraseMe(registry.buyer.caller));

        const auto rooms = registry.market.chat.listRooms(registry.vendor.caller, {});
        QCOMPARE(rooms->items[0].otherName, QStringLiteral("Closed account"));
        const auto messages = registry.market.chat.listMessages(registry.vendor.caller, rooms->items[0].id, {});
        QCOMPARE(messages->items[0].content, QStringLiteral("Thank you."));
        QCOMPARE(messages->items[0].senderName, QStringLiteral("Closed account"));
    }

    // C46
    void whatIsOpenKeepsTheAccountAndIsNamed_data()
    {
        QTest::addColumn<Open>("open");
        QTest::addColumn<QStringList>("blockers");
        QTest::newRow("money in the wallet") << Open::Balance << QStringList{"balance"};
        QTest::newRow("an order on its way") << Open::Order << QStringList{"open_orders", "held_escrow"};
        QTest::newRow("a payment that may still come") << Open::Payment << QStringList{"pending_payments"};
        QTest::newRow("earnings") << Open::Earnings << QStringList{"balance"};
        QTest::newRow("a payout on its way") << Open::Payout << QStringList{"pending_payouts"};
        QTest::newRow("a store that owes") << Open::Debt << QStringList{"debt"};
        QTest::newRow("a store that sells") << Open::Store << QStringList{"selling_store"};
        QTest::newRow("an admin") << Open::Staff << QStringList{"staff_account"};
    }
    void whatIsOpenKeepsTheAccountAndIsNamed()
    {
        QFETCH(Open, open);
        QFETCH(QStringList, blockers);
        Registry registry;
        const Somebody who = opened(registry, open);
        registry.prove(who);
        const QByteArray before = registry.everything();

        const auto refused = registry.market.privacy.eraseMe(who.caller);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(Registry::blockersIn(refused.error()), blockers);
        QStringList announced;
        const auto outlook = registry.market.privacy.readErasure(who.caller);
        for (const ErasureBlocker each : outlook->blockers)
            announced += QString(names::text(each));
        QCOMPARE(announced, blockers);
        QCOMPARE(registry.everything(), before);
    }

    void itIsAskedFirstWhetherItIsStillTheSamePerson()
    {
        Registry registry;
        const QByteArray before = registry.everything();

        const auto refused = registry.market.privacy.eraseMe(registry.buyer.caller);

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ReauthenticationNeeded);
        QCOMPARE(registry.everything(), before);
    }

    void aVerifiedStoreIsForgottenButForItsPapers()
    {
        Registry registry;
        Market &market = registry.market;
        registry.verifyKyc();
        registry.closeStore();
        const Id<Vendor> store = *registry.vendor.caller.vendorId;
        registry.prove(registry.vendor);

        const auto erased = market.privacy.eraseMe(registry.vendor.caller);
        registry.drainAndForgetNews();

        QVERIFY(erased);
        QVERIFY(wordsOf(erased->kept).contains(QStringLiteral("kyc 5")));
        const auto vendor = market.db().read([&](Tx &tx) { return market.accounts.vendor(tx, store); });
        QCOMPARE(vendor->storeName, QStringLiteral("erased-") + store.text());
        QVERIFY(!vendor->canSell && !vendor->businessPhone && !vendor->ownerName && !vendor->location);
        QCOMPARE(vendor->status, StoreStatus::Inactive);
        // ACC-04: nor does anybody keep the name of a store that was liked.
        QVERIFY(market.buyers.listFavouriteStores(registry.buyer.caller)->isEmpty());
        const QByteArray rest = registry.everything(keptTables + QStringList{QStringLiteral("audit_log")});
        QCOMPARE(foundIn(rest, {"vikram", "Vikram", "+919876500003", "5 Mill Road"}), QByteArray());
        QCOMPARE(registry.db.number("count(*) FROM kyc_submissions"), 1);
        QCOMPARE(registry.db.number("count(*) FROM stored_files WHERE owner_id = ?", registry.vendor.caller.id), 2);
    }

    // PRIV-03, PAY-22: transfers name it, and the provider has it too.
    void theAccountAtTheProviderOfPayoutsIsNamedAmongWhatStays()
    {
        Registry registry;
        Market &market = registry.market;
        registry.closeStore();
        registry.prove(registry.vendor);
        const QString named = QStringLiteral("payout_account 8");
        QVERIFY(!wordsOf(market.privacy.readErasure(registry.vendor.caller)->kept).contains(named));
        QVERIFY(market.db().write([&](Tx &tx) -> Result<> {
            tx.run("INSERT INTO payout_accounts (vendor_id, provider, account_ref, status, opened_at, created_at,"
                   " updated_at) VALUES (?1, 'stripe_connect', 'acct_1', 'active', ?2, ?2, ?2)",
                   *registry.vendor.caller.vendorId, tx.now());
            return {};
        }));

        const auto outlook = market.privacy.readErasure(registry.vendor.caller);
        const auto erased = market.privacy.eraseMe(registry.vendor.caller);

        QVERIFY(wordsOf(outlook->kept).contains(named));
        QVERIFY(wordsOf(erased->kept).contains(named));
        QCOMPARE(registry.db.number("count(*) FROM payout_accounts WHERE account_ref = 'acct_1'"), 1);
    }

    // PRIV-03, C51: the law asks for five years.
    void verifiedPapersGoAfterFiveYears()
    {
        Registry registry;
        registry.verifyKyc();
        registry.closeStore();
        registry.prove(registry.vendor);
        QVERIFY(registry.market.privacy.eraseMe(registry.vendor.caller));
        registry.drain();
        QCOMPARE(registry.filesIn(QString()).size(), 3); // the buyer's picture and two papers

        registry.db.clock.advance(5 * 365 * dayMs);
        registry.drain();
        QCOMPARE(registry.db.number("count(*) FROM kyc_submissions"), 1);
        registry.db.clock.advance(3 * dayMs); // two days of leap years, and the last one whole
        registry.drain();

        QCOMPARE(registry.db.number("count(*) FROM kyc_submissions"), 0);
        QCOMPARE(registry.db.number("count(*) FROM stored_files WHERE owner_id = ?", registry.vendor.caller.id), 0);
        QCOMPARE(registry.filesIn(QString()).size(), 1);
        QCOMPARE(registry.db.number("count(*) FROM audit_log WHERE action = 'privacy.papers_erased'"), 1);
    }

    void papersThatWereNeverVerifiedGoToo()
    {
        Registry registry;
        Market &market = registry.market;
        (void)registry.handIn();
        registry.closeStore();
        registry.prove(registry.vendor);

        const auto erased = market.privacy.eraseMe(registry.vendor.caller);

        QVERIFY(erased);
        QVERIFY(!wordsOf(erased->kept).contains(QStringLiteral("kyc 5")));
        QCOMPARE(registry.db.number("count(*) FROM kyc_submissions"), 0);
        QCOMPARE(registry.db.number("count(*) FROM stored_files WHERE owner_id = ?", registry.vendor.caller.id), 0);
    }

    // PRIV-03: also from the disk, whoever dies in between.
    void theBytesOfFilesAndCopiesAreRemovedByAJob()
    {
        Registry registry;
        QVERIFY(registry.copyOf(registry.buyer));
        QCOMPARE(registry.filesIn(QString()).size(), 2); // the picture and the copy
        registry.prove(registry.buyer);

        QVERIFY(registry.market.privacy.eraseMe(registry.buyer.caller));
        QCOMPARE(registry.db.number("count(*) FROM jobs WHERE kind = 'privacy.files' AND status = 'waiting'"), 2);
        registry.drain();

        QCOMPARE(registry.filesIn(QString()), QStringList());
    }

    // Somebody erased while a copy is being made gets none.
    void aCopyThatWaitsIsMadeForNobody()
    {
        Registry registry;
        QVERIFY(registry.market.privacy.requestCopy(registry.buyer.caller));
        registry.prove(registry.buyer);

        QVERIFY(registry.market.privacy.eraseMe(registry.buyer.caller));
        registry.drain();

        QCOMPARE(registry.db.number("count(*) FROM personal_copies"), 0);
        QVERIFY(registry.ready.isEmpty());
        QCOMPARE(registry.filesIn(QStringLiteral("made")), QStringList());
    }

private:
    static Somebody opened(Registry &registry, Open open)
    {
        switch (open) {
        case Open::Balance: registry.fill({1}); return registry.buyer;
        case Open::Order: (void)registry.placed(); return registry.buyer;
        case Open::Payment:
            (void)registry.db->write([&](Tx &tx) -> Result<> {
                tx.run(
                    "INSERT INTO payments (id, account_id, provider, amount, currency, instrument, status, created_at,"
                    " updated_at, next_check_at) VALUES (?1, ?2, 'razorpay', 100, 'INR', 'upi', 'pending', 1, 1, 1)",
                    registry.market.ids.next<Payment>(), registry.buyer.caller.id);
                return {};
            });
            return registry.buyer;
        case Open::Earnings:
        case Open::Payout:
            registry.verifyKyc();
            registry.settle(registry.placed());
            registry.closeStore();
            if (open == Open::Payout)
                (void)registry.market.payouts.requestPayout(registry.vendor.caller).value();
            return registry.vendor;
        case Open::Debt:
            registry.closeStore();
            if (!registry.db->write([&](Tx &tx) {
                    return registry.market.ledger.adjust(tx, *registry.vendor.caller.vendorId,
                                                         registry.market.ids.next<Payment>().uuid, Money{-500},
                                                         QStringLiteral("Refunded after it was paid out"));
                }))
                qFatal("the store cannot owe");
            return registry.vendor;
        case Open::Store: return registry.vendor;
        case Open::Staff: {
            const Caller made = registry.enrol(QStringLiteral("kiran"), Role::Admin).caller;
            return registry.signedIn({made, QStringLiteral("kiran"), {}});
        }
        }
        return registry.buyer;
    }
};

TEST_CLASS(TestOfErasure)
#include "tst_erasure.moc"
