#include "shared/base/check.h"

#include <QRegularExpression>

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

} // namespace fields
