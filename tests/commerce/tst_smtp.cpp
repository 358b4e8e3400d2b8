#include "tests/commerce/mailhost.h"
#include "tests/commerce/square.h"
#include "tests/support/runner.h"

#include <QJsonArray>

namespace {

// The square whose mails go to a real server.
struct PostOffice : Square
{
    explicit PostOffice(const notifications::MailConfig &mail)
        : Square(mail)
    {}

    // One mail to the buyer, as a job that waits.
    void write(const QString &reason = QStringLiteral("Ordered twice"))
    {
        OrderAdvanced event = advanced(OrderStatus::Cancelled, Actor::Vendor);
        event.reason = reason;
        happen(event);
        firstAtMs = db.clock.now().ms;
    }
    Job job()
    {
        return jobs.listJobs({.role = Role::Admin, .known = true, .permissions = {Permission::ManageJobs}}, {})
            ->items.constFirst();
    }
    // Runs the clock for a minute and says after how many milliseconds the server was tried.
    QList<qint64> triedAtMs()
    {
        QList<qint64> times;
        for (int second = 0; second < 60; ++second) {
            const int before = job().attempts;
            jobs.runDue();
            if (job().attempts > before)
                times += db.clock.now().ms - firstAtMs;
            db.clock.advance(1000);
        }
        return times;
    }

    qint64 firstAtMs = 0;
};

notifications::MailConfig plain(const MailHost &host)
{
    return {.server = host.url(), .from = QStringLiteral("Kabaadwala <no-reply@market.example>")};
}

notifications::MailConfig secure(const MailHost &host, const MailAuthority &authority)
{
    notifications::MailConfig mail = plain(host);
    mail.user = QStringLiteral("market");
    mail.password = "geheim";
    mail.needsTls = true;
    mail.authorities = authority.authority();
    return mail;
}

QStringList secureOptions(const MailAuthority &authority)
{
    return {QStringLiteral("--certificate"), authority.certificate(), QStringLiteral("--key"), authority.key(),
            QStringLiteral("--password"),    QStringLiteral("geheim")};
}

const QList<qint64> onceMs{0};
const QList<qint64> everyTryMs{0, 2'000, 6'000, 14'000}; // NOTIF-08

} // namespace

class TestOfSmtp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void aMailArrivesWhole()
    {
        MailHost host;
        notifications::MailConfig mail = plain(host);
        mail.from = QStringLiteral("कबाड़ीवाला <no-reply@market.example>");
        PostOffice office(mail);
        office.sql("UPDATE accounts SET language = 'hi' WHERE username = 'bina'");

        office.write(QStringLiteral("तौल गलत था: 5 < 7 = सच\n.\n..two dots\n") + QString(300, u'x'));
        office.jobs.runDue();

        QCOMPARE(host.mails().size(), 1);
        const QJsonObject seen = host.mails().constFirst();
        QCOMPARE(seen["from"].toString(), QStringLiteral("no-reply@market.example"));
        QCOMPARE(seen["to"].toArray(), QJsonArray{office.accounts.account(office.buyer.id)->email.value()});
        QVERIFY(!seen["is_encrypted"].toBool());
        QCOMPARE(seen["sender"].toString(), QStringLiteral("कबाड़ीवाला <no-reply@market.example>"));
        QCOMPARE(seen["subject"].toString(), office.notifications.listNotices(office.buyer, {})->items[0].title);
        QVERIFY(seen["subject"].toString().contains(QStringLiteral("ऑर्डर")));
        QVERIFY(seen["message_id"].toString().endsWith(QStringLiteral("@market.example>")));
        QVERIFY(seen["longest_header_line"].toInt() <= 76);
        QVERIFY(seen["longest_line"].toInt() <= 76);
        QVERIFY(seen["is_ascii"].toBool());
        QCOMPARE(seen["defects"].toArray().size(), 0);
        QCOMPARE(seen["types"].toArray(), (QJsonArray{"text/plain", "text/html"}));
        const QString text = seen["bodies"].toArray()[0].toString();
        QVERIFY2(text.contains(QStringLiteral("तौल गलत था: 5 < 7 = सच\n.\n..two dots\n") + QString(300, u'x')),
                 qUtf8Printable(text));
        QVERIFY(seen["bodies"].toArray()[1].toString().contains(QStringLiteral("तौल गलत था: 5 &lt; 7 = सच")));
        QCOMPARE(office.job().status, JobStatus::Done);
    }

    void aLongSubjectIsFoldedAndWhatLooksEncodedIsKeptAsItIs()
    {
        MailHost host;
        PostOffice office(plain(host));
        const QStringList numbers{QStringLiteral("KW 1001 ").repeated(30).trimmed(),
                                  QStringLiteral("=?UTF-8?B?SGFjaw==?="), QString(200, u'x')};

        for (const QString &number : numbers) {
            OrderAdvanced event = office.advanced(OrderStatus::Confirmed, Actor::Vendor);
            event.orderNumber = number;
            office.happen(event);
            office.jobs.runDue();
        }

        const QList<QJsonObject> mails = host.mails();
        const auto notices = office.notifications.listNotices(office.buyer, {});
        QCOMPARE(mails.size(), numbers.size());
        for (int i = 0; i < mails.size(); ++i) {
            QVERIFY(notices->items[2 - i].title.contains(numbers[i]));
            QCOMPARE(mails[i]["subject"].toString(), notices->items[2 - i].title);
            QVERIFY(mails[i]["longest_header_line"].toInt() <= 76);
        }
    }

    // SEC-20
    void theServerIsVerifiedAndGetsThePasswordOnlyEncrypted()
    {
        const MailAuthority authority;
        MailHost host(secureOptions(authority));
        PostOffice office(secure(host, authority));

        office.write();
        office.jobs.runDue();

        QCOMPARE(host.mails().size(), 1);
        QVERIFY(host.mails()[0]["is_encrypted"].toBool());
        QCOMPARE(host.mails()[0]["login"].toString(), QStringLiteral("market"));
        QCOMPARE(office.job().status, JobStatus::Done);
    }

    // SEC-20
    void withoutTheDemandedTlsNothingIsSaid()
    {
        const MailAuthority authority;
        MailHost host; // offers none
        PostOffice office(secure(host, authority));

        office.write();

        QCOMPARE(office.triedAtMs(), everyTryMs);
        QCOMPARE(host.talk(), QStringList());
        QCOMPARE(office.job().status, JobStatus::Dead);
    }

    // SEC-20
    void anUnknownAuthorityIsNotBelieved()
    {
        const MailAuthority authority;
        const MailAuthority stranger;
        MailHost host(secureOptions(stranger));
        PostOffice office(secure(host, authority));

        office.write();

        QCOMPARE(office.triedAtMs(), everyTryMs);
        QCOMPARE(host.talk(), QStringList());
        QCOMPARE(office.job().status, JobStatus::Dead);
    }

    void aWrongPasswordOfOursIsNoFaultOfTheMail()
    {
        const MailAuthority authority;
        MailHost host(secureOptions(authority));
        notifications::MailConfig mail = secure(host, authority);
        mail.password = "wrong";
        PostOffice office(mail);

        office.write();
        office.jobs.runDue();

        QCOMPARE(host.talk(), QStringList{QStringLiteral("AUTH")});
        QCOMPARE(office.job().status, JobStatus::Waiting);
        QVERIFY2(office.job().lastError->contains(QStringLiteral("(535)")), qUtf8Printable(*office.job().lastError));
    }

    void aMissingPasswordOfOursIsNoFaultOfTheMail()
    {
        const MailAuthority authority;
        MailHost host(secureOptions(authority));
        notifications::MailConfig mail = secure(host, authority);
        mail.user.clear();
        PostOffice office(mail);

        office.write();
        office.jobs.runDue();

        QCOMPARE(office.job().status, JobStatus::Waiting);
        QVERIFY2(office.job().lastError->contains(QStringLiteral("(530)")), qUtf8Printable(*office.job().lastError));
    }

    void theServersAnswerDecides_data() // NOTIF-08
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QList<qint64>>("triedAtMs");
        QTest::addColumn<int>("mails");
        QTest::addColumn<JobStatus>("status");
        QTest::addColumn<QString>("problem");
        const QString mailbox = QStringLiteral("--recipient-reply"), body = QStringLiteral("--body-reply");
        const QString later = QStringLiteral("451 4.7.1 Greylisted"), full = QStringLiteral("452 4.2.2 Full");
        const QString never = QStringLiteral("550 5.1.1 No such mailbox"), spam = QStringLiteral("554 5.7.1 Spam");
        QTest::newRow("later, later, then yes") << QStringList{mailbox, later, mailbox, later}
                                                << QList<qint64>{0, 2'000, 6'000} << 1 << JobStatus::Done << QString();
        QTest::newRow("later for the whole mail, then yes")
            << QStringList{body, full} << QList<qint64>{0, 2'000} << 1 << JobStatus::Done << QString();
        QTest::newRow("later for ever") << QStringList{mailbox, later, mailbox, later, mailbox, later, mailbox, later}
                                        << everyTryMs << 0 << JobStatus::Dead << QStringLiteral("(451)");
        QTest::newRow("no such mailbox") << QStringList{mailbox, never} << onceMs << 0 << JobStatus::Dead
                                         << QStringLiteral("(550)");
        QTest::newRow("not this mail") << QStringList{body, spam} << onceMs << 0 << JobStatus::Dead
                                       << QStringLiteral("(554)");
    }
    void theServersAnswerDecides()
    {
        QFETCH(QStringList, options);
        QFETCH(QList<qint64>, triedAtMs);
        QFETCH(int, mails);
        QFETCH(JobStatus, status);
        QFETCH(QString, problem);
        MailHost host(options);
        PostOffice office(plain(host));

        office.write();

        QCOMPARE(office.triedAtMs(), triedAtMs);
        QCOMPARE(host.mails().size(), mails);
        QCOMPARE(office.job().status, status);
        QVERIFY(problem.isEmpty() || office.job().lastError->contains(problem));
    }

    void aServerThatWasAwayGetsTheMailWhenItIsBack()
    {
        MailHost host;
        PostOffice office(plain(host));
        host.stop();

        office.write();
        office.jobs.runDue();
        QCOMPARE(office.job().status, JobStatus::Waiting);
        host.startAgain();
        office.jobs.runDue();
        QCOMPARE(host.mails().size(), 0);
        office.db.clock.advance(2'000);
        office.jobs.runDue();

        QCOMPARE(host.mails().size(), 1);
        QCOMPARE(office.job().status, JobStatus::Done);
        QCOMPARE(office.job().attempts, 2);
    }
};

TEST_CLASS(TestOfSmtp)

#include "tst_smtp.moc"
