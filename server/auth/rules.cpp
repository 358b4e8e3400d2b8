#include "server/auth/rules.h"

#include "shared/base/json.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace auth {

namespace {

constexpr int passwordMin = 8;
constexpr int passwordBytesMax = 72;
constexpr qsizetype wordMin = 3; // letters of a word that counts as one

struct BanDetails
{
    QString reason;

    FIELDS(BanDetails, FIELD(reason))
};

bool isOfWord(QChar c)
{
    return c.isLetter() || c.isMark();
}

QString withoutTail(const QString &text)
{
    qsizetype end = text.size();
    while (end > 0 && !isOfWord(text[end - 1]))
        --end;
    return text.first(end);
}

// What is left without the digits and signs before and behind it.
QString wordOf(const QString &text)
{
    const QString head = withoutTail(text.trimmed().toLower());
    const auto begin = std::find_if(head.cbegin(), head.cend(), isOfWord);
    const QString out = head.sliced(begin - head.cbegin());
    return out.size() < wordMin ? QString() : out;
}

// p@ssw0rd is password.
QString spelledOut(QString text)
{
    static constexpr QStringView signs(u"@431!0$57"), letters(u"aaeiiosst");
    for (QChar &c : text)
        if (const qsizetype at = signs.indexOf(c); at >= 0)
            c = letters[at];
    return text;
}

// Each as it is and as a word, without what is shorter than one.
QSet<QString> readWords()
{
    QSet<QString> out;
    const QDir folder(QStringLiteral(":/passwords"));
    const QStringList names = folder.entryList({QStringLiteral("*.lst")});
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (line.startsWith(QLatin1String("#!comment:")))
                continue;
            for (const QString &word : {line.trimmed().toLower(), wordOf(line)})
                if (word.size() >= wordMin)
                    out.insert(word);
        }
    }
    return out;
}

} // namespace

Result<> checkUncommon(const QString &field, const QString &password, const QStringList &names)
{
    static const QSet<QString> common = readWords();
    const QString whole = password.toLower(), head = withoutTail(whole), word = wordOf(password);
    const QStringList readings{whole, head, word, spelledOut(head), spelledOut(word)};
    const bool isCommon = std::any_of(readings.cbegin(), readings.cend(),
                                      [&](const QString &reading) { return common.contains(reading); });
    const bool isName = std::any_of(names.cbegin(), names.cend(), [&](const QString &name) {
        const QString own = wordOf(name);
        return !own.isEmpty() && readings.contains(own);
    });
    if (isCommon || isName)
        return refusal(field, QStringLiteral("must be more than a usual word or your name with digits and signs"));
    return {};
}

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
