#include "server/books/service.h"
#include "tests/people/house.h"
#include "tests/support/runner.h"

namespace {

// A buyer with 1,000.00, a store, and an order between them that is settled: 750.00, of which 15.00 are commission.
struct Office : House
{
    Office()
    {
        boss = freshCallerFor(accounts.account(root.id).value());
        start = db.clock.now();
        money([&](Tx &tx) {
            return ledger.recharge(tx, buyer, {100'000}, ids.next<Payment>(), QStringLiteral("pay_1"));
        });
        db.clock.advance(1000);
        money([&](Tx &tx) { return ledger.hold(tx, buyer, order, {75'000}, QStringLiteral("Order KW-1")); });
        db.clock.advance(1000);
        money([&](Tx &tx) {
            return ledger.settle(tx, buyer, order, store, {75'000}, {1'500}, QStringLiteral("Order KW-1"));
        });
        db.clock.advance(1000);
    }
    template <class Work>
    void money(Work &&work)
    {
        if (!db->write([&](Tx &tx) -> Result<> { return work(tx); }))
            qFatal("no money has moved");
    }
    Result<LedgerPosting> adjust(qint64 paise) { return adjust(boss, paise); }
    Result<LedgerPosting> adjust(const Caller &who, qint64 paise)
    {
        return books.adjustCommission(who, {store, {paise}, QStringLiteral("A wrong rate")});
    }
    Money released()
    {
        return db->read([&](Tx &tx) { return ledger.vendorFunds(tx, store).released; });
    }
    LedgerAccount account(const ledger::BookAccount &of, const AsOf &at = {})
    {
        return books.readLedgerAccount(clerk, ledger::key(of), at).value();
    }
    Result<Page<StatementLine>> statement(const ledger::BookAccount &of, const ReadStatement &wish = {})
    {
        return books.readLedgerStatement(clerk, ledger::key(of), wish);
    }

    books::Service books{*db, db.clock, ids, ledger, accounts, auth, audit, settings, secrets};
    Instant start; // when the money began to move
    Id<Account> buyer = person(QStringLiteral("meera")).id;
    Id<Vendor> store = *vendorWithStore(QStringLiteral("ramesh")).vendorId;
    Id<Order> order = ids.next<Order>();
    Caller clerk = callerFor(admin(QStringLiteral("clerk"), {Permission::ManagePayouts}));
    Caller boss; // a super-admin who has just shown who it is
};

} // namespace

// The books as admins look into them.
class TestOfAdminsBooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // LED-01: debits and credits cancel out, now and at any instant
    void theTrialBalanceIsZeroAtAnyInstant()
    {
        Office office;
        const auto balances = [&](const AsOf &at) {
            QStringList out;
            const auto trial = office.books.readTrialBalance(office.clerk, at).value();
            for (const TrialLine &line : trial.lines)
                out += QStringLiteral("%1 %2").arg(names::text(line.kind)).arg(line.balance.minor);
            out += QStringLiteral("total %1").arg(trial.total.minor);
            return out.join(QStringLiteral(", "));
        };

        QCOMPARE(balances({}), QStringLiteral("buyer_available 25000, buyer_held 0, commission_income 1500,"
                                              " gateway_clearing -100000, vendor_payable 73500, total 0"));
        QCOMPARE(balances({office.start.after(1500)}),
                 QStringLiteral("buyer_available 25000, buyer_held 75000, gateway_clearing -100000, total 0"));
        QCOMPARE(balances({office.start.after(-1)}), QStringLiteral("total 0"));
    }

    void anAccountSaysWhatItHadAtAnInstant()
    {
        Office office;
        const auto available = ledger::available(office.buyer);

        QCOMPARE(office.account(available).balance, Money{25'000});
        QCOMPARE(office.account(available).ownerName, QStringLiteral("meera"));
        QCOMPARE(office.account(available).buyerId, std::optional(office.buyer));
        QCOMPARE(office.account(available, {office.start}).balance, Money{100'000});
        QCOMPARE(office.account(ledger::gatewayClearing).balance, Money{-100'000});
        QCOMPARE(office.account(ledger::payable(office.store)).vendorId, std::optional(office.store));
        QCOMPARE(office.books.readLedgerAccount(office.clerk, office.ids.next<LedgerAccount>(), {}).error().code,
                 ErrorCode::NotFound);
    }

    // WAL-11: every line with the balance behind it
    void aStatementRunsBackwardsThroughTheBalances()
    {
        Office office;
        const auto available = ledger::available(office.buyer);

        const auto whole = office.statement(available);
        const auto first = office.statement(available, {.limit = 1});
        const auto second = office.statement(available, {.limit = 1, .cursor = first->nextCursor});
        const auto early = office.statement(available, {.at = office.start.after(500)});

        QCOMPARE(whole->items.size(), 2);
        QCOMPARE(whole->items[0].kind, PostingKind::Hold);
        QCOMPARE(whole->items[0].amount, Money{-75'000});
        QCOMPARE(whole->items[0].balance, Money{25'000});
        QCOMPARE(whole->items[0].orderId, std::optional(office.order));
        QCOMPARE(whole->items[0].otherKind, LedgerAccountKind::BuyerHeld);
        QCOMPARE(whole->items[0].otherName, QStringLiteral("meera"));
        QCOMPARE(whole->items[1].balance, Money{100'000});
        QCOMPARE(first->items[0].kind, PostingKind::Hold);
        QCOMPARE(second->items.size(), 1);
        QCOMPARE(second->items[0].balance, Money{100'000});
        QVERIFY(!second->nextCursor);
        QCOMPARE(early->items.size(), 1);
        QCOMPARE(early->items[0].kind, PostingKind::Recharge);
        QVERIFY(!office.statement(available, {.cursor = QStringLiteral("nonsense")}));
    }

    void accountsAreFoundByKindAndOwner()
    {
        Office office;
        const auto found = [&](const ListLedgerAccounts &wish) {
            QStringList out;
            for (std::optional<QString> cursor; out.isEmpty() || cursor;) {
                ListLedgerAccounts next = wish;
                next.cursor = cursor;
                const auto page = office.books.listLedgerAccounts(office.clerk, next).value();
                for (const LedgerAccount &each : page.items)
                    out += QStringLiteral("%1 %2").arg(names::text(each.kind)).arg(each.balance.minor);
                cursor = page.nextCursor;
                if (page.items.isEmpty())
                    break;
            }
            return out.join(QStringLiteral(", "));
        };

        QCOMPARE(found({.owner = QStringLiteral("meera")}), QStringLiteral("buyer_available 25000, buyer_held 0"));
        QCOMPARE(found({.kind = LedgerAccountKind::VendorPayable}), QStringLiteral("vendor_payable 73500"));
        QCOMPARE(found({.owner = QStringLiteral("nobody")}), QString());
        QCOMPARE(found({.owner = office.buyer.text()}), QStringLiteral("buyer_available 25000, buyer_held 0"));
        QCOMPARE(found({.kind = LedgerAccountKind::VendorPayable, .owner = office.store.text()}),
                 QStringLiteral("vendor_payable 73500"));
        QCOMPARE(found({.owner = office.ids.next<Account>().text()}), QString());
        const QString all = found({});
        QCOMPARE(all.count(u','), 7);
        QCOMPARE(found({.limit = 1}).split(QStringLiteral(", ")).size(), 8);
        QCOMPARE(found({.limit = 3}), all);
    }

    // WAL-10: what is in escrow for an order, and where it went
    void thePostingsOfAnOrderLeadToItsMoney()
    {
        Office office;
        QVERIFY(office.books.seal());

        const auto postings = office.books.listPostings(office.clerk, {.order = office.order});
        const auto settled = office.books.readPosting(office.clerk, postings->items[0].id);

        QCOMPARE(postings->items.size(), 2);
        QCOMPARE(postings->items[1].kind, PostingKind::Hold);
        QCOMPARE(settled->kind, PostingKind::Settle);
        QCOMPARE(settled->orderId, std::optional(office.order));
        QCOMPARE(settled->subjectId, office.order.text());
        QCOMPARE(settled->sealNumber, std::optional(qint64(3)));
        QCOMPARE(settled->isReversible, false);
        QCOMPARE(settled->lines.size(), 2);
        QCOMPARE(settled->lines[0].debitName, QStringLiteral("meera"));
        QCOMPARE(settled->lines[0].creditKind, LedgerAccountKind::VendorPayable);
        QCOMPARE(settled->lines[0].amount, Money{73'500});
        QCOMPARE(settled->lines[1].creditName, std::nullopt);
        QCOMPARE(settled->lines[1].amount, Money{1'500});
        QCOMPARE(office.books.listPostings(office.clerk, {.limit = 2})->items.size(), 2);
        QCOMPARE(office.books.readPosting(office.clerk, office.ids.next<LedgerPosting>()).error().code,
                 ErrorCode::NotFound);
    }

    // WAL-18
    void aFrozenWalletHoldsNothingNewButGivesBack()
    {
        Office office;
        const auto id = ledger::key(ledger::available(office.buyer));
        const auto hold = [&](Id<Order> order) {
            return office.db->write([&](Tx &tx) -> Result<> {
                return office.ledger.hold(tx, office.buyer, order, {1'000}, QStringLiteral("Order KW-2"));
            });
        };
        const auto open = office.ids.next<Order>();
        QVERIFY(hold(open));

        const auto frozen = office.books.freezeAccount(office.clerk, id, {QStringLiteral("A complaint")});

        QCOMPARE(frozen->frozenAt, std::optional(office.db.clock.now()));
        QCOMPARE(frozen->frozenReason, QStringLiteral("A complaint"));
        QCOMPARE(hold(office.ids.next<Order>()).error().code, ErrorCode::BalanceFrozen);
        office.money([&](Tx &tx) { return office.ledger.release(tx, office.buyer, open, QStringLiteral("KW-2")); });
        QCOMPARE(office.account(ledger::available(office.buyer)).balance, Money{25'000});
        QCOMPARE(office.books.freezeAccount(office.clerk, id, {QStringLiteral("Once more")}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(office.audited("books.account_frozen"), QStringLiteral("{\"reason\":\"A complaint\"}"));
        QVERIFY(office.books.unfreezeAccount(office.clerk, id, {QStringLiteral("It was a mistake")}));
        QVERIFY(hold(office.ids.next<Order>()));
        QCOMPARE(office.audited("books.account_unfrozen"), QStringLiteral("{\"reason\":\"It was a mistake\"}"));
    }

    void onlyWhatCanBeSpentIsFrozen_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("held") << 0;
        QTest::newRow("the platform's") << 1;
        QTest::newRow("nobody's") << 2;
    }
    void onlyWhatCanBeSpentIsFrozen()
    {
        QFETCH(int, which);
        Office office;
        const Id<LedgerAccount> ids[] = {ledger::key(ledger::held(office.buyer)), ledger::key(ledger::bank),
                                         office.ids.next<LedgerAccount>()};

        const auto refused = office.books.freezeAccount(office.clerk, ids[which], {QStringLiteral("A complaint")});

        QCOMPARE(refused.error().code, which == 2 ? ErrorCode::NotFound : ErrorCode::Conflict);
        QCOMPARE(office.audited("books.account_frozen"), QStringLiteral("0"));
        QCOMPARE(office.db.number("count(*) FROM ledger_accounts WHERE frozen_at IS NOT NULL"), 0);
    }

    // COM-05, LED-02
    void aCorrectionIsAPostingWithAReasonAndIsTakenBackByAnother()
    {
        Office office;

        const auto given = office.adjust(500);

        QCOMPARE(given->kind, PostingKind::Adjust);
        QCOMPARE(given->note, QStringLiteral("A wrong rate"));
        QCOMPARE(given->isReversible, true);
        QCOMPARE(office.released(), Money{74'000});
        const auto back = office.books.reversePosting(office.boss, given->id, {QStringLiteral("It was right")});
        QCOMPARE(back->kind, PostingKind::Reverse);
        QCOMPARE(back->subjectId, given->id.text());
        QCOMPARE(office.released(), Money{73'500});
        QCOMPARE(office.books.readPosting(office.clerk, given->id)->reversedBy, std::optional(back->id));
        QCOMPARE(office.books.reversePosting(office.boss, given->id, {QStringLiteral("Once more")}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(office.released(), Money{73'500});
        QCOMPARE(office.db.number("count(*) FROM audit_log WHERE action LIKE 'books.%'"), 2);
        QCOMPARE(office.ledger.verify(), std::optional<QString>());
    }

    void aCorrectionThatTakesIsTakenBackToo()
    {
        Office office;

        const auto taken = office.adjust(-80'000);

        QCOMPARE(office.released(), Money{});
        QCOMPARE(taken->lines.size(), 2);
        QVERIFY(office.books.reversePosting(office.boss, taken->id, {QStringLiteral("It was right")}));
        QCOMPARE(office.released(), Money{73'500});
        QCOMPARE(office.db->read([&](Tx &tx) { return office.ledger.vendorFunds(tx, office.store).owed; }), Money{});
    }

    void onlyASuperAdminWhoHasJustShownItCorrects()
    {
        Office office;
        const qint64 postings = office.db.number("count(*) FROM ledger_transactions");
        const auto settled = office.books.listPostings(office.clerk, {.order = office.order})->items[0];

        QCOMPARE(office.adjust(office.root, 500).error().code, ErrorCode::ReauthenticationNeeded);
        QCOMPARE(office.adjust(office.clerk, 500).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(office.adjust(0).error().code, ErrorCode::ValidationFailed);
        office.store = office.ids.next<Vendor>();
        QCOMPARE(office.adjust(500).error().code, ErrorCode::NotFound);
        QCOMPARE(office.books.reversePosting(office.boss, settled.id, {QStringLiteral("A mistake")}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(office.books.reversePosting(office.root, settled.id, {QStringLiteral("A mistake")}).error().code,
                 ErrorCode::ReauthenticationNeeded);
        QCOMPARE(office.books.reversePosting(office.clerk, settled.id, {QStringLiteral("A mistake")}).error().code,
                 ErrorCode::PermissionMissing);

        QCOMPARE(office.db.number("count(*) FROM ledger_transactions"), postings);
        QCOMPARE(office.db.number("count(*) FROM audit_log WHERE action LIKE 'books.%'"), 0);
    }

    void nobodyElseLooksIntoTheBooks()
    {
        Office office;
        const Caller keeper = office.keeper;

        QCOMPARE(office.books.readBooks(keeper).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(office.books.readTrialBalance(keeper, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(office.books.listLedgerAccounts(keeper, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(office.books.listPostings(keeper, {}).error().code, ErrorCode::PermissionMissing);
        QCOMPARE(
            office.books.freezeAccount(keeper, ledger::key(ledger::bank), {QStringLiteral("A complaint")}).error().code,
            ErrorCode::PermissionMissing);
    }
};

TEST_CLASS(TestOfAdminsBooks)
#include "tst_books.moc"
