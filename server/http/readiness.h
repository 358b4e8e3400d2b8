#pragma once

#include <atomic>

namespace http {

// Whether a load balancer should send requests here; false from the start of a shutdown on.
class Readiness
{
public:
    bool isReady() const { return m_isReady.load(std::memory_order_acquire); }
    void open() { m_isReady.store(true, std::memory_order_release); }
    void close() { m_isReady.store(false, std::memory_order_release); }

private:
    std::atomic<bool> m_isReady = false;
};

} // namespace http
