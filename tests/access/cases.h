#pragma once

// The contract as a list: each endpoint with the way to ask it well.

#include "tests/access/samples.h"

#include <functional>

struct Case
{
    Subject subject;
    bool isFile = false;  // answers bytes or leads on, not JSON
    bool hasJson = false; // takes a body of JSON
    std::function<Sent(Situation &)> sample;
    QStringList taken;    // the names that its input knows
    QStringList answered; // the names that its answer has
    QStringList ids;      // where its input names objects: "address_id", "lines.product_id"
};

QList<Case> allCases();
