#pragma once

// What a capability gives to somebody who asks for everything that is kept about him (PRIV-02).

#include "shared/base/json.h"

namespace personal {

constexpr int rowsMax = 20'000; // of one kind, the newest

// One file of the copy: name without ".json", and its content.
struct Part
{
    QString name;
    QByteArray json;
};
using Parts = QList<Part>;

template <class T>
Part part(const char *name, const T &content)
{
    return {QString::fromLatin1(name), json::bytes(content)};
}

} // namespace personal
