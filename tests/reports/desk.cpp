#include "tests/reports/desk.h"

#include <QDirIterator>
#include <QFile>

Desk::Desk()
{
    notifications::reactions(outbox, notifications);
    notifications::jobs(jobs, notifications);
    reports::jobs(jobs, reports);
    outbox.drain();
}

Caller Desk::staff(const QString &name, const QList<Permission> &permissions)
{
    const Account account = db->write([&](Tx &tx) {
                                  return accounts.create(tx, {.username = name,
                                                              .email = name + QStringLiteral("@example.org"),
                                                              .role = Role::Admin,
                                                              .isActive = true,
                                                              .isVerified = true,
                                                              .permissions = permissions});
                              }).value();
    return {.id = account.id, .role = Role::Admin, .known = true, .permissions = permissions};
}

ReportRun Desk::made(ReportName name, const RunReport &wish)
{
    const auto asked = reports.runReport(admin, name, wish);
    if (!asked)
        qFatal("the report is refused: %s", qPrintable(asked.error().message));
    jobs.runDue();
    return read(asked->id);
}

ReportRun Desk::read(Id<ReportRun> id)
{
    return reports.readRun(admin, id).value();
}

QByteArray Desk::file(const ReportRun &run)
{
    const auto body = reports.downloadRun(admin, run.id);
    if (!body)
        return {};
    QFile file(body->path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QByteArray> Desk::lines(ReportName name, const ReportScope &scope)
{
    QList<QByteArray> out = file(made(name, {.format = ReportFormat::Csv, .scope = scope})).split('\n');
    out.removeFirst();
    out.removeLast();
    for (QByteArray &line : out)
        line = line.trimmed();
    return out;
}

int Desk::filesKept() const
{
    const QString folder = storage.shelfPath(storage::Shelf::Reports, QStringLiteral("x")).section(u'/', 0, -3);
    int out = 0;
    for (QDirIterator file(folder, QDir::Files, QDirIterator::Subdirectories); file.hasNext(); file.next())
        ++out;
    return out;
}

QByteArray Desk::newestMail() const
{
    const QStringList names = QDir(mails.path()).entryList({"*report_ready*.eml"}, QDir::Files, QDir::Name);
    QFile file(mails.filePath(names.isEmpty() ? QString() : names.constLast()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int Desk::mailCount() const
{
    return int(QDir(mails.path()).entryList({"*report_ready*.eml"}, QDir::Files).size());
}

void Desk::addUsers(int count)
{
    constexpr int atOnce = 1000;
    for (int first = 0; first < count; first += atOnce)
        (void)db->write([&](Tx &tx) -> Result<> {
            for (int i = first; i < std::min(count, first + atOnce); ++i) {
                const QString name = QStringLiteral("many%1").arg(i);
                tx.run("INSERT INTO accounts (id, username, username_key, role, distributor_status, language,"
                       " date_joined) VALUES (?, ?, ?, 'buyer', 'none', 'en', ?)",
                       ids.next<Account>(), name, name, tx.now());
            }
            return {};
        });
}

void Desk::setDay(const QString &day)
{
    constexpr qint64 tenOClockMs = 10 * 3'600'000;
    db.clock.set(reports::startOf(*reports::dayOf(day)).after(tenOClockMs));
}
