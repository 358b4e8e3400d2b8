#include "server/core/metrics.h"

#include "server/core/db.h"

#include <QFile>

#include <prometheus/text_serializer.h>

#include <chrono>
#include <unistd.h>

using std::chrono::steady_clock;

namespace {

// For sums that somebody else keeps.
void raiseTo(prometheus::Counter &counter, double sum)
{
    if (sum > counter.Value())
        counter.Increment(sum - counter.Value());
}

double residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return pages.size() < 2 ? 0 : pages[1].toDouble() * double(::sysconf(_SC_PAGESIZE));
}

} // namespace

Metrics::Metrics()
{
    watchProcess();
}

prometheus::Counter &Metrics::counter(const std::string &name, const std::string &help, const Labels &labels)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(m_registry).Add(labels);
}

prometheus::Gauge &Metrics::gauge(const std::string &name, const std::string &help, const Labels &labels)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(m_registry).Add(labels);
}

prometheus::Histogram &Metrics::duration(const std::string &name, const std::string &help, const Labels &labels)
{
    static const prometheus::Histogram::BucketBoundaries seconds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                                    0.1,    0.25,  0.5,    1,     2.5,  5,     10};
    return prometheus::BuildHistogram().Name(name).Help(help).Register(m_registry).Add(labels, seconds);
}

Metrics::Observed Metrics::observed(const std::string &name) const
{
    Observed out;
    for (const prometheus::MetricFamily &family : m_registry.Collect()) {
        if (family.name != name)
            continue;
        for (const prometheus::ClientMetric &metric : family.metric) {
            out.count += qint64(metric.histogram.sample_count);
            out.seconds += metric.histogram.sample_sum;
        }
    }
    return out;
}

void Metrics::beforeExposition(std::function<void()> refresh)
{
    m_refreshes.push_back(std::move(refresh));
}

void Metrics::watch(const Db &db)
{
    auto &units = counter("db_units_total", "Units of work written");
    auto &groups = counter("db_commits_total", "Durable commits; several units share one");
    auto &refused = counter("db_refused_total", "Units refused because too many were waiting");
    auto &retried = counter("db_retried_total", "Units run again after a collision");
    auto &commits = counter("db_commit_seconds_total", "Time spent in COMMIT");
    auto &queued = gauge("db_queue_depth", "Units waiting");
    beforeExposition([&] {
        constexpr double microsPerSecond = 1e6;
        const DbFigures figures = db.figures();
        raiseTo(units, double(figures.units));
        raiseTo(groups, double(figures.groups));
        raiseTo(refused, double(figures.refused));
        raiseTo(retried, double(figures.retried));
        raiseTo(commits, double(figures.commitMicros) / microsPerSecond);
        queued.Set(double(figures.queued));
    });
}

void Metrics::watchProcess()
{
    auto &memory = gauge("process_resident_memory_bytes", "Resident memory of the server");
    auto &uptime = gauge("process_uptime_seconds", "Time since the start");
    beforeExposition([&memory, &uptime, start = steady_clock::now()] {
        memory.Set(residentBytes());
        uptime.Set(std::chrono::duration<double>(steady_clock::now() - start).count());
    });
}

QByteArray Metrics::exposition()
{
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &refresh : m_refreshes)
            refresh();
    }
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(m_registry.Collect()));
}
