#include "console/pages/gateways/page.h"
#include "tests/console/pages/gatewaysamples.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QAbstractItemView>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<kit::Page> page;

    Fixture() { console.server.answer(api::listGateways, samples::gateways()); }
    QAbstractItemView &open()
    {
        page = std::make_unique<gateways::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        return *page->findChild<QAbstractItemView *>("list");
    }
    void choose(int row)
    {
        QAbstractItemView &list = *page->findChild<QAbstractItemView *>("list");
        list.setCurrentIndex(list.model()->index(row, 0));
    }
};

} // namespace

// PAY-17
class TestGatewaysPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProviderIsARowWithWhereItsKeysCameFrom()
    {
        Fixture given;

        const QAbstractItemModel &rows = *given.open().model();

        QCOMPARE(rows.rowCount(), 3);
        QCOMPARE(rows.index(0, 0).data().toString(), QStringLiteral("Razorpay"));
        QCOMPARE(rows.index(0, 1).data().toString(), QStringLiteral("Open"));
        QCOMPARE(rows.index(0, 2).data().toString(), QStringLiteral("Stand-in"));
        QCOMPARE(rows.index(0, 5).data().toString(), QStringLiteral("••••cret"));
        QCOMPARE(rows.index(1, 5).data().toString(), QStringLiteral("••••4711"));
        QCOMPARE(rows.index(2, 1).data().toString(), QStringLiteral("Closed"));
        QCOMPARE(rows.index(2, 5).data().toString(), QStringLiteral("–"));
    }

    void aKeyIsTypedAndTheOthersAreLeftAsTheyAre()
    {
        Fixture given;
        given.open();
        QVERIFY(!press(*given.page, "change")); // nobody is chosen
        given.choose(0);
        GatewaySetup changed = samples::gateways().first();
        changed.keySecret = {GatewaySource::Console, QStringLiteral("9876"), samples::now};
        changed.version = 1;
        given.console.server.answer(api::changeGateway, changed, QStringLiteral("razorpay"));

        QVERIFY(press(*given.page, "change"));
        QDialog *dialog = dialogOf(*given.page);
        auto *secret = found<QLineEdit>(*dialog, "key_secret");
        QVERIFY(secret);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QVERIFY(secret->text().isEmpty());
        type(*dialog, "key_secret", QStringLiteral("a-new-secret-9876"));
        QVERIFY(press(*dialog, "verb"));

        ChangeGateway wish{.mode = GatewayMode::Mock, .isOn = true, .place = 0, .version = 0};
        wish.keySecret = QStringLiteral("a-new-secret-9876");
        QCOMPARE(given.console.server.lastBody(api::changeGateway, QStringLiteral("razorpay")), json::bytes(wish));
        const auto &rows = *given.page->findChild<QAbstractItemView *>("list")->model();
        QCOMPARE(rows.index(0, 5).data().toString(), QStringLiteral("••••9876"));
    }

    // Nobody is asked for what a provider has not.
    void onlyTheKeysOfAProviderAreAskedFor()
    {
        Fixture given;
        given.open();
        given.choose(1);

        QVERIFY(press(*given.page, "change"));

        QDialog *dialog = dialogOf(*given.page);
        QVERIFY(!found<QLineEdit>(*dialog, "key_id"));
        QVERIFY(found<QLineEdit>(*dialog, "key_secret"));
        QVERIFY(found<QLineEdit>(*dialog, "webhook_secret"));
    }

    void whatTheServerRefusesStandsBesideItsField()
    {
        Fixture given;
        given.open();
        given.choose(0);
        given.console.server.refuse(api::changeGateway,
                                    {.code = ErrorCode::ValidationFailed,
                                     .message = QStringLiteral("The request has invalid fields."),
                                     .fields = {{QStringLiteral("key_id"), QStringLiteral("begins with rzp_live_")}}},
                                    QStringLiteral("razorpay"));

        QVERIFY(press(*given.page, "change"));
        QVERIFY(press(*dialogOf(*given.page), "verb"));

        QVERIFY(dialogOf(*given.page));
        QVERIFY(shows(*dialogOf(*given.page), QStringLiteral("rzp_live_")));
    }

    void aCheckSaysWhatTheProviderAnswered()
    {
        Fixture given;
        given.open();
        given.choose(1);
        given.console.server.answer(api::checkGateway, GatewayCheck{GatewayFinding::Refused},
                                    QStringLiteral("stripe_connect"));

        QVERIFY(press(*given.page, "check"));

        QVERIFY(shows(*given.page, QStringLiteral("Stripe Connect: It refuses these keys.")));
    }
};

CONSOLE_TEST(TestGatewaysPage)
#include "tst_gateways.moc"
