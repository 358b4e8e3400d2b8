#pragma once

// Planted breaches: for each law a few lines that break it, put into a small tree that otherwise keeps every law.

#include "laws.h"

namespace tidy {

struct Breach
{
    const char *what;
    Complaints (*law)(const Tree &);
    const char *path;
    QString text;
};

const QString once = QStringLiteral("#pragma once\n// Why.\n");

inline Complaints deadInSmallTree(const Tree &tree)
{
    return nothingIsDead(tree, QStringLiteral("/server/main.cpp\""));
}

// Where things stand.
const QList<Breach> floorBreaches{
    {"1 includes the server", sharedKnowsNobody, "shared/base/a.h", once + "#include \"server/core/db.h\"\n"},
    {"1 includes Network", sharedKnowsNobody, "shared/base/a.h", once + "#include <QNetworkRequest>\n"},
    {"1 links Gui", sharedKnowsNobody, "shared/CMakeLists.txt", "target_link_libraries(shared Qt6::Core Qt6::Gui)\n"},
    {"2 console sees server", serverAndConsoleAreStrangers, "console/kit/a.cpp", "#include \"server/core/db.h\"\n"},
    {"2 server sees console", serverAndConsoleAreStrangers, "server/core/a.cpp", "#include \"console/kit/api.h\"\n"},
    {"2 server links Widgets", serverAndConsoleAreStrangers, "server/core/CMakeLists.txt", "Qt6::Widgets\n"},
    {"2 server draws", serverAndConsoleAreStrangers, "server/core/a.cpp", "#include <QImage>\n"},
    {"3 core knows a capability", nobodyLooksUp, "server/core/a.cpp", "#include \"server/orders/service.h\"\n"},
    {"3 core knows http", nobodyLooksUp, "server/core/a.cpp", "#include \"server/http/router.h\"\n"},
    {"3 looks up", nobodyLooksUp, "server/catalog/a.cpp", "#include \"server/orders/service.h\"\n"},
    {"3 another's store", nobodyLooksUp, "server/orders/a.cpp", "#include \"server/catalog/store.h\"\n"},
    {"3 the demo's way into a store", nobodyLooksUp, "server/demo/a.cpp", "#include \"server/catalog/store.h\"\n"},
    {"3 a plan upside down", nobodyLooksUp, "server/CMakeLists.txt",
     "capability(orders ON catalog)\ncapability(catalog)\n"},
    {"4 routes know another service", roomsKnowTheirNeighbours, "server/orders/routes.cpp",
     "#include \"server/ledger/service.h\"\n"},
    {"4 routes decide", roomsKnowTheirNeighbours, "server/orders/routes.cpp", "void f() { if (a) b(); }\n"},
    {"4 a store knows the service", roomsKnowTheirNeighbours, "server/orders/store.cpp",
     "#include \"server/orders/service.h\"\n"},
    {"4 rules know the database", roomsKnowTheirNeighbours, "server/orders/rules.h",
     once + "#include \"server/core/db.h\"\n"},
    {"4 a service sees HTTP", roomsKnowTheirNeighbours, "server/orders/service.cpp",
     "#include \"server/http/router.h\"\n"},
    {"4 a reaction calls another service", roomsKnowTheirNeighbours, "server/orders/reactions.cpp",
     "#include \"server/catalog/service.h\"\n"},
    {"4 a job calls the store", roomsKnowTheirNeighbours, "server/orders/jobs.cpp",
     "#include \"server/orders/store.h\"\n"},
    {"8 sqlite", oneDoorPerOutsideThing, "server/orders/store.cpp", "#include <sqlite3.h>\n"},
    {"8 libpq", oneDoorPerOutsideThing, "server/core/db.cpp", "#include <libpq-fe.h>\n"},
    {"8 Qt HTTP Server", oneDoorPerOutsideThing, "server/http/router.cpp", "#include <QHttpServerRequest>\n"},
    {"8 curl", oneDoorPerOutsideThing, "server/payments/service.cpp", "#include <curl/curl.h>\n"},
    {"8 keychain", oneDoorPerOutsideThing, "console/kit/api.cpp", "#include <qt6keychain/keychain.h>\n"},
    {"8 web sockets", oneDoorPerOutsideThing, "console/pages/chat/page.cpp", "#include <QWebSocket>\n"},
};

// What happens to data.
const QList<Breach> dataBreaches{
    {"5 an entry without transaction", entriesOpenAndBlocksDoNot, "server/orders/service.cpp",
     "Result<> Service::place(const Caller &caller)\n{\n    return m_store.add(a);\n}\n"},
    {"5 a block opens one", entriesOpenAndBlocksDoNot, "server/orders/service.cpp",
     "Result<> Service::place(Tx &tx)\n{\n    return m_db.write([](Tx &tx) {});\n}\n"},
    {"5 an entry calls another's entry", entriesOpenAndBlocksDoNot, "server/orders/service.cpp",
     "Result<> Service::place(const Caller &caller)\n{\n    m_db.write([] {});\n    return "
     "m_catalog.list(caller);\n}\n"},
    {"5 an entry calls its neighbour", entriesOpenAndBlocksDoNot, "server/orders/service.cpp",
     "Result<> Service::a(const Caller &caller)\n{\n    return m_db.read([] {});\n}\n"
     "Result<> Service::b(const Caller &caller)\n{\n    m_db.read([] {});\n    return a(caller);\n}\n"},
    {"6 reads another's table", tablesHaveOneOwner, "server/orders/store.cpp",
     "auto a = \"FROM products WHERE id = ?\";\n"},
    {"6 writes another's table", tablesHaveOneOwner, "server/orders/store.cpp",
     "auto a = \"UPDATE \"\n         \"products SET a = 1\";\n"},
    {"6 inserts into another's table", tablesHaveOneOwner, "server/orders/store.cpp",
     "void f() { tx.insert(\"products\", a); }\n"},
    {"6 SQL in the service", tablesHaveOneOwner, "server/catalog/service.cpp", "auto a = \"DELETE FROM products\";\n"},
    {"6 the engine's table", tablesHaveOneOwner, "server/orders/store.cpp", "auto a = \"count(*) FROM outbox\";\n"},
    {"6 discovery writes", tablesHaveOneOwner, "server/discovery/store.cpp", "auto a = \"DELETE FROM products\";\n"},
    {"7 a signal", newsLeavesWithTheTransaction, "server/orders/service.h",
     once + "class A { Q_SIGNALS: void b(); };\n"},
    {"7 news outside", newsLeavesWithTheTransaction, "server/orders/service.cpp",
     "void f() { m_bus.publish(OrderPlaced{}); }\n"},
    {"7 money in a reaction", newsLeavesWithTheTransaction, "server/orders/reactions.cpp",
     "void f() { m_ledger.hold(tx, a); }\n"},
    {"7 audit outside", newsLeavesWithTheTransaction, "server/orders/service.cpp",
     "void f() { m_audit.record(caller, a); }\n"},
};

// What comes from outside of the code.
const QList<Breach> worldBreaches{
    {"9 a service in a service", onlyTheMarketBuildsServices, "server/orders/service.h",
     once + "class A { catalog::Service m_catalog; };\n"},
    {"9 a service on the heap", onlyTheMarketBuildsServices, "server/orders/service.cpp",
     "auto a = std::make_unique<Service>();\n"},
    {"9 a singleton", noGlobalsThatChange, "server/core/a.h", once + "class A { static A &instance(); };\n"},
    {"9 a global", noGlobalsThatChange, "server/core/a.cpp", "namespace {\nint counter = 0;\n}\n"},
    {"9 a global object", noGlobalsThatChange, "console/kit/a.cpp", "QHash<int, QString> cache;\n"},
    {"9 a hidden static", noGlobalsThatChange, "server/core/a.cpp",
     "int f()\n{\n    static int n = 0;\n    return ++n;\n}\n"},
    {"10 the wall clock", noBannedWords, "server/orders/service.cpp", "auto a = QDateTime::currentDateTime();\n"},
    {"10 the machine's zone", noBannedWords, "console/pages/a.cpp", "auto a = QDateTime::fromMSecsSinceEpoch(b.ms);\n"},
    {"10 sleep", noBannedWords, "server/orders/service.cpp", "void f() { QThread::msleep(5); }\n"},
    {"10 sleep in a test", noBannedWords, "tests/orders/tst_orders.cpp",
     "void f() { std::this_thread::sleep_for(a); }\n"},
    {"10 a wait in a test", noBannedWords, "tests/console/tst_a.cpp", "void f() { QTest::qWait(600); }\n"},
    {"10 a nested loop", noBannedWords, "console/pages/a.cpp", "void f() { qApp->processEvents(); }\n"},
    {"10 a message box", noBannedWords, "console/pages/a.cpp", "void f() { QMessageBox::warning(a); }\n"},
    {"10 rand", noBannedWords, "server/orders/service.cpp", "int a = rand();\n"},
    {"10 a note", noBannedWords, "server/orders/service.cpp", QString("// TO") + "DO later\n"},
};

// What people read.
const QList<Breach> wordBreaches{
    {"an English sentence alone", everySentenceHasHindi, "console/pages/a.cpp", "auto a = tr(\"Two \"\n\"lines\");\n"},
    {"a page without a name", everySentenceHasHindi, "console/pages/a.cpp",
     "auto a = QT_TRANSLATE_NOOP(\"pages\", \"Alone\");\n"},
    {"an unfinished one", everySentenceHasHindi, "translations/console_hi.ts", "<translation type=\"unfinished\">"},
};

// How the lines look.
const QList<Breach> styleBreaches{
    {"a long file", sizesAreKept, "server/orders/service.cpp", QString("\n").repeated(401)},
    {"a long line", sizesAreKept, "server/orders/service.cpp", "// " + QString(118, u'x') + "\n"},
    {"a long function", sizesAreKept, "server/orders/service.cpp",
     "void f()\n{\n" + QString("a();\n").repeated(58) + "}\n"},
    {"a manager", namesAreOurs, "server/orders/a.h", once + "class OrderManager\n{\n};\n"},
    {"a getter", namesAreOurs, "server/orders/a.h", once + "struct A { int getCount() const; };\n"},
    {"a boolean parameter", namesAreOurs, "server/orders/a.h", once + "void show(int a, bool all);\n"},
    {"no guard", headersStandAlone, "server/orders/a.h", "// Why.\n"},
    {"no word about the room", headersStandAlone, "server/orders/a.h", "#pragma once\n"},
    {"not its own header first", headersStandAlone, "server/orders/service.cpp",
     "#include \"server/core/db.h\"\n#include \"server/orders/service.h\"\n"},
    {"money as double", moneyIsWhole, "server/orders/rules.h", once + "double total = 0;\n"},
    {"a header for nobody", deadInSmallTree, "server/catalog/forgotten.h", once},
    {"a file for nobody", deadInSmallTree, "server/catalog/forgotten.cpp", "int a();\n"},
};

} // namespace tidy
