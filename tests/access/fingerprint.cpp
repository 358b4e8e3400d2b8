#include "tests/access/fingerprint.h"

#include <QCryptographicHash>

namespace {

struct Name
{
    QString name;

    FIELDS(Name, FIELD(name))
};

struct Content
{
    std::optional<QString> content;

    FIELDS(Content, FIELD(content))
};

QList<Name> tables(Tx &tx)
{
    if (tx.engine() == Engine::Sqlite)
        return tx.all<Name>("FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    return tx.all<Name>("FROM (SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
                        " AND table_type = 'BASE TABLE') AS t ORDER BY name");
}

std::string rowsOf(Tx &tx, const QString &table)
{
    const std::string quoted = '"' + table.toStdString() + '"';
    if (tx.engine() == Engine::Postgres)
        return "FROM (SELECT string_agg(t::text, chr(10) ORDER BY t::text COLLATE \"C\") AS content FROM " + quoted +
               " AS t) AS rows";
    QStringList columns;
    for (const Name &column : tx.all<Name>("FROM pragma_table_info(?)", table))
        columns += QStringLiteral("quote(\"%1\")").arg(column.name);
    return "FROM (SELECT group_concat(line, char(10)) AS content FROM (SELECT " +
           columns.join(QStringLiteral(" || ',' || ")).toStdString() + " AS line FROM " + quoted + " ORDER BY 1))";
}

} // namespace

QByteArray fingerprint(Db &db)
{
    return db.read([](Tx &tx) {
        QByteArray out;
        for (const Name &table : tables(tx)) {
            const auto rows = tx.one<Content>(rowsOf(tx, table.name));
            const QByteArray content = rows && rows->content ? rows->content->toUtf8() : QByteArray();
            out += table.name.toUtf8() + ' ' +
                   QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().first(16) + '\n';
        }
        return out;
    });
}

QByteArray changedTables(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArray> known = before.split('\n');
    QByteArray out;
    for (const QByteArray &line : after.split('\n'))
        if (!known.contains(line))
            out += line.left(line.indexOf(' ')) + ' ';
    return out;
}
