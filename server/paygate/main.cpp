// kabaadwala-paygate: stand-in payment gateways on 127.0.0.1 that speak Razorpay's protocol, below /stripe Stripe's and
// below /sslcommerz SSLCommerz's, and below /upi a bank that is paid by UPI. They move no money.

#include "server/paygate/bank.h"
#include "server/paygate/door.h"
#include "server/paygate/sslcommerz.h"
#include "server/paygate/stripe.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <chrono>
#include <csignal>
#include <sys/signalfd.h>

namespace {

constexpr int usageError = 64;
constexpr int unavailable = 69;

class WallClock : public Clock
{
public:
    Instant now() const override
    {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    }
};

// The server reads the same variables, so that secrets need not stand on a command line, where others see them.
QString shared(const char *name, const char *otherwise)
{
    return qEnvironmentVariable(QByteArray("KABAADWALA_GATEWAY_").append(name).constData(),
                                QString::fromLatin1(otherwise));
}

QByteArray demoSecret(const char *name, const char *otherwise)
{
    return qEnvironmentVariable(QByteArray("KABAADWALA_").append(name).constData(), QString::fromLatin1(otherwise))
        .toUtf8();
}

// Signals become a readable descriptor, so that stopping is an ordinary event of the loop.
int openSignals()
{
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTERM);
    sigprocmask(SIG_BLOCK, &stops, nullptr);
    return signalfd(-1, &stops, SFD_CLOEXEC | SFD_NONBLOCK);
}

QList<QCommandLineOption> options()
{
    return {
        {"port", "Listen on 127.0.0.1:<port>; 0 takes a free one.", "port", "8081"},
        {"key-id", "The merchant's key id.", "id", shared("KEY_ID", "rzp_test_kabaadwala")},
        {"key-secret", "The merchant's key secret.", "secret", shared("KEY_SECRET", "demo-key-secret")},
        {"webhook-secret", "What webhooks are signed with.", "secret", shared("WEBHOOK_SECRET", "demo-webhook-secret")},
        {"webhook-url", "Where Razorpay's events are posted; none when empty.", "url"},
        {"stripe-webhook-url", "Where Stripe's events are posted; none when empty.", "url"},
        {"stripe-connect-webhook-url", "Where those about stores' accounts and transfers are posted.", "url"}};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("kabaadwala-paygate"));
    QCoreApplication::setApplicationVersion(QStringLiteral("1.0.0"));
    QCommandLineParser flags;
    flags.setApplicationDescription(
        QStringLiteral("A stand-in payment gateway for demo and tests. It moves no money."));
    flags.addHelpOption();
    flags.addVersionOption();
    flags.addOptions(options());
    flags.process(app);

    bool isNumber = false;
    const quint16 port = flags.value("port").toUShort(&isNumber);
    const QUrl url(flags.value("webhook-url"), QUrl::StrictMode);
    if (!isNumber || (flags.isSet("webhook-url") && !url.scheme().startsWith(u"http"))) {
        QTextStream(stderr) << "kabaadwala-paygate: --port must be a port and --webhook-url a http(s) URL\n";
        return usageError;
    }

    const WallClock clock;
    paygate::Gateway gateway({.keyId = flags.value("key-id").toUtf8(),
                              .keySecret = flags.value("key-secret").toUtf8(),
                              .webhookSecret = flags.value("webhook-secret").toUtf8()},
                             clock, *QRandomGenerator::system());
    paygate::Webhooks webhooks({.url = url, .secret = gateway.keys().webhookSecret});
    paygate::Door door(gateway, webhooks);
    paygate::Webhooks stripeNews({.url = QUrl(flags.value("stripe-webhook-url"), QUrl::StrictMode),
                                  .secret = demoSecret("STRIPE_WEBHOOK_SECRET", "demo-stripe-webhook-secret"),
                                  .style = paygate::Style::Stripe,
                                  .clock = &clock});
    paygate::Stripe stripe(demoSecret("STRIPE_SECRET_KEY", "demo-stripe-secret-key"), clock,
                           *QRandomGenerator::system(), stripeNews);
    const paygate::Sslcommerz::Store store{demoSecret("SSLCOMMERZ_STORE_ID", "demo-store"),
                                           demoSecret("SSLCOMMERZ_STORE_PASSWORD", "demo-store-password")};
    paygate::Webhooks storeNews({.secret = store.password, .style = paygate::Style::Sslcommerz});
    paygate::Sslcommerz sslcommerz(store, *QRandomGenerator::system(), storeNews);
    paygate::Bank bank(clock);
    stripe.connect().setNewsUrl(QUrl(flags.value("stripe-connect-webhook-url"), QUrl::StrictMode));
    door.add(QStringLiteral("stripe"), stripe);
    door.add(QStringLiteral("sslcommerz"), sslcommerz);
    door.add(QStringLiteral("upi"), bank);

    const quint16 taken = door.listen(port);
    if (taken == 0) {
        QTextStream(stderr) << "kabaadwala-paygate: port " << port << " is taken\n";
        return unavailable;
    }
    stripe.connect().setBaseUrl(QStringLiteral("http://127.0.0.1:%1/stripe").arg(taken));
    sslcommerz.setBaseUrl(QStringLiteral("http://127.0.0.1:%1/sslcommerz").arg(taken));
    QTextStream(stdout) << "kabaadwala-paygate listens on http://127.0.0.1:" << taken << Qt::endl;

    QSocketNotifier stop(openSignals(), QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
