#include "tests/support/runner.h"

#include <QCoreApplication>

#include <cstdio>
#include <vector>

namespace {

std::vector<const runner::TestClass *> &classes()
{
    static std::vector<const runner::TestClass *> all;
    return all;
}

} // namespace

runner::TestClass::TestClass(const char *className, std::function<int(int, char **)> runAll)
    : name(className)
    , run(std::move(runAll))
{
    classes().push_back(this);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    std::vector<char *> arguments(argv, argv + argc);
    const char *only = nullptr;
    for (const runner::TestClass *each : classes())
        if (argc > 1 && qstrcmp(argv[1], each->name) == 0)
            only = each->name;
    if (only)
        arguments.erase(arguments.begin() + 1);
    // Qt's handler calls a debugger for each stack, which takes minutes and says less than the exception's text.
    static char noCrashHandler[] = "-nocrashhandler";
    arguments.insert(arguments.begin() + 1, noCrashHandler);
    arguments.push_back(nullptr);

    int failures = 0;
    for (const runner::TestClass *each : classes())
        if (!only || qstrcmp(only, each->name) == 0)
            failures += each->run(int(arguments.size()) - 1, arguments.data());
    if (classes().empty())
        std::fputs("no test class is registered\n", stderr);
    return classes().empty() ? 1 : std::min(failures, 100);
}
