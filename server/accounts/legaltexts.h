#pragma once

// The documents that people agree to, as they ship with the server.

#include "shared/contract/legal.h"

namespace accounts {

class LegalTexts
{
public:
    // Throws when a document is missing or its languages are of different versions: such a server must not start. Only
    // the terms of the wallet need not be there.
    explicit LegalTexts(const QString &folder);

    // In English when there is nothing in this language; null when there is no such document.
    const LegalText *text(LegalDocument document, const QString &language) const;
    std::optional<QString> version(LegalDocument document) const;

private:
    QList<LegalText> m_all;
};

} // namespace accounts
