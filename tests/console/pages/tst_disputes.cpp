#include "console/pages/disputes/due.h"
#include "console/pages/disputes/page.h"
#include "shared/contract/factors.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/returnsamples.h"
#include "tests/console/pages/weighing.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QSlider>

namespace {

struct Fixture
{
    ConsoleKit console;
    QList<Dispute> rows = samples::disputes();
    std::unique_ptr<disputes::Page> page;

    explicit Fixture(Role role = Role::Admin)
        : console(role)
    {
        console.server.answer(api::listAllDisputes, samples::page(rows));
        console.server.answer(api::refundStatistics, samples::refundStatistics());
        console.server.answer(api::listDisputes, samples::page(rows));
        for (const Dispute &row : rows)
            console.server.answer(api::readDispute, samples::disputeDetail(row, role), row.id);
    }
    QAbstractItemModel &open(int row = 0)
    {
        page = std::make_unique<disputes::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        page->reveal(rows.at(row).id.text());
        return *page->findChild<QAbstractItemView *>("list")->model();
    }
    // The tickets beside it, from top to bottom.
    QStringList tickets() const
    {
        QStringList out;
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (label->isVisibleTo(page.get()) && label->text().startsWith(QStringLiteral("Ticket ")))
                out += label->text();
        return out;
    }
    QDialog *decide()
    {
        open();
        if (!press(*page, "decide"))
            qFatal("nothing can be decided");
        return dialogOf(*page);
    }
};

} // namespace

class TestDisputesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CADM-09
    void everyDisputeSaysHowLongTheAnswerTakes()
    {
        Fixture given;

        const QAbstractItemModel &rows = given.open();

        QCOMPARE(rows.rowCount(), 3);
        QCOMPARE(rows.index(0, 5).data().toString(), QStringLiteral("–")); // nobody is waited for
        QCOMPARE(rows.index(0, 6).data().toString(), kit::display::text(DisputeStatus::Answered));
        QCOMPARE(rows.index(1, 5).data().toString(), QStringLiteral("7 h left"));
        QCOMPARE(rows.index(2, 5).data().toString(), QStringLiteral("Late"));
        QCOMPARE(given.page->waiting(), 2); // answered, or late
        QCOMPARE(disputes::dueWord(given.rows[1].answerDueAt, samples::now).tone, kit::Tone::Warning);
    }

    // REF-06: whatever is typed, both parts are what is at stake.
    void theTwoPartsAlwaysAddUp()
    {
        Fixture given;
        QDialog *dialog = given.decide();

        type(*dialog, "to_buyer", QStringLiteral("833.33"));
        QTest::keyClick(found<QLineEdit>(*dialog, "to_buyer"), Qt::Key_Backspace);
        QCOMPARE(found<QLineEdit>(*dialog, "to_vendor")->text(), QStringLiteral("1000.03"));
        QVERIFY(shows(*dialog, QStringLiteral("₹1,000.03 to the vendor + ₹833.30 to the buyer = ₹1,833.33")));

        found<QSlider>(*dialog, "slider")->setValue(50);
        const auto half = Money::parse(found<QLineEdit>(*dialog, "to_buyer")->text());
        const auto rest = Money::parse(found<QLineEdit>(*dialog, "to_vendor")->text());
        QCOMPARE(*half + *rest, Money{183'333});
        QVERIFY(press(*dialog, "half"));
        QCOMPARE(found<QLineEdit>(*dialog, "to_buyer")->text(), QStringLiteral("916.66"));
        QCOMPARE(found<QLineEdit>(*dialog, "to_vendor")->text(), QStringLiteral("916.67"));
    }

    void moreThanIsAtStakeCannotBeSent()
    {
        Fixture given;
        QDialog *dialog = given.decide();
        type(*dialog, "words", QStringLiteral("Both sides gave in."));

        auto *field = found<QLineEdit>(*dialog, "to_buyer");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("1833.34"));

        QVERIFY(!press(*dialog, "verb"));
        QVERIFY(shows(*dialog, QStringLiteral("₹1,833.34 is more than the ₹1,833.33 at stake.")));
        QCOMPARE(found<QLineEdit>(*dialog, "to_vendor")->text(), QString());
    }

    void amountsAreReadAsTheyAreWrittenAndWhatIsNoneIsNamed()
    {
        Fixture given;
        QDialog *dialog = given.decide();
        auto *field = found<QLineEdit>(*dialog, "to_buyer");
        field->setFocus();
        field->selectAll();

        QTest::keyClicks(field, QStringLiteral("1,000.50"));

        QCOMPARE(found<QLineEdit>(*dialog, "to_vendor")->text(), QStringLiteral("832.83"));
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("half"));
        QVERIFY(shows(*dialog, QStringLiteral("“half” is not an amount.")));
        QCOMPARE(found<QLineEdit>(*dialog, "to_vendor")->text(), QString());
        QVERIFY(!press(*dialog, "verb"));
        QVERIFY(shows(*dialog, QStringLiteral("At least 10 characters.")));
    }

    void aDecisionIsSentWithItsWords()
    {
        Fixture given;
        QDialog *dialog = given.decide();
        Dispute decided = given.rows[0];
        decided.status = DisputeStatus::Decided;
        given.console.server.answer(api::decideDispute, decided, decided.id);

        QVERIFY(press(*dialog, "all_to_vendor"));
        QVERIFY(!press(*dialog, "verb")); // no word yet
        type(*dialog, "words", QStringLiteral("The photos show new wire."));
        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(given.console.server.lastBody(api::decideDispute, decided.id),
                 json::bytes(DecideDispute{{}, {183'333}, QStringLiteral("The photos show new wire.")}));
        QCOMPARE(given.console.notices.toasts.size(), 1);
    }

    // REF-06: the server may want to know first who it is.
    void aDecisionAsksWhoItIs()
    {
        Fixture given;
        QDialog *dialog = given.decide();
        Dispute decided = given.rows[0];
        decided.status = DisputeStatus::Decided;
        given.console.server.refuse(api::decideDispute, ErrorCode::ReauthenticationNeeded, decided.id);
        type(*dialog, "words", QStringLiteral("The photos show new wire."));
        QVERIFY(press(*dialog, "verb"));
        auto *proof = dialog->findChild<QDialog *>("proof");
        QVERIFY(proof && proof->isVisible());

        given.console.server.answer(api::reauthenticate, {given.console.clock.at.after(300'000)});
        given.console.server.answer(api::decideDispute, decided, decided.id);
        type(*proof, "password", QStringLiteral("Kabaad#2026"));
        QVERIFY(press(*proof, "verb"));

        QCOMPARE(given.console.server.timesAsked(api::decideDispute, decided.id), 2);
        QTRY_COMPARE(given.console.notices.toasts.size(), 1);
    }

    // REF-05
    void nothingIsDecidedWhileTheOtherSideHasTime()
    {
        Fixture given;
        given.open(1);
        QVERIFY(!press(*given.page, "decide"));
        QVERIFY(shows(*given.page, QStringLiteral("The other side has until")));

        given.page->reveal(given.rows[2].id.text());
        QVERIFY(shows(*given.page, QStringLiteral("did not answer in time")));
        QVERIFY(press(*given.page, "decide"));
    }

    // REF-05, REF-06: whoever decides about a weight, or answers for it, has it before his eyes.
    void aContestedWeightIsSeenByBoth_data()
    {
        QTest::addColumn<Role>("role");
        QTest::newRow("the admin") << Role::Admin;
        QTest::newRow("the vendor") << Role::Vendor;
    }
    void aContestedWeightIsSeenByBoth()
    {
        QFETCH(Role, role);
        Fixture given(role);
        Dispute &row = given.rows[1];
        WeighTicket contested = samples::weighTicket(), other = contested;
        other.id = samples::id<WeighTicket>(0x522);
        other.number = 118;
        row.weighTicketId = contested.id;
        given.console.server.answer(api::readDispute, samples::disputeDetail(row, role), row.id);
        given.console.server.answer(api::listWeighTickets, samples::page(QList{other, contested}), row.orderId);
        given.console.server.answer(api::readSettlement, samples::settlement(), row.orderId);

        given.open(1);

        QCOMPARE(given.tickets(), (QStringList{"Ticket 117 · Copper wire", "Ticket 118 · Copper wire"}));
        QVERIFY(shows(*given.page, QStringLiteral("₹30,450.00")));
        given.page->reveal(given.rows[0].id.text()); // about no weight
        QVERIFY(!shows(*given.page, QStringLiteral("Ticket 117")));
    }

    // REF-05: an order may have more tickets than come at once.
    void theContestedWeightIsThereHoweverManyThereAre()
    {
        Fixture given;
        Dispute &row = given.rows[1];
        const WeighTicket contested = samples::weighTicket();
        WeighTicket newest = contested, oldest = contested;
        newest.id = samples::id<WeighTicket>(0x522);
        newest.number = 118;
        oldest.id = samples::id<WeighTicket>(0x523);
        oldest.number = 3;
        row.weighTicketId = contested.id;
        Page<WeighTicket> page = samples::page(QList{newest});
        page.nextCursor = QStringLiteral("further");
        given.console.server.answer(api::readDispute, samples::disputeDetail(row, Role::Admin), row.id);
        given.console.server.answer(api::listWeighTickets, page, row.orderId);
        given.console.server.answer(api::readWeighTicket, contested, contested.id);
        given.console.server.answer(api::readSettlement, samples::settlement(), row.orderId);

        given.open(1);
        QCOMPARE(given.tickets(), (QStringList{"Ticket 117 · Copper wire", "Ticket 118 · Copper wire"}));
        given.console.server.answer(api::listWeighTickets, samples::page(QList{contested, oldest}), row.orderId);
        QVERIFY(press(*given.page, "more_tickets"));

        QCOMPARE(given.tickets(),
                 (QStringList{"Ticket 117 · Copper wire", "Ticket 118 · Copper wire", "Ticket 3 · Copper wire"}));
        QCOMPARE(given.console.server.lines().filter(QStringLiteral("cursor=further")).size(), 1);
        QVERIFY(!found<QAbstractButton>(*given.page, "more_tickets"));
        QCOMPARE(nameless(*given.page), QString());
    }

    void bothSidesStandBesideEachOther()
    {
        Fixture given;
        given.open();

        QVERIFY(press(*given.page, "compare"));
        QDialog *dialog = dialogOf(*given.page);

        QVERIFY(shows(*found<QWidget>(*dialog, "buyer"), QStringLiteral("rusty and bent")));
        QVERIFY(shows(*found<QWidget>(*dialog, "vendor"), QStringLiteral("It left our yard")));
        QVERIFY(!shows(*found<QWidget>(*dialog, "vendor"), QStringLiteral("rusty and bent")));
        QVERIFY(shows(*dialog, QStringLiteral("all of it is new, I promise")));
    }

    // CVEN-09
    void aVendorAnswers()
    {
        Fixture given(Role::Vendor);
        given.open(1);
        QVERIFY(!found<QAbstractButton>(*given.page, "decide"));
        QVERIFY(shows(*given.page, QStringLiteral("Answer until")));
        Dispute answered = given.rows[1];
        answered.status = DisputeStatus::Answered;
        given.console.server.answer(api::addStatement, samples::disputeDetail(answered, Role::Vendor), answered.id);

        QVERIFY(press(*given.page, "state"));
        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(!press(*dialog, "verb"));
        type(*dialog, "words", QStringLiteral("It was weighed twice."));
        type(*dialog, "excerpt", QStringLiteral("Buyer: 46 kg is right"));
        QVERIFY(press(*dialog, "verb"));

        AddStatement wish{.text = QStringLiteral("It was weighed twice.")};
        wish.excerpt = QStringLiteral("Buyer: 46 kg is right");
        QCOMPARE(given.console.server.lastBody(api::addStatement, answered.id), json::bytes(wish));
        QVERIFY(!shows(*given.page, QStringLiteral("Answer until")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        QDialog *dialog = given.decide();

        QCOMPARE(nameless(*given.page), QString());
        QCOMPARE(nameless(*dialog), QString());
    }
};

CONSOLE_TEST(TestDisputesPage)
#include "tst_disputes.moc"
