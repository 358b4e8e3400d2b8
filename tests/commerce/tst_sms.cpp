#include "tests/commerce/square.h"
#include "tests/support/onepage.h"
#include "tests/support/runner.h"

#include <QUrl>

namespace {

// The square whose short messages go to a provider that speaks Twilio's protocol.
struct PhoneCompany : Square
{
    explicit PhoneCompany(const OnePage &provider)
        : Square(notifications::MailConfig{}, {.url = provider.url(),
                                               .account = QStringLiteral("AC123"),
                                               .token = "geheim",
                                               .sender = QStringLiteral("+15005550006"),
                                               .timeoutMs = 500})
    {}

    void issue(const QString &language = QStringLiteral("en"))
    {
        happen(OtpIssued{.accountId = buyer.id,
                         .email = QStringLiteral("bina@example.com"),
                         .username = QStringLiteral("bina"),
                         .code = QStringLiteral("042317"),
                         .language = language,
                         .phone = QStringLiteral("+919812345678")});
    }
    Job job()
    {
        return jobs.listJobs({.role = Role::Admin, .known = true, .permissions = {Permission::ManageJobs}}, {})
            ->items.constFirst();
    }
};

} // namespace

// AUTH-17
class TestOfSms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aCodeGoesToThePhoneAndNotByMail()
    {
        OnePage provider;
        provider.answer(201, R"({"sid":"SM1","status":"queued"})");
        PhoneCompany company(provider);

        company.issue();
        company.jobs.runDue();

        QCOMPARE(provider.asked().size(), 1);
        const QByteArray asked = provider.asked()[0];
        QVERIFY(asked.startsWith("POST /2010-04-01/Accounts/AC123/Messages.json HTTP/1.1\r\n"));
        QVERIFY(asked.contains("\r\nAuthorization: Basic " + QByteArray("AC123:geheim").toBase64() + "\r\n"));
        QVERIFY(asked.contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n"));
        QCOMPARE(QUrl::fromPercentEncoding(asked.mid(asked.indexOf("\r\n\r\n") + 4)),
                 QStringLiteral("To=+919812345678&From=+15005550006&Body=042317 is your Kabaadwala code, good for 10 "
                                "minutes. Tell it nobody."));
        QCOMPARE(company.job().status, JobStatus::Done);
    }

    void itIsInTheReadersLanguage()
    {
        OnePage provider;
        provider.answer(201, "{}");
        PhoneCompany company(provider);

        company.issue(QStringLiteral("hi"));
        company.jobs.runDue();

        QVERIFY(QUrl::fromPercentEncoding(provider.asked()[0])
                    .contains(QStringLiteral("042317 आपका कबाड़ावाला कोड है, 10 मिनट तक मान्य।")));
    }

    void aNumberThatIsRefusedStaysSoAndTheRestIsTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<JobStatus>("outcome");
        QTest::newRow("no such number") << 400 << JobStatus::Dead;
        QTest::newRow("wrong token") << 401 << JobStatus::Waiting;
        QTest::newRow("too many") << 429 << JobStatus::Waiting;
        QTest::newRow("their fault") << 500 << JobStatus::Waiting;
        QTest::newRow("silent") << 0 << JobStatus::Waiting;
    }
    void aNumberThatIsRefusedStaysSoAndTheRestIsTriedAgain()
    {
        QFETCH(int, status);
        OnePage provider;
        status == 0 ? provider.fallSilent()
                    : provider.answer(status, R"({"code":21211,"message":"Not a phone number","status":400})");
        PhoneCompany company(provider);

        company.issue();
        company.jobs.runDue();

        QTEST(company.job().status, "outcome");
    }
};

TEST_CLASS(TestOfSms)
#include "tst_sms.moc"
