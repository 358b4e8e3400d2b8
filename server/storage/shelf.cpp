// The part of Service that keeps what other capabilities make.

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/storage/rules.h"
#include "server/storage/service.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <unistd.h>

namespace storage {

namespace {

// The name alone does not say that the bytes are on the disk.
void flush(const QString &path, QIODevice::OpenMode mode)
{
    QFile file(path);
    if (!file.open(mode) || fsync(file.handle()) != 0)
        throw std::runtime_error("cannot write " + path.toStdString());
}

QString folderOf(Shelf shelf)
{
    switch (shelf) {
    case Shelf::Reports: return QStringLiteral("made");
    case Shelf::Copies: return QStringLiteral("copies");
    }
    return {};
}

} // namespace

Draft::Draft(QString path)
    : m_path(std::move(path))
{}

Draft::~Draft()
{
    QFile::remove(m_path);
}

Draft Service::draft() const
{
    const QString folder = m_place.folder + QStringLiteral("/drafts");
    if (!QDir().mkpath(folder))
        throw std::runtime_error("cannot make " + folder.toStdString());
    return Draft(folder + u'/' + m_ids.next<Draft>().text());
}

Shelved Service::shelve(Shelf shelf, const QString &draftPath) const
{
    const Shelved out{m_ids.next<Shelved>().text(), QFileInfo(draftPath).size()};
    shelve(shelf, draftPath, out.id);
    return out;
}

void Service::shelve(Shelf shelf, const QString &draftPath, const QString &id) const
{
    const QString path = shelfPath(shelf, id);
    QFile::setPermissions(draftPath, QFile::ReadOwner | QFile::WriteOwner);
    flush(draftPath, QIODevice::ReadWrite);
    QDir().mkpath(path.section(u'/', 0, -2));
    // Not QFile::rename(), which replaces nothing.
    if (std::rename(QFile::encodeName(draftPath).constData(), QFile::encodeName(path).constData()) != 0)
        throw std::runtime_error("cannot write " + path.toStdString());
}

QString Service::shelfPath(Shelf shelf, const QString &id) const
{
    return QStringLiteral("%1/%2/%3/%4").arg(m_place.folder, folderOf(shelf), id.right(2), id);
}

// A draft that lives is written to all the time.
void Service::sweepDrafts() const
{
    const qint64 oldest = m_clock.now().ms - draftKeptMs;
    for (const QFileInfo &draft : drafts())
        if (draft.lastModified().toMSecsSinceEpoch() < oldest)
            QFile::remove(draft.filePath());
}

void Service::clearDrafts() const
{
    for (const QFileInfo &draft : drafts())
        QFile::remove(draft.filePath());
}

QList<QFileInfo> Service::drafts() const
{
    return QDir(m_place.folder + QStringLiteral("/drafts")).entryInfoList(QDir::Files | QDir::Hidden);
}

void Service::discard(Shelf shelf, const QString &id) const
{
    QFile::remove(shelfPath(shelf, id));
}

// A file is there before whoever made it names it.
int Service::sweepShelf(Shelf shelf, const Named &named) const
{
    const qint64 oldest = m_clock.now().ms - shelvedUnnamedMs;
    int removed = 0;
    const QDir boards(m_place.folder + u'/' + folderOf(shelf));
    for (const QString &name : boards.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QStringList old;
        for (const QFileInfo &file : QDir(boards.filePath(name)).entryInfoList(QDir::Files | QDir::Hidden))
            if (file.lastModified().toMSecsSinceEpoch() < oldest)
                old += file.fileName();
        for (qsizetype at = 0; at < old.size(); at += shelvedAtOnce) {
            const QStringList some = old.mid(at, shelvedAtOnce);
            const QSet<QString> known = named(some);
            for (const QString &id : some)
                removed += !known.contains(id) && QFile::remove(shelfPath(shelf, id)) ? 1 : 0;
        }
    }
    return removed;
}

} // namespace storage
