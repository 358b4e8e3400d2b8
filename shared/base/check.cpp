#include "shared/base/check.h"

#include <QRegularExpression>

#include <algorithm>

namespace fields {

std::optional<QString> problemOf(const QString &text, const Check &check)
{
    if (text.size() < check.lengthMin || text.size() > check.lengthMax)
        return check.lengthMin == check.lengthMax
                   ? QStringLiteral("must have %1 characters").arg(check.lengthMin)
                   : QStringLiteral("must have %1 to %2 characters").arg(check.lengthMin).arg(check.lengthMax);
    if (text.contains(QChar(0)))
        return QStringLiteral("must not contain NUL");
    if (check.pattern) {
        const QRegularExpression form(QRegularExpression::anchoredPattern(QString::fromUtf8(check.pattern)),
                                      QRegularExpression::UseUnicodePropertiesOption);
        if (!form.match(text).hasMatch())
            return QStringLiteral("has the wrong form");
    }
    return std::nullopt;
}

namespace {

// The marks of joining, which Hindi is written with, are of the same category and harmless.
bool turnsDirection(QChar c)
{
    constexpr char16_t embeddings[] = {0x202A, 0x202E}, isolates[] = {0x2066, 0x2069};
    return (c >= QChar(embeddings[0]) && c <= QChar(embeddings[1])) ||
           (c >= QChar(isolates[0]) && c <= QChar(isolates[1]));
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool isShown(QChar c)
{
    return !c.isSpace() && c.category() != QChar::Other_Format;
}

} // namespace

std::optional<QString> linesProblemOf(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), isShown))
        return QStringLiteral("must not be blank");
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control && c != u'\t' && !isLineEnd(c))
            return QStringLiteral("must not contain control characters");
        if (turnsDirection(c))
            return QStringLiteral("must not change the direction of writing");
    }
    return std::nullopt;
}

std::optional<QString> lineProblemOf(const QString &text)
{
    if (std::any_of(text.begin(), text.end(), isLineEnd))
        return QStringLiteral("must be one line");
    return linesProblemOf(text);
}

} // namespace fields
