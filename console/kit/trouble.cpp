// Error codes in the user's language.

#include "console/kit/display.h"
#include "console/kit/envelope.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kit::display {

namespace {

// clang-format off
const char *sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ValidationFailed: return QT_TRANSLATE_NOOP("trouble", "Some fields need attention.");
    case ErrorCode::InvalidCredentials: return QT_TRANSLATE_NOOP("trouble", "The name or the password is wrong.");
    case ErrorCode::InvalidOtp: return QT_TRANSLATE_NOOP("trouble", "The code is wrong or no longer valid.");
    case ErrorCode::Unauthenticated:
    case ErrorCode::TokenExpired: return QT_TRANSLATE_NOOP("trouble", "Your session has ended. Please sign in again.");
    case ErrorCode::Forbidden: return QT_TRANSLATE_NOOP("trouble", "You may not do this.");
    case ErrorCode::PermissionMissing:
        return QT_TRANSLATE_NOOP("trouble", "You lack the permission for this. Ask an admin.");
    case ErrorCode::ReauthenticationNeeded: return QT_TRANSLATE_NOOP("trouble", "Please show that it is still you.");
    case ErrorCode::NotVerified: return QT_TRANSLATE_NOOP("trouble", "Your e-mail address is not confirmed yet.");
    case ErrorCode::AccountLocked:
        return QT_TRANSLATE_NOOP("trouble", "The account is locked for a while after too many attempts.");
    case ErrorCode::AccountBanned: return QT_TRANSLATE_NOOP("trouble", "The account is banned.");
    case ErrorCode::AccountInactive: return QT_TRANSLATE_NOOP("trouble", "The account is not active.");
    case ErrorCode::ProfileIncomplete: return QT_TRANSLATE_NOOP("trouble", "The profile has to be completed first.");
    case ErrorCode::CannotSell: return QT_TRANSLATE_NOOP("trouble", "The store may not sell yet.");
    case ErrorCode::NotFound: return QT_TRANSLATE_NOOP("trouble", "This is no longer there.");
    case ErrorCode::FeatureOff: return QT_TRANSLATE_NOOP("trouble", "This part of the market is switched off.");
    case ErrorCode::Conflict:
        return QT_TRANSLATE_NOOP("trouble", "Somebody changed this meanwhile. Please look again.");
    case ErrorCode::AlreadyExists: return QT_TRANSLATE_NOOP("trouble", "This exists already.");
    case ErrorCode::IllegalTransition: return QT_TRANSLATE_NOOP("trouble", "This step is not possible now.");
    case ErrorCode::OutOfStock: return QT_TRANSLATE_NOOP("trouble", "There is not enough stock.");
    case ErrorCode::InsufficientFunds: return QT_TRANSLATE_NOOP("trouble", "The balance is too low.");
    case ErrorCode::BelowMinimum: return QT_TRANSLATE_NOOP("trouble", "The amount is below the minimum.");
    case ErrorCode::BalanceFrozen: return QT_TRANSLATE_NOOP("trouble", "The balance is frozen.");
    case ErrorCode::BooksInDoubt:
        return QT_TRANSLATE_NOOP("trouble", "The books do not agree. No money leaves until they have been checked.");
    case ErrorCode::PayloadTooLarge: return QT_TRANSLATE_NOOP("trouble", "The file is too large.");
    case ErrorCode::UnsupportedMediaType:
    case ErrorCode::UnacceptableFile: return QT_TRANSLATE_NOOP("trouble", "This kind of file is not accepted.");
    case ErrorCode::TooManyRequests: return QT_TRANSLATE_NOOP("trouble", "Too many attempts. Please wait a moment.");
    case ErrorCode::GatewayFailed: return QT_TRANSLATE_NOOP("trouble", "The payment partner does not answer.");
    case ErrorCode::Unavailable: return QT_TRANSLATE_NOOP("trouble", "The server cannot be reached.");
    case ErrorCode::Internal: return QT_TRANSLATE_NOOP("trouble", "Something went wrong on the server.");
    case ErrorCode::MalformedRequest:
    case ErrorCode::MethodNotAllowed:
    case ErrorCode::OutOfRadius:
    case ErrorCode::PriceChanged:
    case ErrorCode::IdempotencyMismatch:
    case ErrorCode::IdempotencyMissing:
    case ErrorCode::InvalidSignature: return QT_TRANSLATE_NOOP("trouble", "The server refused the request.");
    }
    return "";
}
// clang-format on

} // namespace

QString trouble(const Error &error)
{
    // What kit/envelope says by itself; lupdate finds it here.
    [[maybe_unused]] static const char *const own[] = {
        QT_TRANSLATE_NOOP("trouble", "The server cannot be reached."),
        QT_TRANSLATE_NOOP("trouble", "The server did not answer in time."),
        QT_TRANSLATE_NOOP("trouble", "The connection broke off."),
        QT_TRANSLATE_NOOP("trouble", "The answer is too large."),
        QT_TRANSLATE_NOOP("trouble", "The server's answer cannot be read."),
        QT_TRANSLATE_NOOP("trouble", "This answer does not come from a Kabaadwala server."),
        QT_TRANSLATE_NOOP("trouble", "The server sends to another place, which is not followed."),
        QT_TRANSLATE_NOOP("trouble", "The server cannot be trusted: no safe connection comes about."),
        QT_TRANSLATE_NOOP("trouble",
                          "The server cannot be trusted: nobody who is known here vouches for its certificate."),
        QT_TRANSLATE_NOOP("trouble", "The server cannot be trusted: its certificate has expired."),
        QT_TRANSLATE_NOOP("trouble",
                          "The server cannot be trusted: its certificate is not valid yet. Is the clock right?"),
        QT_TRANSLATE_NOOP("trouble", "The server cannot be trusted: its certificate is for another name.")};
    QString out = QCoreApplication::translate("trouble", sentence(error.code));
    if (wire::isInOwnWords(error))
        out = QCoreApplication::translate("trouble", error.message.toUtf8().constData());
    // The server's own words say more than the code, but only in English.
    if (QLocale().language() == QLocale::English && !error.message.isEmpty())
        out = error.message;
    const QString again = QCoreApplication::translate("trouble", "Try again in %1 s.").arg(error.retryAfterSeconds);
    if (error.retryAfterSeconds > 0 && !out.contains(again))
        out += u' ' + again;
    const QByteArray request = wire::requestIdOf(error);
    if (!request.isEmpty() && statusOf(error.code) >= 500)
        out += u' ' + QCoreApplication::translate("trouble", "(Request %1)").arg(QString::fromLatin1(request));
    return out;
}

QString problem(const QString &english)
{
    // The checks' own words, with their numbers taken out; lupdate finds them here.
    [[maybe_unused]] static const char *const known[] = {QT_TRANSLATE_NOOP("problems", "is required"),
                                                         QT_TRANSLATE_NOOP("problems", "must be between %1 and %2"),
                                                         QT_TRANSLATE_NOOP("problems", "must be at least %1"),
                                                         QT_TRANSLATE_NOOP("problems", "must have %1 characters"),
                                                         QT_TRANSLATE_NOOP("problems", "must have %1 to %2 characters"),
                                                         QT_TRANSLATE_NOOP("problems", "has the wrong form"),
                                                         QT_TRANSLATE_NOOP("problems", "must be a whole number"),
                                                         QT_TRANSLATE_NOOP("problems", "must be a smaller number"),
                                                         QT_TRANSLATE_NOOP("problems", "must be a number"),
                                                         QT_TRANSLATE_NOOP("problems", "must be text")};
    static const QRegularExpression number(QStringLiteral("-?[0-9]+(?:\\.[0-9]+)?"));
    QString pattern;
    QStringList numbers;
    qsizetype from = 0;
    for (auto it = number.globalMatch(english); it.hasNext();) {
        const auto match = it.next();
        numbers += match.captured();
        pattern += QStringView(english).mid(from, match.capturedStart() - from);
        pattern += u'%' + QString::number(numbers.size());
        from = match.capturedEnd();
    }
    pattern += QStringView(english).mid(from);
    QString out = QCoreApplication::translate("problems", pattern.toUtf8().constData());
    for (const QString &each : std::as_const(numbers))
        out = out.arg(each);
    if (!out.isEmpty())
        out[0] = out[0].toUpper();
    return out;
}

QString problems(const QList<FieldError> &problems)
{
    QStringList out;
    for (const FieldError &each : problems) {
        QByteArray name = each.field.toLatin1().replace('.', ' ');
        out += QCoreApplication::translate("kit::Form", "%1: %2.")
                   .arg(title(nullptr, QLatin1StringView(name)), problem(each.problem));
    }
    return out.join(u' ');
}

} // namespace kit::display
