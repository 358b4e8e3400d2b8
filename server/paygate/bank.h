#pragma once

// A stand-in for the bank account behind a UPI address: payers' apps pay links into it, and it prints statements.

#include "server/core/clock.h"
#include "server/paygate/desk.h"

#include <QStringList>

namespace paygate {

class Bank : public Desk
{
public:
    explicit Bank(const Clock &clock)
        : m_clock(clock)
    {}

    // POST /pay {"link": "upi://pay?…", "amount": "300.00", "note": "…"}: what is not said is taken from the link.
    // GET /statement.csv
    Told answer(const Asked &asked) override;

private:
    Told pay(const QJsonObject &wish);
    QByteArray statement() const;

    const Clock &m_clock;
    QStringList m_lines;
};

} // namespace paygate
