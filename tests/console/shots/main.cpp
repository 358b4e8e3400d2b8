// Writes every page as a picture, light and dark, in every language: console_shots <folder> [<page>] [<width>x<height>]
// Before a real server: console_shots <folder> live <width>x<height> <url> <account:password> <mail folder> [dark-hi]
// The same with "trials" in place of "live", and a vendor's account at the end: bad hours (trials.h).
// "house" as the page is the door and the shell around every page, at the sizes of real screens; "door" the door alone.
// The paper server answers, so that the pictures are the same on every machine.

#include "tests/console/pages/stages.h"
#include "tests/console/shots/house.h"
#include "tests/console/shots/live.h"
#include "tests/console/shots/trials.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QStyleFactory>
#include <QTest>
#include <QTranslator>

namespace {

constexpr int settleMs = 250; // images and skeletons come a little later

struct Look
{
    kit::Theme::Shade shade;
    QString shadeName;
    QString language;
};

void shoot(const Stage &stage, const Look &look, QSize size, const QString &folder)
{
    QLocale::setDefault(
        QLocale(look.language == QLatin1StringView("hi") ? QStringLiteral("hi_IN") : QStringLiteral("en_IN")));
    QTranslator words;
    if (words.load(QStringLiteral(":/translations/console_%1.qm").arg(look.language)))
        QCoreApplication::installTranslator(&words);
    ConsoleKit console(stage.role);
    console.theme.wear(look.shade);
    const std::unique_ptr<kit::Page> page(stage.make(console));
    page->resize(size);
    page->show();
    page->refresh();
    QTest::qWait(1);
    if (stage.after)
        stage.after(*page);
    QTest::qWait(settleMs);
    const QString name = folder + u'/' + stage.name + u'-' + look.shadeName + u'-' + look.language;
    page->grab().save(name + QStringLiteral(".png"));
    for (QDialog *dialog : page->findChildren<QDialog *>()) {
        if (dialog->isVisible())
            dialog->grab().save(name + QStringLiteral("-dialog.png"));
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QStringList arguments = app.arguments();
    const QString folder = arguments.value(1, QStringLiteral("shots"));
    const QString only = arguments.value(2);
    const QStringList size = arguments.value(3, QStringLiteral("1056x744")).split(u'x');
    QDir().mkpath(folder);
    if (only == QLatin1StringView("live")) {
        const QString trouble = shootLive({.server = arguments.value(4),
                                           .account = arguments.value(5),
                                           .mails = arguments.value(6),
                                           .look = arguments.value(7)},
                                          {size.value(0).toInt(), size.value(1).toInt()}, folder);
        if (!trouble.isEmpty())
            qCritical("%s", qUtf8Printable(trouble));
        return trouble.isEmpty() ? 0 : 1;
    }
    if (only == QLatin1StringView("trials")) {
        const LiveSitting admin{
            .server = arguments.value(4), .account = arguments.value(5), .mails = arguments.value(6), .look = {}};
        LiveSitting vendor = admin;
        vendor.account = arguments.value(7);
        const QString trouble = tryHours(admin, vendor, {size.value(0).toInt(), size.value(1).toInt()}, folder);
        if (!trouble.isEmpty())
            qCritical("%s", qUtf8Printable(trouble));
        return trouble.isEmpty() ? 0 : 1;
    }
    const Look looks[] = {{kit::Theme::Shade::Light, QStringLiteral("light"), QStringLiteral("en")},
                          {kit::Theme::Shade::Dark, QStringLiteral("dark"), QStringLiteral("en")},
                          {kit::Theme::Shade::Light, QStringLiteral("light"), QStringLiteral("hi")},
                          {kit::Theme::Shade::Dark, QStringLiteral("dark"), QStringLiteral("hi")}};
    for (const Look &look : looks) {
        for (const QSize house : {QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080)}) {
            const QString ending = look.shadeName + u'-' + look.language + QStringLiteral("-%1").arg(house.width());
            const bool isDoor = only == QLatin1StringView("door");
            if (only.isEmpty() || only == QLatin1StringView("house") || isDoor)
                shootHouse(look.shade, look.language, house, folder, ending, isDoor ? Rooms::Door : Rooms::All);
        }
    }
    for (const Stage &stage : stages()) {
        for (const Look &look : looks) {
            if (only.isEmpty() || stage.name.startsWith(only))
                shoot(stage, look, {size.value(0).toInt(), size.value(1).toInt()}, folder);
        }
    }
    return 0;
}
