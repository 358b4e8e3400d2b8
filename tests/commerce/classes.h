#pragma once

// The test classes of this executable; each stands in a .cpp of its own.

#include <QObject>

#include <memory>

std::unique_ptr<QObject> testOfJobs();
