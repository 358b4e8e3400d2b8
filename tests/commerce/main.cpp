#include "tests/commerce/classes.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    int failures = 0;
    for (const auto &make : {testOfJobs})
        failures += QTest::qExec(make().get(), argc, argv);
    return failures;
}
