#pragma once

// What is derived from the master secrets, built once at start and handed down: keys for signing by purpose, the vault
// for sealed columns, and the way passwords are hashed. The first master is the current one; older ones only open what
// they sealed and only check what they signed.

#include "server/core/crypto.h"

class Secrets
{
public:
    explicit Secrets(const QList<QByteArray> &masters, int passwordCost = crypto::Passwords::productionCost)
        : m_masters(masters)
        , m_vault(masters)
        , m_passwords(passwordCost)
    {}

    QByteArray key(QByteArrayView purpose) const { return crypto::derive(m_masters.constFirst(), purpose); }

    // The key of every master, the current one first: what was signed before a rotation is still known.
    QList<QByteArray> keys(QByteArrayView purpose) const
    {
        QList<QByteArray> out;
        for (const QByteArray &master : m_masters)
            out += crypto::derive(master, purpose);
        return out;
    }

    const crypto::Vault &vault() const { return m_vault; }
    const crypto::Passwords &passwords() const { return m_passwords; }

private:
    const QList<QByteArray> m_masters;
    const crypto::Vault m_vault;
    const crypto::Passwords m_passwords;
};
