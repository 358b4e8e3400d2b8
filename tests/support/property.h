#pragma once

// A property that holds for a hundred random cases. A failure prints the seed; RC_PARAMS="seed=…" repeats it.

#include <QByteArray>
#include <QTest>

#include <rapidcheck.h>

// #define'd, so that the failure stands at the line of the test.
#define HOLDS(...)                                                                                                     \
    do {                                                                                                               \
        const bool holds = rc::check(__VA_ARGS__);                                                                     \
        if (!holds)                                                                                                    \
            qWarning("repeat with RC_PARAMS=\"%s\"", qgetenv("RC_PARAMS").constData());                                \
        QVERIFY2(holds, "the property does not hold; its seed is printed above");                                      \
    } while (false)
