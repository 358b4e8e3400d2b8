// S1, S2: what a body or a query says is as little trusted as what the path says. Every id that an input names and
// every member that an input does not know is tried, found by walking through the contract.

#include "tests/access/asking.h"
#include "tests/access/fingerprint.h"
#include "tests/support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

namespace {

const QByteArray unknownId = "0192f7a0-0000-7000-8000-00000000dead";

// What the ids of inputs are, by endpoint and place.
struct Named
{
    const char *endpoint;
    const char *place;
    Who who;     // asks
    Thing thing; // of somebody else, that is named; None: it is nobody's own, so only an unknown one is tried
    QByteArray counted = {}; // the table that remembers how often somebody has guessed
};

const QList<Named> &owned()
{
    static const QList<Named> all{
        {"PUT /api/v1/users/me", "photo_id", Who::Buyer, Thing::File},
        {"PUT /api/v1/vendor/profile", "logo_id", Who::Vendor, Thing::File},
        {"PUT /api/v1/vendor/profile", "banner_id", Who::Vendor, Thing::File},
        {"PUT /api/v1/stores/{id}", "logo_id", Who::Vendor, Thing::File},
        {"PUT /api/v1/stores/{id}", "banner_id", Who::Vendor, Thing::File},
        {"POST /api/v1/stores", "logo_id", Who::Vendor, Thing::File},
        {"POST /api/v1/products/{id}/images", "file_id", Who::Vendor, Thing::File},
        {"POST /api/v1/stores", "banner_id", Who::Vendor, Thing::File},
        {"POST /api/v1/vendor/kyc", "pan_file_id", Who::RejectedVendor, Thing::Document},
        {"POST /api/v1/vendor/kyc", "gstin_file_id", Who::RejectedVendor, Thing::Document},
        {"POST /api/v1/vendor/kyc", "cheque_file_id", Who::RejectedVendor, Thing::Document},
        {"POST /api/v1/orders", "address_id", Who::Buyer, Thing::Address},
        {"POST /api/v1/orders", "lines.product_id", Who::Buyer, Thing::None},
        {"POST /api/v1/payments/create", "order_id", Who::Buyer, Thing::Order},
        {"POST /api/v1/payments/cod", "order_id", Who::Buyer, Thing::Order},
        {"POST /api/v1/payments/calculate-total", "address_id", Who::Buyer, Thing::Address},
        {"POST /api/v1/payments/calculate-total", "lines.product_id", Who::Buyer, Thing::None},
        {"POST /api/v1/stock/bulk-update", "lines.product_id", Who::Vendor, Thing::None},
        {"POST /api/v1/inventory/stock/update", "lines.product_id", Who::Vendor, Thing::None},
        {"POST /api/v1/orders/{id}/refunds", "lines.line_id", Who::Vendor, Thing::None},
        {"POST /api/v1/admin/orders/{id}/refunds", "lines.line_id", Who::SuperAdmin, Thing::None},
        {"POST /api/v1/payments/{id}/refund", "lines.line_id", Who::SuperAdmin, Thing::None},
        {"POST /api/v1/orders/{id}/disputes", "files", Who::Buyer, Thing::File},
        {"POST /api/v1/disputes/{id}/statements", "files", Who::Buyer, Thing::File},
        {"POST /api/v1/orders/{id}/reorder", "address_id", Who::Buyer, Thing::Address},
        {"POST /api/v1/orders/{id}/weigh-tickets", "line_id", Who::Vendor, Thing::None},
        {"POST /api/v1/orders/{id}/weigh-tickets", "photo_id", Who::Vendor, Thing::File},
        {"POST /api/v1/orders/{id}/weigh-tickets", "second_photo_id", Who::Vendor, Thing::File},
        {"POST /api/v1/users/me/favourite-stores", "store_id", Who::Buyer, Thing::None},
        {"POST /api/v1/products", "category_id", Who::Vendor, Thing::None},
        {"PUT /api/v1/products/{id}", "category_id", Who::Vendor, Thing::None},
        {"POST /api/v1/chat/rooms/{id}/messages", "file_id", Who::Buyer, Thing::File},
        {"POST /api/v1/chat/rooms/{id}/read", "up_to", Who::Buyer, Thing::None},
        {"POST /api/v1/admin/ads", "image_id", Who::SuperAdmin, Thing::File},
        {"PUT /api/v1/admin/ads/{id}", "image_id", Who::SuperAdmin, Thing::File},
        {"POST /api/v1/admin/ads", "category_id", Who::SuperAdmin, Thing::None},
        {"PUT /api/v1/admin/ads/{id}", "category_id", Who::SuperAdmin, Thing::None},
        {"POST /api/v1/admin/ads", "partner_id", Who::SuperAdmin, Thing::None},
        {"PUT /api/v1/admin/ads/{id}", "partner_id", Who::SuperAdmin, Thing::None},
        {"POST /api/v1/admin/report-definitions", "recipients", Who::SuperAdmin, Thing::None},
        {"PUT /api/v1/admin/report-definitions/{id}", "recipients", Who::SuperAdmin, Thing::None},
        {"POST /api/v1/admin/books/adjustments", "vendor_id", Who::SuperAdmin, Thing::None},
        {"POST /api/v1/admin/categories", "parent_id", Who::SuperAdmin, Thing::None},
        {"PUT /api/v1/admin/categories/{id}", "parent_id", Who::SuperAdmin, Thing::None},
        {"POST /api/v1/admin/reconciliation/{id}/resolve", "payment_id", Who::SuperAdmin, Thing::None},
        {"POST /api/v1/auth/verify-otp", "challenge_id", Who::Anonymous, Thing::None, "auth_failures"},
        {"POST /api/v1/auth/send-otp", "challenge_id", Who::Anonymous, Thing::None},
        {"POST /api/v1/admin/payout-batches", "payout_ids", Who::SuperAdmin, Thing::None},
        {"POST /api/v1/users/me/phone/confirm", "challenge_id", Who::Buyer, Thing::None},
        {"POST /api/v1/users/me/email/confirm", "challenge_id", Who::Buyer, Thing::None},
    };
    return all;
}

// Narrow what a list or a figure shows, to what the caller may see anyway.
bool isFilter(const Case &each, const QString &place)
{
    static const QStringList places{QStringLiteral("vendor"),     QStringLiteral("category"),
                                    QStringLiteral("vendor_id"),  QStringLiteral("category_id"),
                                    QStringLiteral("actor"),      QStringLiteral("order"),
                                    QStringLiteral("after"),      QStringLiteral("definition"),
                                    QStringLiteral("product_id"), QStringLiteral("customer_id")};
    const bool isQuestion = each.subject.method == "GET" || each.subject.path == "/api/v1/inventory/search";
    const bool isChecked = each.subject.path == "/api/v1/stock/check"; // what is not there is answered: none
    // What a report is about, which admins alone say.
    const bool isScope = place == u"scope.vendor_id" || place == u"scope.category_id";
    return isScope || isChecked || (isQuestion && places.contains(place));
}

// Of those who may ask, somebody whom the endpoint lets in.
std::optional<Who> guest(const Subject &subject)
{
    for (const Who who : {Who::Buyer, Who::Vendor, Who::SuperAdmin, Who::Integration, Who::Anonymous})
        if (!refusalOf(subject, who, casesOf(subject).constFirst()))
            return who;
    return std::nullopt;
}

QJsonValue replaced(const QJsonValue &in, const QStringList &path, const QByteArray &id)
{
    if (path.isEmpty())
        return in.isArray() ? QJsonValue(QJsonArray{QString::fromLatin1(id)}) : QJsonValue(QString::fromLatin1(id));
    if (in.isArray()) {
        QJsonArray out = in.toArray();
        out[0] = replaced(out.at(0), path, id);
        return out;
    }
    QJsonObject out = in.toObject();
    out[path.constFirst()] = replaced(out.value(path.constFirst()), path.sliced(1), id);
    return out;
}

QByteArray withId(const QByteArray &body, const char *place, const QByteArray &id)
{
    const QJsonObject sent = QJsonDocument::fromJson(body).object();
    return QJsonDocument(replaced(sent, QString::fromLatin1(place).split(u'.'), id).toObject())
        .toJson(QJsonDocument::Compact);
}

// What the tables know and no client may say.
const QStringList &coveted()
{
    static const QStringList all{
        QStringLiteral("id"),           QStringLiteral("role"),        QStringLiteral("is_verified"),
        QStringLiteral("is_active"),    QStringLiteral("is_banned"),   QStringLiteral("is_super_admin"),
        QStringLiteral("super_admin"),  QStringLiteral("permissions"), QStringLiteral("balance"),
        QStringLiteral("held"),         QStringLiteral("account_id"),  QStringLiteral("vendor_id"),
        QStringLiteral("owner_id"),     QStringLiteral("buyer_id"),    QStringLiteral("status"),
        QStringLiteral("kyc_status"),   QStringLiteral("can_sell"),    QStringLiteral("commission_rate"),
        QStringLiteral("price_paid"),   QStringLiteral("total"),       QStringLiteral("created_at"),
        QStringLiteral("password_hash")};
    return all;
}

QStringList strangersTo(const Case &each)
{
    QStringList out;
    for (const QString &name : coveted() + each.answered)
        if (!each.taken.contains(name) && !out.contains(name))
            out += name;
    return out;
}

QByteArray withMember(const QByteArray &body, const QString &name)
{
    const QByteArray member = '"' + name.toLatin1() + "\":true";
    return body.trimmed() == "{}" || body.isEmpty() ? '{' + member + '}'
                                                    : '{' + member + ',' + body.trimmed().sliced(1);
}

// The last one is what only this machine can reach, written as the addresses are that are taken.
QByteArrayList harmful(quint16 neighbour)
{
    return {"' OR '1'='1",
            "'; DROP TABLE accounts; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "https://127.0.0.1:" + QByteArray::number(neighbour) + "/a.png"};
}

// Whether somebody has called there, now or before.
bool wasCalled(QTcpServer &neighbour)
{
    return neighbour.hasPendingConnections() || neighbour.waitForNewConnection(0);
}

QByteArray withText(const QByteArray &body, const QString &name, const QByteArray &text)
{
    QJsonObject sent = QJsonDocument::fromJson(body).object();
    sent[name] = QString::fromLatin1(text);
    return QJsonDocument(sent).toJson(QJsonDocument::Compact);
}

// In words of its own; letters that stand there by chance are a number of an article.
bool saysDatabase(const QByteArray &answer)
{
    static const QRegularExpression word(QStringLiteral("\\b(SQL|SQLSTATE|SQLite|PostgreSQL|syntax)\\b"));
    return word.match(QString::fromUtf8(answer)).hasMatch();
}

using Asking = std::function<Answer(const Sent &)>;

// Of every call that takes JSON: a good body, and a way to ask with another one as somebody whom it lets in. Ends with
// the first that fails.
void forEveryBody(Stage &stage, const std::function<void(const Case &, const Sent &, const Asking &)> &work)
{
    for (const Case &each : allCases()) {
        const auto who = each.hasJson ? guest(each.subject) : std::nullopt;
        if (!who)
            continue;
        Asker &person = stage.person(*who, each.subject);
        const QByteArray object = each.subject.thing == Thing::None
                                      ? QByteArray()
                                      : stage.shown(each.subject, *who, casesOf(each.subject).constFirst());
        Situation situation{stage, person, object};
        work(each, each.sample(situation),
             [&](const Sent &sent) { return stage.ask(requestOf(stage, each.subject, person, object, sent)); });
        if (QTest::currentTestFailed())
            return;
    }
}

} // namespace

class TestOfBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // AUTH-37: no input names an object that this test does not know.
    void everyIdOfAnInputIsTried()
    {
        QStringList forgotten;
        QSet<QString> known;
        for (const Named &each : owned())
            known += QString::fromLatin1(each.endpoint) + u' ' + QString::fromLatin1(each.place);
        for (const Case &each : allCases())
            for (const QString &place : each.ids) {
                const QString name = QString::fromLatin1(each.subject.name()) + u' ' + place;
                if (!known.remove(name) && !isFilter(each, place))
                    forgotten += name;
            }
        QCOMPARE(forgotten.join(u'\n'), QString());
        QCOMPARE(QStringList(known.begin(), known.end()).join(u'\n'), QString());
    }

    // AUTH-37, C58: an object of somebody else is answered as one that is not there, and nothing changes.
    void anIdInABodyReachesNothingOfOthers()
    {
        Stage stage;
        const QList<Case> cases = allCases();
        int tried = 0;
        for (const Named &named : owned()) {
            const auto each = std::find_if(cases.begin(), cases.end(),
                                           [&](const Case &one) { return one.subject.name() == named.endpoint; });
            QVERIFY2(each != cases.end(), named.endpoint);
            Asker &person = stage.person(named.who, each->subject);
            const QByteArray object =
                each->subject.thing == Thing::None ? QByteArray() : stage.fresh(each->subject.thing, named.who);
            Situation situation{stage, person, object};
            const Sent sent = each->sample(situation);
            proveFor(stage, each->subject, person);
            const QByteArray foreign =
                named.thing == Thing::None ? unknownId : stage.kept(named.thing, Who::OtherBuyer);
            const QByteArray before = fingerprint(*stage.db);

            const auto answerTo = [&](const QByteArray &id) {
                Sent changed = sent;
                changed.body = withId(sent.body, named.place, id);
                return stage.ask(requestOf(stage, each->subject, person, object, changed));
            };
            const Answer theirs = answerTo(foreign);
            const Answer nobodys = answerTo(unknownId);

            const QByteArray cell = QByteArray(named.endpoint) + ' ' + named.place + ": " + theirs.body;
            QVERIFY2(theirs.status >= 400 && theirs.status < 500 && theirs.status != 403, cell.constData());
            QVERIFY2(theirs.body == nobodys.body, (cell + " / " + nobodys.body).constData());
            const QByteArray after = fingerprint(*stage.db);
            const QByteArray changed = changedTables(before, after).replace("sqlite_sequence", "").trimmed();
            QVERIFY2(changed == named.counted, (cell + " changed " + changed).constData());
            ++tried;
        }
        qInfo("%d ids of inputs were tried", tried);
    }

    // S2: nobody sets what only the server decides.
    void whatAnInputDoesNotKnowIsRefusedByItsName()
    {
        Stage stage;
        int tried = 0;
        forEveryBody(stage, [&](const Case &each, const Sent &sent, const Asking &ask) {
            const QByteArray before = fingerprint(*stage.db);

            for (const QString &name : strangersTo(each)) {
                Sent more = sent;
                more.body = withMember(sent.body, name);
                const Answer answer = ask(more);
                const QByteArray cell = each.subject.name() + " with " + name.toLatin1() + ": " + answer.body;
                QVERIFY2(answer.status == 400, cell.constData());
                QVERIFY2(answer.body.contains("\"field\":\"" + name.toLatin1() + '"'), cell.constData());
                ++tried;
            }
            QVERIFY2(before == fingerprint(*stage.db), each.subject.name().constData());
        });
        qInfo("%d members were refused", tried);
        QVERIFY(tried > 1000);
    }

    // SEC-03, S12: what would be a statement, a script or a path elsewhere is a text here, or is refused by its field.
    // S9: and an address is never asked.
    void whatIsHarmfulElsewhereIsATextHere()
    {
        Stage stage;
        QTcpServer neighbour;
        QVERIFY(neighbour.listen(QHostAddress::LocalHost));
        int tried = 0;
        forEveryBody(stage, [&](const Case &each, const Sent &sent, const Asking &ask) {
            for (const QString &name : each.taken)
                for (const QByteArray &harm : harmful(neighbour.serverPort())) {
                    Sent changed = sent;
                    changed.body = withText(sent.body, name, harm);
                    const Answer answer = ask(changed);
                    const QByteArray cell = each.subject.name() + " with " + name.toLatin1() + " = " + harm + ": " +
                                            QByteArray::number(answer.status) + ' ' + answer.body;
                    QVERIFY2(answer.status >= 200 && answer.status < 500, cell.constData());
                    QVERIFY2(!saysDatabase(answer.body), cell.constData());
                    QVERIFY2(!wasCalled(neighbour), cell.constData());
                    ++tried;
                }
        });
        qInfo("%d harmful texts were tried", tried);
        QVERIFY(tried > 1000);
        stage.market.outbox.drain();
        QVERIFY(!wasCalled(neighbour));
        QTcpSocket somebody; // would have been heard
        somebody.connectToHost(QHostAddress::LocalHost, neighbour.serverPort());
        QVERIFY(somebody.waitForConnected());
        QVERIFY(wasCalled(neighbour));
    }
};

TEST_CLASS(TestOfBodies)

#include "tst_bodies.moc"
