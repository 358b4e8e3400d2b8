#pragma once

// Every page in front of a paper server, as the pictures show it.

#include "console/kit/page.h"
#include "tests/support/consolekit.h"

#include <vector>

struct Stage
{
    QString name;
    Role role;
    // Sets the server's answers and builds the page; `after` runs when it is on screen.
    std::function<kit::Page *(ConsoleKit &console)> make;
    std::function<void(kit::Page &page)> after = {};
};

std::vector<Stage> stages();

// Parts of it.
std::vector<Stage> insightStages();
std::vector<Stage> reportStages();
std::vector<Stage> returnStages();
std::vector<Stage> bookStages();
std::vector<Stage> flagStages();
std::vector<Stage> moneyStages();
std::vector<Stage> taxStages();
std::vector<Stage> invoiceStages();
