#include "server/http/access.h"
#include "tests/support/runner.h"

class TestOfLimitedSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // AUTH-13, AUTH-30: told as far as the session knows it.
    void aLimitedSessionIsToldWhatIsMissing()
    {
        const auto refused = [](const QString &by) {
            return http::accessRefusal(Access::SignedIn, {}, http::VendorBuying::Refused,
                                       {.known = true, .limited = true, .limitedBy = by});
        };

        QCOMPARE(refused(QStringLiteral("email"))->code, ErrorCode::ProfileIncomplete);
        QCOMPARE(refused(QStringLiteral("email"))->details, QByteArray("{\"missing\":[\"email\"]}"));
        QCOMPARE(refused(QStringLiteral("profile"))->details, QByteArray("{\"missing\":[\"profile\"]}"));
        QCOMPARE(refused({})->details, QByteArray());
    }
};

TEST_CLASS(TestOfLimitedSessions)
#include "tst_limited.moc"
