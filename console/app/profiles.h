#pragma once

// The servers that this console knows, in a file that only its user can read.

#include "console/kit/profile.h"

#include <QList>

class QSettings;

namespace app {

class Profiles
{
public:
    explicit Profiles(QSettings &settings);

    const QList<kit::Profile> &all() const { return m_all; }
    // The one in use; none when no server was ever chosen.
    const kit::Profile *chosen() const;
    const kit::Profile *of(const QUrl &server) const;
    // Adds it, or changes the one with its id, and chooses it. Nothing happens when another one has the same server or
    // there are too many.
    bool put(kit::Profile profile);
    void choose(const QString &id);
    void remove(const QString &id);
    void setIdentifier(const QString &identifier); // of the chosen one

private:
    kit::Profile *find(const QString &id);
    void load();
    void takeOver(); // the only server that older consoles knew
    void save();

    QSettings &m_settings;
    QList<kit::Profile> m_all;
    QString m_chosen;
};

} // namespace app
