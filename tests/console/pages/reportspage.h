#pragma once

// The page of reports before the paper server, and what its tests do on it.

#include "console/pages/reports/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/reportsamples.h"

namespace reportspage {

enum Tab { ReportsTab, ExportsTab, SchedulesTab, RunsTab, KeysTab };

struct ReportsFixture
{
    ConsoleKit console{Role::Admin};
    std::unique_ptr<reports::Page> page;

    ReportsFixture() { samples::answerReports(console.server); }
    void open(Tab tab = ReportsTab)
    {
        page = std::make_unique<reports::Page>(console.kit);
        page->resize(1280, 760);
        page->show();
        page->refresh();
        page->findChild<QTabBar *>("tabs")->setCurrentIndex(tab);
    }
    QAbstractItemView *choose(const char *list, int row)
    {
        auto *view = page->findChild<QAbstractItemView *>(list);
        view->setCurrentIndex(view->model()->index(row, 0));
        return view;
    }
    static QString cell(const QAbstractItemView *view, int row, int column)
    {
        return view->model()->index(row, column).data().toString();
    }
    static void pick(QWidget &dialog, const char *field, const QString &value)
    {
        auto *box = found<QComboBox>(dialog, field);
        QVERIFY(box);
        box->setCurrentIndex(box->findData(value));
    }
};

} // namespace reportspage
