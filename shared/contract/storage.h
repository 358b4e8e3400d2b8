#pragma once

// Files that people hand in. Content decides the type; access is by signed, expiring links (MED-09).

#include "shared/base/endpoint.h"
#include "shared/base/values.h"

// What each takes stands in filerules.h.
NAMED_ENUM(FilePurpose, Kyc, StoreLogo, StoreBanner, ProfilePhoto, Chat, Ad)

struct FileQuery
{
    FilePurpose purpose = FilePurpose::Kyc;
    QString name;

    FIELDS(FileQuery, FIELD(purpose), FIELD(name, .lengthMin = 1, .lengthMax = 255))
};

struct StoredFile
{
    Id<StoredFile> id;
    FilePurpose purpose = FilePurpose::Kyc;
    QString name;
    QString contentType;
    qint64 size = 0;
    QString url; // signed, ends after some minutes
    Instant urlExpiresAt;

    FIELDS(StoredFile, FIELD(id), FIELD(purpose), FIELD(name), FIELD(contentType), FIELD(size), FIELD(url),
           FIELD(urlExpiresAt))
};

struct SignedLink
{
    qint64 expires = 0; // seconds since the epoch
    QString signature;

    FIELDS(SignedLink, FIELD(expires, .min = 0), FIELD(signature, .lengthMin = 20, .lengthMax = 100))
};

namespace api {

inline constexpr Endpoint<Upload<FileQuery>, StoredFile> uploadFile{.method = Method::Post,
                                                                    .path = "/api/v1/files",
                                                                    .access = Access::Onboarding,
                                                                    .owner = Owner::Nobodys,
                                                                    .rate = Rate::Upload,
                                                                    .summary = "Upload a file as the raw body",
                                                                    .status = 201,
                                                                    .bodyMax = 10 << 20};

inline constexpr Endpoint<Nothing, StoredFile, Id<StoredFile>> readFile{.method = Method::Get,
                                                                        .path = "/api/v1/files/{id}/link",
                                                                        .access = Access::Onboarding,
                                                                        .owner = Owner::Callers,
                                                                        .rate = Rate::Account,
                                                                        .summary = "A fresh link to an own file"};

inline constexpr Endpoint<SignedLink, FileBody, Id<StoredFile>> downloadFile{
    .method = Method::Get,
    .path = "/api/v1/files/{id}",
    .access = Access::Signed,
    .owner = Owner::Everybodys,
    .rate = Rate::Browse,
    .summary = "The bytes of a file, by a signed link"};

// A link to a document that is kept sealed opens for whom it was made, in a session of his own, and every reading is
// recorded. Of others' documents admins see those that they are to review.
inline constexpr Endpoint<SignedLink, FileBody, Id<StoredFile>> downloadSealedFile{
    .method = Method::Get,
    .path = "/api/v1/files/{id}/sealed",
    .access = Access::Onboarding,
    .owner = Owner::Callers,
    .rate = Rate::Browse,
    .summary = "The bytes of a document that is kept sealed, by the reader's own signed link",
    .overseer = Permission::ReviewKyc,
    .heavy = true};

inline constexpr auto storage = std::tuple{uploadFile, readFile, downloadFile, downloadSealedFile};

} // namespace api
