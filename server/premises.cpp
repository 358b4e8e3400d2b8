#include "server/premises.h"

#include "server/core/postgres.h"
#include "server/core/sqlite.h"
#include "server/payments/setuprules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <stdexcept>

namespace {

constexpr auto ownFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr auto ownFolder = ownFile | QFile::ExeOwner;

// Only the owner may look into books, mails with codes and what strangers handed in. New files are made so; these may
// have come from an earlier version, a copy or a folder that was open to everybody.
void keepToOwner(const Config &config)
{
    const QDir folder(config.data);
    for (const QString &path : {folder.absolutePath(), folder.filePath(QStringLiteral("files")), config.mailFolder()})
        if (QFileInfo(path).isDir())
            QFile::setPermissions(path, ownFolder);
    QStringList files{config.secretPath(), folder.filePath(QStringLiteral("audit.head")),
                      folder.filePath(QStringLiteral("ledger.head"))};
    if (!config.isPostgres())
        for (const char *part : {"", "-wal", "-shm", ".lock"})
            files += config.databaseAddress() + QLatin1StringView(part);
    for (const QString &path : std::as_const(files))
        if (QFileInfo(path).isFile())
            QFile::setPermissions(path, ownFile);
}

// Only a stand-in has a checkout page of its own; the real provider's script is given the ids.
QString checkoutOf(const QString &url, const QString &path)
{
    const QString host = QUrl(url).host();
    const bool isStandIn = host == u"127.0.0.1" || host == u"localhost";
    return isStandIn ? url + path + QStringLiteral("/{order}") : QString();
}

payments::GatewayConfig razorpayOf(const Config &config)
{
    payments::GatewayConfig out;
    if (!config.gateway.url.isEmpty()) {
        out.baseUrl = config.gateway.url;
        out.checkoutUrl = checkoutOf(out.baseUrl, QStringLiteral("/checkout"));
    }
    out.keyId = config.gateway.keyId;
    out.keySecret = config.gateway.keySecret.toUtf8();
    out.webhookSecret = config.gateway.webhookSecret.toUtf8();
    return out;
}

// In the order in which buyers are offered them. Razorpay is there without a key too, so that an operator who has
// forgotten it finds its webhooks refused and not unknown.
QList<payments::GatewayConfig> gatewaysOf(const Config &config)
{
    QList<payments::GatewayConfig> all{razorpayOf(config)};
    if (!config.stripe.publishableKey.isEmpty())
        all.append({.provider = QStringLiteral("stripe"),
                    .baseUrl = config.stripe.url,
                    .checkoutUrl = checkoutOf(config.stripe.url, QStringLiteral("/checkout")),
                    .keyId = config.stripe.publishableKey,
                    .keySecret = config.stripe.secretKey.toUtf8(),
                    .webhookSecret = config.stripe.webhookSecret.toUtf8()});
    // Until the console says otherwise, stores are paid through the account that takes the money in.
    if (!config.stripe.secretKey.isEmpty())
        all.append({.provider = QStringLiteral("stripe_connect"),
                    .baseUrl = config.stripe.url,
                    .keySecret = config.stripe.secretKey.toUtf8(),
                    .webhookSecret = config.stripe.webhookSecret.toUtf8()});
    const QString returnUrl = config.sslcommerz.returnUrl;
    if (!config.sslcommerz.storeId.isEmpty())
        all.append({.provider = QStringLiteral("sslcommerz"),
                    .baseUrl = config.sslcommerz.url,
                    .keyId = config.sslcommerz.storeId,
                    .keySecret = config.sslcommerz.storePassword.toUtf8(),
                    .webhookSecret = config.sslcommerz.storePassword.toUtf8(),
                    .returnUrl = returnUrl.isEmpty() ? config.publicUrl() : returnUrl});
    if (!config.upi.address.isEmpty())
        all.append({.provider = QStringLiteral("upi"),
                    .keyId = config.upi.address,
                    .payeeName = config.upi.name,
                    .merchantCode = config.upi.merchantCode});
    for (payments::GatewayConfig &each : all) {
        each.currency = config.currency;
        each.siteUrl = config.publicUrl();
        each.isMockable = config.profile != Profile::Production;
        if (!each.isMockable && payments::setup::modeOf(each) != GatewayMode::Live)
            throw Complaint{Complaint::configuration,
                            each.provider +
                                QStringLiteral(" is set up to play with money, and this is a production market")};
    }
    return all;
}

// A layout that is found wrong when payouts are due is found too late.
QString checkedLayouts(const QString &folder)
{
    try {
        (void)payouts::bankLayouts(folder);
    } catch (const std::runtime_error &fault) {
        throw Complaint{Complaint::configuration, QString::fromUtf8(fault.what())};
    }
    return folder;
}

MarketPlan planOf(const Config &config)
{
    QDir folder(config.data);
    if (!folder.mkpath(QStringLiteral(".")))
        throw Complaint{Complaint::configuration, QStringLiteral("cannot make the data folder %1").arg(config.data)};
    keepToOwner(config);

    const auto secrets = config::masterSecrets(config.secretPath());
    if (!secrets)
        throw secrets.error();

    // New books begin a new chain.
    MarketPlan plan{.masterSecrets = *secrets,
                    .auditAnchor = folder.filePath(QStringLiteral("audit.head")),
                    .booksAnchor = folder.filePath(QStringLiteral("ledger.head"))};
    if (!config.isPostgres() && !QFile::exists(config.databaseAddress()))
        for (const QString &anchor : {plan.auditAnchor, plan.booksAnchor})
            QFile::remove(anchor);

    plan.storage.folder = folder.filePath(QStringLiteral("files"));
    const QFileInfo sandbox(QCoreApplication::applicationDirPath() + QStringLiteral("/kabaadwala-sandbox"));
    if (sandbox.isExecutable())
        plan.storage.sandbox = sandbox.filePath();
    plan.storage.undecoded = config.uploads.undecoded ? storage::Undecoded::Taken : storage::Undecoded::Refused;
    plan.storage.scanner = config.uploads.scanner;

    plan.gateways = gatewaysOf(config);
    plan.bankFolder = checkedLayouts(folder.filePath(QStringLiteral("banks")));

    if (!config.smtp.host.isEmpty()) {
        const QString scheme = config.smtp.tls == MailTls::Tls ? QStringLiteral("smtps") : QStringLiteral("smtp");
        plan.mail.server = QStringLiteral("%1://%2:%3").arg(scheme, config.smtp.host).arg(config.smtp.port);
        plan.mail.needsTls = config.smtp.tls != MailTls::None;
        plan.mail.authorities = config.smtp.caFile;
        plan.mail.user = config.smtp.user;
        plan.mail.password = config.smtp.password.toUtf8();
    }
    if (!config.sms.url.isEmpty())
        plan.sms = {.url = config.sms.url,
                    .account = config.sms.account,
                    .token = config.sms.token.toUtf8(),
                    .sender = config.sms.sender};
    plan.google.clientId = config.google.clientId;
    plan.google.keys = config.google.keys;

    plan.business = {.name = config.business.name,
                     .tradeName = config.business.name,
                     .address = config.business.address,
                     .place = config.business.city,
                     .pincode = config.business.pincode,
                     .gstin = config.business.gstin};

    plan.mail.from = config.smtp.from;
    plan.mail.folder = config.mailFolder();
    plan.mail.siteUrl = config.publicUrl();
    return plan;
}

std::unique_ptr<Db> openDatabase(const Config &config, const Clock &clock, SqliteDb::Keeping keeping)
{
    if (config.isPostgres()) {
        PostgresDb::Limits limits;
        limits.connections = config.database.connections;
        return std::make_unique<PostgresDb>(config.databaseAddress(), clock, limits);
    }
    return std::make_unique<SqliteDb>(config.databaseAddress(), clock, SqliteDb::Limits{.keeping = keeping});
}

} // namespace

Premises::Premises(const Config &config, const Clock &clock, SqliteDb::Keeping keeping)
    : config(config)
    , plan(planOf(config))
    , db(openDatabase(config, clock, keeping))
{}
