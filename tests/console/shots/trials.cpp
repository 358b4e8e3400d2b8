#include "tests/console/shots/trials.h"

#include "tests/console/pages/press.h"
#include "tests/support/memoryvault.h"

#include "console/app/console.h"

#include <QAbstractItemView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace {

constexpr int settleMs = 1500;
constexpr int patienceMs = 120'000;

struct Window
{
    explicit Window(const LiveSitting &sitting)
        : preferences(place.filePath(QStringLiteral("console.ini")))
        , transport((preferences.setServer(kit::originOf(sitting.server)), preferences.server()))
    {}

    QString open(const LiveSitting &sitting, QSize size)
    {
        console = std::make_unique<app::Console>(app::Console::World{
            .transport = transport, .vault = vault, .clock = clock, .preferences = preferences, .network = &transport});
        console->resize(size);
        console->show();
        console->start();
        return signInLive(*console, sitting);
    }
    void goTo(const QString &page)
    {
        console->shell()->open(page);
        QTest::qWait(settleMs);
        if (auto *list = found<QAbstractItemView>(*console, "list"); list && list->model()->rowCount() > 0) {
            list->setCurrentIndex(list->model()->index(0, 0));
            QTest::keyClick(list, Qt::Key_Return);
        }
        QTest::qWait(settleMs);
    }
    void shoot(const QString &name)
    {
        QTest::qWait(settleMs);
        console->grab().save(name + QStringLiteral(".png"));
        if (QDialog *dialog = dialogOf(*console))
            dialog->grab().save(name + QStringLiteral("-dialog.png"));
    }

    QTemporaryDir place;
    app::Preferences preferences;
    kit::SystemClock clock;
    MemoryVault vault;
    kit::NetworkTransport transport;
    std::unique_ptr<app::Console> console;
};

void await(const QString &folder, const char *word)
{
    std::printf("%s?\n", word);
    std::fflush(stdout);
    if (!QTest::qWaitFor([&] { return QFile::exists(folder + u'/' + QLatin1StringView(word)); }, patienceMs))
        std::printf("nobody said %s\n", word);
}

} // namespace

QString tryHours(const LiveSitting &admin, const LiveSitting &vendor, QSize size, const QString &folder)
{
    QTcpServer yard;
    yard.listen(QHostAddress::LocalHost);
    Window first(admin), second(admin), desk(vendor);
    desk.preferences.keep(QStringLiteral("weighing.scale"), QStringLiteral("127.0.0.1:%1").arg(yard.serverPort()));
    desk.preferences.keep(QStringLiteral("weighing.serial"), QStringLiteral("MT-4711"));
    desk.preferences.keep(QStringLiteral("weighing.operator"), QStringLiteral("Ravi"));
    for (const auto &[window, sitting] :
         {std::pair(&first, &admin), std::pair(&second, &admin), std::pair(&desk, &vendor)})
        if (const QString trouble = window->open(*sitting, size); !trouble.isEmpty())
            return trouble;

    for (Window *window : {&first, &second}) {
        window->goTo(QStringLiteral("admin.refunds"));
        press(*window->console, "approve");
    }
    press(*dialogOf(*first.console), "verb");
    QTest::qWait(settleMs);
    press(*dialogOf(*second.console), "verb");
    first.shoot(folder + QStringLiteral("/two-first"));
    second.shoot(folder + QStringLiteral("/two-second"));

    desk.goTo(QStringLiteral("vendor.weighing"));
    if (!yard.hasPendingConnections() && !yard.waitForNewConnection(5'000))
        return QStringLiteral("the scale is not called");
    QTcpSocket *scale = yard.nextPendingConnection();
    await(folder, "killed");
    scale->write("S S     38.500 kg\r\n");
    QTest::qWait(300);
    press(*desk.console, "take");
    desk.shoot(folder + QStringLiteral("/away-desk"));
    first.console->shell()->page()->refresh();
    first.shoot(folder + QStringLiteral("/away-admin"));
    await(folder, "restarted");
    QTest::qWait(15'000);
    desk.shoot(folder + QStringLiteral("/back-desk"));
    first.shoot(folder + QStringLiteral("/back-admin"));
    await(folder, "expired");
    first.console->shell()->page()->refresh();
    first.shoot(folder + QStringLiteral("/expired-admin"));
    return {};
}
