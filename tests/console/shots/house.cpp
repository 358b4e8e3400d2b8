#include "tests/console/shots/house.h"

#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/pages/stages.h"
#include "tests/support/certificates.h"
#include "tests/support/evilserver.h"
#include "tests/support/paperconsole.h"

#include <QTest>
#include <QWebSocketServer>

namespace {

constexpr int settleMs = 250;

void say(PaperConsole &house)
{
    house.server.answer(api::countUnread, {.unread = 3});
    house.server.answer(api::readVendorProfile, {.id = samples::id<Vendor>(77),
                                                 .accountId = samples::id<Account>(1),
                                                 .storeName = QStringLiteral("Sharma Metals"),
                                                 .kycStatus = KycStatus::Approved,
                                                 .canSell = true,
                                                 .createdAt = samples::now});
    house.server.answer(api::signIn, {.challengeId = samples::id<OtpChallenge>(5),
                                      .sentTo = QStringLiteral("r•••@example.in"),
                                      .expiresAt = house.clock.at.after(600'000),
                                      .resendAt = house.clock.at.after(42'000)});
}

void save(app::Console &console, const QString &name)
{
    QTest::qWait(settleMs);
    console.grab().save(name + QStringLiteral(".png"));
}

// The list of servers, one that shows its certificate, and one that is not believed.
void shootServers(PaperConsole &house, const QString &folder, const QString &ending)
{
    Certificates made;
    const QSslConfiguration tls = made.server({});
    EvilServer server(tls);
    server.sayJson("{\"status\":\"healthy\"}");
    const QUrl own = house.preferences.server();
    house.preferences.profiles().put({.name = QStringLiteral("Sharma Metals"),
                                      .server = QUrl(QStringLiteral("https://market.sharma.example")),
                                      .identifier = QStringLiteral("ravi")});
    house.preferences.setServer(own);
    house.console.start();
    auto *door = house.console.door();
    press(*door, "serverButton");
    save(house.console, folder + QStringLiteral("/door-servers-") + ending);
    press(*door, "addServer");
    auto *step = door->findChild<signin::ServerStep *>();
    type(*step, "server", server.url(QStringLiteral("localhost")).toString());
    press(*step, "verb");
    QTest::qWait(settleMs);
    save(house.console, folder + QStringLiteral("/door-server-refused-") + ending);
    step->takeAuthority(made.authorityFile());
    press(*step, "verb");
    QTest::qWait(settleMs);
    save(house.console, folder + QStringLiteral("/door-server-") + ending);
    step->edit({.server = QUrl(QStringLiteral("http://127.0.0.1:8080"))}, signin::ServerStep::Visit::First);
    save(house.console, folder + QStringLiteral("/door-welcome-") + ending);
    door->begin();
}

void shootDoor(PaperConsole &house, const QString &folder, const QString &ending)
{
    house.console.start();
    save(house.console, folder + QStringLiteral("/door-") + ending);
    auto *door = house.console.door();
    press(*door, "register");
    save(house.console, folder + QStringLiteral("/door-register-") + ending);
    door->begin();
    door->setIdentifier(QStringLiteral("ravi"));
    type(*door, "password", QStringLiteral("secret-8!"));
    press(*door, "verb");
    save(house.console, folder + QStringLiteral("/door-code-") + ending);
    shootServers(house, folder, ending);
}

void shootRole(Role role, PaperConsole &house, const QString &folder, const QString &ending)
{
    // The stages know what the server says to each page.
    ConsoleKit pages(role);
    for (const Stage &stage : stages()) {
        if (stage.role == role)
            delete stage.make(pages);
    }
    house.server.takeAnswers(pages.server);
    say(house);
    house.enter(role);
    const QString prefix = folder + QStringLiteral("/shell-");
    for (const QString &page : house.console.shell()->pages()) {
        house.console.shell()->open(page);
        save(house.console, prefix + page + u'-' + ending);
    }
    QTest::keyClick(house.console.shell(), Qt::Key_K, Qt::ControlModifier);
    save(house.console, prefix + names::text(role) + QStringLiteral("-palette-") + ending);
}

} // namespace

void shootHouse(kit::Theme::Shade shade, const QString &language, QSize size, const QString &folder,
                const QString &ending, Rooms rooms)
{
    for (const Role role : {Role::Admin, Role::Vendor}) {
        // Somebody who answers, so that the pictures show a live console.
        QWebSocketServer news(QString(), QWebSocketServer::NonSecureMode);
        news.listen(QHostAddress::LocalHost);
        PaperConsole house;
        house.preferences.setServer(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(news.serverPort())));
        say(house);
        house.console.languages().speak(language);
        house.console.theme().wear(shade);
        house.console.resize(size);
        house.console.show();
        if (role == Role::Admin)
            shootDoor(house, folder, ending);
        if (rooms == Rooms::All)
            shootRole(role, house, folder, ending);
    }
}
