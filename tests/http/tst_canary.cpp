#include "server/core/secrets.h"
#include "shared/contract/accounts.h"
#include "shared/contract/auth.h"
#include "shared/contract/factors.h"
#include "shared/contract/kyc.h"
#include "shared/contract/payments.h"
#include "tests/http/house.h"
#include "tests/support/testdb.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryFile>

namespace {

const QString password = QStringLiteral("Canary#Password1"), wrongPassword = QStringLiteral("Canary#Wrong2");
const QByteArray pan = "AAPFU0939F", gstin = "27AAPFU0939F1ZV", bankAccount = "50100123456620";
constexpr int patienceMs = 120'000;

struct Log
{
    QString line;

    FIELDS(Log, FIELD(line))
};

// The real program with a canary as every secret, and everything that it says to anybody.
class Cage
{
public:
    Cage()
        : m_environment(QProcessEnvironment::systemEnvironment())
    {
        QTcpServer free;
        (void)free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
        free.close();
        for (const char *key :
             {"HTTP_METRICS_TOKEN", "SMTP_PASSWORD", "SMS_TOKEN", "GATEWAY_KEY_SECRET", "GATEWAY_WEBHOOK_SECRET"}) {
            const QByteArray canary = QByteArray("canary-") + QByteArray(key).toLower().replace('_', '-');
            m_environment.insert(QStringLiteral("KABAADWALA_") + QString::fromLatin1(key), QString::fromLatin1(canary));
            plant(canary);
        }
        m_environment.insert(QStringLiteral("KABAADWALA_GATEWAY_KEY_ID"), QStringLiteral("key-id"));
        m_environment.insert(QStringLiteral("KABAADWALA_GATEWAY_URL"), QStringLiteral("http://127.0.0.1:9"));
        for (const QByteArray &canary : {password.toUtf8(), wrongPassword.toUtf8(), pan, gstin, bankAccount})
            plant(canary);
        (void)m_db->write([](Tx &tx) -> Result<> {
            for (const char *rate : {"rate.auth_per_minute", "rate.otp_per_minute"})
                tx.run("INSERT INTO settings (key, value, changed_at) VALUES (?, '1000', 0)", std::string_view(rate));
            return {};
        });
    }
    ~Cage()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    void plant(const QByteArray &canary) { m_canaries += canary; }
    QByteArray metricsToken() const { return "canary-http-metrics-token"; }
    const QByteArray &said() const { return m_said; }
    Db &db() const { return *m_db; }

    bool command(QStringList arguments)
    {
        QProcess program;
        program.setProcessEnvironment(m_environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(SERVER), arguments + place());
        const bool isDone = program.waitForFinished(patienceMs) && program.exitCode() == EXIT_SUCCESS;
        m_said += program.readAll();
        return isDone;
    }
    bool open()
    {
        m_server.setProcessEnvironment(m_environment);
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(QStringLiteral(SERVER),
                       QStringList{QStringLiteral("serve"), QStringLiteral("--http-port"), QString::number(m_port),
                                   QStringLiteral("--log-level"), QStringLiteral("debug")} +
                           place());
        while (!m_said.contains("Ready on") && m_server.waitForReadyRead(patienceMs))
            m_said += m_server.readAll();
        plantMasters();
        return m_said.contains("Ready on");
    }
    void close()
    {
        m_server.terminate();
        m_server.waitForFinished(patienceMs);
        m_said += m_server.readAll();
    }

    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
               const QByteArray &headers = "Content-Type: application/json\r\n")
    {
        const QByteArray who = m_bearer.isEmpty() ? QByteArray() : "Authorization: Bearer " + m_bearer + "\r\n";
        Client client(m_port);
        const Answer answer = client.ask(House::request(method, path, headers + who, body));
        if (answer.status >= 400)
            m_errors += answer.body;
        return answer;
    }
    template <class In>
    Answer post(const char *path, const In &wish)
    {
        return ask("POST", path, json::bytes(wish));
    }
    // Everything that lets somebody in is a canary from now on.
    void take(const Answer &answer)
    {
        m_bearer = answer.at("data.access_token").toString().toLatin1();
        m_refresh = answer.at("data.refresh_token").toString();
        plant(m_bearer);
        plant(m_refresh.toLatin1());
    }
    void leave() { m_bearer.clear(); }
    QString refreshToken() const { return m_refresh; }

    QString fromMail(const QString &letter, const char *pattern)
    {
        const QDir folder(m_folder.filePath(QStringLiteral("mails")));
        const auto arrived = [&] {
            return folder.entryList({QStringLiteral("*-%1-*.eml").arg(letter)}, QDir::Files, QDir::Name);
        };
        if (!QTest::qWaitFor([&] { return !arrived().isEmpty(); }, patienceMs))
            return {};
        QFile file(folder.filePath(arrived().constLast()));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QString found =
            QRegularExpression(QString::fromLatin1(pattern)).match(QString::fromUtf8(file.readAll())).captured(1);
        plant(found.toLatin1());
        return found;
    }
    QString upload(const char *purpose, const char *file, const char *type)
    {
        QFile paper(QStringLiteral(PAPERS "/") + QString::fromLatin1(file));
        if (!paper.open(QIODevice::ReadOnly))
            return {};
        return ask("POST", QByteArray("/api/v1/files?name=paper&purpose=") + purpose, paper.readAll(),
                   QByteArray("Content-Type: ") + type + "\r\n")
            .at("data.id")
            .toString();
    }

    // The canaries that stand in a text; a code of six digits only as a word of its own.
    QByteArrayList escapedInto(const QByteArray &text) const
    {
        QByteArrayList out;
        for (const QByteArray &canary : m_canaries) {
            const QString word = QRegularExpression::escape(QString::fromLatin1(canary));
            if (canary.isEmpty() || QRegularExpression(QStringLiteral("(?<![0-9A-Za-z])%1(?![0-9A-Za-z])").arg(word))
                                        .match(QString::fromUtf8(text))
                                        .hasMatch())
                out += canary;
        }
        return out;
    }
    const QByteArray &errors() const { return m_errors; }
    QByteArray audited() const
    {
        const auto lines = m_db->read([](Tx &tx) {
            return tx.all<Log>("FROM (SELECT actor_role || ' ' || action || ' ' || object_type || ' ' || object_id ||"
                               " ' ' || details || ' ' || ip || ' ' || request_id AS line FROM audit_log) AS entries");
        });
        QByteArray out;
        for (const Log &log : lines)
            out += log.line.toUtf8() + '\n';
        return out;
    }

private:
    QStringList place() const
    {
        return {QStringLiteral("--data"), m_folder.path(), QStringLiteral("--database-url"), m_db.address()};
    }
    void plantMasters()
    {
        QFile file(m_folder.filePath(QStringLiteral("secret.key")));
        if (file.open(QIODevice::ReadOnly))
            plant(file.readAll().trimmed());
    }

    TestDb m_db;
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    quint16 m_port = 0;
    QProcess m_server;
    QByteArrayList m_canaries;
    QByteArray m_said, m_errors, m_bearer;
    QString m_refresh;
};

bool createAdmin(Cage &cage)
{
    QTemporaryFile file;
    if (!file.open() || file.write(password.toUtf8()) < 0 || !file.flush())
        return false;
    return cage.command({QStringLiteral("admin"), QStringLiteral("create"), QStringLiteral("--username"),
                         QStringLiteral("root"), QStringLiteral("--email"), QStringLiteral("root@example.org"),
                         QStringLiteral("--password-file"), file.fileName()});
}

// A vendor comes in by mail and hands in documents; the first time with a number that is no GSTIN.
QString handIn(Cage &cage)
{
    cage.post("/api/v1/auth/register", Register{.username = QStringLiteral("vikram"),
                                                .email = QStringLiteral("vikram@example.org"),
                                                .password = password,
                                                .role = Role::Vendor});
    cage.post("/api/v1/auth/verify-email", VerifyEmail{QStringLiteral("not-the-token-of-the-mail")});
    const QString token = cage.fromMail(QStringLiteral("activation_email"), "token=([A-Za-z0-9_-]+)");
    cage.take(cage.post("/api/v1/auth/verify-email", VerifyEmail{token}));
    const auto file = [&](const char *purpose, const char *name, const char *type) {
        return Id<StoredFile>::parse(cage.upload(purpose, name, type));
    };
    PutVendor store{.storeName = QStringLiteral("Vikram Metals"),
                    .ownerName = QStringLiteral("Ramesh Sharma"),
                    .businessPhone = QStringLiteral("+919812345678"),
                    .streetAddress = QStringLiteral("5 Mill Road"),
                    .city = QStringLiteral("Mumbai"),
                    .pincode = QStringLiteral("400001"),
                    .state = QStringLiteral("Maharashtra")};
    store.logoId = file("store_logo", "logo.jpg", "image/jpeg");
    store.bannerId = file("store_banner", "banner.jpg", "image/jpeg");
    cage.ask("PUT", "/api/v1/vendor/profile", json::bytes(store));
    SubmitKyc wish{.pan = QString::fromLatin1(pan),
                   .gstin = QString::fromLatin1(gstin.chopped(1) + 'X'),
                   .bankAccountNumber = QString::fromLatin1(bankAccount),
                   .bankIfsc = QStringLiteral("HDFC0000001"),
                   .bankAccountHolder = QStringLiteral("Ramesh Sharma"),
                   .panFileId = file("kyc", "pan.jpg", "image/jpeg"),
                   .gstinFileId = file("kyc", "gstin.pdf", "application/pdf")};
    cage.post("/api/v1/vendor/kyc", wish);
    wish.gstin = QString::fromLatin1(gstin);
    return cage.post("/api/v1/vendor/kyc", wish).at("data.id").toString();
}

// An admin comes in with a password and a code, each wrong the first time.
void comeIn(Cage &cage)
{
    cage.leave();
    cage.post("/api/v1/auth/login", SignIn{QStringLiteral("root"), wrongPassword});
    const Answer challenge = cage.post("/api/v1/auth/login", SignIn{QStringLiteral("root"), password});
    const QString code = cage.fromMail(QStringLiteral("otp_email"), "\\n\\s+([0-9]{6})\\r?\\n");
    VerifyOtp wish{Id<OtpChallenge>::parse(challenge.at("data.challenge_id").toString()),
                   code == QLatin1String("111111") ? QStringLiteral("222222") : QStringLiteral("111111"),
                   {}};
    cage.post("/api/v1/auth/verify-otp", wish);
    wish.code = code;
    cage.take(cage.post("/api/v1/auth/verify-otp", wish));
}

} // namespace

class TestOfCanaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // S15, PRIV-06, AUD-05
    void noSecretLeavesTheServer()
    {
        Cage cage;
        QVERIFY(createAdmin(cage));
        QVERIFY2(cage.open(), cage.said());

        const QString submission = handIn(cage);
        QVERIFY2(!submission.isEmpty(), cage.errors());
        comeIn(cage);
        const QByteArray place = "/api/v1/admin/kyc/" + submission.toLatin1();
        QCOMPARE(cage.escapedInto(cage.ask("GET", place).body), QByteArrayList());
        const RevealKyc wish{KycNumber::Pan, QStringLiteral("Compare with the card")};
        QCOMPARE(cage.ask("POST", place + "/reveal", json::bytes(wish)).status, 403);
        const auto prove = [&](const QString &typed) {
            return cage.ask("POST", "/api/v1/auth/reauthenticate", json::bytes(Reauthenticate{.password = typed}));
        };
        QCOMPARE(prove(wrongPassword).status, 401);
        QCOMPARE(prove(password).status, 200);
        const Answer revealed = cage.ask("POST", place + "/reveal", json::bytes(wish));
        QCOMPARE(revealed.at("data.value").toString().toLatin1(), pan);
        // What comes in broken, forged or twice.
        cage.ask("POST", "/api/v1/auth/login", "{\"identifier\":\"root\",\"password\":\"" + password.toUtf8() + "\"");
        cage.ask("POST", "/api/v1/auth/login",
                 "{\"identifier\":\"root\",\"password\":[\"" + password.toUtf8() + "\"]}");
        cage.ask("POST", "/api/v1/payments/webhook/razorpay", "{\"event\":\"payment.captured\"}",
                 "X-Razorpay-Signature: 00\r\n");
        cage.ask("POST", "/api/v1/wallet/recharge", "{\"amount\":\"500.00\"}",
                 "Content-Type: application/json\r\nIdempotency-Key: one\r\n");
        const QString stolen = cage.refreshToken();
        cage.take(cage.post("/api/v1/auth/refresh", RefreshSession{stolen}));
        cage.take(cage.post("/api/v1/auth/refresh", RefreshSession{cage.refreshToken()}));
        QCOMPARE(cage.post("/api/v1/auth/refresh", RefreshSession{stolen}).status, 401);
        cage.leave();
        const Answer metrics = cage.ask("GET", "/metrics", {}, "Authorization: Bearer " + cage.metricsToken() + "\r\n");
        cage.close();

        // The traps work: a canary is found where it belongs, and there was something to look through.
        QCOMPARE(cage.escapedInto(revealed.body), QByteArrayList{pan});
        QVERIFY(cage.said().contains("/api/v1/auth/login"));
        QVERIFY(cage.errors().contains("INVALID_CREDENTIALS"));
        QVERIFY(cage.errors().contains("INVALID_OTP"));
        const QByteArray audited = cage.audited();
        for (const char *action : {"kyc.submitted", "kyc.revealed", "auth.sign_in_failed", "auth.code_failed",
                                   "auth.signed_in", "auth.refresh_reused"})
            QVERIFY2(audited.contains(action), action);

        QCOMPARE(cage.escapedInto(cage.said()), QByteArrayList());
        QCOMPARE(cage.escapedInto(metrics.body), QByteArrayList());
        QCOMPARE(cage.escapedInto(cage.errors()), QByteArrayList());
        QCOMPARE(cage.escapedInto(audited), QByteArrayList());
        // S16: what happened is sealed, also what happened last.
        QVERIFY(cage.command({QStringLiteral("audit"), QStringLiteral("verify")}));
        // SEC-02
        QVERIFY(cage.command({QStringLiteral("keys"), QStringLiteral("rotate")}));
        QVERIFY(cage.said().contains("A new master secret is in use. 1 submissions, 2 files, 0 secrets of apps, 0 "
                                     "payouts, 0 keys of providers and 0 copies of personal data are sealed"));
        QVERIFY(cage.command({QStringLiteral("audit"), QStringLiteral("verify")}));
        QVERIFY(cage.said().contains("Every entry is what was sealed."));
    }
};

TEST_CLASS(TestOfCanaries)
#include "tst_canary.moc"
