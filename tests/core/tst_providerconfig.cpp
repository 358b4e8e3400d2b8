#include "server/core/config.h"
#include "server/core/configkeys.h"
#include "tests/support/runner.h"

#include <QFile>
#include <QSet>

namespace {

const config::Environment home{{QStringLiteral("HOME"), QStringLiteral("/home/op")}};

} // namespace

class TestOfProviderConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // SET-07: whoever sets up a provider finds all that it needs in the installed file.
    void theInstalledFileNamesEverythingOfTheProviders()
    {
        QFile installed(QStringLiteral(INSTALLED));
        QVERIFY(installed.open(QIODevice::ReadOnly));
        QString group;
        QSet<QString> named;
        for (QString line : QString::fromUtf8(installed.readAll()).split(u'\n')) {
            if (line.startsWith(u'['))
                group = line.sliced(1, line.indexOf(u']') - 1) + u'.';
            const qsizetype equals = line.indexOf(u'=');
            if (equals > 0)
                named += group + line.first(equals).remove(u'#').trimmed();
        }
        QStringList missing;
        for (const config::Key &key : config::keys()) {
            const QString provider = key.name.section(u'.', 0, 0);
            const bool isOfProvider =
                provider == u"gateway" || provider == u"stripe" || provider == u"sslcommerz" || provider == u"upi";
            const QString name = key.secret ? key.name + QStringLiteral("_file") : key.name;
            if (isOfProvider && !key.name.endsWith(u".url") && !named.contains(name))
                missing += name;
        }
        QCOMPARE(missing.join(u' '), QString());
    }

    // C36
    void aMarketHasOneCurrencyAndProvidersThatTakeIt_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("isTaken");
        const auto row = [](const char *name, const QStringList &arguments, bool isTaken) {
            QTest::newRow(name) << arguments << isTaken;
        };
        row("taka at SSLCommerz", {QStringLiteral("--currency=BDT"), QStringLiteral("--sslcommerz-store-id=s")}, true);
        row("rupees by UPI", {QStringLiteral("--upi-address=market@bank")}, true);
        row("taka by UPI", {QStringLiteral("--currency=BDT"), QStringLiteral("--upi-address=market@bank")}, false);
        row("no address", {QStringLiteral("--upi-address=market")}, false);
        row("dollars", {QStringLiteral("--currency=USD")}, false);
        row("Pakistani rupees at SSLCommerz",
            {QStringLiteral("--currency=PKR"), QStringLiteral("--sslcommerz-store-id=s")}, false);
    }
    void aMarketHasOneCurrencyAndProvidersThatTakeIt()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, isTaken);

        QCOMPARE(config::read(arguments, home).has_value(), isTaken);
    }
};

TEST_CLASS(TestOfProviderConfig)
#include "tst_providerconfig.moc"
