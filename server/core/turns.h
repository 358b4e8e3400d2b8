#pragma once

// Long work in many transactions, beside a market that goes on. SQLite has one writer and does not queue those of other
// processes: whoever came back at once would keep all of them out.

#include <QElapsedTimer>

#include <algorithm>
#include <thread>

class Turns
{
public:
    Turns() { m_timer.start(); }

    // Behind each transaction: a break as long as it took, in which others write. Short ones need none.
    void giveWay()
    {
        constexpr qint64 shortestMs = 10, longestMs = 250;
        if (const qint64 tookMs = m_timer.elapsed(); tookMs >= shortestMs)
            std::this_thread::sleep_for(std::chrono::milliseconds(std::min(tookMs, longestMs)));
        m_timer.restart();
    }

private:
    QElapsedTimer m_timer;
};
