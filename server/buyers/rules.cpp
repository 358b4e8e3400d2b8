#include "server/buyers/rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace buyers {

namespace {

constexpr int cardDigitsMin = 13, cardDigitsMax = 19, cardDigitsUsual = 16;

// Cards for paying begin so (ISO/IEC 7812).
bool isCardsFirst(int digit)
{
    return digit >= 2 && digit <= 6;
}

// By the check digit that every card has (ISO/IEC 7812).
bool isChecked(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i].digitValue();
        const int counted = i % 2 == 0 ? digit : digit * 2;
        sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
}

// As a whole, or with digits before and behind it; any length anywhere would find a card in most long numbers.
bool holdsCard(const QString &digits)
{
    if (digits.size() >= cardDigitsMin && digits.size() <= cardDigitsMax && isChecked(digits))
        return true;
    for (qsizetype from = 0; from + cardDigitsUsual <= digits.size(); ++from)
        if (isCardsFirst(digits[from].digitValue()) && isChecked(QStringView(digits).sliced(from, cardDigitsUsual)))
            return true;
    return false;
}

} // namespace

bool looksLikeCard(const QString &text, Letters letters)
{
    QStringList rows{QString()};
    const QList<uint> characters = text.toUcs4();
    for (const char32_t c : characters) {
        if (const int digit = QChar::digitValue(c); digit >= 0)
            rows.last() += QString::number(digit);
        else if (letters == Letters::EndARow && QChar::isLetter(c))
            rows += QString();
    }
    return std::any_of(rows.cbegin(), rows.cend(), [](const QString &digits) { return holdsCard(digits); });
}

std::optional<FieldError> methodProblem(const SaveMethod &wish)
{
    static const QRegularExpression upi(QStringLiteral("\\A[A-Za-z0-9._-]{2,100}@[A-Za-z][A-Za-z0-9]{1,63}\\z"));
    static const QRegularExpression token(QStringLiteral("\\A[A-Za-z0-9_.:-]{8,200}\\z"));
    const bool isToken = wish.kind == SavedMethodKind::Token;
    const QString reference = QStringLiteral("reference"), provider = QStringLiteral("provider");
    if (isToken != wish.provider.has_value())
        return FieldError{provider, isToken ? QStringLiteral("is required") : QStringLiteral("belongs to a token")};
    if (looksLikeCard(wish.label))
        return FieldError{QStringLiteral("label"), QStringLiteral("must not hold the number of a card")};
    if (looksLikeCard(wish.reference, isToken ? Letters::EndARow : Letters::AreNothing))
        return FieldError{reference, QStringLiteral("must not hold the number of a card")};
    if (!(isToken ? token : upi).match(wish.reference).hasMatch())
        return FieldError{reference, isToken ? QStringLiteral("is not a token") : QStringLiteral("is not a UPI id")};
    return std::nullopt;
}

QString maskedToken(const QString &token)
{
    constexpr int shown = 4, bullets = 4;
    return QString(bullets, QChar(0x2022)) + u' ' + token.right(shown);
}

} // namespace buyers
