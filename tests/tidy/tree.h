#pragma once

// The whole source tree, or a few lines that pretend to be one, and the floor plan that stands in it.

#include "source.h"

#include <QHash>
#include <QSet>

namespace tidy {

using Complaints = QStringList;

// "path:line what is wrong", the way editors jump to.
inline QString at(const Source &source, int line, const QString &what)
{
    return QStringLiteral("%1:%2 %3").arg(source.path()).arg(line).arg(what);
}

class Tree
{
public:
    static Tree ofFolder(const QString &root);

    // A copy with one more file, or with another text in an old one: a planted breach.
    Tree with(const QString &path, const QString &text) const;

    const QList<Source> &sources() const { return m_sources; }
    QString text(const QString &path) const;

    const QStringList &floors() const { return m_floors; } // capabilities from the lowest up
    QSet<QString> below(const QString &capability) const { return m_below.value(capability); }
    bool isCapability(const QString &folder) const { return m_below.contains(folder); }
    const Complaints &planFaults() const { return m_planFaults; }

private:
    void readPlan();

    QList<Source> m_sources;
    QStringList m_floors;
    QHash<QString, QSet<QString>> m_below;
    Complaints m_planFaults;
};

} // namespace tidy
