// Mistakes that a scan which looks must find; never built.

#include <string>
#include <utility>

int lost(const int *value)
{
    return value ? 0 : *value;
}

std::string moved(std::string text)
{
    std::string kept = std::move(text);
    return kept + text;
}
