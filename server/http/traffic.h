#pragma once

// Counts and times of requests, by route: http_requests_total and http_request_duration_seconds.

#include "server/http/request.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <array>
#include <atomic>
#include <deque>

namespace http {

class Router;

class Traffic
{
public:
    Traffic(prometheus::Registry &registry, const Router &router);

    void count(const Call &call, int status, double seconds);

private:
    // What the registry would have to look up by its labels each time.
    struct OfRoute
    {
        std::string method;
        std::string endpoint;
        prometheus::Histogram *durations = nullptr;
        std::array<std::atomic<prometheus::Counter *>, 512> byStatus{};
    };

    prometheus::Family<prometheus::Counter> &m_requests;
    prometheus::Family<prometheus::Histogram> &m_durations;
    std::deque<OfRoute> m_routes; // by index; the last one stands for requests without a route
};

} // namespace http
