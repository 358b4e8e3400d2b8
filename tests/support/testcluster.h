#pragma once

// A private PostgreSQL for the tests: no TCP, no fsync, in a folder of its own under /tmp. The first test program that
// needs it starts it, others at the same time share it, and the last one to end stops it; the folder stays, so that the
// next start is fast.

#include <QString>

class TestCluster
{
public:
    enum class Content { Migrated, Empty };

    static TestCluster &instance();

    // A new database; the address for libpq. Migrated ones are copies of one template.
    QString create(const QString &name, Content content);
    void drop(const QString &name);

private:
    TestCluster();
    ~TestCluster();

    QString address(const QString &database) const;
    void start();
    void dropLeftovers() const;
    void makeTemplate();

    const QString m_folder;
    const QString m_template;
    int m_users = -1; // a lock that every user of the cluster shares
};
