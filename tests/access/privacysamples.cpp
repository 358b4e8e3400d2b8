// The good requests about oneself.

#include "tests/access/samples.h"

template <>
Sent sample<AcceptLegal>(Situation &at)
{
    const auto text = at.stage.market.accounts.readLegal(at.stage.stranger(), LegalDocument::Terms, {}).value();
    return said(AcceptLegal{LegalDocument::Terms, text.version});
}

template <>
Sent sample<CopyLink>(Situation &at)
{
    const QList<PersonalCopy> copies = at.stage.market.privacy.listCopies(at.person.caller).value();
    for (const PersonalCopy &copy : copies)
        if (copy.url && copy.id.text().toLatin1() == at.object)
            return {.query = '?' + QUrl(*copy.url).query(QUrl::FullyEncoded).toLatin1()};
    return {.query = "?expires=1790000300&signature=made-up-by-somebody-else"};
}
