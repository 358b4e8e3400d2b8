#pragma once

// The rules as they ship: resources/rules, read strictly. A pack with a field that is unknown, a figure that cannot be
// or two entries of one rule for the same day keeps the server from starting, because a wrong tax is worse than none.

#include "shared/contract/tax.h"

#include <QByteArray>
#include <QHash>

namespace tax {

struct PackFile
{
    QString name;
    QByteArray text;
};

class Rulebook
{
public:
    static QList<PackFile> shipped();

    // Throws std::runtime_error, which names the file and the field.
    explicit Rulebook(const QList<PackFile> &files = shipped());

    // By rule, each from its first day on. Switched as they ship.
    const QList<TaxRule> &rules() const { return m_rules; }
    const TaxRule *find(const QString &key) const;
    // Of the newest of its packs; a newer one is greater.
    int edition() const { return m_edition; }
    // The same rule as it is said in this language.
    TaxRule spoken(TaxRule rule, const QString &language) const;

private:
    void add(const PackFile &file);
    void checkDays(const TaxRule &rule, const QString &place) const;

    struct Words
    {
        QString title;
        QString note;
    };

    QList<TaxRule> m_rules;
    int m_edition = 0;
    QHash<QString, Words> m_hindi; // by key
};

} // namespace tax
