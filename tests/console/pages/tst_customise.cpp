#include "tests/console/pages/dashboardpage.h"
#include "tests/console/registry.h"

#include <QFileDialog>
#include <QMenu>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace {

struct Fixture : dashboardpage::DashboardFixture
{
    QAction *piece(const char *name)
    {
        QMenu *menu = page->findChild<QPushButton *>(QStringLiteral("customise"))->menu();
        Q_EMIT menu->aboutToShow();
        return menu->findChild<QAction *>(QLatin1StringView(name));
    }
    bool isShown(const char *name) { return found<QWidget>(*page, name); }
    QString printed(const QString &path)
    {
        if (!press(*page, "print"))
            return {};
        auto *dialog = page->findChild<QFileDialog *>();
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
        return console.notices.toasts.isEmpty() ? QString() : console.notices.toasts.last();
    }
};

int sheets(const QByteArray &pdf)
{
    return QRegularExpression(QStringLiteral("/Count (\\d+)")).match(QString::fromLatin1(pdf)).captured(1).toInt();
}

} // namespace

// CADM-02: what a dashboard shows is its user's choice, and it is printed as it stands.
class TestCustomise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheUserHidesStaysHiddenForThisUserOnly()
    {
        Fixture given;
        given.open();

        given.piece("held")->trigger();
        given.piece("vendorsCard")->trigger();

        QVERIFY(!given.isShown("held"));
        QVERIFY(!given.isShown("vendorsCard"));
        QVERIFY(given.isShown("placed"));
        Fixture later;
        later.console.keepsakes.kepts = given.console.keepsakes.kepts;
        later.open();
        QVERIFY(!later.isShown("held"));
        QVERIFY(!later.isShown("vendorsCard"));
        QVERIFY(!later.piece("held")->isChecked());
        QCOMPARE(later.piece("placed")->text(), "Gross merchandise value");
        Fixture other;
        other.console.keepsakes.kepts = given.console.keepsakes.kepts;
        other.console.me.id = "0192f7a0-0000-7000-8000-000000000002";
        other.open();
        QVERIFY(other.isShown("held"));
        QVERIFY(other.isShown("vendorsCard"));
    }

    void whereEverythingIsHiddenItLeadsBack()
    {
        Fixture given;
        given.open();
        for (const char *name : {"placed", "ordersPlaced", "held", "commission", "cancelled", "trendCard",
                                 "decisionsCard", "stagesCard", "categoriesCard"})
            given.piece(name)->trigger();
        QVERIFY(!given.isShown("nothing"));
        given.piece("vendorsCard")->trigger();
        QVERIFY(given.isShown("nothing"));
        QVERIFY(!press(*given.page, "print"));

        QVERIFY(press(*given.page, "stateButton"));

        QVERIFY(!given.isShown("nothing"));
        QVERIFY(given.isShown("placed"));
        QVERIFY(given.isShown("vendorsCard"));
        QVERIFY(!given.piece("showAll")->isEnabled());
    }

    // The menu stays open while ticks are set by the keyboard.
    void ticksAreSetByKeys()
    {
        Fixture given;
        given.open();
        auto *button = given.page->findChild<QPushButton *>(QStringLiteral("customise"));
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
        QMenu *menu = button->menu();
        menu->popup({});

        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Space);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Space);

        QVERIFY(menu->isVisible());
        QVERIFY(!given.isShown("placed"));
        QVERIFY(!given.isShown("ordersPlaced"));
        menu->close();
    }

    void theDashboardIsPrinted()
    {
        Fixture given;
        given.console.theme.wear(kit::Theme::Shade::Dark);
        given.open();
        const QTemporaryDir place;

        QCOMPARE(given.printed(place.filePath("all.pdf")), "Saved");
        given.piece("trendCard")->trigger();
        QCOMPARE(given.printed(place.filePath("less.pdf")), "Saved");

        QFile all(place.filePath("all.pdf")), less(place.filePath("less.pdf"));
        QVERIFY(all.open(QIODevice::ReadOnly) && less.open(QIODevice::ReadOnly));
        const QByteArray bytes = all.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("/Count 2") || bytes.contains("/Count 3"));
        // With the chart its figures go, which have a sheet of their own.
        const QByteArray rest = less.readAll();
        QVERIFY(rest.contains("/Count 1") || rest.contains("/Count 2"));
        QVERIFY(sheets(rest) < sheets(bytes));
        QVERIFY(less.size() < all.size());
        QCOMPARE(given.console.theme.shade(), kit::Theme::Shade::Dark);
    }

    // The chosen period says nothing of figures that still are those of another one.
    void thePaperSaysTheDaysOfItsFiguresAndWhichOfThemAreOld()
    {
        Fixture given;
        given.open();
        const auto &page = static_cast<kit::Overview &>(*given.page);
        QCOMPARE(page.facts().first(), "Period: 22 Oct 2026 – 20 Nov 2026 · all regions");
        QCOMPARE(page.facts().size(), 2);
        given.console.server.refuse(api::readDashboard, ErrorCode::Internal);

        given.page->findChild<kit::Segments *>("periods")->choose(1);

        QCOMPARE(page.facts().size(), 3);
        QCOMPARE(page.facts().first(), "Period: 22 Oct 2026 – 20 Nov 2026 · all regions");
        QCOMPARE(
            page.facts().last(),
            "From before, because the newest did not come: Gross merchandise value, Orders, Held in escrow, "
            "Commission earned, Cancellation rate, GMV by day, Orders in flight, Revenue by category, Top vendors");
    }

    void aPaperThatCannotBeWrittenIsSaid()
    {
        Fixture given;
        given.open();
        const QTemporaryDir place;

        QCOMPARE(given.printed(place.filePath("no/such/folder.pdf")), "The file could not be written.");

        QVERIFY(!QFile::exists(place.filePath("no/such/folder.pdf")));
    }
};

CONSOLE_TEST(TestCustomise)
#include "tst_customise.moc"
