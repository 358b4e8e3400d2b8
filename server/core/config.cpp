#include "server/core/config.h"

#include "server/core/configkeys.h"
#include "server/core/configrules.h"
#include "shared/base/json.h"

#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>

namespace {

using Problem = std::optional<QString>;

struct VerbText
{
    Verb verb;
    const char *words;
    const char *summary;
    QList<QString> options;    // each takes a value
    QList<QString> flags = {}; // take none
};

const QList<VerbText> &verbs()
{
    static const QList<VerbText> all = {
        {Verb::Serve, "serve", "run the server (this is also done without a command)", {}},
        {Verb::Demo,
         "demo",
         "load the demo data, once: a story and a year of trade around it, or the story alone",
         {QStringLiteral("orders")},
         {QStringLiteral("small")}},
        {Verb::AdminCreate,
         "admin create",
         "make an administrator; the password is asked for",
         {QStringLiteral("username"), QStringLiteral("email"), QStringLiteral("password-file")}},
        {Verb::Migrate, "migrate", "bring the tables to this version", {}},
        {Verb::LedgerVerify, "ledger verify", "check every seal, account and sum of the ledger", {}},
        {Verb::LedgerRecarry,
         "ledger recarry",
         "add up anew what the ledger carries from month to month, and check all of it",
         {}},
        {Verb::AuditVerify, "audit verify", "check every entry of the audit log against its seal", {}},
        {Verb::KeysRotate,
         "keys rotate",
         "make a new master secret and seal everything anew, while the server stands still",
         {}},
        {Verb::AnalyticsRebuild,
         "analytics rebuild",
         "count all figures again from the books, while the server may run",
         {}},
        {Verb::HeatmapRebuild, "heatmap rebuild", "make the figures of the heatmap anew, while the server may run", {}},
    };
    return all;
}

// Names of other programs' habits, for operators who bring their environment along.
const QHash<QString, QString> &aliases()
{
    static const QHash<QString, QString> all = {
        {QStringLiteral("DATABASE_URL"), QStringLiteral("database.url")},
        {QStringLiteral("ALLOWED_HOSTS"), QStringLiteral("http.allowed_hosts")},
        {QStringLiteral("CORS_ALLOWED_ORIGINS"), QStringLiteral("http.cors_origins")},
        {QStringLiteral("EMAIL_HOST"), QStringLiteral("smtp.host")},
        {QStringLiteral("EMAIL_PORT"), QStringLiteral("smtp.port")},
        {QStringLiteral("EMAIL_HOST_USER"), QStringLiteral("smtp.user")},
        {QStringLiteral("EMAIL_HOST_PASSWORD"), QStringLiteral("smtp.password")},
        {QStringLiteral("DEFAULT_FROM_EMAIL"), QStringLiteral("smtp.from")},
        {QStringLiteral("RAZORPAY_KEY_ID"), QStringLiteral("gateway.key_id")},
        {QStringLiteral("RAZORPAY_KEY_SECRET"), QStringLiteral("gateway.key_secret")},
        {QStringLiteral("RAZORPAY_WEBHOOK_SECRET"), QStringLiteral("gateway.webhook_secret")},
        {QStringLiteral("STRIPE_PUBLISHABLE_KEY"), QStringLiteral("stripe.publishable_key")},
        {QStringLiteral("STRIPE_SECRET_KEY"), QStringLiteral("stripe.secret_key")},
        {QStringLiteral("STRIPE_WEBHOOK_SECRET"), QStringLiteral("stripe.webhook_secret")},
        {QStringLiteral("SSLCOMMERZ_STORE_ID"), QStringLiteral("sslcommerz.store_id")},
        {QStringLiteral("SSLCOMMERZ_STORE_PASSWORD"), QStringLiteral("sslcommerz.store_password")},
    };
    return all;
}

QString standardData(const config::Environment &environment)
{
    const QString base = environment.value(QStringLiteral("XDG_DATA_HOME"));
    return (base.isEmpty() ? environment.value(QStringLiteral("HOME")) + QStringLiteral("/.local/share") : base) +
           QStringLiteral("/kabaadwala");
}

// "key = value" lines, "[group]" before those of a group, "#" before a remark.
Problem readFile(config::Values &values, const QString &path)
{
    constexpr qint64 fileMax = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1: %2").arg(path, file.errorString());
    QString group;
    int number = 0;
    for (const QString &raw : QString::fromUtf8(file.read(fileMax)).split(u'\n')) {
        ++number;
        const QString line = raw.trimmed();
        const qsizetype equals = line.indexOf(u'=');
        Problem problem;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']'))
            group = line.sliced(1, line.size() - 2) + u'.';
        else if (equals < 0)
            problem = QStringLiteral("neither a key nor a group");
        else
            problem = values.set(group + line.first(equals).trimmed(), line.sliced(equals + 1).trimmed());
        if (problem)
            return QStringLiteral("%1:%2: %3").arg(path).arg(number).arg(*problem);
    }
    return std::nullopt;
}

Problem readEnvironment(config::Values &values, const config::Environment &environment)
{
    const QString prefix = QStringLiteral("KABAADWALA_");
    const QString fileSuffix = QStringLiteral("_FILE");
    for (auto alias = aliases().begin(); alias != aliases().end(); ++alias) {
        if (environment.contains(alias.key()))
            values.set(alias.value(), environment.value(alias.key()));
        if (environment.contains(alias.key() + fileSuffix))
            if (const Problem problem =
                    values.set(alias.value() + QStringLiteral("_file"), environment.value(alias.key() + fileSuffix)))
                return problem;
    }
    QHash<QString, QString> known;
    for (const config::Key &key : config::keys()) {
        known[key.environmentName()] = key.name;
        if (key.secret)
            known[key.environmentName() + fileSuffix] = key.name + QStringLiteral("_file");
    }
    for (auto each = environment.begin(); each != environment.end(); ++each) {
        if (!each.key().startsWith(prefix) || each.key() == QStringLiteral("KABAADWALA_CONFIG"))
            continue;
        if (!known.contains(each.key()))
            return QStringLiteral("unknown variable %1; did you mean %2?")
                .arg(each.key(), config::nearest(each.key(), known.keys()));
        if (const Problem problem = values.set(known.value(each.key()), each.value()))
            return problem;
    }
    return std::nullopt;
}

// What stands on the command line, before the file and the environment are read.
struct Arguments
{
    Command command;
    QString file;
    QList<std::pair<QString, QString>> settings;
};

std::optional<QString> settingOf(const QString &option)
{
    if (option == u"--port")
        return QStringLiteral("http.port");
    if (option == u"--listen")
        return QStringLiteral("http.listen");
    for (const config::Key &key : config::keys()) {
        if (!key.secret && key.optionName() == option)
            return key.name;
        if (key.secret && key.optionName() + QStringLiteral("-file") == option)
            return key.name + QStringLiteral("_file");
    }
    return std::nullopt;
}

QStringList optionNames(const VerbText &verb)
{
    QStringList names{QStringLiteral("--help"),           QStringLiteral("--version"), QStringLiteral("--check-config"),
                      QStringLiteral("--example-config"), QStringLiteral("--config"),  QStringLiteral("--port"),
                      QStringLiteral("--listen")};
    for (const config::Key &key : config::keys())
        names += key.secret ? key.optionName() + QStringLiteral("-file") : key.optionName();
    for (const QString &option : verb.options + verb.flags)
        names += QStringLiteral("--") + option;
    return names;
}

tl::expected<const VerbText *, Complaint> takeVerb(QStringList &arguments)
{
    QStringList words;
    while (!arguments.isEmpty() && !arguments.first().startsWith(u'-'))
        words += arguments.takeFirst();
    if (words.isEmpty())
        return &verbs().first();
    QStringList known;
    for (const VerbText &verb : verbs()) {
        if (words.join(u' ') == QLatin1String(verb.words))
            return &verb;
        known += QString::fromLatin1(verb.words);
    }
    const QString wrong = words.join(u' ');
    return tl::unexpected(Complaint{
        .text = QStringLiteral("unknown command %1; did you mean %2?").arg(wrong, config::nearest(wrong, known))});
}

tl::expected<Arguments, Complaint> readArguments(QStringList arguments)
{
    static const QHash<QString, Verb> alone = {{QStringLiteral("--help"), Verb::Help},
                                               {QStringLiteral("--version"), Verb::Version},
                                               {QStringLiteral("--check-config"), Verb::CheckConfig},
                                               {QStringLiteral("--example-config"), Verb::ExampleConfig}};
    const auto verb = takeVerb(arguments);
    if (!verb)
        return tl::unexpected(verb.error());
    Arguments out{.command = {.verb = (*verb)->verb}};
    while (!arguments.isEmpty()) {
        const QString argument = arguments.takeFirst();
        const qsizetype equals = argument.startsWith(u"--") ? argument.indexOf(u'=') : -1;
        const QString option = equals < 0 ? argument : argument.first(equals);
        if (alone.contains(argument)) {
            out.command.verb = alone.value(argument);
            continue;
        }
        if (argument.startsWith(u"--") && (*verb)->flags.contains(argument.sliced(2))) {
            out.command.options[argument.sliced(2)] = QStringLiteral("yes");
            continue;
        }
        const std::optional<QString> setting = settingOf(option);
        const bool ofVerb = option.startsWith(u"--") && (*verb)->options.contains(option.sliced(2));
        for (const config::Key &key : config::keys())
            if (key.secret && key.optionName() == option)
                return tl::unexpected(Complaint{.text = QStringLiteral("a secret does not belong on the command line,"
                                                                       " where others see it; use %1-file")
                                                            .arg(option)});
        if (!setting && !ofVerb && option != u"--config")
            return tl::unexpected(Complaint{.text = QStringLiteral("unknown option %1; did you mean %2?")
                                                        .arg(option, config::nearest(option, optionNames(**verb)))});
        if (equals < 0 && arguments.isEmpty())
            return tl::unexpected(Complaint{.text = QStringLiteral("%1 needs a value").arg(option)});
        const QString value = equals < 0 ? arguments.takeFirst() : argument.sliced(equals + 1);
        if (setting)
            out.settings += {*setting, value};
        else if (ofVerb)
            out.command.options[option.sliced(2)] = value;
        else
            out.file = value;
    }
    return out;
}

tl::expected<Config, Complaint> checked(const config::Values &values)
{
    const Result<Config> read = json::read<Config>(values.nested(), json::Reader::Source::Query);
    if (!read) {
        QStringList lines;
        for (const FieldError &error : read.error().fields)
            lines += error.field + u' ' + error.problem;
        return tl::unexpected(Complaint{Complaint::configuration, lines.join(u'\n')});
    }
    if (const Problem problem = config::contradiction(*read))
        return tl::unexpected(Complaint{Complaint::configuration, *problem});
    return *read;
}

} // namespace

tl::expected<CommandLine, Complaint> config::read(const QStringList &arguments, const Environment &environment)
{
    auto given = readArguments(arguments);
    if (!given)
        return tl::unexpected(given.error());
    CommandLine out{.command = given->command};
    if (out.command.verb == Verb::Help || out.command.verb == Verb::Version || out.command.verb == Verb::ExampleConfig)
        return out;

    const auto complain = [](const QString &text) { return tl::unexpected(Complaint{Complaint::configuration, text}); };
    Values values;
    values.set(QStringLiteral("data"), standardData(environment));
    // LoadCredential=secret.key:… of systemd hands the master secret over without a file that others could reach.
    const QString credential =
        environment.value(QStringLiteral("CREDENTIALS_DIRECTORY")) + QStringLiteral("/secret.key");
    if (environment.contains(QStringLiteral("CREDENTIALS_DIRECTORY")) && QFileInfo::exists(credential))
        values.set(QStringLiteral("secret_file"), credential);
    QString file = given->file.isEmpty() ? environment.value(QStringLiteral("KABAADWALA_CONFIG")) : given->file;
    const QString installed = QStringLiteral("/etc/kabaadwala/kabaadwala.conf");
    if (file.isEmpty() && QFileInfo(installed).isReadable())
        file = installed;
    if (!file.isEmpty())
        if (const Problem problem = readFile(values, file))
            return complain(*problem);
    if (const Problem problem = readEnvironment(values, environment))
        return complain(*problem);
    for (const auto &[name, value] : given->settings)
        if (const Problem problem = values.set(name, value))
            return complain(*problem);
    const auto config = checked(values);
    if (!config)
        return tl::unexpected(config.error());
    out.config = *config;
    return out;
}

config::Environment config::environment()
{
    Environment out;
    const QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const QString &name : all.keys())
        out[name] = all.value(name);
    return out;
}

QString config::help()
{
    QString out = QStringLiteral("Usage: kabaadwala-server [command] [options]\n\nCommands:\n");
    for (const VerbText &verb : verbs()) {
        out += QStringLiteral("  %1%2\n").arg(QLatin1String(verb.words), -18).arg(QLatin1String(verb.summary));
        for (const QString &option : verb.options)
            out += QStringLiteral("      --%1 VALUE\n").arg(option);
        for (const QString &flag : verb.flags)
            out += QStringLiteral("      --%1\n").arg(flag);
    }
    out += QStringLiteral("\nOptions:\n  --help, --version\n"
                          "  --check-config        say whether the configuration is right, and stop\n"
                          "  --example-config      print a configuration file with every key\n"
                          "  --config FILE         read this file\n"
                          "  --port N, --listen A  short for --http-port and --http-listen\n");
    for (const Key &key : keys()) {
        const QString standard = key.standard.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(key.standard);
        const QString value = key.secret ? QStringLiteral("-file FILE") : QStringLiteral(" VALUE");
        out += QStringLiteral("  %1%2\n      %3%4\n").arg(key.optionName(), value, key.label, standard);
    }
    return out;
}

QString config::exampleFile()
{
    QString out = QStringLiteral("# Configuration of kabaadwala-server. Each key can also be set in the environment:\n"
                                 "# http.port is KABAADWALA_HTTP_PORT. Lists are separated by commas.\n");
    QString group;
    for (const Key &key : keys()) {
        const qsizetype dot = key.name.indexOf(u'.');
        const QString itsGroup = dot < 0 ? QString() : key.name.first(dot);
        if (itsGroup != group)
            out += QStringLiteral("\n[%1]\n").arg(itsGroup);
        group = itsGroup;
        const QString name = key.name.sliced(dot + 1);
        out += QStringLiteral("# %1\n#%2 = %3\n")
                   .arg(key.label, key.secret ? name + QStringLiteral("_file") : name, key.standard);
    }
    return out;
}

QString Config::databaseAddress() const
{
    return database.url.isEmpty() ? data + QStringLiteral("/kabaadwala.db") : database.url;
}

bool Config::isPostgres() const
{
    return database.url.startsWith(u"postgresql://") || database.url.startsWith(u"postgres://");
}

QString Config::secretPath() const
{
    return secretFile.isEmpty() ? data + QStringLiteral("/secret.key") : secretFile;
}

QString Config::mailFolder() const
{
    return smtp.folder.isEmpty() ? data + QStringLiteral("/mails") : smtp.folder;
}

QString Config::publicUrl() const
{
    if (!http.publicUrl.isEmpty())
        return http.publicUrl;
    return QStringLiteral("%1://%2:%3")
        .arg(http.tlsKey.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"), http.listen)
        .arg(http.port);
}
