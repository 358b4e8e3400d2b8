#pragma once

// The pages beside the API: /health, /ready, /metrics, /openapi.json and /docs. Added last, because the OpenAPI
// document describes every route that is there by then.

#include "server/core/clock.h"
#include "server/http/readiness.h"
#include "server/http/router.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

class Metrics;

namespace http {

// Asks the database how it is, once a second on a thread of its own, so that a page can tell at once.
class Health
{
public:
    // The question throws or refuses when something is wrong.
    explicit Health(std::function<Result<>()> question);
    ~Health();
    Q_DISABLE_COPY_MOVE(Health)

    bool isGood() const { return m_isGood.load(std::memory_order_acquire); }

private:
    void ask();
    void work();

    static constexpr int pauseMs = 1000;

    const std::function<Result<>()> m_question;
    std::atomic<bool> m_isGood = false;
    bool m_isComplaining = false; // only what is new is said
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isClosing = false;
    std::thread m_thread;
};

struct PageSources
{
    const Health &health;
    const Readiness &readiness;
    Metrics &metrics;
    const Health *scanner = nullptr; // of viruses; null: none is configured
    QByteArray metricsToken = {};    // the bearer for /metrics from elsewhere; empty: only from this machine
    QString docsFolder = {};         // of Swagger UI, on disk or ":/docs"; empty: no /docs
    QByteArray publicUrl = {};       // where clients reach us, for the OpenAPI document
    QByteArray version = {};         // of this program, for the same
};

void addPages(Router &router, const PageSources &sources);

} // namespace http
