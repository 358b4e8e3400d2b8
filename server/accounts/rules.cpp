#include "server/accounts/rules.h"

#include "shared/base/states.h"

#include "shared/base/check.h"
#include "shared/contract/auth.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace accounts {

namespace {

constexpr int localPartMax = 64;
constexpr int emailMax = 254;

// Names and former names, as people write them, in letters only.
constexpr std::array<std::pair<const char *, const char *>, 46> regions = {{
    {"andamanandnicobarislands", "IN-AN"},
    {"andamannicobar", "IN-AN"},
    {"andhrapradesh", "IN-AP"},
    {"arunachalpradesh", "IN-AR"},
    {"assam", "IN-AS"},
    {"bihar", "IN-BR"},
    {"chandigarh", "IN-CH"},
    {"chhattisgarh", "IN-CG"},
    {"chattisgarh", "IN-CG"},
    {"dadraandnagarhaveli", "IN-DH"},
    {"damananddiu", "IN-DH"},
    {"delhi", "IN-DL"},
    {"newdelhi", "IN-DL"},
    {"nctofdelhi", "IN-DL"},
    {"goa", "IN-GA"},
    {"gujarat", "IN-GJ"},
    {"haryana", "IN-HR"},
    {"himachalpradesh", "IN-HP"},
    {"jammuandkashmir", "IN-JK"},
    {"jammukashmir", "IN-JK"},
    {"jharkhand", "IN-JH"},
    {"karnataka", "IN-KA"},
    {"kerala", "IN-KL"},
    {"ladakh", "IN-LA"},
    {"lakshadweep", "IN-LD"},
    {"madhyapradesh", "IN-MP"},
    {"maharashtra", "IN-MH"},
    {"manipur", "IN-MN"},
    {"meghalaya", "IN-ML"},
    {"mizoram", "IN-MZ"},
    {"nagaland", "IN-NL"},
    {"odisha", "IN-OD"},
    {"orissa", "IN-OD"},
    {"puducherry", "IN-PY"},
    {"pondicherry", "IN-PY"},
    {"punjab", "IN-PB"},
    {"rajasthan", "IN-RJ"},
    {"sikkim", "IN-SK"},
    {"tamilnadu", "IN-TN"},
    {"telangana", "IN-TS"},
    {"tripura", "IN-TR"},
    {"uttarpradesh", "IN-UP"},
    {"uttarakhand", "IN-UK"},
    {"uttaranchal", "IN-UK"},
    {"westbengal", "IN-WB"},
    {"dadraandnagarhavelianddamananddiu", "IN-DH"},
}};

QString lettersOf(const QString &text)
{
    QString out;
    for (const QChar c : text.toLower())
        if (c == QLatin1Char('&'))
            out += QLatin1String("and");
        else if (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            out += c;
    return out.startsWith(QLatin1String("the")) ? out.mid(3) : out;
}

} // namespace

QString key(const QString &text)
{
    return text.trimmed().toLower();
}

std::optional<QString> usernameProblem(const QString &text)
{
    return fields::problemOf(text, fields::checkOf(&Register::username));
}

bool isEmail(const QString &text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(QStringLiteral(
        R"(([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|"([ !#-\[\]-~]|\\[ -~])+")@)"
        R"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+)")));
    const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
    return text.size() <= emailMax && at <= localPartMax && form.match(text).hasMatch();
}

bool isIndia(const QString &country)
{
    return key(country) == QLatin1String("india") || key(country) == QLatin1String("in");
}

QList<IndianState> states()
{
    QList<IndianState> out;
    for (const auto &[code, name] : indianStates)
        out += IndianState{QLatin1String(code), QLatin1String(name)};
    return out;
}

bool isState(const QString &code)
{
    return stateName(code) != nullptr;
}

bool isPincode(const QString &pincode, const QString &country)
{
    static const QRegularExpression indian(QStringLiteral("\\A[1-9][0-9]{5}\\z"));
    static const QRegularExpression other(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9 -]{2,8}[A-Za-z0-9]\\z"));
    return (isIndia(country) ? indian : other).match(pincode).hasMatch();
}

QString regionOf(const QString &state)
{
    const QString wanted = lettersOf(state);
    for (const auto &[name, code] : regions)
        if (wanted == QLatin1String(name))
            return QLatin1String(code);
    return {};
}

} // namespace accounts
