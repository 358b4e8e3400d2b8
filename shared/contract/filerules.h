#pragma once

// What may be handed in for which purpose (C24): the console says it before sending, the server holds to it.

#include "shared/contract/storage.h"

#include <QStringList>

namespace filetype {

inline const QString jpeg = QStringLiteral("image/jpeg");
inline const QString png = QStringLiteral("image/png");
inline const QString webp = QStringLiteral("image/webp");
inline const QString pdf = QStringLiteral("application/pdf");
inline const QString word = QStringLiteral("application/msword");
inline const QString wordXml =
    QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

} // namespace filetype

struct FileTerms
{
    QStringList types; // the content's, whatever the name says
    qint64 sizeMax;    // bytes
};

inline FileTerms fileTerms(FilePurpose purpose)
{
    using namespace filetype;
    constexpr qint64 pictureMax = 5'000'000, documentMax = 10'000'000;
    switch (purpose) {
    case FilePurpose::Kyc: break;
    case FilePurpose::StoreLogo:
    case FilePurpose::StoreBanner:
    case FilePurpose::ProfilePhoto:
    case FilePurpose::Ad: return {{jpeg, png, webp}, pictureMax};
    case FilePurpose::Chat: return {{jpeg, png, webp, pdf, word, wordXml}, documentMax};
    }
    return {{jpeg, png, pdf}, documentMax};
}
