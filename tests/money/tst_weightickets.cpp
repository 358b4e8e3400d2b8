// Tickets are numbered without a gap, sealed, and open to the parties of their order alone.

#include "tests/money/yard.h"
#include "tests/support/runner.h"

#include <thread>

class TestOfWeighTickets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aRefusedReadingLeavesNoTrace_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("field");
        const auto add = [](const char *change, const char *field) {
            QTest::newRow(change) << QString::fromLatin1(change) << QString::fromLatin1(field);
        };
        add("tare", "gross");
        add("deductions", "gross");
        add("line", "line_id");
        add("future", "weighed_at");
        add("past", "weighed_at");
        add("serial", "scale_serial");
        add("no photo", "photo_id");
        add("one photo", "second_photo_id");
        add("same photo", "second_photo_id");
        add("other", "deductions.0.reason");
    }
    void aRefusedReadingLeavesNoTrace()
    {
        QFETCH(QString, change);
        QFETCH(QString, field);
        Yard yard;
        RecordWeighTicket wish = yard.reading({5'000}, change == u"tare" ? Quantity{5'000} : Quantity{});
        if (change == u"deductions")
            wish.deductions = {{DeductionKind::Grade, {5'000}, {}}};
        if (change == u"other")
            wish.deductions = {{DeductionKind::Other, {10}, {}}};
        if (change == u"line")
            wish.lineId = yard.world.ids.next<OrderLine>();
        if (change == u"future")
            wish.weighedAt = wish.weighedAt.after(hourMs);
        if (change == u"past")
            wish.weighedAt = wish.weighedAt.after(-dayMs);
        if (change == u"serial")
            wish.scaleSerial.reset();
        if (change.endsWith(u"photo"))
            wish.source = WeighSource::Manual;
        if (change == u"one photo" || change == u"same photo")
            wish.photoId = yard.world.photo(yard.world.store.caller);
        if (change == u"same photo")
            wish.secondPhotoId = wish.photoId;
        const QList<qint64> before = yard.world.traces();

        const auto refused = yard.record(wish);

        QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(refused.error().fields.constFirst().field, field);
        QCOMPARE(yard.world.traces(), before);
    }

    void aReadingByHandShowsTwoPicturesToBothSides()
    {
        Yard yard;
        RecordWeighTicket wish = yard.reading({5'000});
        wish.source = WeighSource::Manual;
        wish.scaleSerial.reset();
        wish.photoId = yard.world.photo(yard.world.store.caller);
        wish.secondPhotoId = yard.world.photo(yard.world.store.caller);

        const WeighTicket ticket = yard.record(wish).value();

        const auto seen = yard.world.weighing.readWeighTicket(yard.world.buyer.caller, ticket.id);
        QCOMPARE(seen->photos.size(), 2);
        QVERIFY(!seen->photos.constFirst().url.isEmpty());
        QVERIFY(seen->isGenuine);
    }

    // AUTH-36, C58
    void onlyThePartiesHaveASay()
    {
        Yard yard;
        const WeighTicket ticket = yard.weigh({9'000});
        const Customer stranger = yard.world.addBuyer(QStringLiteral("mohan"));
        const Store other = yard.world.openStore(QStringLiteral("Copper House"));
        weighing::Service &weighing = yard.world.weighing;
        const QList<qint64> before = yard.world.traces();

        QCOMPARE(weighing.recordWeighTicket(yard.world.buyer.caller, yard.order, yard.reading({1'000})).error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(weighing.recordWeighTicket(other.caller, yard.order, yard.reading({1'000})).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(weighing.readWeighTicket(stranger.caller, ticket.id).error().code, ErrorCode::NotFound);
        QCOMPARE(yard.accept(stranger.caller, ticket.id).error().code, ErrorCode::NotFound);
        QCOMPARE(yard.accept(yard.world.admin, ticket.id).error().code, ErrorCode::Forbidden);
        QCOMPARE(weighing.readSettlement(other.caller, yard.order).error().code, ErrorCode::NotFound);
        QCOMPARE(weighing.payTopUp(stranger.caller, yard.order, {{1}}).error().code, ErrorCode::NotFound);
        QCOMPARE(yard.world.traces(), before);
        QCOMPARE(weighing.readWeighTicket(yard.world.admin, ticket.id)->mayAccept, false);
        QCOMPARE(yard.settlement().commission, Money{}); // what the store pays the market is between the two
        QCOMPARE(weighing.readSettlement(yard.world.store.caller, yard.order)->commission, Money{13'500});
    }

    void theDeskShowsWhatCanBeWeighed()
    {
        Yard yard;
        const Id<Order> tooEarly = yard.world.placed().id;
        QVERIFY(!tooEarly.isNull());
        yard.weigh({9'000});

        const auto desk = yard.world.weighing.listWeighDesk(yard.world.store.caller, {});

        QCOMPARE(desk->items.size(), 1);
        QCOMPARE(desk->items[0].id, yard.order);
        QCOMPARE(desk->items[0].stage, WeighingStage::Open);
        QCOMPARE(desk->items[0].tickets, 1);
        const auto tickets = yard.world.weighing.listWeighTickets(yard.world.admin, yard.order, {});
        QCOMPARE(tickets->items.size(), 1);
        QCOMPARE(tickets->items[0].status, WeighTicketStatus::Open);
    }

    void scalesThatWriteAtOnceLeaveNoGap()
    {
        Yard yard;
        constexpr int scales = 8;
        std::vector<std::thread> threads;
        std::atomic<int> written = 0;

        for (int i = 0; i < scales; ++i)
            threads.emplace_back([&] {
                // A scale tries again when another one was faster.
                for (int attempt = 0; attempt < 50; ++attempt)
                    if (yard.record(yard.reading({1'000}))) {
                        ++written;
                        return;
                    }
            });
        for (std::thread &thread : threads)
            thread.join();

        QCOMPARE(written.load(), scales);
        QCOMPARE(yard.world.db.number("max(number) FROM weigh_tickets"), scales);
        QCOMPARE(yard.world.db.number("count(DISTINCT number) FROM weigh_tickets"), scales);
        QVERIFY(yard.isSound());
    }

    // Whoever reaches the database cannot change a weight unseen, nor take one away.
    void aTicketThatWasChangedIsFound_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("found");
        QTest::newRow("weight") << QStringLiteral("UPDATE weigh_tickets SET gross = gross + 1000, net = net + 1000"
                                                  " WHERE number = 2")
                                << QStringLiteral("is not as it was recorded");
        QTest::newRow("operator") << QStringLiteral("UPDATE weigh_tickets SET operator_name = 'Anil' WHERE number = 2")
                                  << QStringLiteral("is not as it was recorded");
        QTest::newRow("the newest is gone")
            << QStringLiteral("DELETE FROM weigh_tickets WHERE number = 3") << QStringLiteral("is missing");
        QTest::newRow("one is gone") << QStringLiteral("DELETE FROM weigh_tickets WHERE number = 2")
                                     << QStringLiteral("is missing");
    }
    void aTicketThatWasChangedIsFound()
    {
        QFETCH(QString, statement);
        QFETCH(QString, found);
        Yard yard;
        for (int i = 0; i < 3; ++i)
            yard.weigh({1'000});
        QCOMPARE(yard.world.weighing.verify(), std::optional<QString>());

        const Result<> done = yard.world.db->write([&](Tx &tx) -> Result<> {
            if (tx.engine() == Engine::Postgres) {
                tx.run("DROP TRIGGER weigh_tickets_append_only ON weigh_tickets");
            } else {
                tx.run("DROP TRIGGER weigh_tickets_no_UPDATE");
                tx.run("DROP TRIGGER weigh_tickets_no_DELETE");
            }
            tx.run("DELETE FROM weigh_standings WHERE ticket_id IN (SELECT id FROM weigh_tickets WHERE number > 1)");
            tx.run(statement.toStdString());
            return {};
        });

        QVERIFY(done);
        const auto said = yard.world.weighing.verify();
        QVERIFY(said.has_value());
        QVERIFY2(said->contains(found), qPrintable(*said));
    }

    // Where the setting says so; an admin may go past it.
    void aStoreThatHasToWeighDeliversNothingUnweighed_data()
    {
        QTest::addColumn<bool>("isAdmin");
        QTest::newRow("the store weighs") << false;
        QTest::newRow("an admin delivers") << true;
    }
    void aStoreThatHasToWeighDeliversNothingUnweighed()
    {
        QFETCH(bool, isAdmin);
        Yard yard;
        World &world = yard.world;
        world.set(QStringLiteral("weighing.required"), QStringLiteral("true"));
        const WeighTicket wrong = yard.weigh({4'000});
        QVERIFY(world.weighing.voidWeighTicket(world.store.caller, wrong.id, {QStringLiteral("the wrong pile")}));
        QVERIFY(world.advance(yard.order, OrderStatus::OutForDelivery));
        const QList<qint64> before = world.traces();

        const auto refused = world.advance(yard.order, OrderStatus::Delivered);

        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().message, QStringLiteral("Copper wire is not weighed yet."));
        QCOMPARE(world.orders.confirmDelivery(world.store.caller, yard.order).error().code, ErrorCode::Conflict);
        QCOMPARE(world.traces(), before);
        if (!isAdmin)
            yard.weigh({9'000});
        QVERIFY(world.advance(isAdmin ? world.admin : world.store.caller, yard.order, OrderStatus::Delivered,
                              QStringLiteral("the scale is broken")));
    }
};

TEST_CLASS(TestOfWeighTickets)
#include "tst_weightickets.moc"
