// When a page says its words anew.

#include "console/kit/page.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QEvent>
#include <QTest>

namespace {

class Spoken : public kit::Page
{
public:
    explicit Spoken(kit::Kit &kit)
        : kit::Page(kit)
    {}
    void refresh() override {}
    void retranslate() override { ++times; }

    int times = 0;
};

} // namespace

class TestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageThatNobodySeesIsSaidAnewWhenItIsOpened()
    {
        ConsoleKit console;
        Spoken page(console.kit);
        QEvent switched(QEvent::LanguageChange);

        QCoreApplication::sendEvent(&page, &switched);
        QCOMPARE(page.times, 0);
        page.show();
        QCOMPARE(page.times, 1);
        page.hide();
        page.show();
        QCOMPARE(page.times, 1);

        QCoreApplication::sendEvent(&page, &switched);
        QCOMPARE(page.times, 2);
    }
};

CONSOLE_TEST(TestPage)
#include "tst_page.moc"
