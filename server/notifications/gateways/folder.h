#pragma once

// Where mails land when no mail server is configured: one .eml file each, readable by the owner of the server only.

#include "shared/base/result.h"
#include "shared/base/values.h"

namespace notifications::gateways {

struct Filing
{
    QString folder;
    Instant time;
    QString letter;
    QString to;
};

// <time>-<letter>-<recipient>.eml, complete or not there at all. The same message is not written twice.
Result<> putIntoFolder(const Filing &filing, const QByteArray &message);

} // namespace notifications::gateways
