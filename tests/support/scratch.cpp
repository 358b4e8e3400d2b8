#include "tests/support/scratch.h"

#include "tests/support/place.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace {

int lockFile(const QString &path, int mode)
{
    const int file = ::open(qPrintable(path), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file >= 0 && ::flock(file, mode) == 0)
        return file;
    if (file >= 0)
        ::close(file);
    return -1;
}

QString ownPrefix()
{
    return scratch::prefix + QString::number(::geteuid());
}

QString nameAfterSweeping()
{
    scratch::sweep(place::quick());
    return place::quick() + u'/' + ownPrefix() + QStringLiteral("-XXXXXX");
}

// Made while nobody sweeps: between its making and its lock a folder looks like one that was left.
struct Own
{
    Own()
        : gate(lockFile(place::quick() + u'/' + ownPrefix() + QStringLiteral(".lock"), LOCK_EX))
        , folder(nameAfterSweeping())
        , held(scratch::hold(folder.path()))
    {
        ::close(gate);
        if (!folder.isValid() || held < 0)
            qFatal("there is no folder for the databases of the tests");
    }
    ~Own() { ::close(held); }
    Q_DISABLE_COPY_MOVE(Own)

    const int gate;
    const QTemporaryDir folder;
    const int held;
};

} // namespace

QString scratch::folder()
{
    static const Own own;
    return own.folder.path();
}

int scratch::hold(const QString &folder)
{
    return lockFile(folder + QStringLiteral("/held"), LOCK_EX | LOCK_NB);
}

void scratch::sweep(const QString &where)
{
    const QStringList wanted{ownPrefix() + QStringLiteral("-*")};
    for (const QString &name : QDir(where).entryList(wanted, QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString left = where + u'/' + name;
        const int file = hold(left);
        if (file < 0)
            continue;
        QDir(left).removeRecursively();
        ::close(file);
    }
}
