#include "server/paygate/connect.h"

#include <QJsonArray>

namespace paygate {

namespace {

constexpr qsizetype mostThings = 100'000;
constexpr qint64 linkSeconds = 300;

Told refused(const char *code, const QString &message, int status = 400)
{
    return told(
        {{"error",
          QJsonObject{{"type", "invalid_request_error"}, {"code", QString::fromLatin1(code)}, {"message", message}}}},
        status);
}

Told lost()
{
    return told({{"error", QJsonObject{{"type", "api_error"}, {"message", "An unknown error occurred"}}}}, 500);
}

bool take(int &count)
{
    if (count <= 0)
        return false;
    --count;
    return true;
}

} // namespace

Connect::Connect(const Clock &clock, QRandomGenerator &random, Webhooks &webhooks)
    : m_clock(clock)
    , m_random(random)
    , m_webhooks(webhooks)
{}

std::optional<Told> Connect::answer(const Asked &asked, const Form &form)
{
    const QStringList parts = asked.path.split(u'/', Qt::SkipEmptyParts);
    const bool isPost = asked.method == "POST";
    const QString what = parts.value(1);
    if (what == u"balance" && !isPost)
        return told({{"object", "balance"}, {"available", QJsonArray()}, {"livemode", false}});
    if (what == u"accounts" && isPost && parts.size() == 2)
        return openAccount(form);
    if (what == u"accounts" && !isPost) {
        const auto account = m_accounts.constFind(parts.value(2));
        return account == m_accounts.cend() ? refused("resource_missing", QStringLiteral("No such account"), 404)
                                            : told(json(*account));
    }
    if (what == u"account_links" && isPost)
        return link(form);
    if (what == u"transfers" && isPost) {
        const Told made = transfer(form);
        return take(m_losses) ? lost() : made;
    }
    if (what == u"transfers")
        return list(asked.query.queryItemValue(QStringLiteral("transfer_group"), QUrl::FullyDecoded));
    return std::nullopt;
}

Told Connect::openAccount(const Form &form)
{
    if (form.value(QStringLiteral("type")) != u"express")
        return refused("parameter_invalid", QStringLiteral("The stand-in opens express accounts only"));
    if (form.value(QStringLiteral("country")).size() != 2)
        return refused("parameter_invalid", QStringLiteral("Country is not a country code"));
    if (form.value(QStringLiteral("capabilities[transfers][requested]")) != u"true")
        return refused("parameter_missing", QStringLiteral("Nothing is asked of this account"));
    if (m_accounts.size() >= mostThings)
        return lost();
    const Account account{.id = newId("acct_"),
                          .country = form.value(QStringLiteral("country")),
                          .store = form.value(QStringLiteral("metadata[store]"))};
    m_accounts.insert(account.id, account);
    return told(json(account));
}

Told Connect::link(const Form &form)
{
    const QString id = form.value(QStringLiteral("account"));
    if (!m_accounts.contains(id))
        return refused("resource_missing", QStringLiteral("No such account"), 404);
    for (const char *name : {"refresh_url", "return_url"})
        if (form.value(QString::fromLatin1(name)).isEmpty())
            return refused("parameter_missing", QStringLiteral("Missing required param: ") + QLatin1StringView(name));
    if (form.value(QStringLiteral("type")) != u"account_onboarding")
        return refused("parameter_invalid", QStringLiteral("Invalid type"));
    const qint64 now = m_clock.now().ms / 1000;
    return told({{"object", "account_link"},
                 {"created", now},
                 {"expires_at", now + linkSeconds},
                 {"url", m_baseUrl + QStringLiteral("/onboarding/") + id}});
}

Told Connect::transfer(const Form &form)
{
    const auto account = m_accounts.constFind(form.value(QStringLiteral("destination")));
    bool isNumber = false;
    const qint64 amount = form.value(QStringLiteral("amount")).toLongLong(&isNumber);
    if (!isNumber || amount <= 0)
        return refused("parameter_invalid_integer", QStringLiteral("Invalid integer: amount"));
    if (account == m_accounts.cend())
        return refused("resource_missing", QStringLiteral("No such destination"));
    if (!account->isActive || take(m_refusals))
        return refused("insufficient_capabilities_for_transfer",
                       QStringLiteral("The destination account has not the transfers capability enabled."));
    if (take(m_emptyBalances))
        return refused("balance_insufficient", QStringLiteral("You have insufficient available funds."));
    if (m_transfers.size() >= mostThings)
        return lost();
    const Transfer made{.id = newId("tr_"),
                        .amount = amount,
                        .currency = form.value(QStringLiteral("currency")),
                        .destination = account->id,
                        .group = form.value(QStringLiteral("transfer_group")),
                        .payout = form.value(QStringLiteral("metadata[payout]")),
                        .createdAt = m_clock.now().ms / 1000};
    m_transfers += made;
    tell(QStringLiteral("transfer.created"), json(made));
    return told(json(made));
}

Told Connect::list(const QString &group) const
{
    QJsonArray found;
    for (const Transfer &each : m_transfers)
        if (group.isEmpty() || each.group == group)
            found.prepend(json(each));
    return told({{"object", "list"}, {"has_more", false}, {"data", found}});
}

Told Connect::visit(const QString &id, const QString &button)
{
    const auto account = m_accounts.find(id);
    if (account == m_accounts.end())
        return refused("resource_missing", QStringLiteral("No such account"), 404);
    account->isHandedIn = true;
    account->holder = m_holder;
    account->isActive = button == u"finish";
    account->disabledReason = account->isActive ? QString() : QStringLiteral("rejected.other");
    tell(QStringLiteral("account.updated"), json(*account));
    return told(json(*account));
}

void Connect::control(const QJsonObject &wish)
{
    m_refusals = wish.value("refuse_transfers").toInt();
    m_emptyBalances = wish.value("empty_balance").toInt();
    m_losses = wish.value("lose_transfers").toInt();
    if (wish.contains("holder"))
        m_holder = wish.value("holder").toString();
    if (wish.contains("reverse"))
        reverse(wish.value("reverse").toString(), wish.value("reverse_amount").toInteger());
}

// All of it when no amount is said.
void Connect::reverse(const QString &id, qint64 amount)
{
    for (Transfer &each : m_transfers) {
        if (each.id != id)
            continue;
        each.reversed = amount > 0 ? amount : each.amount;
        tell(QStringLiteral("transfer.reversed"), json(each));
    }
}

void Connect::tell(const QString &kind, const QJsonObject &object)
{
    const QString id = newId("evt_");
    m_webhooks.send({{id.toLatin1(),
                      {{"id", id},
                       {"object", "event"},
                       {"type", kind},
                       {"account", kind.startsWith(u"account.") ? object.value("id") : QJsonValue()},
                       {"created", m_clock.now().ms / 1000},
                       {"livemode", false},
                       {"data", QJsonObject{{"object", object}}}},
                      m_newsUrl}});
}

QJsonObject Connect::json(const Account &account) const
{
    const QJsonValue why = account.disabledReason.isEmpty() ? QJsonValue() : QJsonValue(account.disabledReason);
    const QJsonArray banks =
        account.holder.isEmpty()
            ? QJsonArray()
            : QJsonArray{QJsonObject{
                  {"object", "bank_account"}, {"account", account.id}, {"account_holder_name", account.holder}}};
    const QJsonArray due = account.isHandedIn ? QJsonArray() : QJsonArray{"external_account", "business_profile.url"};
    return {{"id", account.id},
            {"object", "account"},
            {"type", "express"},
            {"country", account.country},
            {"charges_enabled", account.isActive},
            {"payouts_enabled", account.isActive},
            {"details_submitted", account.isHandedIn},
            {"capabilities", QJsonObject{{"transfers", account.isActive ? "active" : "inactive"}}},
            {"requirements", QJsonObject{{"disabled_reason", why}, {"currently_due", due}}},
            {"external_accounts", QJsonObject{{"object", "list"}, {"data", banks}}},
            {"metadata", QJsonObject{{"store", account.store}}}};
}

QJsonObject Connect::json(const Transfer &transfer) const
{
    return {{"id", transfer.id},
            {"object", "transfer"},
            {"amount", transfer.amount},
            {"amount_reversed", transfer.reversed},
            {"created", transfer.createdAt},
            {"currency", transfer.currency},
            {"destination", transfer.destination},
            {"livemode", false},
            {"metadata", QJsonObject{{"payout", transfer.payout}}},
            {"reversed", transfer.reversed == transfer.amount},
            {"transfer_group", transfer.group}};
}

QString Connect::newId(const char *prefix)
{
    constexpr int length = 16;
    constexpr QLatin1StringView signs("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    QString id = QString::fromLatin1(prefix);
    for (int i = 0; i < length; ++i)
        id += QChar(signs.at(qsizetype(m_random.bounded(quint32(signs.size())))));
    return id;
}

} // namespace paygate
