#include "laws.h"

#include <QRegularExpression>

namespace tidy {

namespace {

constexpr int mostLines = 400;
constexpr int mostFunctionLines = 60;
constexpr int mostColumns = 120;

} // namespace

Complaints sizesAreKept(const Tree &tree)
{
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (source.isIn("translations/")) // written by a program
            continue;
        const QStringList lines = source.text().split(u'\n');
        if (lines.size() - 1 > mostLines)
            out += at(source, mostLines, QStringLiteral("%1 lines are too many").arg(lines.size() - 1));
        if (!source.isCpp())
            continue;
        for (int i = 0; i < lines.size(); ++i) {
            if (lines.at(i).size() > mostColumns)
                out += at(source, i + 1, QStringLiteral("%1 columns are too many").arg(lines.at(i).size()));
        }
        for (const Function &function : source.functions()) {
            if (function.length > mostFunctionLines)
                out +=
                    at(source, function.line, QStringLiteral("%1 lines of function are too many").arg(function.length));
        }
    }
    return out;
}

Complaints namesAreOurs(const Tree &tree)
{
    static const QRegularExpression suffix(QStringLiteral(
        "\\b(?:class|struct|enum class|enum) (\\w*(?:Manager|Helper|Utils?|Impl|Info|Data))\\b[^;()]*\\{"));
    static const QRegularExpression getter(QStringLiteral("\\b(get[A-Z]\\w*)\\([^;{}]*\\)[^;{}]*[;{]"));
    // A property's only parameter explains itself at the call; among others a boolean does not.
    static const QRegularExpression boolean(
        QStringLiteral(", ?bool (?!checked\\b)\\w+ ?(?:=[^,;)]*)?[,)]|\\( ?bool \\w+ ?(?:=[^,;)]*)?,"));
    static const QRegularExpression override(QStringLiteral("\\boverride\\b"));
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!source.isCpp() || source.isIn("tests/"))
            continue;
        const auto complain = [&](const QRegularExpressionMatch &match, const char *what) {
            out += at(source, source.lineAt(match.capturedStart()),
                      QString::fromLatin1(what) + match.captured().simplified());
        };
        for (auto it = suffix.globalMatch(source.code()); it.hasNext();)
            complain(it.next(), "a name that says nothing: ");
        if (!source.isHeader())
            continue;
        for (auto it = getter.globalMatch(source.code()); it.hasNext();)
            complain(it.next(), "properties are named without get: ");
        for (auto it = boolean.globalMatch(source.code()); it.hasNext();) {
            const auto match = it.next();
            const qsizetype end =
                source.code().indexOf(QRegularExpression(QStringLiteral("[;{]")), match.capturedEnd());
            if (!override.match(source.code().mid(match.capturedStart(), end - match.capturedStart())).hasMatch())
                complain(match, "no boolean parameters, an enum or two functions: ");
        }
    }
    return out;
}

Complaints headersStandAlone(const Tree &tree)
{
    Complaints out;
    QSet<QString> paths;
    for (const Source &source : tree.sources())
        paths += source.path();
    for (const Source &source : tree.sources()) {
        if (source.isHeader() && !source.text().startsWith(u"#pragma once\n"))
            out += at(source, 1, QStringLiteral("a header starts with #pragma once"));
        if (source.isHeader() && !source.text().contains(u"// "))
            out += at(source, 1, QStringLiteral("a header says what its room is for"));
        // Included first, a header that leans on others does not compile. Headers without such a file are compiled by
        // the target check-headers.
        const QString own = source.path().chopped(4) + ".h";
        if (!source.path().endsWith(u".cpp") || !paths.contains(own) || source.isIn("tests/"))
            continue;
        const QList<Text> includes = source.includes();
        if (includes.isEmpty() || includes.first().value != '"' + own + '"')
            out += at(source, 1, QStringLiteral("includes its own header first"));
    }
    return out;
}

Complaints moneyIsWhole(const Tree &tree)
{
    static const QRegularExpression real(QStringLiteral("\\b(double|float|qreal|toDouble|toFloat)\\b"));
    static const QRegularExpression place(QStringLiteral("latitude|longitude|Geo|distance|Km|radius|rating|bearing"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression folders(
        QStringLiteral("^(server/(ledger|orders|payouts|payments|cart|refunds)/|shared/contract/)"));
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (!source.isCpp() || !folders.match(source.path()).hasMatch())
            continue;
        const QStringList lines = source.code().split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            if (real.match(lines.at(i)).hasMatch() && !place.match(lines.at(i)).hasMatch())
                out += at(source, i + 1, "money and quantities are whole numbers: " + lines.at(i).trimmed());
        }
    }
    return out;
}

Complaints nothingIsDead(const Tree &tree, const QString &compiled)
{
    QSet<QString> included;
    for (const Source &source : tree.sources()) {
        const QString folder = source.path().section(u'/', 0, -2);
        for (const Text &include : source.includes()) {
            const QString path = include.value.sliced(1).chopped(1);
            included += path;
            included += folder + u'/' + path; // tests include their neighbours by name
        }
    }
    Complaints out;
    for (const Source &source : tree.sources()) {
        if (source.isHeader() && !included.contains(source.path()))
            out += at(source, 1, QStringLiteral("nobody includes this header"));
        if (source.path().endsWith(u".cpp") && !compiled.contains(u'/' + source.path() + u'"'))
            out += at(source, 1, QStringLiteral("no target compiles this file"));
    }
    return out;
}

} // namespace tidy
