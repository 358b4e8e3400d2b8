// NOTIF-02, NOTIF-03: every mail exists in both languages, can be filled in, and speaks of the same things in each.

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <kainjow/mustache.hpp>

namespace {

QString read(const QString &path)
{
    QFile file(QStringLiteral(RESOURCES "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const QStringList &mails()
{
    static const QStringList all{"activation_email",    "resend_activation", "otp_email",        "password_reset",
                                 "kyc_status",          "order_placed",      "order_update",     "payment_success",
                                 "payment_failed",      "refund_email",      "chat_alert",       "ban_notice",
                                 "distributor_decided", "payout_update",     "store_update",     "store_suspended",
                                 "price_overridden",    "business_email",    "copy_ready",       "account_erased",
                                 "email_code",          "email_changed",     "dispute_update",   "weigh_update",
                                 "weigh_top_up",        "security_notice",   "staff_invitation", "wallet_reduced"};
    return all;
}

// What a template speaks of: "username", "#reason".
QSet<QString> wordsOf(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("\\{\\{\\{?([#^]?\\w+)\\}\\}"));
    QSet<QString> out;
    for (auto it = word.globalMatch(text); it.hasNext();)
        out += it.next().captured(1);
    return out;
}

} // namespace

class ResourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMailCanBeFilledInAndSaysTheSameInBothLanguages_data()
    {
        QTest::addColumn<QString>("mail");
        QTest::addColumn<QString>("form");
        for (const QString &mail : mails()) {
            for (const char *form : {"subject", "txt", "html"})
                QTest::addRow("%s.%s", qPrintable(mail), form) << mail << QString::fromLatin1(form);
        }
    }
    void everyMailCanBeFilledInAndSaysTheSameInBothLanguages()
    {
        QFETCH(QString, mail);
        QFETCH(QString, form);

        const QString english = read(QStringLiteral("mail/%1.en.%2").arg(mail, form));
        const QString hindi = read(QStringLiteral("mail/%1.hi.%2").arg(mail, form));

        for (const QString &text : {english, hindi}) {
            QVERIFY(!text.trimmed().isEmpty());
            kainjow::mustache::mustache letter(text.toStdString());
            QVERIFY2(letter.is_valid(), letter.error_message().c_str());
            const QString filled = QString::fromStdString(letter.render(kainjow::mustache::data()));
            QVERIFY(!filled.contains(u"{{"));
        }
        QCOMPARE(wordsOf(hindi), wordsOf(english));
    }

    void strangersWordsCannotBecomeMarkup()
    {
        // Two braces escape; three would let a chat message write HTML into somebody's mail.
        for (const QString &name : QDir(QStringLiteral(RESOURCES "/mail")).entryList({"*.html"})) {
            if (name != u"layout.html")
                QVERIFY2(!read("mail/" + name).contains(u"{{{"), qPrintable(name));
        }
        QCOMPARE(read("mail/layout.html").count(u"{{{"), 1);
    }

    void theDocumentationPageAsksNobodyElse()
    {
        const QString page = read("docs/index.html") + read("docs/init.js");

        QVERIFY(page.contains(u"/openapi.json"));
        QVERIFY(page.contains(u"validatorUrl: null"));
        QVERIFY(!page.contains(u"http:") && !page.contains(u"https:"));
        QVERIFY(!page.contains(QRegularExpression("<script>|onclick|style=")));
        QVERIFY(read("docs/swagger-ui-bundle.js").size() > 1'000'000);
        QVERIFY(read("docs/swagger-ui.css").size() > 100'000);
    }
};

QTEST_GUILESS_MAIN(ResourcesTest)
#include "tst_resources.moc"
