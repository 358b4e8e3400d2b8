#pragma once

// Hours that nobody wishes for, in front of a real server and as pictures: two windows decide one refund, the server
// goes away and comes back, the session ends. Whoever starts it kills and starts the server in between, told by files.

#include "tests/console/shots/live.h"

// Waits for the file "<folder>/<word>" whenever it says "<word>?" on its output.
QString tryHours(const LiveSitting &admin, const LiveSitting &vendor, QSize size, const QString &folder);
