#include "server/core/csvtext.h"

#include <algorithm>

namespace csvtext {

namespace {

// Spreadsheets look behind blanks and quotes for the sign of a formula.
bool looksLikeFormula(const QString &words)
{
    static const QString signs = QStringLiteral("=+-@\t\r");
    static const QString passedOver = QStringLiteral(" \"'\u00a0\ufeff");
    for (const QChar c : words) {
        if (signs.contains(c) || c.isNull())
            return true;
        if (!passedOver.contains(c))
            return false;
    }
    return false;
}

QByteArray quoted(const QString &words)
{
    static const QString special = QStringLiteral(",\"\r\n");
    const bool isSpecial = std::any_of(words.cbegin(), words.cend(), [](QChar c) { return special.contains(c); }) ||
                           words.startsWith(u' ') || words.endsWith(u' ');
    if (!isSpecial)
        return words.toUtf8();
    return '"' + QString(words).replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

} // namespace

QByteArray cell(const QString &words)
{
    return quoted(looksLikeFormula(words) ? u'\'' + words : words);
}

QByteArray line(const QStringList &cells)
{
    QByteArray out;
    for (qsizetype i = 0; i < cells.size(); ++i)
        out += (i == 0 ? "" : ",") + cell(cells[i]);
    return out + "\r\n";
}

} // namespace csvtext
