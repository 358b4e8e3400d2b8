#pragma once

// Asks the same again and again and says how long that took. What is asked by people may take a tenth of a second; a
// run in which something took longer in one of a hundred rounds ends with 1.

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

class Measured
{
public:
    explicit Measured(int rounds)
        : m_rounds(rounds)
    {}

    // work(round) says whether it was answered, or with how many entries; −1 is none.
    template <class Work>
    void ask(const char *name, Work &&work)
    {
        std::vector<double> ms;
        long long got = 0;
        for (int i = 0; i < m_rounds; ++i) {
            QElapsedTimer timer;
            timer.start();
            const auto answer = work(i);
            ms.push_back(double(timer.nsecsElapsed()) / 1e6);
            if (!isAnswered(answer))
                qFatal("%s failed", name);
            got = static_cast<long long>(answer);
        }
        std::sort(ms.begin(), ms.end());
        const double most = ms[std::min(ms.size() - 1, ms.size() * 99 / 100)];
        const bool isSlow = most > mostMs;
        m_isSlow = m_isSlow || isSlow;
        std::printf("%-36s p50 %7.2f ms  p99 %7.2f ms  %lld entries%s\n", name, ms[ms.size() / 2], most, got,
                    isSlow ? "  TOO SLOW" : "");
    }
    int exitCode() const { return m_isSlow ? 1 : 0; }

private:
    static bool isAnswered(bool answer) { return answer; }
    static bool isAnswered(qsizetype entries) { return entries >= 0; }
    static constexpr double mostMs = 100;

    const int m_rounds;
    bool m_isSlow = false;
};
