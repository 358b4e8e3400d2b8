#include "console/pages/audit/words.h"

#include "console/kit/display.h"
#include "console/kit/indiaclock.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace audit {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(audit::Words)
};

QString textOf(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return QStringLiteral("–");
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.isBool() ? kit::display::text(value.toBool()) : value.toVariant().toString();
}

// Members of either side, in the order of their names; what is the same on both is left out.
void compare(QList<Change> &out, const QJsonObject &before, const QJsonObject &after)
{
    QStringList names = before.keys();
    for (const QString &name : after.keys())
        if (!names.contains(name))
            names += name;
    names.sort();
    for (const QString &name : names)
        if (before.value(name) != after.value(name))
            out += {name, textOf(before.value(name)), textOf(after.value(name)), true};
}

} // namespace

QString exactTime(Instant at)
{
    return QLocale().toString(kit::inIndia(at), QStringLiteral("d MMM yyyy  HH:mm:ss"));
}

QString roleName(const QString &role)
{
    if (const auto known = names::fromText<Role>(role))
        return kit::display::text(*known);
    return Words::tr("without session");
}

QString actorOf(const AuditEntry &entry)
{
    if (entry.actorName)
        return *entry.actorName;
    return entry.actorId ? entry.actorId->text() : Words::tr("Nobody signed in");
}

QList<Word> areas()
{
    return {{QStringLiteral("auth."), Words::tr("Sign-in and sessions")},
            {QStringLiteral("kyc."), Words::tr("KYC")},
            {QStringLiteral("orders."), Words::tr("Orders and escrow")},
            {QStringLiteral("payment."), Words::tr("Payments")},
            {QStringLiteral("payouts."), Words::tr("Payouts")},
            {QStringLiteral("refunds."), Words::tr("Refunds")},
            {QStringLiteral("disputes."), Words::tr("Disputes")},
            {QStringLiteral("books."), Words::tr("Books")},
            {QStringLiteral("commissions."), Words::tr("Commission")},
            {QStringLiteral("vendors."), Words::tr("Vendors")},
            {QStringLiteral("catalog."), Words::tr("Catalog")},
            {QStringLiteral("chat."), Words::tr("Chats")},
            {QStringLiteral("ads."), Words::tr("Ads")},
            {QStringLiteral("reports."), Words::tr("Reports")},
            {QStringLiteral("settings."), Words::tr("Settings")},
            {QStringLiteral("keys."), Words::tr("Keys")}};
}

QList<Word> objects()
{
    return {{QStringLiteral("account"), Words::tr("Account")},
            {QStringLiteral("kyc_submission"), Words::tr("KYC submission")},
            {QStringLiteral("stored_file"), Words::tr("Document")},
            {QStringLiteral("order"), Words::tr("Order")},
            {QStringLiteral("payment"), Words::tr("Payment")},
            {QStringLiteral("payout"), Words::tr("Payout")},
            {QStringLiteral("refund"), Words::tr("Refund")},
            {QStringLiteral("dispute"), Words::tr("Dispute")},
            {QStringLiteral("ledger_account"), Words::tr("Ledger account")},
            {QStringLiteral("posting"), Words::tr("Posting")},
            {QStringLiteral("payout_batch"), Words::tr("Bank file")},
            {QStringLiteral("commission_rate"), Words::tr("Commission rate")},
            {QStringLiteral("product"), Words::tr("Product")},
            {QStringLiteral("category"), Words::tr("Category")},
            {QStringLiteral("vendor"), Words::tr("Store")},
            {QStringLiteral("chat_room"), Words::tr("Chat")},
            {QStringLiteral("ad"), Words::tr("Ad")},
            {QStringLiteral("setting"), Words::tr("Setting")},
            {QStringLiteral("api_key"), Words::tr("API key")}};
}

QString objectWord(const QString &objectType)
{
    for (const Word &word : objects())
        if (word.value == objectType)
            return word.text;
    return objectType;
}

QString pageOf(const QString &objectType)
{
    static const QHash<QString, QString> pages = {{QStringLiteral("kyc_submission"), QStringLiteral("admin.kyc")},
                                                  {QStringLiteral("vendor"), QStringLiteral("admin.vendors")},
                                                  {QStringLiteral("order"), QStringLiteral("admin.orders")},
                                                  {QStringLiteral("payout"), QStringLiteral("admin.payouts")},
                                                  {QStringLiteral("refund"), QStringLiteral("admin.refunds")},
                                                  {QStringLiteral("dispute"), QStringLiteral("admin.disputes")},
                                                  {QStringLiteral("ledger_account"), QStringLiteral("admin.books")},
                                                  {QStringLiteral("ad"), QStringLiteral("admin.ads")}};
    return pages.value(objectType);
}

QList<Change> changesOf(const Json &details)
{
    const QJsonObject object = QJsonDocument::fromJson(details.text).object();
    const QJsonValue before = object.value(QLatin1String("old")), after = object.value(QLatin1String("new"));
    QList<Change> out;
    if (before.isUndefined() && after.isUndefined()) {
        for (auto it = object.begin(); it != object.end(); ++it)
            out += {it.key(), {}, textOf(it.value()), false};
    } else if (before.isObject() && after.isObject()) {
        compare(out, before.toObject(), after.toObject());
    } else if (before.isUndefined() && after.isObject()) {
        const QJsonObject made = after.toObject();
        for (auto it = made.begin(); it != made.end(); ++it)
            out += {it.key(), {}, textOf(it.value()), false};
    } else {
        out += {{}, textOf(before), textOf(after), true};
    }
    return out;
}

} // namespace audit
