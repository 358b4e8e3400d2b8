#pragma once

// What the operator can change while the server runs. Each I/O thread works with its own copy.

#include "server/http/access.h"
#include "server/http/ratelimit.h"

#include <QByteArray>
#include <QList>

#include <array>

namespace http {

struct Policy
{
    RateLimits rates = {};
    VendorBuying vendorBuying = VendorBuying::Refused;
    std::array<bool, namesOf(Feature{}).names.size()> off = {}; // parts of the market that are switched off
    QList<QByteArray> hosts = {};                               // names we answer to; empty: any
    QList<QByteArray> origins = {}; // of web pages that may call us: "https://market.example"
};

} // namespace http
