#include "tests/console/shots/live.h"

#include "tests/console/pages/press.h"
#include "tests/support/memoryvault.h"

#include "console/app/console.h"

#include <QAbstractItemView>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int settleMs = 1200;
constexpr int patienceMs = 20'000;

// The six digits of the newest mail with a code for this account.
QString codeFrom(const QString &mails, const QString &account, const QDateTime &since)
{
    static const QRegularExpression subject(QStringLiteral("^Subject: ([0-9]{6}) "),
                                            QRegularExpression::MultilineOption);
    const QDir folder(mails);
    for (const QFileInfo &mail : folder.entryInfoList({QStringLiteral("*otp*.eml")}, QDir::Files, QDir::Time)) {
        if (mail.lastModified() < since.addSecs(-1) || !mail.fileName().contains(account))
            continue;
        QFile file(mail.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const auto match = subject.match(QString::fromUtf8(file.readAll())); match.hasMatch())
            return match.captured(1);
    }
    return {};
}

} // namespace

QString signInLive(app::Console &console, const LiveSitting &sitting)
{
    const QString name = sitting.account.section(u':', 0, 0);
    const QDateTime since = QDateTime::currentDateTime();
    signin::Page &door = *console.door();
    type(door, "identifier", name);
    type(door, "password", sitting.account.section(u':', 1));
    press(door, "verb");
    if (!QTest::qWaitFor([&] { return found<QLineEdit>(door, "code") != nullptr; }, patienceMs))
        return QStringLiteral("the password was not taken");
    QString code;
    if (!QTest::qWaitFor([&] { return !(code = codeFrom(sitting.mails, name, since)).isEmpty(); }, patienceMs))
        return QStringLiteral("no mail with a code came");
    type(door, "code", code);
    press(door, "verb");
    if (!QTest::qWaitFor([&] { return console.shell() != nullptr; }, patienceMs))
        return QStringLiteral("the code was not taken");
    return {};
}

QString shootLive(const LiveSitting &sitting, QSize size, const QString &folder)
{
    QTemporaryDir place;
    app::Preferences preferences(place.filePath(QStringLiteral("console.ini")));
    preferences.setServer(kit::originOf(sitting.server));
    if (sitting.look.contains(QLatin1StringView("hi")))
        preferences.setLanguage(QStringLiteral("hi"));
    if (sitting.look.contains(QLatin1StringView("dark"))) {
        kit::Theme dark;
        dark.wear(kit::Theme::Shade::Dark);
        preferences.keep(dark);
    }
    kit::SystemClock clock;
    MemoryVault vault;
    kit::NetworkTransport transport(preferences.server());
    app::Console console(
        {.transport = transport, .vault = vault, .clock = clock, .preferences = preferences, .network = &transport});
    console.resize(size);
    console.show();
    console.start();
    if (const QString trouble = signInLive(console, sitting); !trouble.isEmpty()) {
        console.grab().save(folder + QStringLiteral("/live-trouble.png"));
        return trouble;
    }
    for (const QString &page : console.shell()->pages()) {
        console.shell()->open(page);
        QTest::qWait(settleMs);
        const QString name = folder + QStringLiteral("/live-") + page;
        console.grab().save(name + QStringLiteral(".png"));
        // The first row with all there is to know of it.
        auto *list = found<QAbstractItemView>(console, "list");
        if (!list || list->model()->rowCount() == 0)
            continue;
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QTest::qWait(settleMs);
        console.grab().save(name + QStringLiteral("-detail.png"));
    }
    return {};
}
