#include "tests/console/registry.h"

#include <QApplication>
#include <QLocale>
#include <QStyleFactory>
#include <QTest>

namespace consoletests {

std::vector<Make> &all()
{
    static std::vector<Make> tests;
    return tests;
}

} // namespace consoletests

// tst_console [ClassName] [Qt Test arguments]
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ? qgetenv("QT_QPA_PLATFORM") : "offscreen");
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QLocale::setDefault(QLocale(QStringLiteral("en_IN")));
    QStandardPaths::setTestModeEnabled(true);

    QStringList arguments = app.arguments();
    const QString only = arguments.size() > 1 && arguments.at(1).startsWith(u'T') ? arguments.takeAt(1) : QString();
    int failures = 0;
    for (const auto make : consoletests::all()) {
        const auto test = make();
        if (only.isEmpty() || only == QLatin1StringView(test->metaObject()->className()))
            failures += QTest::qExec(test.get(), arguments);
    }
    return failures;
}
