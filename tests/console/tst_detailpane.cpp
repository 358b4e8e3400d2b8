// What stands beside a list, with only the words of it.

#include "console/kit/detailpane.h"
#include "console/kit/display.h"
#include "shared/contract/payouts.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QGridLayout>
#include <QTranslator>

namespace {

class Pane : public kit::DetailPane<PayoutDetail, Payout>
{
public:
    explicit Pane(kit::Kit &kit)
        : DetailPane(kit)
        , m_number(new kit::Label(kit.theme, kit::Type::Body, "", this))
        , m_facts(new QWidget(this))
    {
        m_facts->setLayout(new QGridLayout);
        put(m_number, m_facts, m_close);
        retranslate();
    }
    int forgotten = 0, followed = 0;

private:
    QFuture<Result<PayoutDetail>> fetch(const Id<Payout> &id) override { return m_kit.api.call(api::readPayout, id); }
    void fill(const PayoutDetail &detail) override { m_number->say(detail.payout.payoutNumber); }
    void forget() override { ++forgotten; }
    void follow() override { ++followed; }

    kit::Label *m_number;
    QWidget *m_facts;
};

struct Fixture
{
    ConsoleKit console{Role::Admin};
    const Payout one = samples::payouts().at(0), other = samples::payouts().at(1);
    std::unique_ptr<Pane> pane;

    Fixture()
    {
        for (const Payout &payout : {one, other})
            console.server.answer(api::readPayout, samples::payoutDetail(payout), payout.id);
        pane = std::make_unique<Pane>(console.kit);
        pane->resize(320, 400);
        pane->show();
    }
};

const QString again = QStringLiteral("फिर कोशिश करें");
const Error broken{ErrorCode::Internal, QStringLiteral("It broke.")};

} // namespace

class TestDetailPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerAboutAnotherOneDoesNotLand()
    {
        Fixture given;
        given.console.server.hold();

        given.pane->open(given.one.id);
        given.pane->open(given.other.id);
        given.console.server.release(FakeTransport::Order::NewestFirst);

        QVERIFY(shows(*given.pane, given.other.payoutNumber));
        QVERIFY(!shows(*given.pane, given.one.payoutNumber));
        QCOMPARE(given.pane->followed, 1);
    }

    void whileAnotherOneIsOnItsWayTheFirstIsNotShown()
    {
        Fixture given;
        given.pane->open(given.one.id);
        given.console.server.hold();

        given.pane->open(given.other.id);

        QVERIFY(!shows(*given.pane, given.one.payoutNumber));
        QCOMPARE(given.pane->forgotten, 2);
        given.console.server.release();
        QVERIFY(shows(*given.pane, given.other.payoutNumber));
    }

    void whatIsShownStaysWhenItCannotBeFetchedAnew()
    {
        Fixture given;
        given.pane->open(given.one.id);
        given.console.server.refuse(api::readPayout, broken, given.one.id);

        given.pane->open(given.one.id);

        QVERIFY(shows(*given.pane, given.one.payoutNumber));
        QCOMPARE(given.pane->forgotten, 1);
        QCOMPARE(given.pane->followed, 1);
    }

    void whatDidNotComeIsAskedForAgain()
    {
        Fixture given;
        given.console.server.refuse(api::readPayout, broken, given.one.id);
        given.pane->open(given.one.id);
        QVERIFY(shows(*given.pane, QStringLiteral("This did not work")));
        given.console.server.answer(api::readPayout, samples::payoutDetail(given.one), given.one.id);

        QVERIFY(press(*given.pane, "stateButton"));

        QVERIFY(shows(*given.pane, given.one.payoutNumber));
        QVERIFY(!shows(*given.pane, QStringLiteral("This did not work")));
        QCOMPARE(given.console.server.timesAsked(api::readPayout, given.one.id), 2);
    }

    // Whether something stands there or not.
    void whatFailedIsSaidAnewInAnotherLanguage()
    {
        Fixture given;
        given.console.server.refuse(api::readPayout, broken, given.one.id);
        given.pane->open(given.one.id);
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(":/translations/console_hi.qm")));

        QCoreApplication::installTranslator(&words);
        QCoreApplication::processEvents();

        QVERIFY(shows(*given.pane, QStringLiteral("यह नहीं हो पाया")));
        QCOMPARE(found<QAbstractButton>(*given.pane, "stateButton")->text().trimmed(), again);
        given.console.server.answer(api::readPayout, samples::payoutDetail(given.one), given.one.id);
        given.pane->reload();
        given.console.server.refuse(api::readPayout, broken, given.one.id);
        QCoreApplication::removeTranslator(&words);
        given.pane->reload();
        QCoreApplication::installTranslator(&words);
        QCoreApplication::processEvents();
        QCOMPARE(given.pane->findChild<kit::Banner *>()->findChild<QAbstractButton *>()->text().trimmed(), again);
        QCoreApplication::removeTranslator(&words);
    }

    // Keys reach it where it scrolls, so a screen reader has to name it.
    void aBodyThatScrollsHasANameInEveryLanguage()
    {
        Fixture given;
        kit::PaneBody body(given.console.kit.theme, nullptr);
        QTranslator words;
        QVERIFY(words.load(QStringLiteral(":/translations/console_hi.qm")));
        QCOMPARE(body.accessibleName(), QStringLiteral("Details"));

        QCoreApplication::installTranslator(&words);
        body.show();
        QCoreApplication::processEvents();

        QCOMPARE(body.accessibleName(), QStringLiteral("विवरण"));
        QCoreApplication::removeTranslator(&words);
    }

    void withoutAnIdNothingIsAskedFor()
    {
        Fixture given;

        given.pane->reload();

        QCOMPARE(given.console.server.lines(), QStringList());
    }
};

CONSOLE_TEST(TestDetailPane)
#include "tst_detailpane.moc"
