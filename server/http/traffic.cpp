#include "server/http/traffic.h"

#include "server/http/router.h"

namespace http {

Traffic::Traffic(prometheus::Registry &registry, const Router &router)
    : m_requests(prometheus::BuildCounter()
                     .Name("http_requests_total")
                     .Help("Requests by method, route and status")
                     .Register(registry))
    , m_durations(prometheus::BuildHistogram()
                      .Name("http_request_duration_seconds")
                      .Help("Time from head to reply by route")
                      .Register(registry))
{
    const prometheus::Histogram::BucketBoundaries bounds{0.001, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                         0.25,  0.5,   1.0,  2.5,   5.0,  10.0};
    const auto place = [&](std::string method, std::string endpoint) {
        OfRoute &of = m_routes.emplace_back();
        of.method = std::move(method);
        of.endpoint = std::move(endpoint);
        of.durations = &m_durations.Add({{"method", of.method}, {"endpoint", of.endpoint}}, bounds);
    };
    for (const Route &route : router.routes())
        place(QString(names::text(route.method)).toUpper().toStdString(), route.path.toStdString());
    place("ANY", "none");
}

void Traffic::count(const Call &call, int status, double seconds)
{
    OfRoute &of = call.route ? m_routes[std::size_t(call.route->index)] : m_routes.back();
    of.durations->Observe(seconds);
    auto &slot = of.byStatus[std::size_t(status) % of.byStatus.size()];
    prometheus::Counter *counter = slot.load(std::memory_order_acquire);
    if (!counter) {
        // Adding the same labels twice gives the same counter, so a race here does no harm.
        counter =
            &m_requests.Add({{"method", of.method}, {"endpoint", of.endpoint}, {"status", std::to_string(status)}});
        slot.store(counter, std::memory_order_release);
    }
    counter->Increment();
}

} // namespace http
