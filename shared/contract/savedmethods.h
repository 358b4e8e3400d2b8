#pragma once

// How a buyer likes to pay (ACC-04): UPI ids and names that a gateway has given to a card. The card itself is never
// seen here.

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

constexpr int savedMethodsMax = 20; // of one buyer

NAMED_ENUM(SavedMethodKind, Upi, Token)

struct SavedMethod
{
    Id<SavedMethod> id;
    SavedMethodKind kind = SavedMethodKind::Upi;
    std::optional<QString> provider; // of a token
    QString label;
    QString masked; // "a•••a@okbank" or "•••• 8h2K"
    bool isDefault = false;
    Instant savedAt;

    FIELDS(SavedMethod, FIELD(id), FIELD(kind), FIELD(provider), FIELD(label), FIELD(masked), FIELD(isDefault),
           FIELD(savedAt))
};

struct SaveMethod
{
    SavedMethodKind kind = SavedMethodKind::Upi;
    std::optional<QString> provider; // said of a token and of nothing else
    QString reference;               // the UPI id, or the gateway's token
    QString label;
    bool isDefault = false; // the first one is it anyway

    FIELDS(SaveMethod, FIELD(kind), FIELD(provider, .lengthMin = 2, .lengthMax = 40, .pattern = "[a-z0-9_]+"),
           FIELD(reference, .lengthMin = 3, .lengthMax = 200, .secret = true),
           FIELD(label, .lengthMin = 1, .lengthMax = 60), FIELD(isDefault, .standard = true))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<SavedMethod>> listSavedMethods{
    .method = Method::Get,
    .path = "/api/v1/users/me/payment-methods",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "How the buyer likes to pay, the default first",
    .most = savedMethodsMax};

inline constexpr Endpoint<SaveMethod, SavedMethod> saveMethod{
    .method = Method::Post,
    .path = "/api/v1/users/me/payment-methods",
    .access = Access::Buyer,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Keep a UPI id or a gateway's token; never the number of a card",
    .status = 201};

inline constexpr Endpoint<Nothing, Nothing, Id<SavedMethod>> removeSavedMethod{
    .method = Method::Delete,
    .path = "/api/v1/users/me/payment-methods/{id}",
    .access = Access::Buyer,
    .owner = Owner::Callers,
    .rate = Rate::Account,
    .summary = "Forget a way to pay; the newest one becomes the default"};

inline constexpr auto savedMethods = std::tuple{listSavedMethods, saveMethod, removeSavedMethod};

} // namespace api
