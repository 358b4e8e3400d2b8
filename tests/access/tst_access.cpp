#include "tests/access/asking.h"
#include "tests/access/fingerprint.h"
#include "tests/support/runner.h"

#include "shared/contract/all.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace {

// Says about the caller's state, not about what the caller may do.
bool isAboutState(const QString &code)
{
    return code == u"CANNOT_SELL" || code == u"NOT_VERIFIED";
}

} // namespace

// AUTH-28, AUTH-31, AUTH-32, AUTH-33, AUTH-34, AUTH-35, AUTH-36, AUTH-37, AUTH-45, SEC-11, SEC-04, C06, C58, S1: who
// may call what is decided by the declaration of each endpoint.
class TestOfAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void everybodyAsksForEverything()
    {
        Stage stage;
        const QList<Case> cases = allCases();
        QMap<qsizetype, qsizetype> endpointsByCases;
        for (const Case &each : cases)
            ++endpointsByCases[casesOf(each.subject).size()];
        m_checked = 0;
        m_answered.clear();
        openRecord(stage);

        for (const Case &each : cases) {
            refusalsChangeNothing(stage, each);
            theOthersAreLetIn(stage, each);
        }

        // Endpoints without an object, with one that is there or not, and with an own, a foreign and an unknown one.
        qsizetype expected = 0;
        for (auto kind = endpointsByCases.begin(); kind != endpointsByCases.end(); ++kind) {
            const qsizetype cells = kind.value() * whoCount * kind.key();
            qInfo("%lld endpoints x %d identities x %lld cases = %lld cells", static_cast<long long>(kind.value()),
                  whoCount, static_cast<long long>(kind.key()), static_cast<long long>(cells));
            expected += cells;
        }
        qInfo("%lld cells of %lld endpoints were checked", static_cast<long long>(m_checked),
              static_cast<long long>(cases.size()));
        QCOMPARE(m_checked, expected);
        QCOMPARE(std::size_t(whoCount), namesOf(Who{}).names.size());
        QStringList silent;
        for (const Case &each : cases)
            if (!m_answered.contains(each.subject.name()))
                silent += QString::fromLatin1(each.subject.name());
        QCOMPARE(silent.join(QStringLiteral(", ")), QString());
    }

    // A server that does not answer all that it promises, or more than that, must not start.
    void anEndpointWithoutItsHandlerKeepsTheServerFromStarting()
    {
        Stage stage;
        Market::demandAll(stage.router);
        const http::Router empty;
        QVERIFY_EXCEPTION_THROWN(Market::demandAll(empty), std::logic_error);

        http::Router withoutOne;
        api::forEach([&]<class In, class Out, class... Path>(const Endpoint<In, Out, Path...> &endpoint) {
            if (endpoint.path != api::approvePayout.path)
                bindNothing(withoutOne, endpoint);
        });
        QVERIFY_EXCEPTION_THROWN(Market::demandAll(withoutOne), std::logic_error);
        bindNothing(withoutOne, api::approvePayout);
        Market::demandAll(withoutOne);

        bindNothing(withoutOne, house::mine);
        QVERIFY_EXCEPTION_THROWN(Market::demandAll(withoutOne), std::logic_error);
    }

private:
    template <class In, class Out, class... Path>
    static void bindNothing(http::Router &router, const Endpoint<In, Out, Path...> &endpoint)
    {
        using Answer = Result<std::conditional_t<std::is_same_v<Out, Nothing>, void, Out>>;
        const auto nothing = [](const auto &...) -> Answer { return notFound(QLatin1StringView("handler")); };
        router.on(endpoint, nothing);
    }

    // Everybody who is to be refused, one after the other; then nothing in the tables may be different.
    void refusalsChangeNothing(Stage &stage, const Case &each)
    {
        QList<Ask> asks;
        for (int i = 0; i < whoCount; ++i)
            for (const Whose whose : casesOf(each.subject))
                if (refusalOf(each.subject, Who(i), whose))
                    asks += prepared(stage, each, Who(i), whose);
        // Earlier entries of the audit log get their seal soon after their commit; here they have it before.
        QVERIFY(stage.market.audit.seal());
        const QByteArray before = fingerprint(*stage.db);

        QHash<QString, QByteArray> unseen; // by who: the answer about an object that is not there
        for (const Ask &ask : asks) {
            const QByteArray cell = cellOf(each, ask);
            const Answer answer = stage.ask(ask.request);
            ask.person->nextPassword.reset(); // it was refused
            ++m_checked;
            QVERIFY2(missingHeaders(answer).isEmpty(), qPrintable(cell + missingHeaders(answer).join(u' ')));
            QVERIFY2(answer.status == statusOf(*ask.refusal) && answer.code() == wireName(*ask.refusal),
                     (cell + ": " + answer.head.left(30) + answer.body).constData());
            if (*ask.refusal != ErrorCode::NotFound)
                continue;
            const QString who = QString(names::text(ask.who));
            if (unseen.contains(who))
                QVERIFY2(unseen.value(who) == answer.body,
                         (cell + ": " + answer.body + " / " + unseen.value(who)).constData());
            unseen.insert(who, answer.body);
        }

        const QByteArray after = fingerprint(*stage.db);
        QVERIFY2(before == after, (each.subject.name() + " changed " + changedTables(before, after)).constData());
    }

    void theOthersAreLetIn(Stage &stage, const Case &each)
    {
        for (int i = 0; i < whoCount; ++i) {
            for (const Whose whose : casesOf(each.subject)) {
                if (refusalOf(each.subject, Who(i), whose))
                    continue;
                const Ask ask = prepared(stage, each, Who(i), whose);
                const Answer answer = stage.ask(ask.request);
                ++m_checked;
                QVERIFY2(missingHeaders(answer).isEmpty(),
                         qPrintable(cellOf(each, ask) + missingHeaders(answer).join(u' ')));
                const bool isLetIn = answer.status != 0 && answer.status != 401 && answer.status != 404 &&
                                     answer.status < 500 && (answer.status != 403 || isAboutState(answer.code()));
                QVERIFY2(isLetIn, (cellOf(each, ask) + ": " + answer.head.left(30) + answer.body).constData());
                noteAnswer(each, ask, answer);
            }
        }
    }

    void noteAnswer(const Case &each, const Ask &ask, const Answer &answer)
    {
        const std::optional<QString> changed = std::exchange(ask.person->nextPassword, std::nullopt);
        if (answer.status != each.subject.status)
            return;
        if (changed)
            ask.person->password = *changed;
        m_answered += each.subject.name();
        if (each.isFile)
            return;
        m_record.write("{\"operation\":\"" + each.subject.operationId() +
                       "\",\"status\":" + QByteArray::number(answer.status) + ",\"body\":" + answer.body + "}\n");
    }

    // Every good answer is kept beside the description that was served by the same server.
    void openRecord(Stage &stage)
    {
        const QString folder = QStringLiteral(REPLIES);
        const QString engine =
            stage.db->engine() == Engine::Sqlite ? QStringLiteral("sqlite") : QStringLiteral("postgres");
        QVERIFY(QDir().mkpath(folder));
        QFile description(folder + u'/' + engine + QStringLiteral(".openapi.json"));
        QVERIFY(description.open(QFile::WriteOnly | QFile::Truncate));
        description.write(stage.ask(House::request("GET", "/openapi.json")).body);
        m_record.close();
        m_record.setFileName(folder + u'/' + engine + QStringLiteral(".jsonl"));
        QVERIFY(m_record.open(QFile::WriteOnly | QFile::Truncate));
    }

    static QByteArray cellOf(const Case &each, const Ask &ask)
    {
        return each.subject.name() + " as " + QString(names::text(ask.who)).toLatin1() + " on " +
               QString(names::text(ask.whose)).toLatin1();
    }

    qsizetype m_checked = 0;
    QSet<QByteArray> m_answered;
    QFile m_record;
};

TEST_CLASS(TestOfAccess)

#include "tst_access.moc"
