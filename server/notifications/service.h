#pragma once

// Tells people what happened: a notice in the in-app inbox and mails, which are sent by jobs (NOTIF-08, NOTIF-11).

#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/notifications/store.h"
#include "shared/contract/auth.h"
#include "shared/contract/books.h"
#include "shared/contract/chat.h"
#include "shared/contract/custody.h"
#include "shared/contract/devices.h"
#include "shared/contract/disputes.h"
#include "shared/contract/kyc.h"
#include "shared/contract/notifications.h"
#include "shared/contract/orders.h"
#include "shared/contract/ownemail.h"
#include "shared/contract/payments.h"
#include "shared/contract/payoutaccounts.h"
#include "shared/contract/payouts.h"
#include "shared/contract/people.h"
#include "shared/contract/preferences.h"
#include "shared/contract/prices.h"
#include "shared/contract/privacy.h"
#include "shared/contract/reconciliation.h"
#include "shared/contract/reportnews.h"
#include "shared/contract/vendors.h"
#include "shared/contract/weighing.h"

#include <memory>

namespace accounts {
class Service;
}
namespace settings {
class Service;
}
namespace jobs {
class Service;
}
namespace storage {
class Service;
}

namespace notifications {

struct AttachedFile;
struct Headline;
class Letters;
struct MailJob;

// Without a server every mail becomes an .eml file in the folder.
struct MailConfig
{
    QString server = {}; // "smtp://host:587", "smtps://host:465"
    QString user = {};
    QByteArray password = {};
    QString from = QStringLiteral("Kabaadwala <no-reply@localhost>");
    QString folder = {};                                       // for .eml files, made when missing
    QString siteUrl = QStringLiteral("http://127.0.0.1:8080"); // where links in mails lead
    bool needsTls = false;                                     // nothing is sent in clear
    QString authorities = {};                                  // PEM file; the system's when empty
    int timeoutMs = 15'000;
};

// Without a provider nothing is written to phones.
struct SmsConfig
{
    QString url = {}; // "https://api.twilio.com"
    QString account = {};
    QByteArray token = {};
    QString sender = {};
    int timeoutMs = 10'000;
};

class Service
{
public:
    Service(Db &db, const Ids &ids, accounts::Service &accounts, settings::Service &settings, jobs::Service &jobs,
            storage::Service &storage, MailConfig config, SmsConfig sms = {});
    ~Service();

    Result<Page<Notice>> listNotices(const Caller &caller, const ListNotices &wish);
    Result<UnreadCount> countUnread(const Caller &caller);
    Result<Notice> markRead(const Caller &caller, Id<Notice> id);
    Result<UnreadCount> markAllRead(const Caller &caller);
    Result<QList<PushDevice>> listDevices(const Caller &caller);
    Result<PushDevice> registerDevice(const Caller &caller, const RegisterDevice &wish);
    Result<> removeDevice(const Caller &caller, Id<PushDevice> id);

    personal::Parts exportOf(Tx &tx, Id<Account> account);
    void eraseOf(Tx &tx, Id<Account> account);

    // Reactions, each in the transaction of its delivery.
    Result<> onActivationIssued(Tx &tx, const ActivationIssued &event);
    Result<> onOtpIssued(Tx &tx, const OtpIssued &event);
    Result<> onPasswordResetIssued(Tx &tx, const PasswordResetIssued &event);
    Result<> onEmailCodeIssued(Tx &tx, const EmailCodeIssued &event);
    Result<> onEmailChanged(Tx &tx, const EmailChanged &event);
    Result<> onAccountBanned(Tx &tx, const AccountBanned &event);
    Result<> onDistributorDecided(Tx &tx, const DistributorDecided &event);
    Result<> onVendorModerated(Tx &tx, const VendorModerated &event);
    Result<> onBuyersOfSuspended(Tx &tx, const BuyersOfSuspended &event);
    Result<> onPriceOverridden(Tx &tx, const PriceOverridden &event);
    Result<> onBusinessCodeIssued(Tx &tx, const BusinessCodeIssued &event);
    Result<> onKycDecided(Tx &tx, const KycDecided &event);
    Result<> onOrderPlaced(Tx &tx, const OrderPlaced &event);
    Result<> onOrderAdvanced(Tx &tx, const OrderAdvanced &event);
    Result<> onOrderSettled(Tx &tx, const OrderSettled &event);
    Result<> onWeighTicketChanged(Tx &tx, const WeighTicketChanged &event);
    Result<> onWeighTopUpChanged(Tx &tx, const WeighTopUpChanged &event);
    Result<> onPayoutChanged(Tx &tx, const PayoutChanged &event);
    Result<> onPayoutAccountChanged(Tx &tx, const PayoutAccountChanged &event);
    Result<> onRefundChanged(Tx &tx, const RefundChanged &event);
    Result<> onDisputeChanged(Tx &tx, const DisputeChanged &event);
    Result<> onPaymentSettled(Tx &tx, const PaymentSettled &event);
    Result<> onWalletReduced(Tx &tx, const WalletReduced &event);
    Result<> onMessageSent(Tx &tx, const MessageSent &event);
    Result<> onMessagesRead(Tx &tx, const MessagesRead &event);
    Result<> onCopyReady(Tx &tx, const CopyReady &event);
    Result<> onAccountErased(Tx &tx, const AccountErased &event);
    Result<> onReportReady(Tx &tx, const ReportReady &event);
    Result<> onBooksJudged(Tx &tx, const BooksJudged &event);
    Result<> onSessionsRevoked(Tx &tx, const SessionsRevoked &event);
    Result<> onSessionsEnded(Tx &tx, const SessionsRevoked &event);
    Result<> onCustodyDiffers(Tx &tx, const CustodyDiffers &event);
    Result<> onMoneyFlagged(Tx &tx, const MoneyFlagged &event);

    // The work of a mail job: fills the letter in and hands it to the mail server or to the folder.
    Result<> sendMail(const QByteArray &payload);
    // The same for a short message.
    Result<> sendSms(const QByteArray &payload);

    struct News;

private:
    QList<PushDevice> devicesOf(Tx &tx, Id<Account> account, Id<Session> session);
    void tellAndMail(Tx &tx, const News &news);
    void tell(Tx &tx, const News &news);
    void mail(Tx &tx, const News &news, const QString &to);
    // Whether the reader is to be reached on this channel (NOTIF-17).
    bool wants(Tx &tx, const News &news, bool PutPreferences::*channel);
    Result<> textCode(Tx &tx, const OtpIssued &event);
    void tellCashiers(Tx &tx, News news);
    void alert(Tx &tx, const MessageSent &event, Id<Account> reader);
    QString orderLink(Id<Order> id) const;
    QList<AttachedFile> filesOf(const MailJob &job) const;

    Db &m_db;
    const Ids &m_ids;
    accounts::Service &m_accounts;
    settings::Service &m_settings;
    jobs::Service &m_jobs;
    storage::Service &m_storage;
    const MailConfig m_config;
    const SmsConfig m_sms;
    Store m_store;
    std::unique_ptr<Letters> m_letters;
};

} // namespace notifications
