#include "server/kyc/rules.h"

#include "server/kyc/history.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace kyc {

namespace {

constexpr int gstinSize = 15;
constexpr int base = 36;
constexpr int alikeEnough = 80;
constexpr int alikeSomewhat = 50;
constexpr double oddKm = 25, impossibleKm = 100; // areas of pincodes are smaller than that

// By the first two digits of a GSTIN. 25 and 26 are one territory since 2020, 28 and 37 are the two Andhras.
constexpr std::array<const char *, 39> regions = {"",   "JK", "HP", "PB", "CH", "UK", "HR", "DL", "RJ", "UP",
                                                  "BR", "SK", "AR", "NL", "MN", "MZ", "TR", "ML", "AS", "WB",
                                                  "JH", "OD", "CG", "MP", "GJ", "DH", "DH", "MH", "AP", "KA",
                                                  "GA", "LD", "KL", "TN", "PY", "AN", "TS", "AP", "LA"};

int valueOf(QChar c)
{
    if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
        return c.unicode() - '0';
    return c >= QLatin1Char('A') && c <= QLatin1Char('Z') ? c.unicode() - 'A' + 10 : -1;
}

// Titles and forms of business say nothing about whose account it is.
const QSet<QString> &empty()
{
    static const QSet<QString> words{
        QStringLiteral("mr"),      QStringLiteral("mrs"),      QStringLiteral("ms"),  QStringLiteral("shri"),
        QStringLiteral("smt"),     QStringLiteral("dr"),       QStringLiteral("pvt"), QStringLiteral("private"),
        QStringLiteral("ltd"),     QStringLiteral("limited"),  QStringLiteral("llp"), QStringLiteral("and"),
        QStringLiteral("company"), QStringLiteral("co"),       QStringLiteral("the"), QStringLiteral("m/s"),
        QStringLiteral("sons"),    QStringLiteral("brothers"), QStringLiteral("bros")};
    return words;
}

QStringList wordsOf(const QString &name)
{
    QString letters = name.toLower().normalized(QString::NormalizationForm_KD);
    for (QChar &c : letters)
        if (!c.isLetterOrNumber() && !c.isMark())
            c = QLatin1Char(' ');
    letters.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing && c.unicode() < 0x370; });
    QStringList out;
    for (const QString &word : letters.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        if (!empty().contains(word))
            out += word;
    return out;
}

// An initial stands for the word it begins, "R Sharma" for "Ramesh Sharma", but less surely.
int alike(const QString &one, const QString &other)
{
    if (one == other)
        return 100;
    const bool isInitial = (one.size() == 1 || other.size() == 1) && one[0] == other[0];
    return isInitial ? 80 : 0;
}

KycCheck check(KycCheckKind kind, CheckOutcome outcome, const QString &text)
{
    return {kind, outcome, text};
}

KycCheck stateCheck(const QString &gstin, const QString &region)
{
    const QString state = regionOfGstin(gstin);
    const KycCheckKind kind = KycCheckKind::GstinState;
    if (state.isEmpty() || region.isEmpty())
        return check(kind, CheckOutcome::Warning, QStringLiteral("The state of the GSTIN could not be compared."));
    if (state == region)
        return check(kind, CheckOutcome::Passed, QStringLiteral("GSTIN and store are in %1.").arg(region));
    return check(kind, CheckOutcome::Warning,
                 QStringLiteral("The GSTIN is from %1, the store is in %2.").arg(state, region));
}

KycCheck duplicateCheck(KycCheckKind kind, int others, const QString &what)
{
    if (others == 0)
        return check(kind, CheckOutcome::Passed, QStringLiteral("No other vendor uses this %1.").arg(what));
    return check(kind, kind == KycCheckKind::DuplicatePan ? CheckOutcome::Failed : CheckOutcome::Warning,
                 QStringLiteral("%1 other vendors use this %2.").arg(others).arg(what));
}

KycCheck holderCheck(const QString &holder, const Context &context)
{
    const int percent = std::max(similarity(holder, context.ownerName), similarity(holder, context.storeName));
    const CheckOutcome outcome = percent >= alikeEnough     ? CheckOutcome::Passed
                                 : percent >= alikeSomewhat ? CheckOutcome::Warning
                                                            : CheckOutcome::Failed;
    return check(KycCheckKind::HolderName, outcome,
                 QStringLiteral("The account holder's name agrees with owner or store to %1 %.").arg(percent));
}

KycCheck mapCheck(const std::optional<double> &km)
{
    const KycCheckKind kind = KycCheckKind::MapDistance;
    if (!km)
        return check(kind, CheckOutcome::Warning, QStringLiteral("The pin and the pincode could not be compared."));
    const CheckOutcome outcome = *km > impossibleKm ? CheckOutcome::Failed
                                 : *km > oddKm      ? CheckOutcome::Warning
                                                    : CheckOutcome::Passed;
    return check(kind, outcome, QStringLiteral("The pin is %1 km from the centre of the pincode.").arg(qRound(*km)));
}

} // namespace

QChar gstinCheckDigit(const QString &gstin)
{
    int sum = 0;
    for (int i = 0; i < gstinSize - 1; ++i) {
        const int value = i < gstin.size() ? valueOf(gstin[i]) : -1;
        if (value < 0)
            return {};
        const int product = value * (i % 2 == 0 ? 1 : 2);
        sum += product / base + product % base;
    }
    const int digit = (base - sum % base) % base;
    return digit < 10 ? QChar('0' + digit) : QChar('A' + digit - 10);
}

bool isGstin(const QString &gstin)
{
    return gstin.size() == gstinSize && gstin[gstinSize - 1] == gstinCheckDigit(gstin);
}

QString gstinOf(int stateNumber, const QString &pan)
{
    const QString head =
        QStringLiteral("%1%2%3").arg(stateNumber, 2, 10, QLatin1Char('0')).arg(pan, QStringLiteral("1Z"));
    return head + gstinCheckDigit(head);
}

QString regionOfGstin(const QString &gstin)
{
    const int state = gstin.left(2).toInt();
    return state < 1 || state >= int(regions.size())
               ? QString()
               : QStringLiteral("IN-") + QLatin1String(regions[std::size_t(state)]);
}

QString stateNumberOf(const QString &region)
{
    // From the end, because the newest number of a state that has two is the higher one.
    for (std::size_t state = regions.size() - 1; state > 0; --state)
        if (region == QStringLiteral("IN-") + QLatin1String(regions[state]))
            return QStringLiteral("%1").arg(int(state), 2, 10, QLatin1Char('0'));
    return {};
}

bool areAlike(const QString &one, const QString &other)
{
    return similarity(one, other) >= alikeEnough;
}

int similarity(const QString &one, const QString &other)
{
    QStringList left = wordsOf(one), right = wordsOf(other);
    if (left.isEmpty() || right.isEmpty())
        return 0;
    const qsizetype words = left.size() + right.size();
    int sum = 0;
    for (const int wanted : {100, 80}) {
        for (qsizetype i = left.size() - 1; i >= 0; --i) {
            const auto found = std::find_if(right.begin(), right.end(),
                                            [&](const QString &word) { return alike(left[i], word) == wanted; });
            if (found == right.end())
                continue;
            sum += 2 * wanted;
            right.erase(found);
            left.removeAt(i);
        }
    }
    return sum / int(words);
}

QList<KycCheck> checks(const SubmitKyc &wish, const Context &context)
{
    const bool isRight = isGstin(wish.gstin);
    const bool isSamePan = wish.gstin.mid(2, 10) == wish.pan;
    return {check(KycCheckKind::GstinCheckDigit, isRight ? CheckOutcome::Passed : CheckOutcome::Failed,
                  isRight ? QStringLiteral("The check digit of the GSTIN is right.")
                          : QStringLiteral("The check digit of the GSTIN is wrong.")),
            check(KycCheckKind::PanInGstin, isSamePan ? CheckOutcome::Passed : CheckOutcome::Failed,
                  isSamePan ? QStringLiteral("The GSTIN was given for this PAN.")
                            : QStringLiteral("The GSTIN was given for another PAN.")),
            stateCheck(wish.gstin, context.region),
            duplicateCheck(KycCheckKind::DuplicatePan, context.panElsewhere, QStringLiteral("PAN")),
            duplicateCheck(KycCheckKind::DuplicateBank, context.bankElsewhere, QStringLiteral("bank account")),
            holderCheck(wish.bankAccountHolder, context),
            mapCheck(context.kmFromPincode)};
}

CheckOutcome worst(const QList<KycCheck> &checks)
{
    CheckOutcome out = CheckOutcome::Passed;
    for (const KycCheck &check : checks)
        out = std::max(out, check.outcome);
    return out;
}

std::optional<QString> flag(const QList<KycCheck> &checks)
{
    const CheckOutcome most = worst(checks);
    if (most == CheckOutcome::Passed)
        return std::nullopt;
    return std::find_if(checks.begin(), checks.end(), [&](const KycCheck &check) { return check.outcome == most; })
        ->text;
}

QString maskedAccount(const QString &lastFour)
{
    return QString(4, QChar(0x2022)) + QLatin1Char(' ') + lastFour;
}

Result<> checkStore(const Vendor &vendor)
{
    QList<FieldError> missing;
    const auto need = [&](bool isThere, const char *field) {
        if (!isThere)
            missing += FieldError{QStringLiteral("store.") + QLatin1String(field), QStringLiteral("is required")};
    };
    need(vendor.ownerName.has_value(), "owner_name");
    need(vendor.businessPhone.has_value(), "business_phone");
    need(vendor.streetAddress.has_value(), "street_address");
    need(vendor.location.has_value(), "location");
    need(vendor.logoId.has_value(), "logo_id");
    need(vendor.bannerId.has_value(), "banner_id");
    if (missing.isEmpty())
        return {};
    return failure(ErrorCode::ValidationFailed, QStringLiteral("Complete the store's profile first."), missing);
}

} // namespace kyc
