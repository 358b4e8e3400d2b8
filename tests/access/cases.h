#pragma once

// The contract as a list: each endpoint with the way to ask it well.

#include "tests/access/samples.h"

#include <functional>

struct Case
{
    Subject subject;
    bool isFile = false; // answers bytes or leads on, not JSON
    std::function<Sent(Situation &)> sample;
};

QList<Case> allCases();
