#pragma once

// Where tests keep what they make anew again and again: in memory where there is room for it. A database of PostgreSQL
// is some 700 files, which a disk takes half a second to copy and memory a twentieth of that, and a disk makes each
// commit of SQLite wait.

#include <QDir>
#include <QStorageInfo>

namespace place {

inline bool isInMemory(const QString &folder)
{
    return folder != QDir::tempPath();
}

// A folder that anybody may put something into.
inline QString quick()
{
    constexpr qint64 roomForMany = qint64(2) << 30;
    const QString memory = QStringLiteral("/dev/shm");
    const QStorageInfo room(memory);
    const bool isRoomy = room.isValid() && room.rootPath() == memory && room.fileSystemType() == "tmpfs" &&
                         !room.isReadOnly() && room.bytesAvailable() >= roomForMany;
    return isRoomy ? memory : QDir::tempPath();
}

} // namespace place
