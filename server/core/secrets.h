#pragma once

// What is derived from the master secrets, built once at start and handed down: keys for signing by purpose, the vault
// for sealed columns, and the way passwords are hashed. The first master is the current one; older ones only open.

#include "server/core/crypto.h"

class Secrets
{
public:
    explicit Secrets(const QList<QByteArray> &masters, int passwordCost = crypto::Passwords::productionCost)
        : m_master(masters.constFirst())
        , m_vault(masters)
        , m_passwords(passwordCost)
    {}

    QByteArray key(QByteArrayView purpose) const { return crypto::derive(m_master, purpose); }
    const crypto::Vault &vault() const { return m_vault; }
    const crypto::Passwords &passwords() const { return m_passwords; }

private:
    const QByteArray m_master;
    const crypto::Vault m_vault;
    const crypto::Passwords m_passwords;
};
