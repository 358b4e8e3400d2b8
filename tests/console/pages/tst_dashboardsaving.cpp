#include "tests/console/pages/dashboardpage.h"
#include "tests/console/registry.h"

#include <QFileDialog>
#include <QTemporaryDir>

using namespace dashboardpage;

// CADM-12: what the dashboard shows can be taken along.
class TestDashboardSaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // CADM-12
    void whatIsShownIsSavedAsCsv()
    {
        DashboardFixture given;
        given.open();
        const QTemporaryDir place;
        QVERIFY(press(given.card("categoriesCard"), "export"));

        Q_EMIT given.page->findChild<QFileDialog *>()->fileSelected(place.filePath("categories.csv"));

        QFile file(place.filePath("categories.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readLine(), QByteArray("\xEF\xBB\xBFName,Orders,Placed,Before,Change,Share\r\n"));
    }

    // CADM-12
    void whatWaitsForADecisionIsSavedToo()
    {
        DashboardFixture given;
        given.open();

        const kit::Figures &figures = given.card("decisionsCard").figures();

        QVERIFY(found<QAbstractButton>(given.card("decisionsCard"), "export"));
        QCOMPARE(figures.headings, QStringList({"Needs your decision", "How many", "Late", "Amount", "Oldest"}));
        const QList<kit::ListLine> lines = given.lines("decisions").lines();
        QCOMPARE(figures.rows.size(), lines.size());
        for (qsizetype i = 0; i < lines.size(); ++i)
            QCOMPARE(figures.rows.at(i).at(0).text, lines.at(i).title);
    }
};

CONSOLE_TEST(TestDashboardSaving)
#include "tst_dashboardsaving.moc"
