#include "server/core/config.h"
#include "server/core/configkeys.h"
#include "tests/support/runner.h"

#include <QTemporaryDir>

#include <sys/stat.h>

namespace {

using config::Environment;

const Environment home = {{QStringLiteral("HOME"), QStringLiteral("/home/op")}};

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    QFile file(folder.filePath(name));
    file.open(QIODevice::WriteOnly);
    file.write(text);
    return file.fileName();
}

Environment with(const QString &name, const QString &value)
{
    Environment out = home;
    out[name] = value;
    return out;
}

} // namespace

class TestOfConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnythingTheDefaultsHold()
    {
        const auto line = config::read({}, home);

        QVERIFY(line);
        QCOMPARE(line->command.verb, Verb::Serve);
        QCOMPARE(line->config.http.port, 8080);
        QCOMPARE(line->config.http.listen, QStringLiteral("127.0.0.1"));
        QCOMPARE(line->config.data, QStringLiteral("/home/op/.local/share/kabaadwala"));
        QCOMPARE(line->config.databaseAddress(), QStringLiteral("/home/op/.local/share/kabaadwala/kabaadwala.db"));
        QCOMPARE(line->config.publicUrl(), QStringLiteral("http://127.0.0.1:8080"));
        QVERIFY(!line->config.isPostgres());
    }

    // SET-03
    void theCommandLineBeatsTheEnvironmentBeatsTheFileBeatsTheDefault()
    {
        const QTemporaryDir folder;
        const QString file = written(folder, QStringLiteral("k.conf"),
                                     "# a remark\ndata = /srv/k\n[http]\nport = 1001\nlisten = 127.0.0.2\n"
                                     "allowed_hosts = a.example,b.example\n[limits]\nidle_seconds = 7\n");
        Environment environment = with(QStringLiteral("KABAADWALA_HTTP_PORT"), QStringLiteral("1002"));
        environment[QStringLiteral("KABAADWALA_LIMITS_IDLE_SECONDS")] = QStringLiteral("8");

        const auto line =
            config::read({QStringLiteral("migrate"), QStringLiteral("--config"), file, QStringLiteral("--port=1003"),
                          QStringLiteral("--log-format"), QStringLiteral("json")},
                         environment);

        QVERIFY(line);
        QCOMPARE(line->command.verb, Verb::Migrate);
        QCOMPARE(line->config.http.port, 1003);
        QCOMPARE(line->config.limits.idleSeconds, 8);
        QCOMPARE(line->config.http.listen, QStringLiteral("127.0.0.2"));
        QCOMPARE(line->config.http.allowedHosts,
                 QStringList({QStringLiteral("a.example"), QStringLiteral("b.example")}));
        QCOMPARE(line->config.log.format, LogFormat::Json);
        QCOMPARE(line->config.data, QStringLiteral("/srv/k"));
    }

    void commandsOfTwoWordsTakeTheirOptions()
    {
        const auto line = config::read({QStringLiteral("admin"), QStringLiteral("create"), QStringLiteral("--email"),
                                        QStringLiteral("a@b.example"), QStringLiteral("--data"), QStringLiteral("/d")},
                                       home);

        QVERIFY(line);
        QCOMPARE(line->command.verb, Verb::AdminCreate);
        QCOMPARE(line->command.options.value(QStringLiteral("email")), QStringLiteral("a@b.example"));
        QCOMPARE(line->config.data, QStringLiteral("/d"));
    }

    void whatIsUnknownIsRefusedWithTheNearestName_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("hint");
        const auto row = [](const char *name, const QStringList &arguments, const char *variable, int code,
                            const char *hint) {
            QTest::newRow(name) << arguments << QString::fromLatin1(variable) << code << QString::fromLatin1(hint);
        };
        row("option", {QStringLiteral("--prot"), QStringLiteral("1")}, "", 64, "--port");
        row("command", {QStringLiteral("migrte")}, "", 64, "migrate");
        row("option of another command", {QStringLiteral("--email"), QStringLiteral("x")}, "", 64, "did you mean");
        row("value is missing", {QStringLiteral("--port")}, "", 64, "needs a value");
        row("secret on the command line", {QStringLiteral("--smtp-password"), QStringLiteral("x")}, "", 64,
            "--smtp-password-file");
        row("variable", {}, "KABAADWALA_HTTP_PROT", 78, "KABAADWALA_HTTP_PORT");
        row("port out of range", {QStringLiteral("--port"), QStringLiteral("70000")}, "", 78, "http.port must be");
        row("port is no number", {QStringLiteral("--port"), QStringLiteral("eighty")}, "", 78, "http.port must be");
        row("level", {QStringLiteral("--log-level"), QStringLiteral("loud")}, "", 78, "log.level");
        row("certificate without key", {QStringLiteral("--http-tls-certificate"), QStringLiteral("c")}, "", 78,
            "belong together");
        row("in clear for others", {QStringLiteral("--listen"), QStringLiteral("0.0.0.0")}, "", 78,
            "http.listen may be an address that others reach only with"); // SEC-01, SEC-15
        row("in clear for others on IPv6", {QStringLiteral("--listen"), QStringLiteral("::")}, "", 78, "http.listen");
        row("a way to TLS without TLS", {QStringLiteral("--http-redirect-port"), QStringLiteral("80")}, "", 78,
            "http.redirect_port needs http.tls_certificate");
        row("a way to TLS that leads to no TLS",
            {QStringLiteral("--http-redirect-port=80"), QStringLiteral("--http-tls-certificate=c"),
             QStringLiteral("--http-tls-key=k"), QStringLiteral("--http-public-url=http://m.example")},
            "", 78, "must begin with https://");
        row("a proxy that is no address", {QStringLiteral("--http-trusted-proxies=proxy.example")}, "", 78,
            "http.trusted_proxies: proxy.example is neither"); // SEC-16
        row("a network that is none", {QStringLiteral("--http-admin-networks=::1,10.8.0.0/99")}, "", 78,
            "http.admin_networks: 10.8.0.0/99 is neither");                                             // SEC-17
        row("a TLS that is too old", {QStringLiteral("--http-tls-min=tls10")}, "", 78, "http.tls_min"); // SEC-01
        row("mail in clear to elsewhere",
            {QStringLiteral("--smtp-host"), QStringLiteral("mail.example"), QStringLiteral("--smtp-tls=none")}, "", 78,
            "smtp.tls may be none only for"); // SEC-20
        row("sender without address", {QStringLiteral("--smtp-from"), QStringLiteral("Kabaadwala")}, "", 78,
            "smtp.from");
    }
    void whatIsUnknownIsRefusedWithTheNearestName()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, variable);
        QFETCH(int, exitCode);
        QFETCH(QString, hint);

        const auto line = config::read(arguments, variable.isEmpty() ? home : with(variable, QStringLiteral("1")));

        QVERIFY(!line);
        QCOMPARE(line.error().exitCode, exitCode);
        QVERIFY2(line.error().text.contains(hint), qPrintable(line.error().text));
    }

    void whoIsReachedByOthersHasTlsOrAProxyThatHas_data() // SEC-01
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("a certificate") << QStringList{QStringLiteral("--http-tls-certificate=c"),
                                                      QStringLiteral("--http-tls-key=k"),
                                                      QStringLiteral("--http-redirect-port=80")};
        QTest::newRow("a proxy") << QStringList{QStringLiteral("--http-behind-tls-proxy=true")};
    }
    void whoIsReachedByOthersHasTlsOrAProxyThatHas()
    {
        QFETCH(QStringList, arguments);

        const auto line = config::read(arguments + QStringList{QStringLiteral("--listen=0.0.0.0")}, home);

        QVERIFY2(line, line ? "" : qPrintable(line.error().text));
        QCOMPARE(line->config.http.listen, QStringLiteral("0.0.0.0"));
    }

    // SET-04, SET-05
    void productionRefusesWhatOnlyADeveloperMayGoWithout_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const char *key, const char *value, const char *problem) {
            QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(value)
                                << QStringLiteral("profile = production: ") + QString::fromLatin1(problem);
        };
        row("any host", "http.allowed_hosts", "", "http.allowed_hosts has to name the hosts that are answered");
        row("plain", "http.public_url", "http://market.example", "http.public_url has to begin with https://");
        row("no mail", "smtp.host", "", "smtp.host is missing: nobody would get a mail");
        row("debug", "log.level", "debug", "log.level may not be debug");
        row("undecoded files", "uploads.undecoded", "true", "uploads.undecoded may not be true");
        row("a plain gateway", "gateway.url", "http://127.0.0.1:9000", "gateway.url has to begin with https://");
        row("no secret", "gateway.webhook_secret", "", "gateway.key_secret and gateway.webhook_secret are missing");
        row("a plain Stripe", "stripe.url", "http://127.0.0.1:9000", "stripe.url has to begin with https://");
        row("Stripe without secrets", "stripe.publishable_key", "pk_live_1",
            "stripe.secret_key and stripe.webhook_secret are missing");
        row("a plain SSLCommerz", "sslcommerz.url", "http://h", "sslcommerz.url has to begin with https://");
        row("SSLCommerz without a password", "sslcommerz.store_id", "market0live",
            "sslcommerz.store_password is missing");
        row("a short secret", "gateway.key_secret", "rzp", "gateway.key_secret is shorter than 16 characters");
        row("a short password", "smtp.password", "letmein", "smtp.password is shorter than 16 characters");
    }
    void productionRefusesWhatOnlyADeveloperMayGoWithout()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        Environment environment = home;
        const auto set = [&](const QString &name, const QString &text) {
            environment[config::keyOf(name)->environmentName()] = text;
        };
        set(QStringLiteral("http.allowed_hosts"), QStringLiteral("market.example"));
        set(QStringLiteral("http.public_url"), QStringLiteral("https://market.example"));
        set(QStringLiteral("smtp.host"), QStringLiteral("127.0.0.1"));
        set(QStringLiteral("gateway.url"), QStringLiteral("https://api.gateway.example"));
        set(QStringLiteral("gateway.key_secret"), QStringLiteral("0123456789abcdef"));
        set(QStringLiteral("gateway.webhook_secret"), QStringLiteral("fedcba9876543210"));
        const QStringList production{QStringLiteral("--profile=production")};
        QVERIFY2(config::read(production, environment), "as it should be");

        set(key, value);
        const auto refused = config::read(production, environment);

        QVERIFY(!refused);
        QCOMPARE(refused.error().exitCode, Complaint::configuration);
        QTEST(refused.error().text, "problem");
        QVERIFY(config::read({QStringLiteral("--profile=staging")}, environment));
        QVERIFY(config::read({}, environment));
    }

    // SEC-20
    void aDatabaseOfAnotherMachineShowsWhoseItIs()
    {
        const auto read = [](const char *url) {
            return config::read({QStringLiteral("--database-url"), QString::fromLatin1(url)}, home);
        };
        for (const char *url : {"postgresql://k@/k", "postgresql://k@127.0.0.1/k", "postgresql://k@/k?host=/run/pg",
                                "postgresql://k@db.example/k?sslmode=verify-full"})
            QVERIFY2(read(url), url);
        for (const char *url : {"postgresql://k@db.example/k", "postgresql://k@db.example/k?sslmode=require",
                                "postgresql://k@/k?host=db.example"}) {
            const auto refused = read(url);
            QVERIFY2(!refused, url);
            QCOMPARE(refused.error().text,
                     QStringLiteral("database.url needs sslmode=verify-full for a PostgreSQL on another machine"));
        }
    }

    void mailMayGoInClearOnThisMachineAndTheSenderMayHaveANameOfAnyLetters()
    {
        const QString sender = QStringLiteral("कबाड़ीवाला <no-reply@market.example>");

        const auto line = config::read({QStringLiteral("--smtp-host=127.0.0.1"), QStringLiteral("--smtp-tls=none"),
                                        QStringLiteral("--smtp-from"), sender},
                                       home);

        QVERIFY(line);
        QCOMPARE(line->config.smtp.tls, MailTls::None);
        QCOMPARE(line->config.smtp.from, sender);
    }

    void anUnknownKeyInTheFileIsNamedWithItsLine()
    {
        const QTemporaryDir folder;
        const QString file = written(folder, QStringLiteral("k.conf"), "[smtp]\nhost = m\nhots = m\n");

        const auto line = config::read({QStringLiteral("--config"), file}, home);

        QVERIFY(!line);
        QCOMPARE(line.error().text, file + QStringLiteral(":3: unknown key smtp.hots; did you mean smtp.host?"));
    }

    void secretsComeFromFilesAndOldNamesAreKnown()
    {
        const QTemporaryDir folder;
        Environment environment =
            with(QStringLiteral("KABAADWALA_SMTP_PASSWORD_FILE"), written(folder, QStringLiteral("p"), "geheim\n"));
        environment[QStringLiteral("EMAIL_HOST")] = QStringLiteral("mail.example");
        environment[QStringLiteral("RAZORPAY_KEY_SECRET_FILE")] = written(folder, QStringLiteral("r"), "rzp");

        const auto line = config::read({}, environment);

        QVERIFY(line);
        QCOMPARE(line->config.smtp.password, QStringLiteral("geheim"));
        QCOMPARE(line->config.smtp.host, QStringLiteral("mail.example"));
        QCOMPARE(line->config.gateway.keySecret, QStringLiteral("rzp"));
    }

    // SET-07
    void helpAndTheExampleFileNameEveryKey()
    {
        QVERIFY(config::keys().size() > 30);
        for (const config::Key &key : config::keys()) {
            QVERIFY2(config::help().contains(key.optionName()), qPrintable(key.name));
            QVERIFY2(!key.label.isEmpty(), qPrintable(key.name));
        }
        const QTemporaryDir folder;
        QByteArray example = config::exampleFile().toUtf8();
        example.replace("\n#http", "\nhttp").replace("\n#port", "\nport").replace("\n#idle", "\nidle");

        const auto line =
            config::read({QStringLiteral("--config"), written(folder, QStringLiteral("k.conf"), example)}, home);

        QVERIFY2(line, line ? "" : qPrintable(line.error().text));
        QCOMPARE(line->config.http.port, 8080);
    }

    // SET-07: with everything that it leaves to the operator switched on, the installed file is read as well.
    void theInstalledFileNamesKeysThatThereAre()
    {
        QFile installed(QStringLiteral(INSTALLED));
        QVERIFY(installed.open(QIODevice::ReadOnly));
        QString group;
        int named = 0;
        for (QString line : QString::fromUtf8(installed.readAll()).split(u'\n')) {
            if (line.startsWith(u'['))
                group = line.sliced(1, line.indexOf(u']') - 1) + u'.';
            if (line.startsWith(u'#') && !line.startsWith(u"# "))
                line.remove(0, 1);
            const qsizetype equals = line.indexOf(u'=');
            if (line.startsWith(u'#') || equals < 0)
                continue;
            const QString name = group + line.first(equals).trimmed();
            QVERIFY2(config::keyOf(name), qPrintable(name));
            ++named;
        }
        QVERIFY(named >= 10);
    }

    void aScannerIsASocketOrAPort_data()
    {
        QTest::addColumn<QString>("scanner");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("socket") << QStringLiteral("/run/clamav/clamd.ctl") << true;
        QTest::newRow("port") << QStringLiteral("127.0.0.1:3310") << true;
        QTest::newRow("host without a port") << QStringLiteral("scanner.example") << false;
        QTest::newRow("relative path") << QStringLiteral("clamd.ctl") << false;
    }
    void aScannerIsASocketOrAPort()
    {
        QFETCH(QString, scanner);
        QFETCH(bool, isTaken);

        const auto line = config::read({}, with(QStringLiteral("KABAADWALA_UPLOADS_SCANNER"), scanner));

        QCOMPARE(line.has_value(), isTaken);
        if (isTaken)
            QCOMPARE(line->config.uploads.scanner, scanner);
    }

    void theMasterSecretIsMadeOnceAndKeptFromOthers()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("keys/secret.key"));

        const auto first = config::masterSecrets(path);
        const auto second = config::masterSecrets(path);

        QVERIFY(first && second);
        QCOMPARE(first->size(), 1);
        QCOMPARE(first->first().size(), 32);
        QCOMPARE(*second, *first);
        struct stat state = {};
        QCOMPARE(::stat(qPrintable(path), &state), 0);
        QCOMPARE(int(state.st_mode & 0777), 0600);

        ::chmod(qPrintable(path), 0640);
        QVERIFY(!config::masterSecrets(path));
    }

    void aShortMasterSecretIsRefused()
    {
        const QTemporaryDir folder;
        const QString path = written(folder, QStringLiteral("s"), "00ff\n");
        ::chmod(qPrintable(path), 0600);

        QVERIFY(!config::masterSecrets(path));
    }
};

TEST_CLASS(TestOfConfig)
#include "tst_config.moc"
