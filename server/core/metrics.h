#pragma once

// Figures for /metrics in the text form of Prometheus. Whoever counts keeps the reference that counter() and the others
// return; asking again with the same name and labels finds the same one, but slower.

#include <QByteArray>

#include <prometheus/registry.h>

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>

class Db;

class Metrics
{
public:
    using Labels = prometheus::Labels;

    Metrics();

    prometheus::Counter &counter(const std::string &name, const std::string &help, const Labels &labels = {});
    prometheus::Gauge &gauge(const std::string &name, const std::string &help, const Labels &labels = {});
    // Buckets from half a millisecond to ten seconds.
    prometheus::Histogram &duration(const std::string &name, const std::string &help, const Labels &labels = {});

    // All durations of that name, whatever their labels.
    struct Observed
    {
        qint64 count = 0;
        double seconds = 0;
    };
    Observed observed(const std::string &name) const;

    // Called before each exposition, to set what is only known when asked.
    void beforeExposition(std::function<void()> refresh);

    // The figures of the database.
    void watch(const Db &db);

    // From any thread.
    QByteArray exposition();

    prometheus::Registry &registry() { return m_registry; }

private:
    void watchProcess();

    prometheus::Registry m_registry;
    std::mutex m_mutex; // of the refreshes, which are not made to run side by side
    std::vector<std::function<void()>> m_refreshes;
};
