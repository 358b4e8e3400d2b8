#include "server/notifications/mailjob.h"
#include "tests/commerce/fakesmtp.h"
#include "tests/commerce/square.h"
#include "tests/support/runner.h"

#include <QDir>
#include <QRegularExpression>

namespace {

OtpIssued otp(const QString &email = QStringLiteral("bina@example.in"))
{
    return {.email = email,
            .username = QStringLiteral("bina"),
            .code = QStringLiteral("428913"),
            .language = QStringLiteral("en")};
}

// The decoded value of a header, its encoded words put together.
QString header(const QByteArray &mail, const QByteArray &name)
{
    static const QRegularExpression word(QStringLiteral("=\\?UTF-8\\?B\\?([^?]*)\\?="));
    QByteArray head = mail.left(mail.indexOf("\r\n\r\n"));
    head.replace("\r\n ", " ");
    for (const QByteArray &line : head.split('\n')) {
        if (!line.startsWith(name + ": "))
            continue;
        const QString value = QString::fromUtf8(line.sliced(name.size() + 2).trimmed());
        QByteArray decoded;
        for (auto it = word.globalMatch(value); it.hasNext();)
            decoded += QByteArray::fromBase64(it.next().captured(1).toLatin1());
        return decoded.isEmpty() ? value : QString::fromUtf8(decoded);
    }
    return {};
}

} // namespace

class TestOfMails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // NOTIF-02: without a mail server the mails of a trial land where the operator can read them.
    void withoutAServerEachMailBecomesAFile()
    {
        Square square;

        square.happen(otp());
        square.jobs.runDue();
        square.jobs.runDue();

        const QStringList names = square.mailNames();
        QCOMPARE(names.size(), 1);
        static const QRegularExpression form(
            QStringLiteral("^20260921T133320\\.\\d{3}Z-otp_email-bina@example\\.in\\.eml$"));
        QVERIFY2(form.match(names.constFirst()).hasMatch(), qUtf8Printable(names.constFirst()));
        const QByteArray mail = square.mail(QStringLiteral("otp_email"));
        QCOMPARE(header(mail, "To"), QStringLiteral("bina@example.in"));
        QCOMPARE(header(mail, "Subject"), QStringLiteral("428913 is your Kabaadwala code"));
        QCOMPARE(header(mail, "Date"), QStringLiteral("Mon, 21 Sep 2026 13:33:20 +0000"));
        QVERIFY(header(mail, "Message-ID").endsWith(QLatin1String("@localhost>")));
        QVERIFY(mail.contains("Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 7bit\r\n"));
        QVERIFY(mail.contains("\r\n    428913\r\n"));
        QVERIFY(mail.contains("Content-Type: text/html; charset=UTF-8\r\n"));
        const QFileInfo file(QDir(square.mailFolder()).filePath(names.constFirst()));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions{});
        QCOMPARE(square.db.number("count(*) FROM jobs WHERE payload <> ''"), 0);
    }

    void activationAndResetCarryTheirLinks()
    {
        Square square;

        square.happen(ActivationIssued{.email = QStringLiteral("a@example.in"),
                                       .username = QStringLiteral("asha"),
                                       .token = QStringLiteral("tok-123"),
                                       .language = QStringLiteral("en")});
        square.happen(ActivationIssued{.email = QStringLiteral("a@example.in"),
                                       .username = QStringLiteral("asha"),
                                       .token = QStringLiteral("tok-456"),
                                       .language = QStringLiteral("en"),
                                       .isResent = true});
        square.happen(PasswordResetIssued{.email = QStringLiteral("a@example.in"),
                                          .username = QStringLiteral("asha"),
                                          .token = QStringLiteral("tok-789"),
                                          .language = QStringLiteral("en")});
        square.jobs.runDue();

        QVERIFY(square.mail(QStringLiteral("activation_email")).contains("/activate?token=tok-123\r\n"));
        QVERIFY(square.mail(QStringLiteral("resend_activation")).contains("/activate?token=tok-456\r\n"));
        QVERIFY(square.mail(QStringLiteral("password_reset")).contains("/reset-password?token=tok-789\r\n"));
    }

    void hindiTravelsWhole()
    {
        Square square;
        OtpIssued event = otp();
        event.language = QStringLiteral("hi");

        square.happen(event);
        square.jobs.runDue();

        const QByteArray mail = square.mail(QStringLiteral("otp_email"));
        const QString subject = header(mail, "Subject");
        QVERIFY2(subject.contains(QStringLiteral("428913")) && subject.contains(QStringLiteral("कबाड़वाला")),
                 qUtf8Printable(subject));
        QVERIFY(mail.contains("Content-Transfer-Encoding: quoted-printable"));
        QVERIFY(!mail.contains("\xe0")); // nothing but ASCII is on the way
        for (const QByteArray &line : mail.split('\n'))
            QVERIFY(line.size() <= 78);
    }

    void anUnknownLanguageIsAnsweredInEnglish()
    {
        Square square;
        OtpIssued event = otp();
        event.language = QStringLiteral("fr");

        square.happen(event);
        square.jobs.runDue();

        QCOMPARE(header(square.mail(QStringLiteral("otp_email")), "Subject"),
                 QStringLiteral("428913 is your Kabaadwala code"));
    }

    void strangersWordsAreNoHtml()
    {
        Square square;
        OtpIssued event = otp();
        event.username = QStringLiteral("<img src=x>");

        square.happen(event);
        square.jobs.runDue();

        const QByteArray mail = square.mail(QStringLiteral("otp_email"));
        const QByteArray html = mail.sliced(mail.indexOf("text/html"));
        QVERIFY(!html.contains("<img"));
        QVERIFY(html.contains("&lt;img"));
    }

    void anAddressWithALineBreakIsRefused_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("line feed") << "a@example.in\nBcc: b@example.in";
        QTest::newRow("CRLF") << "a@example.in\r\nRCPT TO:<b@example.in>";
        QTest::newRow("two") << "a@example.in, b@example.in";
        QTest::newRow("angle") << "a@example.in> <b@example.in";
        QTest::newRow("no host") << "a@";
        QTest::newRow("path") << "../../etc/passwd";
        QTest::newRow("empty") << "";
    }
    void anAddressWithALineBreakIsRefused()
    {
        QFETCH(QString, address);
        Square square;

        square.happen(otp(address));
        square.jobs.runDue();
        const auto sent = square.notifications.sendMail(json::bytes(notifications::MailJob{
            .to = address, .letter = QStringLiteral("otp_email"), .language = QStringLiteral("en")}));

        QCOMPARE(sent.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(square.db.number("count(*) FROM jobs"), 0);
        QCOMPARE(square.mailNames(), QStringList{});
    }

    // NOTIF-08
    void aMailReachesAMailServer()
    {
        FakeSmtp server;
        Square square({.server = server.url(),
                       .user = QStringLiteral("kw"),
                       .password = "pass",
                       .from = QStringLiteral("Kabaadwala <no-reply@kabaadwala.in>")});

        square.happen(otp());
        square.jobs.runDue();

        QCOMPARE(server.mails().size(), 1);
        const ReceivedMail mail = server.mails().constFirst();
        QCOMPARE(mail.from, "no-reply@kabaadwala.in");
        QCOMPARE(mail.to, "bina@example.in");
        QCOMPARE(header(mail.text, "Subject"), QStringLiteral("428913 is your Kabaadwala code"));
        QVERIFY(mail.text.endsWith("--\r\n"));
        QVERIFY(server.commands().contains("AGt3AHBhc3M=")); // kw and pass
        QCOMPARE(square.mailNames(), QStringList{});
        QCOMPARE(square.db.number("count(*) FROM jobs WHERE status = 'done'"), 1);
    }

    void aBusyServerIsAskedAgainAndARefusalIsFinal_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("status");
        QTest::newRow("greylisted") << QByteArray("450 come back later") << "waiting";
        QTest::newRow("no such mailbox") << QByteArray("550 no such mailbox") << "dead";
    }
    void aBusyServerIsAskedAgainAndARefusalIsFinal()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, status);
        FakeSmtp server({{"RCPT", answer}});
        Square square({.server = server.url()});

        square.happen(otp());
        square.jobs.runDue();
        QCOMPARE(square.db.number("count(*) FROM jobs WHERE status = ?", status), 1);
        server.answer("RCPT", "250 fine");
        square.db.clock.advance(2000);
        square.jobs.runDue();

        QCOMPARE(server.mails().size(), status == QLatin1String("waiting") ? 1 : 0);
    }

    void aServerThatIsAwayIsAskedAgain()
    {
        Square square({.server = QStringLiteral("smtp://127.0.0.1:1"), .timeoutMs = 2000});

        square.happen(otp());
        square.jobs.runDue();

        QCOMPARE(square.db.number("count(*) FROM jobs WHERE status = 'waiting' AND attempts = 1"), 1);
    }

    void withoutEncryptionNothingIsSaidWhenItIsNeeded()
    {
        FakeSmtp server;
        Square square({.server = server.url(), .user = QStringLiteral("kw"), .password = "pass", .needsTls = true});

        square.happen(otp());
        square.jobs.runDue();

        QCOMPARE(server.mails().size(), 0);
        for (const QByteArray &command : server.commands())
            QVERIFY2(!command.startsWith("AUTH") && !command.startsWith("MAIL"), command.constData());
        QCOMPARE(square.db.number("count(*) FROM jobs WHERE status = 'waiting'"), 1);
    }
};

TEST_CLASS(TestOfMails)

#include "tst_mails.moc"
