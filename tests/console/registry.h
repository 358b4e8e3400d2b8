#pragma once

// Lets many test classes share one program: CONSOLE_TEST(TestApi) at the end of a file runs it too.

#include <QObject>

#include <memory>
#include <vector>

namespace consoletests {

using Make = std::unique_ptr<QObject> (*)();
std::vector<Make> &all();

struct Registration
{
    explicit Registration(Make make) { all().push_back(make); }
};

} // namespace consoletests

#define CONSOLE_TEST(Type)                                                                                             \
    static const consoletests::Registration registration##Type{                                                        \
        []() -> std::unique_ptr<QObject> { return std::make_unique<Type>(); }};
