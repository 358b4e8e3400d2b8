#include "tests/commerce/square.h"
#include "tests/commerce/works.h"
#include "tests/support/runner.h"

namespace {

constexpr int backlog = 200;

} // namespace

// NOTIF-08: whoever waits at the door does not wait behind a day's mail.
class TestOfJobsAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void whatIsAheadDoesNotWaitBehindABacklog()
    {
        Works works;
        QList<QByteArray> seen;
        const auto carry = [&](const QByteArray &payload) -> Result<> {
            seen += payload;
            return {};
        };
        works.jobs.on("order", carry);
        works.jobs.on("code", carry);
        QVERIFY(works.db->write([&](Tx &tx) -> Result<> {
            for (int i = 0; i < backlog; ++i)
                works.jobs.enqueue(tx, "order", Parcel{QString::number(i)});
            return {};
        }));
        works.db.clock.advance(hourMs); // which all of them have waited for

        QVERIFY(works.db->write([&](Tx &tx) -> Result<> {
            works.jobs.enqueueAhead(tx, "code", Parcel{QStringLiteral("first")});
            works.jobs.enqueueAhead(tx, "code", Parcel{QStringLiteral("second")});
            return {};
        }));
        works.jobs.runDue();

        QCOMPARE(seen.size(), backlog + 2);
        const QList<QByteArray> first = seen.mid(0, 2);
        QVERIFY(first.contains("{\"text\":\"first\"}"));
        QVERIFY(first.contains("{\"text\":\"second\"}"));
    }

    // It would else keep everybody waiting while its mail server is away.
    void whatIsAheadAndFailsWaitsForItsNextTry()
    {
        Works works;
        QStringList seen;
        works.jobs.on("order", [&](const QByteArray &) -> Result<> {
            seen += QStringLiteral("order");
            return {};
        });
        works.jobs.on("code", [&](const QByteArray &) -> Result<> {
            seen += QStringLiteral("code");
            return seen.count(QStringLiteral("code")) == 1
                       ? failure(ErrorCode::Unavailable, QStringLiteral("Nobody answers."))
                       : Result<>{};
        });
        QVERIFY(works.enqueue("order"));
        QVERIFY(works.db->write([&](Tx &tx) -> Result<> {
            works.jobs.enqueueAhead(tx, "code", Parcel{});
            return {};
        }));

        works.jobs.runDue();
        QVERIFY(works.enqueue("order"));
        works.db.clock.advance(2'000);
        works.jobs.runDue();

        QCOMPARE(seen, QStringLiteral("code order code order").split(u' '));
    }

    // AUTH-17
    void mailsThatLetSomebodyInAreAheadOfTheMarketsOwn()
    {
        Square square;
        square.happen(square.placed());
        const qint64 mails = square.db.number("count(*) FROM jobs");
        QVERIFY(mails > 0);
        QCOMPARE(square.db.number("count(*) FROM jobs WHERE is_ahead = 1"), 0);

        square.happen(OtpIssued{.accountId = square.buyer.id,
                                .email = QStringLiteral("bina@example.com"),
                                .username = QStringLiteral("bina"),
                                .code = QStringLiteral("042317"),
                                .language = QStringLiteral("en")});

        QCOMPARE(square.db.number("count(*) FROM jobs"), mails + 1);
        QCOMPARE(square.db.number("count(*) FROM jobs WHERE is_ahead = 1 AND kind = 'notifications.secret_mail'"), 1);
    }
};

TEST_CLASS(TestOfJobsAhead)
#include "tst_jobsahead.moc"
