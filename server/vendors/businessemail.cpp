// The entries of Service about the business e-mail: a store writes with the address of its account until it has shown,
// by a code that is mailed there, that mails to another one arrive (VEN-01).

#include "server/accounts/service.h"
#include "server/audit/service.h"
#include "server/core/clock.h"
#include "server/core/crypto.h"
#include "server/core/ids.h"
#include "server/core/masks.h"
#include "server/core/permit.h"
#include "server/vendors/service.h"

#include <algorithm>

namespace vendors {

namespace {

constexpr quint32 codeBound = 1'000'000; // six digits
constexpr int codeDigits = 6;
constexpr int guessesMax = 3;
constexpr int codesPerDay = 10; // of a store, so that it has thirty guesses a day (S4)
constexpr qint64 codeTtlMs = 24LL * 3'600'000;

// Bound to the store and the address, so that a code opens nothing else.
QString hashOf(const QByteArray &key, const CodeRow &row, const QString &code)
{
    const QString text = row.vendorId.text() + u':' + row.email + u':' + code;
    return QString::fromLatin1(crypto::hmacSha256(key, text.toUtf8()).toHex());
}

auto wrongCode()
{
    return failure(ErrorCode::InvalidOtp, QStringLiteral("The code is wrong or no longer valid."));
}

} // namespace

bool Service::isCode(const CodeRow &row, const QString &code) const
{
    return std::any_of(m_codeKeys.begin(), m_codeKeys.end(), [&](const QByteArray &key) {
        return crypto::equal(hashOf(key, row, code).toLatin1(), row.codeHash.toLatin1());
    });
}

Result<> Service::setBusinessEmail(const Caller &caller, const SetBusinessEmail &wish)
{
    LET(id, storeOf(caller));
    const QString email = wish.email.trimmed();
    if (!m_accounts.isAddress(email))
        return refusal(QStringLiteral("email"), QStringLiteral("is not an e-mail address"));
    return m_db.write(caller, [&](Tx &tx) -> Result<> {
        const auto account = m_accounts.find(tx, caller.id);
        const auto vendor = m_accounts.vendor(tx, id);
        if (!account || !vendor)
            return notFound(QLatin1StringView("vendor"));
        if (vendor->isBusinessEmailVerified && vendor->businessEmail == email)
            return failure(ErrorCode::Conflict, QStringLiteral("The store has this e-mail already."));
        const QString code = QString::number(Ids::below(codeBound)).rightJustified(codeDigits, u'0');
        CodeRow row{.vendorId = id, .email = email, .expiresAt = tx.now().after(codeTtlMs), .countedSince = tx.now()};
        if (const auto earlier = m_store.find(tx, id); earlier && earlier->countedSince > tx.now().after(-dayMs)) {
            row.codes = earlier->codes + 1;
            row.countedSince = earlier->countedSince;
        }
        if (row.codes > codesPerDay)
            return failure(ErrorCode::TooManyRequests,
                           QStringLiteral("Too many codes today. Please try again tomorrow."));
        row.codeHash = hashOf(m_codeKeys.constFirst(), row, code);
        m_store.put(tx, row);
        tx.publish(BusinessCodeIssued{email, account->username, account->language, code});
        return {};
    });
}

// A wrong guess is remembered although the call is refused, so it is written in a unit of its own.
Result<Vendor> Service::confirmBusinessEmail(const Caller &caller, const ConfirmBusinessEmail &wish)
{
    LET(id, storeOf(caller));
    MUST(m_db.write([&](Tx &tx) -> Result<> {
        if (!m_store.countGuess(tx, id, guessesMax))
            return wrongCode();
        return {};
    }));
    return m_db.write(caller, [&](Tx &tx) -> Result<Vendor> {
        const auto row = m_store.find(tx, id);
        if (!row || row->expiresAt <= tx.now() || !isCode(*row, wish.code))
            return wrongCode();
        const auto before = m_accounts.vendor(tx, id);
        m_accounts.setBusinessEmail(tx, id, row->email);
        m_store.close(tx, id, tx.now());
        m_audit.record(tx, caller, "vendors.business_email_changed", "vendor", id.text(),
                       audit::details({{QStringLiteral("old"), maskedEmail(before->businessEmail.value_or(QString()))},
                                       {QStringLiteral("new"), maskedEmail(row->email)}}));
        return *m_accounts.vendor(tx, id);
    });
}

} // namespace vendors
