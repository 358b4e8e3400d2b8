#pragma once

// What a call returns that a user can make fail. Faults of ours or of the disk are exceptions instead (core/db.h).

#include "shared/base/names.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <tl/expected.hpp>

// The wire name is the code in capitals ("INSUFFICIENT_FUNDS"); the HTTP status of each stands in statusOf().
NAMED_ENUM(ErrorCode, ValidationFailed, MalformedRequest, Unauthenticated, InvalidCredentials, InvalidOtp, TokenExpired,
           Forbidden, NotVerified, AccountLocked, AccountBanned, AccountInactive, ProfileIncomplete, CannotSell,
           PermissionMissing, ReauthenticationNeeded, NotFound, FeatureOff, MethodNotAllowed, Conflict, AlreadyExists,
           IllegalTransition, OutOfStock, OutOfRadius, PriceChanged, InsufficientFunds, BelowMinimum, BalanceFrozen,
           BooksInDoubt, IdempotencyMismatch, IdempotencyMissing, InvalidSignature, PayloadTooLarge,
           UnsupportedMediaType, UnacceptableFile, TooManyRequests, GatewayFailed, Unavailable, Internal)

constexpr int statusOf(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case ValidationFailed:
    case MalformedRequest:
    case BelowMinimum:
    case UnacceptableFile:
    case IdempotencyMissing: return 400;
    case Unauthenticated:
    case InvalidCredentials:
    case InvalidOtp:
    case TokenExpired:
    case InvalidSignature: return 401;
    case InsufficientFunds: return 402;
    case Forbidden:
    case NotVerified:
    case AccountLocked:
    case AccountBanned:
    case AccountInactive:
    case ProfileIncomplete:
    case CannotSell:
    case PermissionMissing:
    case ReauthenticationNeeded: return 403;
    case NotFound:
    case FeatureOff: return 404;
    case MethodNotAllowed: return 405;
    case Conflict:
    case AlreadyExists:
    case IllegalTransition:
    case OutOfStock:
    case OutOfRadius:
    case PriceChanged:
    case BalanceFrozen:
    case BooksInDoubt: return 409;
    case PayloadTooLarge: return 413;
    case UnsupportedMediaType: return 415;
    case IdempotencyMismatch: return 422;
    case TooManyRequests: return 429;
    case Internal: return 500;
    case GatewayFailed: return 502;
    case Unavailable: return 503;
    }
    return 500;
}

struct FieldError
{
    QString field; // path on the wire: "lines.2.quantity"
    QString problem;

    friend bool operator==(const FieldError &, const FieldError &) = default;
};

// Where a field of one of several lines stands: "lines.2.quantity".
inline QString lineField(qsizetype line, const char *field)
{
    return QStringLiteral("lines.%1.%2").arg(line).arg(QLatin1StringView(field));
}

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QList<FieldError> fields = {};
    QByteArray details = {};   // further members of error.details, as a JSON object: {"missing":"12.50"}
    int retryAfterSeconds = 0; // sent as Retry-After when not 0
};

// What a call that can be refused returns. A dropped Result is a compile error (-Werror=unused-result).
template <class T = void>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

inline auto failure(ErrorCode code, QString message, QList<FieldError> fields = {})
{
    return tl::unexpected(Error{code, std::move(message), std::move(fields)});
}

// One wrong field, said where it stands.
inline auto refusal(QString field, QString problem)
{
    return failure(ErrorCode::ValidationFailed, QStringLiteral("The request has invalid fields."),
                   {{std::move(field), std::move(problem)}});
}

// What is not there and what belongs to somebody else look alike, so that nobody can probe for ids.
inline auto notFound(QLatin1StringView what)
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such %1.").arg(what));
}

// The admins have switched this part of the market off (SET-06).
inline auto featureOff(QList<FieldError> fields = {})
{
    return failure(ErrorCode::FeatureOff, QStringLiteral("This part of the market is switched off."),
                   std::move(fields));
}

// Binds the value or leaves the function with the error: LET(order, m_store.find(tx, id));
#define LET(name, ...)                                                                                                 \
    auto name##Or = (__VA_ARGS__);                                                                                     \
    if (!name##Or)                                                                                                     \
        return tl::unexpected(std::move(name##Or).error());                                                            \
    auto &&name = *name##Or

// The same for calls that only succeed or fail: MUST(m_ledger.hold(tx, ...));
#define MUST(...)                                                                                                      \
    if (auto done = (__VA_ARGS__); !done)                                                                              \
    return tl::unexpected(std::move(done).error())
