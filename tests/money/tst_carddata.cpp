// PAY-14: cards are typed on the pages of the providers. Nothing of them has a place here: not in what is asked and
// answered, not in a table, not in the log, and not when a provider tells more than it should.

#include "shared/contract/all.h"
#include "tests/money/counter.h"
#include "tests/support/runner.h"

#include <QRegularExpression>
#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

namespace {

const QByteArray canary = "4111111111111111";

template <class T>
struct Bare
{
    using Type = T;
};
template <class T>
struct Bare<std::optional<T>> : Bare<T>
{};
template <class T>
struct Bare<QList<T>> : Bare<T>
{};
template <class T>
struct Bare<Page<T>> : Bare<T>
{};
template <class T>
struct Bare<Upload<T>> : Bare<T>
{};

// The names of a type and of all that is in it, as they stand on the wire.
template <class Wrapped>
void collect(QStringList &out)
{
    using T = typename Bare<Wrapped>::Type;
    if constexpr (fields::Contract<T>)
        fields::forEach<T>([&](const auto &field) {
            using Member = typename Bare<typename std::remove_cvref_t<decltype(field)>::Type>::Type;
            out += field.wire.latin1();
            if constexpr (!std::is_same_v<Member, T>)
                collect<Member>(out);
        });
}

// The number, its check digits, its end and its holder; a provider's own id of a card is none of ours either.
bool isOfCards(const QString &name)
{
    static const QRegularExpression word(QStringLiteral("(^|_)(card|cardholder|cvv2?|cvc2?|csc|expiry_month|expiry_"
                                                        "year|exp_month|exp_year|pan_number|track_data)(_|$)"));
    return word.match(name).hasMatch();
}

struct ColumnName
{
    QString tableName;
    QString columnName;

    FIELDS(ColumnName, FIELD(tableName), FIELD(columnName))
};

struct Line
{
    std::optional<QString> line;

    FIELDS(Line, FIELD(line))
};

QList<ColumnName> columnsOf(const TestDb &db)
{
    return db->read([](Tx &tx) {
        return tx.engine() == Engine::Sqlite
                   ? tx.all<ColumnName>("FROM (SELECT m.name AS table_name, p.name AS column_name FROM sqlite_schema m,"
                                        " pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE"
                                        " 'sqlite%' AND m.name NOT LIKE 'addresses_place%') AS c ORDER BY table_name")
                   : tx.all<ColumnName>("FROM information_schema.columns WHERE table_schema = 'public'"
                                        " ORDER BY table_name, ordinal_position");
    });
}

// Every row of these tables, as text.
QByteArray everythingIn(const TestDb &db, const QStringList &tables)
{
    QByteArray out;
    const auto all = columnsOf(db);
    for (const ColumnName &each : all) {
        if (!tables.contains(each.tableName))
            continue;
        const std::string column = '"' + each.columnName.toStdString() + '"';
        const std::string text =
            db->engine() == Engine::Sqlite ? "quote(" + column + ")" : "coalesce(" + column + "::text, '')";
        const auto lines = db->read([&](Tx &tx) {
            return tx.all<Line>("FROM (SELECT " + text + " AS line FROM \"" + each.tableName.toStdString() +
                                "\") AS lines LIMIT 1000");
        });
        for (const Line &line : lines)
            out += line.line.value_or(QString()).toUtf8() + '\n';
    }
    return out;
}

// What is logged meanwhile: log lines go to stderr as they are.
class Overheard
{
public:
    Overheard()
        : m_before(::dup(STDERR_FILENO))
    {
        if (!m_file.open() || ::dup2(m_file.handle(), STDERR_FILENO) < 0)
            qFatal("stderr cannot be heard");
    }
    ~Overheard() { ::close(m_before); }
    QByteArray end()
    {
        std::fflush(stderr);
        ::dup2(m_before, STDERR_FILENO);
        m_file.seek(0);
        return m_file.readAll();
    }

private:
    QTemporaryFile m_file;
    const int m_before;
};

} // namespace

class TestOfCardData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    void nothingThatIsAskedOrAnsweredTakesACard()
    {
        QStringList names, found;
        api::forEach([&]<class In, class Out, class... Path>(const Endpoint<In, Out, Path...> &) {
            collect<In>(names);
            collect<Out>(names);
        });
        for (const QString &name : std::as_const(names))
            if (isOfCards(name))
                found += name;

        QVERIFY(names.size() > 500);
        QVERIFY(isOfCards(QStringLiteral("card_number")) && isOfCards(QStringLiteral("cvv")));
        QCOMPARE(found.join(u' '), QString());
    }

    void noColumnOfATableTakesACard()
    {
        World world;
        QStringList found;
        const auto all = columnsOf(world.db);
        for (const ColumnName &each : all)
            if (isOfCards(each.columnName))
                found += each.tableName + u'.' + each.columnName;

        QVERIFY(all.size() > 300);
        QCOMPARE(found.join(u' '), QString());
    }

    // A provider that tells the whole card with its signed event: the payment is credited, the card is nowhere.
    void aCardThatAProviderTellsIsNotKept()
    {
        Counter counter;
        const Payment payment = *counter.recharge();
        QByteArray event = Till::event("payment.captured", payment.gatewayOrderId, QStringLiteral("captured"));
        event.replace("\"vpa\"", "\"card\":{\"number\":\"" + canary + "\",\"cvv\":\"973\",\"name\":\"Asha\"},\"vpa\"");
        QVERIFY(event.contains(canary));
        Overheard log;

        const Result<> told = counter.Till::tell(Till::signedBody(event, "evt_card"));
        const QByteArray logged = log.end();

        QVERIFY(told);
        QCOMPARE(counter.balance(), Money{50'000});
        QStringList tables;
        const auto all = columnsOf(counter.world.db);
        for (const ColumnName &each : all)
            if (!tables.contains(each.tableName))
                tables += each.tableName;
        const QByteArray kept = everythingIn(counter.world.db, tables);
        QVERIFY(kept.contains("payment.captured"));
        QVERIFY(!kept.contains(canary));
        QVERIFY(!logged.contains(canary));
        QVERIFY(!json::bytes(counter.read(payment.id)).contains(canary));
    }

    // What a client sends beside the ids of the checkout is no field of ours, and is refused before it is looked at.
    void aClientCannotHandACardIn()
    {
        const auto read =
            json::parse<ConfirmPayment>("{\"payment_intent\":\"pi_12345\",\"card_number\":\"" + canary + "\"}");

        QVERIFY(!read);
        QVERIFY(!read.error().message.toUtf8().contains(canary));
        for (const FieldError &each : read.error().fields)
            QVERIFY(!each.problem.toUtf8().contains(canary));
    }
};

TEST_CLASS(TestOfCardData)
#include "tst_carddata.moc"
