#pragma once

// Properties that hold for a hundred random cases. RapidCheck prints the counterexample and how to repeat it; the seed
// of every run stands in the log, too.

#include <QTest>

#include <rapidcheck.h>

// Fails the test function when the property does not hold: HOLDS("a text comes back", [](qint64 paise) { … });
#define HOLDS(...) QVERIFY2(rc::check(__VA_ARGS__), "see the counterexample above; RC_PARAMS=\"seed=…\" repeats it")
