#include "tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace tidy {

Tree Tree::ofFolder(const QString &root)
{
    Tree out;
    const QDir top(root);
    QStringList paths{QStringLiteral("CMakeLists.txt")};
    for (const char *folder : {"shared", "server", "console", "tests", "translations"}) {
        QDirIterator it(top.filePath(QString::fromLatin1(folder)), {"*.cpp", "*.h", "*.sql", "*.ts", "CMakeLists.txt"},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            paths += top.relativeFilePath(it.next());
    }
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        QFile file(top.filePath(path));
        if (file.open(QIODevice::ReadOnly) && !path.contains(u"/node_modules/"))
            out.m_sources += Source(path, QString::fromUtf8(file.readAll()));
    }
    out.readPlan();
    return out;
}

Tree Tree::with(const QString &path, const QString &text) const
{
    Tree out = *this;
    out.m_sources.removeIf([&](const Source &source) { return source.path() == path; });
    out.m_sources += Source(path, text);
    out.readPlan();
    return out;
}

QString Tree::text(const QString &path) const
{
    for (const Source &source : m_sources) {
        if (source.path() == path)
            return source.text();
    }
    return {};
}

void Tree::readPlan()
{
    static const QRegularExpression line(QStringLiteral("^capability\\((\\w+)(?:\\s+ON ([\\w ]+))?\\)"),
                                         QRegularExpression::MultilineOption);
    m_floors.clear();
    m_below.clear();
    m_planFaults.clear();
    for (auto it = line.globalMatch(text(QStringLiteral("server/CMakeLists.txt"))); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(1);
        const QStringList lower = match.captured(2).split(u' ', Qt::SkipEmptyParts);
        for (const QString &wanted : lower) {
            if (!m_floors.contains(wanted))
                m_planFaults += QStringLiteral("server/CMakeLists.txt: %1 must be declared above %2").arg(wanted, name);
        }
        m_floors += name;
        m_below.insert(name, QSet<QString>(lower.begin(), lower.end()));
    }
}

} // namespace tidy
