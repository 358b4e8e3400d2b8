#include "laws.h"

#include <QRegularExpression>

namespace tidy {

namespace {

bool isProduct(const Source &source)
{
    return source.isCpp() && (source.isIn("server/") || source.isIn("console/") || source.isIn("shared/"));
}

} // namespace

Complaints onlyTheMarketBuildsServices(const Tree &tree)
{
    static const QRegularExpression builds(QStringLiteral(
        "make_unique<(\\w+::)?Service>|\\bnew (\\w+::)?Service\\b|\\b\\w+::Service \\w+ ?[;({=]|\\b\\w+::Service\\{"));
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!source.isIn("server/") || !source.isCpp() || source.part(1).startsWith(u"market.") ||
            source.path() == u"server/main.cpp")
            continue;
        for (auto it = builds.globalMatch(source.code()); it.hasNext();) {
            const auto match = it.next();
            out += at(source, source.lineAt(match.capturedStart()),
                      "only the market builds services: " + match.captured());
        }
    }
    return out;
}

Complaints noGlobalsThatChange(const Tree &tree)
{
    static const QRegularExpression singleton(
        QStringLiteral("\\bstatic [\\w:<>]+ ?[&*] ?(instance|self|get|the\\w*)\\("));
    static const QRegularExpression localStatic(
        QStringLiteral("\\b(static|thread_local)\\s+(?!const|inline const|assert|_assert|thread_local const)[\\w:<>, "
                       "*&]+\\s[*&]?\\w+\\s*(;|=|\\{)"));
    static const QRegularExpression global(QStringLiteral(
        "^(?:static |inline |thread_local "
        ")*(?!.*\\b(?:const|constexpr|constinit|using|typedef|class|struct|enum|extern|"
        "friend|static_assert|return|template|namespace|operator|NAMED_ENUM|Q_\\w+)\\b)[A-Za-z_][\\w:<>, *&]* "
        "[*&]?\\w+(?: ?=.*| ?\\{.*\\}|\\[.*\\].*)?$"));
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!isProduct(source))
            continue;
        if (const auto match = singleton.match(source.code()); match.hasMatch())
            out += at(source, source.lineAt(match.capturedStart()), QStringLiteral("no singletons"));
        for (const Text &statement : source.statements()) {
            // The engine room may remember what its own thread is doing.
            if (source.isIn("server/core/") && statement.value.startsWith(u"thread_local "))
                continue;
            // Qt's message handler is a plain function and has nowhere else to keep what it was told at the start.
            if (source.isIn("server/core/log.cpp"))
                continue;
            if (global.match(statement.value).hasMatch())
                out += at(source, statement.line, "no global that changes: " + statement.value);
        }
        const bool isEngine = source.isIn("server/core/") || source.isIn("server/http/");
        for (const Function &function : source.functions()) {
            if (const auto match = localStatic.match(function.body);
                match.hasMatch() && !(isEngine && match.captured(1) == u"thread_local"))
                out += at(source, function.line, "no hidden state: " + match.captured().simplified());
        }
    }
    return out;
}

namespace {

struct Word
{
    QString pattern;
    QString homes; // a pattern of the files that may use it; nobody when empty
};

const QList<Word> &bannedWords()
{
    static const QList<Word> all{
        {"\\bcurrent(DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch|Date|Time)\\b\\s*\\(",
         "server/core/|console/kit/|tests/(support|bench|fault|attack|console)/"},
        {"\\bfromMSecsSinceEpoch\\s*\\(",
         "(?!console/)|console/kit/indiaclock"}, // one clock, whatever the machine's zone
        {"\\bsystem_clock\\b", "server/core/|console/kit/|server/paygate/main\\.cpp|tests/(support|bench)/"},
        {"\\b(u|m|nano|q)?[sS]leep(_for|_until)?\\s*\\(", "server/core/|console/kit/|tests/(bench|fault|attack)/"},
        {"\\bqWait\\s*\\(", "tests/console/shots/"}, // which makes pictures and asserts nothing
        {"\\bprocessEvents\\s*\\(", "server/core/|console/kit/|tests/(support|console|journeys|bench)/"},
        {"\\bQMessageBox::\\w+\\s*\\(", {}},
        {"\\bq?s?rand\\s*\\(", {}},
        {"\\bQRandomGenerator::", "server/core/|console/kit/|server/paygate/main\\.cpp|tests/"},
        {"\\bQUuid::createUuid\\s*\\(", "server/core/|console/kit/|tests/"},
        {"\\bQ_FOREACH\\b|\\bforeach\\s*\\(|\\bSIGNAL\\(|\\bSLOT\\(", {}},
        {"\\busing namespace std\\s*;", {}},
    };
    return all;
}

} // namespace

Complaints noBannedWords(const Tree &tree)
{
    // Notes to oneself are looked for in comments too; the word is put together here so that it is not found here.
    static const QRegularExpression notes(QStringLiteral("\\b(TO") + QStringLiteral("DO|FIX") +
                                          QStringLiteral("ME|XXX|HACK)\\b"));
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!source.isCpp() || source.isIn("tests/tidy/"))
            continue;
        if (const auto match = notes.match(source.text()); match.hasMatch())
            out += at(source, source.lineAt(match.capturedStart()), "no notes to oneself: " + match.captured());
        for (const Word &word : bannedWords()) {
            if (!word.homes.isEmpty() && QRegularExpression("^(" + word.homes + u')').match(source.path()).hasMatch())
                continue;
            for (auto it = QRegularExpression(word.pattern).globalMatch(source.code()); it.hasNext();) {
                const auto match = it.next();
                out += at(source, source.lineAt(match.capturedStart()), "banned here: " + match.captured());
            }
        }
    }
    return out;
}

} // namespace tidy
