#include "server/auth/rules.h"

#include "shared/base/json.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace auth {

namespace {

constexpr int passwordMin = 8;
constexpr int passwordBytesMax = 72;

struct BanDetails
{
    QString reason;

    FIELDS(BanDetails, FIELD(reason))
};

} // namespace

Result<> checkPassword(const QString &field, const QString &password)
{
    if (password.size() < passwordMin)
        return refusal(field, QStringLiteral("must have at least 8 characters"));
    if (password.toUtf8().size() > passwordBytesMax || password.contains(QChar(0)))
        return refusal(field, QStringLiteral("must be at most 72 bytes long"));

    const auto has = [&](auto &&wanted) { return std::any_of(password.cbegin(), password.cend(), wanted); };
    const bool hasLetter = has([](QChar c) { return c.isLetter() || c.isMark(); });
    const bool hasDigit = has([](QChar c) { return c.isDigit(); });
    const bool hasSpecial = has([](QChar c) { return !c.isLetterOrNumber() && !c.isMark() && !c.isSpace(); });
    if (!hasLetter || !hasDigit || !hasSpecial)
        return refusal(field, QStringLiteral("must have letters, digits and special characters"));
    return {};
}

QString networkOf(const QString &ip)
{
    const QHostAddress address(ip);
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return ip;
    bool isMapped = false;
    const quint32 mapped = address.toIPv4Address(&isMapped);
    if (isMapped)
        return QHostAddress(mapped).toString();
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString() + QStringLiteral("/64");
}

bool mayGoWithoutPassword(Role role)
{
    return role == Role::Buyer || role == Role::Distributor;
}

bool isPhone(const QString &text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(QStringLiteral("\\+[1-9][0-9]{6,14}")));
    return form.match(text).hasMatch();
}

// Only whoever signed up by phone has a verified one before any e-mail address; its session stays limited (C73).
Result<> mayEnter(const Account &account)
{
    if (!account.isVerified && !(account.isPhoneVerified && mayGoWithoutPassword(account.role)))
        return failure(ErrorCode::NotVerified, QStringLiteral("Open the link in the activation mail first."));
    if (account.isBanned) {
        Error banned{ErrorCode::AccountBanned, QStringLiteral("This account is banned. Please write to the support.")};
        banned.details = json::bytes(BanDetails{account.banReason.value_or(QString())});
        return tl::unexpected(banned);
    }
    if (!account.isActive)
        return failure(ErrorCode::AccountInactive, QStringLiteral("This account is not active."));
    return {};
}

bool isLanguage(const QString &language)
{
    const auto isLower = [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); };
    const auto isUpper = [](QChar c) { return c >= QLatin1Char('A') && c <= QLatin1Char('Z'); };
    if (language.size() < 2 || !isLower(language[0]) || !isLower(language[1]))
        return false;
    return language.size() == 2 ||
           (language.size() == 5 && language[2] == QLatin1Char('-') && isUpper(language[3]) && isUpper(language[4]));
}

} // namespace auth
