#pragma once

// What the kernel says of this process's memory, in KiB: "VmRSS" is what is resident now, "VmHWM" the most that was.

#include <QByteArrayList>
#include <QFile>

inline qint64 processMemoryKiB(QByteArrayView field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QFile::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(field) && line.at(field.size()) == ':')
            return line.mid(field.size() + 1).trimmed().split(' ').constFirst().toLongLong();
    return 0;
}
