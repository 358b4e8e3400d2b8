// Enforces the laws of the house on the whole tree (TEST-TIDY), and shows for each that it bites: a breach planted into
// a copy of the tree is found where it was planted.

#include "breaches.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace tidy;

using Law = std::function<Complaints(const Tree &)>;
Q_DECLARE_METATYPE(Law)

namespace {

QString readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The names of all files that a target compiles, by itself or together with others of its room.
QString compiledFiles()
{
    QString out = readAll(QStringLiteral(BUILD_ROOT "/compile_commands.json"));
    static const QRegularExpression together(QStringLiteral("\"file\": \"([^\"]*/Unity/[^\"]*)\""));
    const QString commands = out;
    for (const QRegularExpressionMatch &group : together.globalMatch(commands))
        out += readAll(group.captured(1));
    return out;
}

Complaints deadIn(const Tree &tree)
{
    static const QString compiled = compiledFiles();
    return nothingIsDead(tree, compiled);
}

struct NamedLaw
{
    const char *name;
    Law law;
};

const QList<NamedLaw> &laws()
{
    static const QList<NamedLaw> all{
        {"1 shared knows nobody", sharedKnowsNobody},
        {"2 server and console are strangers", serverAndConsoleAreStrangers},
        {"3 nobody looks up", nobodyLooksUp},
        {"4 rooms know their neighbours", roomsKnowTheirNeighbours},
        {"5 entries open and blocks do not", entriesOpenAndBlocksDoNot},
        {"6 tables have one owner", tablesHaveOneOwner},
        {"6 statements are our own words", statementsAreOurOwnWords},
        {"7 news leaves with the transaction", newsLeavesWithTheTransaction},
        {"8 one door per outside thing", oneDoorPerOutsideThing},
        {"9 only the market builds services", onlyTheMarketBuildsServices},
        {"9 no globals that change", noGlobalsThatChange},
        {"10 no banned words", noBannedWords},
        {"every sentence has Hindi", everySentenceHasHindi},
        {"sizes are kept", sizesAreKept},
        {"names are ours", namesAreOurs},
        {"headers stand alone", headersStandAlone},
        {"money is whole", moneyIsWhole},
        {"nothing is dead", deadIn},
    };
    return all;
}

// A small tree that keeps every law, so that a planted breach is the only one.
Tree cleanTree()
{
    return Tree()
        .with("server/CMakeLists.txt",
              "capability(ledger) # money\ncapability(catalog)\ncapability(orders ON catalog ledger)\n")
        .with("server/catalog/schema/001_start.sql", "CREATE TABLE products (id @id)@strict;\n")
        .with("server/core/schema/001_start.sql", "CREATE TABLE outbox (id @serial);\n")
        .with("server/orders/service.h", "#pragma once\n// Orders.\n#include \"server/catalog/service.h\"\n")
        .with("server/main.cpp", "#include \"server/orders/service.h\"\n");
}

} // namespace

class TidyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_tree = Tree::ofFolder(QStringLiteral(SOURCE_ROOT));

        // Laws over an empty tree would always hold.
        QVERIFY(m_tree.sources().size() > 30);
        QVERIFY(m_tree.floors().size() >= 16);
        QVERIFY(m_tree.below("orders").contains("ledger"));
    }

    void theLawHolds_data()
    {
        QTest::addColumn<Law>("law");
        for (const NamedLaw &named : laws())
            QTest::newRow(named.name) << named.law;
    }
    void theLawHolds()
    {
        QFETCH(Law, law);

        const Complaints complaints = law(m_tree);

        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

    void theCleanTreeKeepsEveryLaw()
    {
        const Tree tree = cleanTree();

        for (const NamedLaw &named : laws()) {
            if (qstrcmp(named.name, "nothing is dead") != 0)
                QVERIFY2(named.law(tree).isEmpty(), qPrintable(named.name + named.law(tree).join(u'\n')));
        }
    }

    void aPlantedBreachIsFound_data();
    void aPlantedBreachIsFound()
    {
        QFETCH(Law, law);
        QFETCH(QString, path);
        QFETCH(QString, text);

        const Complaints complaints = law(cleanTree().with(path, text));

        QVERIFY2(complaints.size() == 1, qPrintable(complaints.join(u'\n')));
        QVERIFY2(complaints.first().startsWith(path + u':'), qPrintable(complaints.first()));
    }

    void functionsAreMeasuredWhereverTheyStand_data();
    void functionsAreMeasuredWhereverTheyStand()
    {
        QFETCH(QString, text);
        QFETCH(int, line);
        QFETCH(int, length);

        const Source source(QStringLiteral("server/orders/service.cpp"), text);

        QCOMPARE(source.functions().size(), 1);
        QCOMPARE(source.functions().first().line, line);
        QCOMPARE(source.functions().first().length, length);
    }

    void commentsAndTextsAreNoCode()
    {
        const Source source("x.cpp", "a(\"b // c\"  \n \"d\"); // e \"f\"\nR\"(g \"h\")\" /* i\n j */ k 'l' 1'000");

        QCOMPARE(source.code().simplified(), QString("a(\" \" \" \"); R \" k ' ' 1'000"));
        QCOMPARE(source.texts().size(), 2);
        QCOMPARE(source.texts().first().value, QString("b // cd"));
        QCOMPARE(source.texts().last().value, QString("g \"h\""));
    }

private:
    Tree m_tree;
};

void TidyTest::functionsAreMeasuredWhereverTheyStand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("length");
    QTest::newRow("free") << "\nint f()\n{\n    return 1;\n}\n" << 2 << 4;
    QTest::newRow("in a class") << "namespace a {\nclass B\n{\npublic:\n    int f() const\n    {\n    }\n};\n}\n"
                                << 5 << 3;
    QTest::newRow("constructor with braces") << "A::A(int a)\n    : m_a{a}\n    , m_b(a)\n{\n    if (a) {\n    }\n}\n"
                                             << 1 << 7;
    QTest::newRow("constructor with an empty argument") << "A::A(int a)\n    : m_a(a, {}, 1)\n{\n    b = c;\n}\n"
                                                        << 1 << 5;
    QTest::newRow("after a label") << "class A\n{\n    Q_OBJECT\n\nprivate Q_SLOTS:\n    void f()\n    {\n    }\n};\n"
                                   << 6 << 3;
    QTest::newRow("with a brace as a character") << "void f()\n{\n    g(u'{');\n}\nint a = 1'000;\n" << 1 << 4;
    QTest::newRow("after a macro") << "NAMED_ENUM(A, B)\n\nnamespace {\nint f()\n{\n}\n}\n" << 4 << 3;
    QTest::newRow("template") << "template <class T>\nvoid f(T t)\n{\n    g([&] { h(); });\n}\n" << 1 << 5;
    QTest::newRow("after a table") << "const int a[] = {1, 2};\nstruct C { int x = 0; };\nvoid f()\n{\n}\n" << 3 << 3;
}

void TidyTest::aPlantedBreachIsFound_data()
{
    QTest::addColumn<Law>("law");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    for (const auto &breaches : {floorBreaches, dataBreaches, worldBreaches, wordBreaches, styleBreaches}) {
        for (const Breach &breach : breaches)
            QTest::newRow(breach.what) << Law(breach.law) << QString::fromLatin1(breach.path) << breach.text;
    }
}

QTEST_GUILESS_MAIN(TidyTest)
#include "tst_tidy.moc"
