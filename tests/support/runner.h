#pragma once

// Several test classes in one executable, because linking is what takes the time. Each file ends with
//   TEST_CLASS(TestOfOrders)
// and the executable links support, which has the main function. A class name as first argument runs only that class.

#include <QTest>

#include <functional>

namespace runner {

struct TestClass
{
    TestClass(const char *className, std::function<int(int, char **)> runAll);

    const char *name;
    std::function<int(int, char **)> run;
};

} // namespace runner

#define TEST_CLASS(Type)                                                                                               \
    static const runner::TestClass testClass##Type(#Type, [](int argc, char **argv) {                                  \
        Type test;                                                                                                     \
        return QTest::qExec(&test, argc, argv);                                                                        \
    });
