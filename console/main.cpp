// kabaadwala-console [--server URL]

#include "console/app/console.h"
#include "console/app/keeper.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStyleFactory>

#include <algorithm>

int main(int argc, char **argv)
{
    // To be told how it is used, nobody needs a screen.
    for (const char *wish : {"--help", "-h", "--version", "-v"})
        if (std::any_of(argv + 1, argv + argc, [wish](const char *given) { return qstrcmp(given, wish) == 0; }))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication qt(argc, argv);
    QApplication::setApplicationName(QStringLiteral("kabaadwala-console"));
    QApplication::setApplicationVersion(QStringLiteral("1.0.0"));
    QApplication::setDesktopFileName(QStringLiteral("kabaadwala-console"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The Kabaadwala console for admins and vendors."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption server(QStringLiteral("server"), QStringLiteral("The server to connect to."),
                                    QStringLiteral("URL"));
    parser.addOption(server);
    parser.process(qt);

    app::Preferences preferences;
    if (parser.isSet(server)) {
        const QUrl url = kit::originOf(parser.value(server));
        if (url.isEmpty()) {
            qCritical("--server needs the address of a server: https, or http on this machine.");
            return 2;
        }
        preferences.setServer(url);
    }
    kit::SystemClock clock;
    app::KeychainVault keychain;
    app::Keeper vault(keychain, preferences.folder() + QStringLiteral("/running"));
    app::DesktopLock desktop({});
    kit::NetworkTransport transport(preferences.server());
    app::Console console({.transport = transport,
                          .vault = vault,
                          .clock = clock,
                          .preferences = preferences,
                          .network = &transport,
                          .desktop = &desktop});
    console.show();
    console.start();
    return QApplication::exec();
}
