#include "laws.h"

#include <QRegularExpression>

namespace tidy {

namespace {

// As lupdate writes a text into a file of translations.
QString escaped(QString text)
{
    text.replace(QStringLiteral("\\\""), QStringLiteral("\""));
    text.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
    text.replace(u'&', QStringLiteral("&amp;"));
    text.replace(u'<', QStringLiteral("&lt;"));
    text.replace(u'>', QStringLiteral("&gt;"));
    text.replace(u'"', QStringLiteral("&quot;"));
    text.replace(u'\'', QStringLiteral("&apos;"));
    return text;
}

// Neighbouring literals are one text to the compiler.
QString joined(const QString &literals)
{
    static const QRegularExpression seam(QStringLiteral("\"\\s*\""));
    QString text = literals.trimmed();
    text = text.mid(1, text.size() - 2);
    return text.remove(seam);
}

} // namespace

Complaints everySentenceHasHindi(const Tree &tree)
{
    static const QRegularExpression known(QStringLiteral("<source>(.*?)</source>"),
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression said(
        QStringLiteral("(?:\\btr\\(\\s*|\\bQT_TRANSLATE_NOOP\\(\\s*\"\\w+(?:::\\w+)*\",\\s*)"
                       "(\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\"(?:[^\"\\\\\\n]|\\\\.)*\")*)"));
    Complaints out;
    QSet<QString> translated;
    for (const Source &source : tree.sources()) {
        if (!source.isIn("translations/console_hi"))
            continue;
        if (const qsizetype open = source.text().indexOf(u"type=\"unfinished\""); open >= 0)
            out += at(source, source.lineAt(open), QStringLiteral("a sentence without Hindi"));
        for (auto it = known.globalMatch(source.text()); it.hasNext();)
            translated += it.next().captured(1);
    }
    for (const Source &source : tree.sources()) {
        // The contract's labels are translated with the first page that shows them; the sentences about settings come
        // from the server in English and are translated by the console.
        if (!source.isCpp() || !(source.isIn("console/") || source.isIn("server/settings/rules.h")))
            continue;
        for (auto it = said.globalMatch(source.text()); it.hasNext();) {
            const auto match = it.next();
            const QString text = joined(match.captured(1));
            const bool isComment = source.code().at(match.capturedStart()).isSpace();
            // An empty section has no heading.
            if (!isComment && !text.isEmpty() && !translated.contains(escaped(text)))
                out += at(source, source.lineAt(match.capturedStart()),
                          "no Hindi (run translations/update.sh and translate): " + text);
        }
    }
    return out;
}

} // namespace tidy
