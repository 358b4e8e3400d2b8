// How a table shares its width out, and which state its tabs ask for.

#include "console/kit/contracttable.h"
#include "console/kit/paint.h"
#include "console/kit/statustabs.h"
#include "console/kit/tableview.h"
#include "shared/contract/payouts.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"

#include <QTest>

namespace {

struct Fixture
{
    kit::Theme theme;
    kit::ContractTable<Payout> table;
    std::unique_ptr<kit::TableView> view;

    explicit Fixture(int width)
    {
        table.show(&Payout::storeName, &Payout::status, &Payout::amount);
        auto &store = table.column(&Payout::storeName);
        store.heading.stretches = true;
        store.heading.width = 200;
        table.column(&Payout::status).heading.width = 40; // less than any chip
        table.column(&Payout::amount).heading.width = 40;
        table.settle();
        view = std::make_unique<kit::TableView>(theme, table);
        view->resize(width, 300);
        view->show();
        QList<Payout> rows = samples::payouts();
        rows[0].amount = {123'456'789'00};
        table.setRows(rows);
    }
    int chipNeeds() const
    {
        int most = 0;
        for (int row = 0; row < table.rowCount(); ++row) {
            const kit::Cell cell = table.data(table.index(row, 1), kit::TableModel::CellRole).value<kit::Cell>();
            most = qMax(most, kit::paint::chipWidth(theme, {.text = cell.text, .tone = *cell.chip, .icon = cell.icon}));
        }
        return most;
    }
};

} // namespace

class TestTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chipsAndNumbersAreNotCutAndTheNameGivesWay_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("in a panel") << 344;
        QTest::newRow("on a wide page") << 1200;
    }
    void chipsAndNumbersAreNotCutAndTheNameGivesWay()
    {
        QFETCH(int, width);

        const Fixture given(width);

        const QFontMetrics strong(given.theme.font(kit::Type::BodyStrong));
        QVERIFY(given.view->columnWidth(1) >= given.chipNeeds() + given.theme.px(20));
        QVERIFY(given.view->columnWidth(2) >=
                strong.horizontalAdvance(QStringLiteral("₹12,34,56,789.00")) + given.theme.px(20));
        int all = 0;
        for (int column = 0; column < 3; ++column)
            all += given.view->columnWidth(column);
        QVERIFY(all <= given.view->viewport()->width());
    }

    void aNumberIsNotCutWhereItsColumnStretches()
    {
        kit::Theme theme;
        kit::ContractTable<Payout> table;
        table.show(&Payout::payoutNumber, &Payout::status, &Payout::amount);
        auto &number = table.column(&Payout::payoutNumber);
        number.heading.stretches = true;
        number.heading.width = 60;
        number.heading.isWhole = true;
        number.cell = [](const Payout &payout) {
            return kit::Cell{.text = payout.payoutNumber,
                             .second = QStringLiteral("What stands below may be cut, however long it is"),
                             .look = kit::Cell::Look::Link};
        };
        table.settle();
        kit::TableView view(theme, table);
        view.resize(420, 300);
        view.show();

        QList<Payout> rows = samples::payouts();
        rows[0].payoutNumber = QStringLiteral("PO-MWWW-WWWW-WWWW");
        table.setRows(rows);

        const QFontMetrics strong(theme.font(kit::Type::BodyStrong));
        QVERIFY(view.columnWidth(0) >= strong.horizontalAdvance(QStringLiteral("PO-MWWW-WWWW-WWWW")) + theme.px(26));
    }

    void aTabAsksForItsStateAndAFigureOpensItsTab()
    {
        const kit::Theme theme;
        kit::ViewTabs bar(theme);
        for (int i = 0; i < 3; ++i)
            bar.addTab(QString::number(i));
        kit::StatusTabs<PayoutStatus> tabs(&bar, {PayoutStatus::Requested, PayoutStatus::Approved, std::nullopt});
        QCOMPARE(tabs.chosen(), std::optional(PayoutStatus::Requested));

        tabs.narrow({{QStringLiteral("status"), QStringLiteral("approved")}});
        QCOMPARE(tabs.chosen(), std::optional(PayoutStatus::Approved));
        tabs.narrow({{QStringLiteral("status"), QStringLiteral("nonsense")}});
        QCOMPARE(bar.currentIndex(), 1);
        tabs.choose(std::nullopt);
        QCOMPARE(tabs.chosen(), std::optional<PayoutStatus>());
    }
};

CONSOLE_TEST(TestTableView)
#include "tst_tableview.moc"
