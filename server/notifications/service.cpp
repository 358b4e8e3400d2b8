#include "server/notifications/service.h"

#include "server/accounts/service.h"
#include "server/core/cursor.h"
#include "server/jobs/service.h"
#include "server/notifications/gateways/folder.h"
#include "server/notifications/gateways/smtp.h"
#include "server/notifications/message.h"
#include "server/notifications/news.h"
#include "server/notifications/rules.h"
#include "server/settings/service.h"
#include "server/storage/service.h"

#include <QFile>

namespace notifications {

Service::Service(Db &db, const Ids &ids, accounts::Service &accounts, settings::Service &settings, jobs::Service &jobs,
                 storage::Service &storage, MailConfig config, SmsConfig sms)
    : m_db(db)
    , m_ids(ids)
    , m_accounts(accounts)
    , m_settings(settings)
    , m_jobs(jobs)
    , m_storage(storage)
    , m_config(std::move(config))
    , m_sms(std::move(sms))
    , m_letters(std::make_unique<Letters>(m_config.siteUrl))
{}

Service::~Service() = default;

Result<Page<Notice>> Service::listNotices(const Caller &caller, const ListNotices &wish)
{
    LET(before, cursor::idOf<Notice>(wish.cursor));
    return cursor::pageById(
        m_db.read([&](Tx &tx) { return m_store.list(tx, caller.id, wish, before, wish.limit + 1); }), wish.limit);
}

Result<UnreadCount> Service::countUnread(const Caller &caller)
{
    return UnreadCount{m_db.read([&](Tx &tx) { return m_store.countUnread(tx, caller.id); })};
}

Result<Notice> Service::markRead(const Caller &caller, Id<Notice> id)
{
    return m_db.write(caller, [&](Tx &tx) { return m_store.markRead(tx, caller.id, id, tx.now()); });
}

Result<UnreadCount> Service::markAllRead(const Caller &caller)
{
    return m_db.write(caller, [&](Tx &tx) -> Result<UnreadCount> {
        m_store.markAllRead(tx, caller.id, tx.now());
        return UnreadCount{m_store.countUnread(tx, caller.id)};
    });
}

bool Service::wants(Tx &tx, const News &news, bool PutPreferences::*channel)
{
    return !mayBeDeclined(news.letter) || m_accounts.channelsOf(tx, news.reader.id).*channel;
}

void Service::tell(Tx &tx, const News &news)
{
    const auto headline = m_letters->headline(
        {.letter = news.letter, .language = news.reader.language, .words = news.words, .sections = news.sections});
    if (!headline)
        return;
    const Notice notice{.id = m_ids.next<Notice>(),
                        .kind = news.kind,
                        .title = headline->title,
                        .text = headline->text,
                        .objectId = news.objectId,
                        .createdAt = tx.now()};
    m_store.insert(tx, news.reader.id, notice);
    // Whoever wants no alarm finds it in the inbox all the same.
    if (wants(tx, news, &PutPreferences::inApp))
        tx.publish(NoticeCreated{news.reader.id, notice});
}

void Service::mail(Tx &tx, const News &news, const QString &to)
{
    // Asked again when the mail is sent; here it spares a job that can only fail.
    if (to.isEmpty() || addressOf(to) != to || !wants(tx, news, &PutPreferences::email))
        return;
    const MailJob job{.id = m_ids.next<MailJob>(),
                      .to = to,
                      .letter = news.letter,
                      .language = news.reader.language,
                      .words = news.words,
                      .sections = news.sections,
                      .createdAt = tx.now(),
                      .attachments = news.attachments};
    // Whoever is to be let in waits for it at the door, so it does not wait behind the market's other mail.
    if (news.isSecret)
        m_jobs.enqueueAhead(tx, secretMailKind, job);
    else
        m_jobs.enqueue(tx, mailKind, job);
}

QString Service::orderLink(Id<Order> id) const
{
    return m_config.siteUrl + QStringLiteral("/orders/") + id.text();
}

Result<> Service::onOtpIssued(Tx &tx, const OtpIssued &event)
{
    if (event.phone)
        return textCode(tx, event);
    mail(tx,
         {.reader = {.language = event.language},
          .isSecret = true,
          .letter = QStringLiteral("otp_email"),
          .words = {{QStringLiteral("username"), event.username},
                    {QStringLiteral("code"), event.code},
                    {QStringLiteral("minutes"), QString::number(m_settings.whole(settings::Key::AuthOtpTtlMinutes))}}},
         event.email);
    return {};
}

// Mails only: whoever is banned reads no inbox, and whoever waits for approval looks into the mail.
Result<> Service::onAccountBanned(Tx &tx, const AccountBanned &event)
{
    const auto person = m_accounts.find(tx, event.accountId);
    if (!person)
        return {};
    News news{.reader = *person,
              .letter = QStringLiteral("ban_notice"),
              .words = {{QStringLiteral("username"), person->username}}};
    addReason(news.words, event.reason);
    mail(tx, news, person->email.value_or(QString()));
    return {};
}

Result<> Service::onDistributorDecided(Tx &tx, const DistributorDecided &event)
{
    const auto person = m_accounts.find(tx, event.accountId);
    if (!person)
        return {};
    News news{.reader = *person,
              .letter = QStringLiteral("distributor_decided"),
              .words = {{QStringLiteral("username"), person->username}},
              .sections = {names::text(event.status)}};
    addReason(news.words, event.reason);
    mail(tx, news, person->email.value_or(QString()));
    return {};
}

Result<> Service::onKycDecided(Tx &tx, const KycDecided &event)
{
    const auto vendor = m_accounts.find(tx, event.accountId);
    if (!vendor)
        return {};
    News news{.reader = *vendor,
              .letter = QStringLiteral("kyc_status"),
              .words = {{QStringLiteral("username"), vendor->username}},
              .sections = {names::text(event.status)},
              .kind = NoticeKind::KycStatus,
              .objectId = event.submissionId.text()};
    addReason(news.words, event.reason);
    tell(tx, news);
    mail(tx, news, vendor->email.value_or(QString()));
    return {};
}

Result<> Service::onOrderPlaced(Tx &tx, const OrderPlaced &event)
{
    const QList<Word> words{{QStringLiteral("order_number"), event.orderNumber},
                            {QStringLiteral("total"), rupees(event.total)},
                            {QStringLiteral("store_name"), event.card.storeName},
                            {QStringLiteral("customer_name"), event.card.customerName},
                            {QStringLiteral("link"), orderLink(event.orderId)}};
    const auto write = [&](Id<Account> id, const QString &section) {
        const auto reader = m_accounts.find(tx, id);
        if (!reader)
            return;
        const News news{.reader = *reader,
                        .letter = QStringLiteral("order_placed"),
                        .words = words + QList<Word>{{QStringLiteral("username"), reader->username}},
                        .sections = {section},
                        .kind = NoticeKind::OrderPlaced,
                        .objectId = event.orderId.text()};
        tell(tx, news);
        mail(tx, news, reader->email.value_or(QString()));
    };
    const bool isCash = event.card.paymentMethod == PaymentMethodKind::Cod;
    write(event.buyerId, isCash ? QStringLiteral("cash") : QStringLiteral("buyer"));
    write(event.vendorAccountId, QStringLiteral("vendor"));
    return {};
}

Result<> Service::onOrderAdvanced(Tx &tx, const OrderAdvanced &event)
{
    const auto newsFor = [&](const Account &reader) {
        News news{.reader = reader,
                  .letter = QStringLiteral("order_update"),
                  .words = {{QStringLiteral("username"), reader.username},
                            {QStringLiteral("order_number"), event.orderNumber},
                            {QStringLiteral("link"), orderLink(event.orderId)}},
                  .sections = {sectionOf(event)},
                  .kind = NoticeKind::OrderUpdate,
                  .objectId = event.orderId.text()};
        addReason(news.words, event.reason);
        return news;
    };
    // The customer gets a mail at each step (NOTIF-05), the store a notice of what it did not do itself.
    if (const auto buyer = m_accounts.find(tx, event.buyerId)) {
        const News news = newsFor(*buyer);
        tell(tx, news);
        mail(tx, news, buyer->email.value_or(QString()));
    }
    if (event.actor == Actor::Vendor || !event.isPaid)
        return {};
    if (const auto vendor = m_accounts.find(tx, event.vendorAccountId))
        tell(tx, newsFor(*vendor));
    return {};
}

Result<> Service::onOrderSettled(Tx &tx, const OrderSettled &event)
{
    if (const auto vendor = m_accounts.find(tx, event.vendorAccountId))
        tell(tx,
             {.reader = *vendor,
              .letter = QStringLiteral("order_settled"),
              .words = {{QStringLiteral("username"), vendor->username},
                        {QStringLiteral("order_number"), event.orderNumber},
                        {QStringLiteral("gross"), rupees(event.gross)},
                        {QStringLiteral("commission"), rupees(event.commission)},
                        {QStringLiteral("net"), rupees(event.net)}},
              .sections = {event.method == PaymentMethodKind::Cod ? QStringLiteral("cash") : QStringLiteral("escrow")},
              .kind = NoticeKind::OrderSettled,
              .objectId = event.orderId.text()});
    return {};
}

Result<> Service::onPayoutChanged(Tx &tx, const PayoutChanged &event)
{
    const auto vendor = m_accounts.find(tx, event.vendorAccountId);
    if (!vendor)
        return {};
    News news{.reader = *vendor,
              .letter = QStringLiteral("payout_update"),
              .words = {{QStringLiteral("username"), vendor->username},
                        {QStringLiteral("payout_number"), event.payoutNumber},
                        {QStringLiteral("amount"), rupees(event.amount)}},
              .sections = {names::text(event.status)},
              .kind = NoticeKind::PayoutUpdate,
              .objectId = event.payoutId.text()};
    addReason(news.words, event.reason);
    tell(tx, news);
    mail(tx, news, vendor->email.value_or(QString()));
    return {};
}

// Money that pays for orders is told with them, and that none comes for orders that have ended is no news. Nor is that
// no statement has shown it yet: whoever has sent it would read that it never came.
Result<> Service::onPaymentSettled(Tx &tx, const PaymentSettled &event)
{
    const bool isPaid = event.status == PaymentStatus::Paid;
    const auto payer = m_accounts.find(tx, event.accountId);
    if (!payer || event.use == PaymentUse::Unseen ||
        event.use == (isPaid ? PaymentUse::Orders : PaymentUse::LateOrders))
        return {};
    News news{
        .reader = *payer,
        .letter = isPaid ? QStringLiteral("payment_success") : QStringLiteral("payment_failed"),
        .words = {{QStringLiteral("username"), payer->username}, {QStringLiteral("amount"), rupees(event.amount)}},
        .sections = {names::text(event.use)},
        .kind = isPaid ? NoticeKind::PaymentSuccess : NoticeKind::PaymentFailed,
        .objectId = event.paymentId.text()};
    addReason(news.words, event.failureReason);
    tell(tx, news);
    mail(tx, news, payer->email.value_or(QString()));
    return {};
}

Result<> Service::onMessageSent(Tx &tx, const MessageSent &event)
{
    switch (event.message.sender) {
    case Actor::Buyer: alert(tx, event, event.vendorAccountId); break;
    case Actor::Vendor: alert(tx, event, event.buyerId); break;
    case Actor::Admin:
        alert(tx, event, event.buyerId);
        alert(tx, event, event.vendorAccountId);
        break;
    case Actor::System: break;
    }
    return {};
}

// Who reads in the chat has no need of the notice, and what is said after that is news again.
Result<> Service::onMessagesRead(Tx &tx, const MessagesRead &event)
{
    m_store.markAboutRead(tx, event.readerId, NoticeKind::ChatAlert, event.roomId.text());
    return {};
}

void Service::alert(Tx &tx, const MessageSent &event, Id<Account> reader)
{
    // One alert per room until it is read, or a lively talk would fill the inbox (CHAT-10).
    if (m_store.hasUnread(tx, reader, NoticeKind::ChatAlert, event.roomId.text()))
        return;
    const auto account = m_accounts.find(tx, reader);
    if (!account)
        return;
    const News news{.reader = *account,
                    .letter = QStringLiteral("chat_alert"),
                    .words = {{QStringLiteral("username"), account->username},
                              {QStringLiteral("sender_name"), event.message.senderName},
                              {QStringLiteral("order_number"), event.orderNumber},
                              {QStringLiteral("message"), event.message.content.left(alertTextMax)},
                              {QStringLiteral("link"), orderLink(event.orderId)}},
                    .kind = NoticeKind::ChatAlert,
                    .objectId = event.roomId.text()};
    tell(tx, news);
    mail(tx, news, account->email.value_or(QString()));
}

// A file that is too large for a mail is announced; whoever may read reports finds it in the console.
Result<> Service::onReportReady(Tx &tx, const ReportReady &event)
{
    const bool isAttached = event.fileSize <= attachedBytesMax;
    for (const Id<Account> id : event.recipients) {
        auto reader = m_accounts.find(tx, id);
        if (!reader)
            continue;
        reader->language = event.language;
        News news{.reader = *reader,
                  .letter = QStringLiteral("report_ready"),
                  .words = {{QStringLiteral("username"), reader->username},
                            {QStringLiteral("title"), event.title},
                            {QStringLiteral("period"), event.period},
                            {QStringLiteral("rows"), QString::number(event.rows)},
                            {QStringLiteral("file_name"), event.fileName}},
                  .sections = {isAttached ? QStringLiteral("attached") : QStringLiteral("too_large")}};
        if (isAttached)
            news.attachments = {{event.fileId, event.fileName, event.contentType}};
        mail(tx, news, reader->email.value_or(QString()));
    }
    return {};
}

QList<AttachedFile> Service::filesOf(const MailJob &job) const
{
    QList<AttachedFile> out;
    for (const Attachment &each : job.attachments) {
        QFile file(m_storage.shelfPath(storage::Shelf::Reports, each.fileId));
        if (file.size() <= attachedBytesMax && file.open(QIODevice::ReadOnly))
            out += AttachedFile{each.name, each.contentType, file.readAll()};
    }
    return out;
}

Result<> Service::sendMail(const QByteArray &payload)
{
    LET(job, json::parse<MailJob>(payload));
    const QString address = addressOf(job.to);
    if (address.isEmpty() || address != job.to)
        return failure(ErrorCode::ValidationFailed, QStringLiteral("The address cannot be written to."));
    LET(letter, m_letters->fill(job));
    const QByteArray text =
        message({.from = m_config.from, .to = address, .messageId = job.id.text(), .date = job.createdAt}, letter,
                filesOf(job));
    if (m_config.server.isEmpty())
        return gateways::putIntoFolder(
            {.folder = m_config.folder, .time = job.createdAt, .letter = job.letter, .to = address}, text);
    return gateways::sendBySmtp({.url = m_config.server,
                                 .user = m_config.user,
                                 .password = m_config.password,
                                 .needsTls = m_config.needsTls,
                                 .authorities = m_config.authorities,
                                 .timeoutMs = m_config.timeoutMs},
                                addressOf(m_config.from), address, text);
}

} // namespace notifications
