#include "tests/journeys/story.h"
#include "tests/support/testdb.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QStyleFactory>

// The story of the marketplace with everything real: programs, sockets, mails, widgets, both databases.
class TestOfJourneys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void anOrderTravelsFromTheRegistrationToThePayout() { tell(Weather::Fair); }

    // Nothing that was answered is lost, and nobody has to do anything twice.
    void theSameWithTheServerKilledTwiceOnTheWay() { tell(Weather::Stormy); }

private:
    enum class Weather { Fair, Stormy };

    static void tell(Weather weather)
    {
        Story story(TestDb::engineOfRow());
        try {
            story.begin();
            openRecord(story);
            story.vendorRegistersAndActivates();
            story.vendorFillsInTheStore();
            story.vendorHandsInDocuments();
            story.adminSignsIn();
            story.adminApprovesTheVendor();
            story.vendorSignsInAndOffersCopper();
            story.buyerComesAndRecharges();
            story.buyerFindsTheLot();
            story.buyerOrdersAndTheBoardRings();
            if (weather == Weather::Stormy)
                story.serverIsKilled();
            story.vendorConfirmsAndPacks();
            story.bothChat();
            story.vendorDelivers();
            if (weather == Weather::Stormy)
                story.serverIsKilled();
            story.buyerConfirmsAndTheEscrowSettles();
            story.vendorAsksForThePayoutAndTheAdminApproves();
            story.theBooksAreRight();
        } catch (const Unseen &unseen) {
            QFAIL(qPrintable(
                QStringLiteral("not seen: %1\n%2").arg(QString::fromUtf8(unseen.what()), story.town.said())));
        }
        qInfo("the board rang %lld ms after the buyer's reply", static_cast<long long>(story.ringMs));
    }

    static void openRecord(Story &story)
    {
        const bool isSqlite = TestDb::engineOfRow() == Engine::Sqlite;
        const QString name = QStringLiteral(REPLIES "/%1.%2")
                                 .arg(QLatin1StringView(QTest::currentTestFunction()),
                                      isSqlite ? QLatin1StringView("sqlite") : QLatin1StringView("postgres"));
        QVERIFY(QDir().mkpath(QStringLiteral(REPLIES)));
        QNetworkAccessManager browser;
        QNetworkReply *reply =
            browser.get(QNetworkRequest(story.town.url().resolved(QUrl(QStringLiteral("/openapi.json")))));
        QTRY_VERIFY(reply->isFinished());
        QFile description(name + QStringLiteral(".openapi.json"));
        QVERIFY(description.open(QFile::WriteOnly));
        description.write(reply->readAll());
        Recorder::file().close();
        Recorder::file().setFileName(name + QStringLiteral(".jsonl"));
        QVERIFY(Recorder::file().open(QFile::WriteOnly | QFile::Truncate));
    }
};

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QLocale::setDefault(QLocale(QStringLiteral("en_IN")));
    QStandardPaths::setTestModeEnabled(true);
    TestOfJourneys test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journeys.moc"
