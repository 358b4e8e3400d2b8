#include "shared/base/json.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <QJsonDocument>

NAMED_ENUM(Colour, Red, DarkBlue)

namespace {

struct Line
{
    int quantity = 0;
    Money price;

    FIELDS(Line, FIELD(quantity, .min = 1, .max = 10), FIELD(price, .min = 0))
};

struct Basket
{
    Id<Basket> id;
    QString buyerName;
    Colour colour = Colour::Red;
    QList<Line> lines;
    std::optional<QString> note;
    Quantity weight;
    BasisPoints rate;
    Instant madeAt;
    bool paid = false;
    qint64 number = 0;
    double latitude = 0;
    QList<QString> tags;

    FIELDS(Basket, FIELD(id), FIELD(buyerName, .lengthMin = 2, .lengthMax = 20), FIELD(colour),
           FIELD(lines, .countMin = 1, .countMax = 3), FIELD(note), FIELD(weight), FIELD(rate), FIELD(madeAt),
           FIELD(paid), FIELD(number), FIELD(latitude, .min = -90, .max = 90),
           FIELD(tags, .lengthMax = 3, .standard = true))
};

Basket basket()
{
    return {.id = Id<Basket>::parse(u"01932f5c-8a3e-7c11-9f00-0123456789ab"),
            .buyerName = QStringLiteral("लता \"L\"\n"),
            .colour = Colour::DarkBlue,
            .lines = {{2, {7'500}}, {1, {1}}},
            .weight = {46'500},
            .rate = {250},
            .madeAt = {1'790'000'000'123},
            .paid = true,
            .number = 9'007'199'254'740'993, // one more than a double can hold
            .latitude = 18.5204,
            .tags = {QStringLiteral("a")}};
}

QJsonObject object()
{
    return QJsonDocument::fromJson(json::bytes(basket())).object();
}

// "path: problem" of what is wrong with the basket when one value is replaced.
QString complaintAbout(const QString &key, const QJsonValue &value)
{
    QJsonObject changed = object();
    value.isUndefined() ? changed.remove(key) : void(changed.insert(key, value));
    const Result<Basket> read = json::read<Basket>(changed);
    if (read)
        return {};
    QStringList out;
    for (const FieldError &error : read.error().fields)
        out += error.field + QStringLiteral(": ") + error.problem;
    return out.join(u'|');
}

} // namespace

class TestOfJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack()
    {
        const QByteArray bytes = json::bytes(basket());

        const Result<Basket> back = json::parse<Basket>(bytes);

        QVERIFY(back);
        QCOMPARE(json::bytes(*back), bytes);
        QCOMPARE(back->number, 9'007'199'254'740'993);
        QCOMPARE(back->lines[0].price.minor, 7'500);
        QVERIFY(bytes.contains(R"("price":"75.00")"));
        QVERIFY(bytes.contains(R"("colour":"dark_blue")"));
        QVERIFY(bytes.contains(R"("note":null)"));
        QVERIFY(bytes.contains(R"("made_at":"2026-09-21T14:13:20.123Z")"));
    }

    void everyTextSurvives()
    {
        HOLDS("text", [](const std::vector<char16_t> &units) {
            QString text = QString::fromUtf16(units.data(), qsizetype(units.size()));
            text = QString::fromUtf8(text.toUtf8()).remove(QChar(0)); // lone surrogates have no UTF-8
            QByteArray bytes;
            json::write(bytes, text);
            const QJsonArray read = QJsonDocument::fromJson('[' + bytes + ']').array();
            RC_ASSERT(read.size() == 1);
            RC_ASSERT(read[0].toString() == text);
        });
    }

    void problemsAreNamedWithTheirPath_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const char *key, const QJsonValue &value, const char *complaint) {
            QTest::newRow(name) << QString::fromLatin1(key) << value << QString::fromLatin1(complaint);
        };
        const QJsonObject line{{QStringLiteral("quantity"), 11}, {QStringLiteral("price"), QStringLiteral("-0.01")}};
        const QJsonObject fine{{QStringLiteral("quantity"), 1}, {QStringLiteral("price"), QStringLiteral("0")}};
        row("missing", "buyer_name", QJsonValue::Undefined, "buyer_name: is required");
        row("null", "buyer_name", QJsonValue::Null, "buyer_name: must be text");
        row("too short", "buyer_name", QStringLiteral("x"), "buyer_name: must have 2 to 20 characters");
        row("no text", "buyer_name", 7, "buyer_name: must be text");
        row("nul", "buyer_name", QString(3, QChar(0)), "buyer_name: must not contain NUL");
        row("second line", "lines", QJsonArray{fine, line},
            "lines.1.quantity: must be between 1 and 10|lines.1.price: must be at least 0.00");
        row("no list", "lines", 5, "lines: must be a list of 1 to 3 entries");
        row("empty list", "lines", QJsonArray{}, "lines: must be a list of 1 to 3 entries");
        row("no object in list", "lines", QJsonArray{1}, "lines.0: must be an object");
        row("float as whole", "number", 1.5, "number: must be a whole number");
        row("text as whole", "number", QStringLiteral("1"), "number: must be a whole number");
        row("text as truth", "paid", QStringLiteral("true"), "paid: must be true or false");
        row("three decimals", "rate", QStringLiteral("1.234"), "rate: must be a percentage with at most two decimals");
        row("half id", "id", QStringLiteral("01932f5c"), "id: must be an id");
        row("local time", "made_at", QStringLiteral("2026-01-01T00:00:00"),
            "made_at: must be a time like \"2026-11-20T09:31:00Z\"");
        row("far north", "latitude", 90.5, "latitude: must be between -90 and 90");
        row("long tag", "tags", QJsonArray{QStringLiteral("ab"), QStringLiteral("abcd")},
            "tags.1: must have 0 to 3 characters");
    }
    void problemsAreNamedWithTheirPath()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, complaint);

        QCOMPARE(complaintAbout(key, value), complaint);
    }

    void ofVeryManyProblemsOnlyTheFirstAreTold()
    {
        QByteArray body = "{";
        for (int i = 0; i < 1000; ++i)
            body += (i > 0 ? ",\"unknown" : "\"unknown") + QByteArray::number(i) + "\":1";
        json::Reader reader;
        Line out;

        reader.read(json::document(body + '}').value(), {}, out);

        QCOMPARE(reader.problems.size(), 50);
    }

    void strangersAreRefusedByName() // S2: a field we do not know is never taken silently
    {
        QVERIFY(complaintAbout(QStringLiteral("is_admin"), true).startsWith(u"is_admin: "));
    }

    void whatHasADefaultMayBeLeftOut()
    {
        QCOMPARE(complaintAbout(QStringLiteral("tags"), QJsonValue::Undefined), QString());
        QCOMPARE(complaintAbout(QStringLiteral("note"), QJsonValue::Undefined), QString());
    }

    void numbersAsMoneyAreReadByTheirDecimalText()
    {
        const auto priceOf = [](const QByteArray &number) {
            return json::parse<Line>("{\"quantity\":1,\"price\":" + number + '}');
        };

        QCOMPARE(priceOf("10.1").value().price.minor, 1'010);
        QCOMPARE(priceOf("0.29").value().price.minor, 29);
        QVERIFY(!priceOf("10.005"));
        QVERIFY(!priceOf("1e400"));
        QVERIFY(!priceOf("true"));
    }

    void whatIsNoDocumentIsMalformed()
    {
        for (const char *body : {"", "{", "nul", "{\"a\":1,}", "\xff", "[1", "{\"quantity\":1,\"price\":\"1\"}x"}) {
            const Result<Line> read = json::parse<Line>(body);
            QVERIFY2(!read, body);
            QCOMPARE(read.error().code, ErrorCode::MalformedRequest);
        }
        QCOMPARE(json::parse<Line>("[]").error().code, ErrorCode::ValidationFailed);
        QVERIFY(!json::parse<Line>(QByteArray(5'000, '[')));
    }

    void aQueryIsReadWithItsTypes()
    {
        struct Search
        {
            int limit = 20;
            QString text;
            QList<Colour> colours;
            bool open = false;

            FIELDS(Search, FIELD(limit, .standard = true), FIELD(text), FIELD(colours, .standard = true),
                   FIELD(open, .standard = true))
        };

        const auto found = json::parseQuery<Search>("text=a+b%26c%3D%E0%A4%B2&colours=red,dark_blue&open=true");

        QVERIFY(found);
        QCOMPARE(found->limit, 20);
        QCOMPARE(found->text, QStringLiteral("a b&c=ल"));
        QCOMPARE(found->colours, (QList<Colour>{Colour::Red, Colour::DarkBlue}));
        QVERIFY(found->open);
        QVERIFY(!json::parseQuery<Search>("text=x&limit=many"));
        QVERIFY(!json::parseQuery<Search>("text=x&colours=pink"));
        QVERIFY(!json::parseQuery<Search>("text=x&other=1"));
        QVERIFY(!json::parseQuery<Search>("limit=1"));
    }
};

TEST_CLASS(TestOfJson)
#include "tst_json.moc"
