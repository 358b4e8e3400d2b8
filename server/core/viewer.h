#pragma once

// Who is taken for one person where nobody is signed in.

#include <QString>

// The address, or of IPv6 the network that a household has: a phone changes its own address in it every day.
QString viewerAddress(const QString &ip);
