#pragma once

// A private PostgreSQL for the tests: no TCP, no fsync, in a folder of its own in memory or under /tmp. The first test
// program that needs it starts it, others at the same time share it, and the last one to end stops it; the folder
// stays, so that the next start is fast.

#include "server/core/migrate.h"

#include <QStringList>

class TestCluster
{
public:
    static TestCluster &instance();

    // A new database with these tables, copied from a template that is made when it is first needed; the address for
    // libpq.
    QString create(const QString &name, const std::vector<migrate::Script> &scripts);
    void drop(const QString &name);

private:
    TestCluster();
    ~TestCluster();

    QString address(const QString &database) const;
    void start();
    void dropLeftovers() const;
    QString templateOf(const std::vector<migrate::Script> &scripts);

    const QString m_folder;
    QStringList m_templates; // known to be there
    int m_users = -1;        // a lock that every user of the cluster shares
};
