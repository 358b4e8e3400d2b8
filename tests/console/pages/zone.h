#pragma once

// The machine's clock of another country, as long as it lives.

#include <QByteArray>

#include <ctime>

class Zone
{
public:
    explicit Zone(const char *name)
        : m_before(qgetenv("TZ"))
        , m_wasSet(qEnvironmentVariableIsSet("TZ"))
    {
        qputenv("TZ", name);
        ::tzset();
    }
    ~Zone()
    {
        m_wasSet ? qputenv("TZ", m_before) : qunsetenv("TZ");
        ::tzset();
    }

private:
    const QByteArray m_before;
    const bool m_wasSet;
};
