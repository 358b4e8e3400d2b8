// The part of Service about what people agree to (PRIV-04).

#include "server/accounts/service.h"

namespace accounts {

namespace {

QString held(const QString &language)
{
    return language.section(u'-', 0, 0);
}

Result<> notHolding(const QString &field, const std::optional<QString> &version)
{
    return refusal(field, version ? QStringLiteral("is not the version that holds now: %1").arg(*version)
                                  : QStringLiteral("is of a document that nobody is asked for"));
}

} // namespace

std::optional<QString> Service::walletTermsNotice() const
{
    if (m_legalTexts.version(LegalDocument::Wallet))
        return std::nullopt;
    return QStringLiteral("the wallet has no terms, so buyers recharge it without agreeing to any; they are the"
                          " operator's to write, wallet.<language>.md in resources/legal (WAL-13)");
}

Result<> Service::checkAccepted(const QString &field, LegalDocument document,
                                const std::optional<QString> &version) const
{
    const auto holding = m_legalTexts.version(document);
    if (version && version != holding)
        return notHolding(field, holding);
    return {};
}

void Service::accept(Tx &tx, const Consenting &who, LegalDocument document, const std::optional<QString> &version)
{
    if (version)
        m_store.insertConsent(tx, {who.account, document, *version, tx.now(), who.ip});
}

Result<> Service::requireAccepted(Tx &tx, const QString &field, LegalDocument document, Id<Account> account)
{
    const auto holding = m_legalTexts.version(document);
    if (holding && !m_store.consent(tx, account, document, *holding))
        return refusal(field, QStringLiteral("must be the version that holds now: %1").arg(*holding));
    return {};
}

Result<LegalText> Service::readLegal(const Caller &caller, LegalDocument document, const ReadLegal &wish) const
{
    const LegalText *text = m_legalTexts.text(document, held(wish.language.value_or(caller.language)));
    if (!text)
        return notFound(QLatin1StringView("document"));
    return *text;
}

Result<Consents> Service::listConsents(const Caller &caller)
{
    return m_db.read([&](Tx &tx) -> Result<Consents> {
        Consents out{.documents = {}, .given = m_store.consents(tx, caller.id)};
        for (const QString &name : names::all<LegalDocument>()) {
            const LegalDocument document = names::fromText<LegalDocument>(name).value();
            const auto version = m_legalTexts.version(document);
            if (!version)
                continue;
            const bool isAccepted = std::any_of(out.given.cbegin(), out.given.cend(), [&](const Consent &consent) {
                return consent.document == document && consent.version == *version;
            });
            out.documents += ConsentState{document, *version, isAccepted};
        }
        return out;
    });
}

Result<Consent> Service::acceptLegal(const Caller &caller, const AcceptLegal &wish)
{
    MUST(checkAccepted(QStringLiteral("version"), wish.document, wish.version));
    return m_db.write(caller, [&](Tx &tx) -> Result<Consent> {
        accept(tx, {caller.id, caller.ip}, wish.document, wish.version);
        return *m_store.consent(tx, caller.id, wish.document, wish.version);
    });
}

} // namespace accounts
