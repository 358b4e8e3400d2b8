// AUTH-33: a route without its rule cannot be built. Declarations that break a law are planted and given to the
// compiler; what it then says has to name the law.

#include "tests/support/runner.h"

#include "shared/contract/all.h"

#include <QProcess>

namespace {

struct Planted
{
    QByteArray types = "Nothing, Nothing";
    QByteArray method = "Get", path = "/api/v1/planted";
    QByteArray access = ".access = Access::SignedIn,", owner = ".owner = Owner::Nobodys,",
               rate = ".rate = Rate::Account,";
    QByteArray more = {};

    QByteArray source() const
    {
        return "#include \"shared/base/endpoint.h\"\ninline constexpr Endpoint<" + types +
               "> planted{.method = Method::" + method + ", .path = \"" + path + "\", " + access + owner + rate +
               ".summary = \"Planted\"" + more + "};\n";
    }
};

struct Verdict
{
    bool isBuilt = false;
    QByteArray words;
};

Verdict compile(const QByteArray &source)
{
    QStringList arguments{QStringLiteral("-std=c++20"), QStringLiteral("-fPIC"), QStringLiteral("-fsyntax-only"),
                          QStringLiteral("-x"),         QStringLiteral("c++"),   QStringLiteral("-I" SOURCES)};
    for (const QString &folder : QStringLiteral(INCLUDES).split(u':'))
        arguments += QStringLiteral("-I") + folder;
    QProcess compiler;
    compiler.setProcessChannelMode(QProcess::MergedChannels);
    compiler.start(QStringLiteral(COMPILER), arguments + QStringList{QStringLiteral("-")});
    compiler.write(source);
    compiler.closeWriteChannel();
    constexpr int patienceMs = 120'000;
    if (!compiler.waitForFinished(patienceMs))
        qFatal("the compiler does not end");
    return {compiler.exitStatus() == QProcess::NormalExit && compiler.exitCode() == 0,
            compiler.readAllStandardOutput()};
}

template <class T>
inline constexpr bool isPage = false;
template <class T>
inline constexpr bool isPage<Page<T>> = true;

} // namespace

class TestOfLaws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The control: the same declarations without their breach.
    void aLawfulRouteIsBuilt()
    {
        const Verdict said = compile(Planted{}.source() + Planted{.types = "Nothing, Nothing, QString",
                                                                  .path = "/api/v1/planted/{id}",
                                                                  .access = ".access = Access::Admin,",
                                                                  .owner = ".owner = Owner::Anyones,",
                                                                  .more = ", .permission = Permission::ManageUsers"}
                                                              .source()
                                                              .replace("planted{", "other{"));
        QVERIFY2(said.isBuilt, said.words.constData());
    }

    void aRouteThatBreaksALawIsNot_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("law");
        const auto row = [](const char *name, const Planted &planted, const char *law) {
            QTest::newRow(name) << planted.source() << QByteArray(law);
        };
        row("nobody said who may call", {.access = ""}, "Said<Access>");
        row("nobody said whose object it is", {.owner = ""}, "Said<Owner>");
        row("nobody said how often", {.rate = ""}, "Said<Rate>");
        row("admins without a permission", {.access = ".access = Access::Admin,"},
            "an endpoint of admins names its permission");
        row("a permission for everybody", {.more = ", .permission = Permission::ManageUsers"},
            "only admins have permissions");
        row("an object of nobody", {.types = "Nothing, Nothing, QString", .path = "/api/v1/planted/{id}"},
            "a path with a variable says whose object it names, and no other path does");
        row("an owner of nothing", {.owner = ".owner = Owner::Callers,"},
            "a path with a variable says whose object it names, and no other path does");
        row("an own object without a session",
            {.types = "Nothing, Nothing, QString",
             .path = "/api/v1/planted/{id}",
             .access = ".access = Access::Public,",
             .owner = ".owner = Owner::Callers,"},
            "nothing belongs to a caller without a session");
        row("everybody's objects for buyers",
            {.types = "Nothing, Nothing, QString",
             .path = "/api/v1/planted/{id}",
             .access = ".access = Access::Buyer,",
             .owner = ".owner = Owner::Anyones,"},
            "only admins reach the objects of everybody");
        row("a party's object without its overseer",
            {.types = "Nothing, Nothing, QString", .path = "/api/v1/planted/{id}", .owner = ".owner = Owner::Partys,"},
            "what has parties says which admins oversee it");
        row("a list without an end", {.types = "Nothing, QList<int>"},
            "a list comes in pages or says how long it can be");
        row("a variable without its type", {.path = "/api/v1/planted/{id}", .owner = ".owner = Owner::Everybodys,"},
            "a path with a variable says whose object it names, and no other path does");
        row("a path beside the API", {.path = "/planted"}, "a path begins with /api/v1/");
        row("a declaration that says of itself that it is right",
            {.access = ".access = Access::Admin,", .more = ", .laws = {}"}, "private");
    }
    void aRouteThatBreaksALawIsNot()
    {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, law);

        const Verdict said = compile(source);

        QVERIFY(!said.isBuilt);
        QVERIFY2(said.words.contains(law), said.words.constData());
    }

    // What is declared while the program runs keeps it from starting.
    void aRouteThatIsDeclaredAtRunTimeIsRefusedThen()
    {
        const std::string path = "/api/v1/planted";
        const auto declare = [&](Permission permission) {
            const Endpoint<Nothing, Nothing> planted{.method = Method::Get,
                                                     .path = path,
                                                     .access = Access::Admin,
                                                     .owner = Owner::Nobodys,
                                                     .rate = Rate::Account,
                                                     .summary = "Planted",
                                                     .permission = permission};
            return planted.permission;
        };
        QCOMPARE(declare(Permission::ManageUsers), Permission::ManageUsers);
        QVERIFY_EXCEPTION_THROWN(declare(Permission::None), std::logic_error);
    }

    // API-16: what answers a list does so in pages of a limit, or says how long the list can be.
    void everyListHasAnEnd()
    {
        int paged = 0, bounded = 0;
        api::forEach([&]<class In, class Out, class... Path>(const Endpoint<In, Out, Path...> &endpoint) {
            if constexpr (isPage<Out>) {
                QStringList names;
                fields::forEach<In>([&](const auto &field) {
                    names += field.wire.latin1();
                    if (names.constLast() == u"limit")
                        QVERIFY2(field.check.max >= 1 && field.check.max <= 1000, endpoint.path.data());
                });
                QVERIFY2(names.contains(QStringLiteral("limit")) && names.contains(QStringLiteral("cursor")),
                         endpoint.path.data());
                ++paged;
            } else if constexpr (law::isList<Out>) {
                QVERIFY2(endpoint.most > 0 && endpoint.most <= 5000, endpoint.path.data());
                ++bounded;
            }
        });
        qInfo("%d lists come in pages, %d have an end of their own", paged, bounded);
        QVERIFY(paged >= 20);
        QVERIFY(bounded >= 13);
    }
};

TEST_CLASS(TestOfLaws)

#include "tst_laws.moc"
