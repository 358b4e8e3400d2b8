#pragma once

// What the operator decides: defaults < file < environment < command line. Every key stands once, in FIELDS; from it
// come the checks, --help, the example file and the refusal of unknown keys. http.port is http.port in the file,
// KABAADWALA_HTTP_PORT in the environment and --http-port on the command line. A secret never stands on the command
// line, but every secret has a twin that names a file: smtp.password_file.

#include "shared/base/fields.h"
#include "shared/base/names.h"
#include "shared/base/values.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

// Production refuses to start with what only a developer may go without (configrules.h).
NAMED_ENUM(Profile, Development, Staging, Production)
NAMED_ENUM(LogFormat, Text, Json)
NAMED_ENUM(LogLevel, Debug, Info, Warning, Error)
NAMED_ENUM(MailTls, None, Starttls, Tls)
NAMED_ENUM(TlsFloor, Tls12, Tls13)

struct HttpConfig
{
    QString listen = QStringLiteral("127.0.0.1");
    int port = 8080;
    QString publicUrl;
    QStringList allowedHosts;
    QStringList corsOrigins;
    QStringList trustedProxies;
    QStringList adminNetworks;
    QString tlsCertificate;
    QString tlsKey;
    TlsFloor tlsMin = TlsFloor::Tls12;
    bool behindTlsProxy = false;
    int redirectPort = 0;
    int threads = 0;
    QString metricsToken;

    FIELDS(HttpConfig, FIELD(listen, .label = "address to listen on", .standard = true),
           FIELD(port, .label = "port to listen on", .min = 0, .max = 65535, .standard = true),
           FIELD(publicUrl, .label = "URL under which clients reach this server; made from address and port when empty",
                 .pattern = "(https?://[^/]+)?", .standard = true),
           FIELD(allowedHosts, .label = "Host names that are answered; every one when empty", .standard = true),
           FIELD(corsOrigins, .label = "web origins that may call with a browser", .standard = true),
           FIELD(trustedProxies, .label = "addresses whose X-Forwarded-For is believed", .standard = true),
           FIELD(adminNetworks,
                 .label = "addresses and networks from which admins may work: 10.8.0.0/16; everywhere when empty",
                 .standard = true),
           FIELD(tlsCertificate, .label = "PEM file with the certificate chain", .standard = true),
           FIELD(tlsKey, .label = "PEM file with the private key", .standard = true),
           FIELD(tlsMin, .label = "oldest TLS that is spoken: tls12 or tls13", .standard = true),
           FIELD(behindTlsProxy,
                 .label = "true when a proxy with TLS stands before a server that others can reach without it",
                 .standard = true),
           FIELD(redirectPort, .label = "port for plain HTTP that only leads to https://; none when 0", .min = 0,
                 .max = 65535, .standard = true),
           FIELD(threads, .label = "network threads; one per core when 0", .min = 0, .max = 64, .standard = true),
           FIELD(metricsToken, .label = "bearer that may read /metrics from elsewhere; only this machine when empty",
                 .secret = true, .standard = true))
};

struct DatabaseConfig
{
    QString url;
    int connections = 24;

    FIELDS(DatabaseConfig,
           FIELD(url,
                 .label = "path of the SQLite file, or postgresql://…; kabaadwala.db in the data folder when empty",
                 .standard = true),
           FIELD(connections, .label = "connections to PostgreSQL", .min = 4, .max = 500, .standard = true))
};

struct LogConfig
{
    LogFormat format = LogFormat::Text;
    LogLevel level = LogLevel::Info;

    FIELDS(LogConfig, FIELD(format, .label = "text or json", .standard = true),
           FIELD(level, .label = "debug, info, warning or error", .standard = true))
};

struct SmtpConfig
{
    QString host;
    int port = 587;
    MailTls tls = MailTls::Starttls;
    QString caFile;
    QString user;
    QString password;
    QString from = QStringLiteral("Kabaadwala <no-reply@localhost>");
    QString folder;

    FIELDS(SmtpConfig, FIELD(host, .label = "mail server; mails become files when empty", .standard = true),
           FIELD(port, .label = "port of the mail server", .min = 1, .max = 65535, .standard = true),
           FIELD(tls, .label = "starttls, tls, or none for a mail server on this machine", .standard = true),
           FIELD(caFile, .label = "PEM file of who signs the mail server's certificate; the system's when empty",
                 .standard = true),
           FIELD(user, .label = "name at the mail server", .standard = true),
           FIELD(password, .label = "password at the mail server", .secret = true, .standard = true),
           FIELD(from, .label = "sender of the mails", .lengthMin = 3, .lengthMax = 320,
                 .pattern = "([^<>@]*<[!-;=?A-~]+@[!-;=?A-~]+>|[!-;=?A-~]+@[!-;=?A-~]+)", .standard = true),
           FIELD(folder, .label = "where mails become files; mails in the data folder when empty", .standard = true))
};

struct GatewayConfig
{
    QString url;
    QString keyId;
    QString keySecret;
    QString webhookSecret;

    FIELDS(GatewayConfig, FIELD(url, .label = "base URL of Razorpay; the real one when empty", .standard = true),
           FIELD(keyId, .label = "key id at Razorpay; nobody pays there when empty", .standard = true),
           FIELD(keySecret, .label = "key secret at Razorpay", .secret = true, .standard = true),
           FIELD(webhookSecret, .label = "secret that signs Razorpay's webhooks", .secret = true, .standard = true))
};

struct StripeConfig
{
    QString url = QStringLiteral("https://api.stripe.com");
    QString publishableKey;
    QString secretKey;
    QString webhookSecret;

    FIELDS(StripeConfig, FIELD(url, .label = "base URL of Stripe", .standard = true),
           FIELD(publishableKey, .label = "publishable key at Stripe; nobody pays there when empty", .standard = true),
           FIELD(secretKey, .label = "secret key at Stripe", .secret = true, .standard = true),
           FIELD(webhookSecret, .label = "secret that signs Stripe's webhooks", .secret = true, .standard = true))
};

struct SslcommerzConfig
{
    QString url = QStringLiteral("https://securepay.sslcommerz.com");
    QString storeId;
    QString storePassword;
    QString returnUrl;

    FIELDS(SslcommerzConfig, FIELD(url, .label = "base URL of SSLCommerz", .standard = true),
           FIELD(storeId, .label = "store id at SSLCommerz; nobody pays there when empty", .standard = true),
           FIELD(storePassword, .label = "store password at SSLCommerz, which signs its notifications too",
                 .secret = true, .standard = true),
           FIELD(returnUrl, .label = "page to which payers return from SSLCommerz; http.public_url when empty",
                 .pattern = "(https?://.+)?", .standard = true))
};

struct UpiConfig
{
    QString address;
    QString name = QStringLiteral("Kabaadwala");
    QString merchantCode;

    FIELDS(UpiConfig,
           FIELD(address, .label = "UPI address that is paid: market@bank; nobody pays by its QR code when empty",
                 .pattern = "([A-Za-z0-9._-]{2,256}@[A-Za-z0-9.-]{2,64})?", .standard = true),
           FIELD(name, .label = "name that the payer's app shows", .lengthMin = 1, .lengthMax = 99, .standard = true),
           FIELD(merchantCode, .label = "merchant category code of four digits, for business accounts",
                 .pattern = "([0-9]{4})?", .standard = true))
};

struct SmsGatewayConfig
{
    QString url;
    QString account;
    QString token;
    QString sender;

    FIELDS(SmsGatewayConfig,
           FIELD(url, .label = "base URL of an SMS provider that speaks Twilio's protocol; no SMS when empty",
                 .standard = true),
           FIELD(account, .label = "account at the SMS provider", .standard = true),
           FIELD(token, .label = "token at the SMS provider", .secret = true, .standard = true),
           FIELD(sender, .label = "number or name that messages come from", .standard = true))
};

struct GoogleSignInConfig
{
    QString clientId;
    QString keys = QStringLiteral("https://www.googleapis.com/oauth2/v3/certs");

    FIELDS(GoogleSignInConfig,
           FIELD(clientId, .label = "our id at Google; nobody signs in with Google when empty", .standard = true),
           FIELD(keys, .label = "URL or file of the keys that sign Google's ID tokens", .standard = true))
};

struct UploadsConfig
{
    QString scanner;
    bool undecoded = false;

    FIELDS(
        UploadsConfig,
        FIELD(scanner,
              .label = "clamd that looks for viruses: path of its socket, or host:port; nothing is scanned when empty",
              .pattern = "(/.+|[^/]+:[0-9]{1,5})?", .standard = true),
        FIELD(undecoded,
              .label = "true takes files that nothing has decoded where kabaadwala-sandbox is missing; for development",
              .standard = true))
};

struct BusinessConfig
{
    QString name = QStringLiteral("Kabaadwala");
    QString gstin;
    QString address;
    QString city;
    QString pincode;

    FIELDS(BusinessConfig,
           FIELD(name, .label = "who runs the market, as its invoices for commission say it", .lengthMin = 1,
                 .lengthMax = 100, .standard = true),
           FIELD(gstin, .label = "GSTIN of who runs the market, on its invoices for commission",
                 .pattern = "([0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z])?", .standard = true),
           FIELD(address, .label = "street address of who runs the market", .standard = true),
           FIELD(city, .label = "city of who runs the market", .standard = true),
           FIELD(pincode, .label = "pincode of who runs the market", .pattern = "([1-9][0-9]{5})?", .standard = true))
};

struct LimitsConfig
{
    int connections = 8'000;
    int connectionsPerIp = 200;
    int headBytes = 16'384;
    int idleSeconds = 60;
    int headSeconds = 10;
    int bodySeconds = 30;
    int unsentSeconds = 30;
    int handlerSeconds = 30;
    int workers = 64;
    int heavyThreads = 0;
    int heavyQueue = 64;
    int shutdownSeconds = 10;

    FIELDS(LimitsConfig, FIELD(connections, .label = "open connections", .min = 10, .max = 1'000'000, .standard = true),
           FIELD(connectionsPerIp, .label = "open connections of one address", .min = 1, .standard = true),
           FIELD(headBytes, .label = "bytes of a request's head", .min = 1'024, .max = 1 << 20, .standard = true),
           FIELD(idleSeconds, .label = "until an idle connection is closed", .min = 1, .standard = true),
           FIELD(headSeconds, .label = "for a request's head to arrive", .min = 1, .standard = true),
           FIELD(bodySeconds, .label = "for a request's body to arrive, unless it is an upload", .min = 1,
                 .standard = true),
           FIELD(unsentSeconds, .label = "without a byte taken by a client that is sent something", .min = 1,
                 .standard = true),
           FIELD(handlerSeconds, .label = "for a request to be answered", .min = 1, .standard = true),
           FIELD(workers, .label = "threads that wait for the database", .min = 1, .max = 1'000, .standard = true),
           FIELD(heavyThreads, .label = "threads for password hashes and exports; one less than cores when 0", .min = 0,
                 .max = 64, .standard = true),
           FIELD(heavyQueue, .label = "heavy requests that may wait", .min = 1, .max = 10'000, .standard = true),
           FIELD(shutdownSeconds, .label = "for running requests when the server stops", .min = 0, .max = 600,
                 .standard = true))
};

struct Config
{
    Profile profile = Profile::Development;
    QString data;
    QString secretFile;
    QString currency = QStringLiteral("INR");
    HttpConfig http;
    DatabaseConfig database;
    LogConfig log;
    SmtpConfig smtp;
    GatewayConfig gateway;
    StripeConfig stripe;
    SslcommerzConfig sslcommerz;
    UpiConfig upi;
    SmsGatewayConfig sms;
    GoogleSignInConfig google;
    UploadsConfig uploads;
    BusinessConfig business;
    LimitsConfig limits;

    FIELDS(
        Config, FIELD(profile, .label = "development, staging or production, which is stricter", .standard = true),
        FIELD(data, .label = "folder of everything the server keeps", .standard = true),
        FIELD(secretFile,
              .label =
                  "file of the master secret; when empty, the systemd credential secret.key, or secret.key in the data"
                  " folder",
              .standard = true),
        FIELD(currency, .label = "currency of the whole market: INR, BDT or PKR", .pattern = "INR|BDT|PKR",
              .standard = true),
        FIELD(http, .standard = true), FIELD(database, .standard = true), FIELD(log, .standard = true),
        FIELD(smtp, .standard = true), FIELD(gateway, .standard = true), FIELD(stripe, .standard = true),
        FIELD(sslcommerz, .standard = true), FIELD(upi, .standard = true), FIELD(sms, .standard = true),
        FIELD(google, .standard = true), FIELD(uploads, .standard = true), FIELD(business, .standard = true),
        FIELD(limits, .standard = true))

    // What is empty above, filled in.
    QString databaseAddress() const;
    QString secretPath() const;
    QString mailFolder() const;
    QString publicUrl() const;
    bool isPostgres() const;
};

enum class Verb {
    Serve,
    Demo,
    AdminCreate,
    Migrate,
    LedgerVerify,
    LedgerRecarry,
    AuditVerify,
    KeysRotate,
    AnalyticsRebuild,
    HeatmapRebuild,
    CheckConfig,
    ExampleConfig,
    Help,
    Version
};

struct Command
{
    Verb verb = Verb::Serve;
    QHash<QString, QString> options; // of the verb: admin create --email …; "yes" when it takes no value
};

struct CommandLine
{
    Command command;
    Config config;
};

// Why the program cannot start, and its exit code (sysexits.h).
struct Complaint
{
    static constexpr int usage = 64, configuration = 78;

    int exitCode = usage;
    QString text;
};

namespace config {

using Environment = QHash<QString, QString>;

// arguments without the program's name
tl::expected<CommandLine, Complaint> read(const QStringList &arguments, const Environment &environment);
Environment environment(); // of this process

QString help();
QString exampleFile();

// The master secrets, the current one first. Makes the file, readable only by its owner, when there is none; refuses
// one that others can read.
tl::expected<QList<QByteArray>, Complaint> masterSecrets(const QString &path);

// Puts a new master secret before the others, which stay: they open and check what was made with them.
std::optional<Complaint> addMasterSecret(const QString &path);

} // namespace config
