#pragma once

// The documents that people agree to, by version, and what they have agreed to (PRIV-04).

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

// Those of the wallet are agreed to at a recharge, where a market has any (WAL-13); the others at sign-up.
NAMED_ENUM(LegalDocument, Terms, Privacy, Wallet)

struct ReadLegal
{
    std::optional<QString> language; // English for one that a document is not written in

    FIELDS(ReadLegal, FIELD(language, .lengthMin = 2, .lengthMax = 5))
};

struct LegalText
{
    LegalDocument document = LegalDocument::Terms;
    QString version; // the day from which it holds, "2026-11-01"; the same in every language
    QString language;
    QString title;
    QString text; // Markdown

    FIELDS(LegalText, FIELD(document), FIELD(version), FIELD(language), FIELD(title), FIELD(text))
};

struct Consent
{
    LegalDocument document = LegalDocument::Terms;
    QString version;
    Instant at;
    QString ip;

    FIELDS(Consent, FIELD(document), FIELD(version), FIELD(at), FIELD(ip))
};

// Whether the version that holds now has been accepted.
struct ConsentState
{
    LegalDocument document = LegalDocument::Terms;
    QString version;
    bool isAccepted = false;

    FIELDS(ConsentState, FIELD(document), FIELD(version), FIELD(isAccepted))
};

struct Consents
{
    QList<ConsentState> documents;
    QList<Consent> given; // newest first

    FIELDS(Consents, FIELD(documents), FIELD(given))
};

struct AcceptLegal
{
    LegalDocument document = LegalDocument::Terms;
    QString version;

    FIELDS(AcceptLegal, FIELD(document), FIELD(version, .lengthMin = 1, .lengthMax = 20))
};

namespace api {

inline constexpr Endpoint<ReadLegal, LegalText, LegalDocument> readLegal{
    .method = Method::Get,
    .path = "/api/v1/legal/{document}",
    .access = Access::Public,
    .owner = Owner::Everybodys,
    .rate = Rate::Browse,
    .summary = "The terms or the privacy notice that hold now"};

inline constexpr Endpoint<Nothing, Consents> listConsents{.method = Method::Get,
                                                          .path = "/api/v1/users/me/consents",
                                                          .access = Access::Onboarding,
                                                          .owner = Owner::Nobodys,
                                                          .rate = Rate::Account,
                                                          .summary = "What one has agreed to, and what is still to be"};

inline constexpr Endpoint<AcceptLegal, Consent> acceptLegal{
    .method = Method::Post,
    .path = "/api/v1/users/me/consents",
    .access = Access::Onboarding,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Agree to the version of a document that holds now; again changes nothing",
    .status = 201};

inline constexpr auto legal = std::tuple{readLegal, listConsents, acceptLegal};

} // namespace api
