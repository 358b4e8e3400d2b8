#include "laws.h"

#include <QRegularExpression>

namespace tidy {

namespace {

bool isService(const Tree &tree, const Source &source)
{
    return source.isIn("server/") && source.path().endsWith(u".cpp") && tree.isCapability(source.part(1));
}

// The name before the heading's parameters: "place" of "Result<Order> Service::place(const Caller &caller, …)".
QString nameOf(const Function &function)
{
    static const QRegularExpression form(QStringLiteral("::(\\w+) ?\\("));
    return form.match(function.heading).captured(1);
}

bool takesTx(const Function &function)
{
    return function.heading.contains(u"Tx &");
}
bool takesCaller(const Function &function)
{
    return function.heading.contains(u"const Caller &");
}
bool isEntry(const Function &function)
{
    return takesCaller(function) && !takesTx(function) && function.heading.startsWith(u"Result<") &&
           function.heading.contains(u"Service::");
}

bool opensTransaction(const Function &function)
{
    static const QRegularExpression form(QStringLiteral("\\bm_db\\.(read|write)\\("));
    return form.match(function.body).hasMatch();
}

// The names of a service's entries (what it offers in public with a caller), and of what opens the transaction for
// them.
struct ServiceParts
{
    QSet<QString> entries, openers;
};

QHash<QString, ServiceParts> serviceParts(const Tree &tree)
{
    QHash<QString, ServiceParts> out;
    for (const Source &source : tree.sources()) {
        if (!isService(tree, source))
            continue;
        const QString face = tree.text("server/" + source.part(1) + "/service.h");
        const QString hidden = face.contains(u"private:") ? face.section(QStringLiteral("private:"), 1) : QString();
        for (const Function &function : source.functions()) {
            if (isEntry(function) && !hidden.contains(' ' + nameOf(function) + '('))
                out[source.part(1)].entries += nameOf(function);
            else if (opensTransaction(function))
                out[source.part(1)].openers += nameOf(function);
        }
    }
    return out;
}

// The functions of its own that a function calls, all or only those that get its caller.
QSet<QString> ownCalls(const Function &function, const QString &firstArgument = {})
{
    const QRegularExpression call("(?<![\\w.:>])(\\w+)\\(\\s*" + firstArgument);
    QSet<QString> out;
    for (auto it = call.globalMatch(function.body); it.hasNext();)
        out += it.next().captured(1);
    return out;
}

} // namespace

Complaints entriesOpenAndBlocksDoNot(const Tree &tree)
{
    static const QRegularExpression otherEntry(QStringLiteral("\\bm_(?!db\\b)\\w+\\.(\\w+)\\(\\s*caller\\s*[,)]"));
    const QHash<QString, ServiceParts> services = serviceParts(tree);
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!isService(tree, source))
            continue;
        const auto [entries, openers] = services.value(source.part(1));
        for (const Function &function : source.functions()) {
            const auto complain = [&](const QString &what) { out += at(source, function.line, what); };
            const QString name = nameOf(function);
            if (takesTx(function) && opensTransaction(function))
                complain("a building block must not open a transaction: " + name);
            if (!isEntry(function) || !entries.contains(name))
                continue;
            const bool touchesData = function.body.contains(u"m_store") || function.body.contains(u"Tx ");
            if (touchesData && !opensTransaction(function) && !ownCalls(function).intersects(openers))
                complain("an entry opens the transaction: " + name);
            if (const auto call = otherEntry.match(function.body); call.hasMatch())
                complain(name + " calls an entry: " + call.captured(1));
            if (ownCalls(function, QStringLiteral("caller\\s*[,)]")).intersects(entries))
                complain(name + " calls an entry of its own");
        }
    }
    return out;
}

namespace {

QHash<QString, QString> owners(const Tree &tree)
{
    static const QRegularExpression table(
        QStringLiteral("\\bCREATE\\s+(?:VIRTUAL\\s+)?(?:TABLE|VIEW)\\s+(?:IF NOT EXISTS\\s+)?(\\w+)"),
        QRegularExpression::CaseInsensitiveOption);
    QHash<QString, QString> out;
    for (const Source &source : tree.sources()) {
        if (!source.isIn("server/") || !source.path().endsWith(u".sql"))
            continue;
        for (auto it = table.globalMatch(source.text()); it.hasNext();)
            out.insert(it.next().captured(1), source.part(1));
    }
    return out;
}

struct Naming
{
    QString table;
    bool isRead;
};

QList<Naming> namings(const QString &sql)
{
    static const QRegularExpression form(QStringLiteral("\\b(FROM|JOIN|INTO|UPDATE|TABLE)\\s+(\\w+)"));
    QList<Naming> out;
    for (auto it = form.globalMatch(sql); it.hasNext();) {
        const auto match = it.next();
        const bool isDelete = QStringView(sql).first(match.capturedStart()).trimmed().endsWith(u"DELETE");
        const bool isRead = (match.captured(1) == u"FROM" || match.captured(1) == u"JOIN") && !isDelete;
        out += {match.captured(2), isRead};
    }
    // insert("orders", row) names the table alone.
    static const QRegularExpression word(QStringLiteral("^\\w+$"));
    if (word.match(sql).hasMatch())
        out += {sql, false};
    return out;
}

// These answer questions about the whole market, so they may read every table; they write only their own.
const QStringList readers{QStringLiteral("discovery"), QStringLiteral("analytics"), QStringLiteral("heatmap"),
                          QStringLiteral("reports")};

bool mayName(const Source &source, const QString &owner, bool isRead)
{
    const QString room = source.part(1);
    if (room == owner)
        return room == u"core" || source.room().startsWith(u"store");
    return isRead && source.room().startsWith(u"store") && readers.contains(room);
}

} // namespace

Complaints tablesHaveOneOwner(const Tree &tree)
{
    static const QRegularExpression inserts(QStringLiteral("\\binsert(New)?\\("));
    const QHash<QString, QString> ownerOf = owners(tree);
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!source.isIn("server/"))
            continue;
        QList<Text> statements = source.texts();
        if (source.path().endsWith(u".sql"))
            statements = {{1, source.text()}};
        for (const Text &statement : statements) {
            const bool isName = !statement.value.contains(u' ');
            if (isName &&
                !inserts.match(source.code().section(u'\n', statement.line - 1, statement.line - 1)).hasMatch())
                continue;
            for (const Naming &naming : namings(statement.value)) {
                const QString owner = ownerOf.value(naming.table);
                const bool isOwnSchema = source.path().endsWith(u".sql") && source.part(1) == owner;
                if (!owner.isEmpty() && !isOwnSchema && !mayName(source, owner, naming.isRead))
                    out += at(source, statement.line, naming.table + " belongs to the store of " + owner);
            }
        }
    }
    return out;
}

Complaints newsLeavesWithTheTransaction(const Tree &tree)
{
    static const QRegularExpression outsideTx(
        QStringLiteral("\\b(m_audit|m_ledger)\\.(record|append|hold|release|settle|deduct|refund|transfer|credit|debit|"
                       "post)\\w*\\(\\s*(?!tx\\b)"));
    static const QRegularExpression publishes(QStringLiteral("\\b(\\w+)(?:\\.|->)publish\\(\\s*(\\w*)"));
    static const QRegularExpression money(QStringLiteral("\\bledger::|\\bm?_?ledger\\."));
    static const QRegularExpression signal(QStringLiteral("\\bQ_SIGNALS\\b|\\bQ_EMIT\\b"));
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!source.isIn("server/") || !source.isCpp() || !tree.isCapability(source.part(1)))
            continue;
        const auto complain = [&](const QRegularExpressionMatch &match, const char *what) {
            out += at(source, source.lineAt(match.capturedStart()), QString::fromLatin1(what));
        };
        if (const auto match = outsideTx.match(source.code()); match.hasMatch())
            complain(match, "audit rows and money belong into the transaction");
        if (const auto match = money.match(source.code()); match.hasMatch() && source.room() == u"reactions")
            complain(match, "money never moves in a reaction");
        if (const auto match = signal.match(source.code()); match.hasMatch() && source.part(1) != u"live")
            complain(match, "news is an event in the outbox, not a signal");
        for (auto it = publishes.globalMatch(source.code()); it.hasNext();) {
            const auto match = it.next();
            if (match.captured(1) != u"tx" && match.captured(2) != u"tx")
                complain(match, "news is published on the transaction");
        }
    }
    return out;
}

// What a store hands to the database is text of ours; what came from outside travels beside it as a value. Text from
// outside is a QString or bytes, and none of them becomes part of a statement without one of these.
Complaints statementsAreOurOwnWords(const Tree &tree)
{
    static const QRegularExpression place(QStringLiteral("^server/\\w+/store(?!s\\.)\\w*\\.(cpp|h)$"));
    static const QRegularExpression mixing(
        QStringLiteral("\\.toStdString\\(|\\.arg\\(|\\.constData\\(|\\bstd::v?format\\(|\\bQString::asprintf\\("));
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!place.match(source.path()).hasMatch())
            continue;
        for (auto it = mixing.globalMatch(source.code()); it.hasNext();) {
            const auto match = it.next();
            out += at(source, source.lineAt(match.capturedStart()),
                      "a statement takes values beside it: " + match.captured());
        }
    }
    return out;
}

} // namespace tidy
