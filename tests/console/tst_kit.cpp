#include "console/kit/contractform.h"
#include "console/kit/contracttable.h"
#include "console/kit/linelist.h"
#include "console/kit/page.h"
#include "shared/contract/accounts.h"
#include "shared/contract/ads.h"
#include "shared/contract/orders.h"
#include "shared/contract/payouts.h"
#include "shared/contract/reports.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

namespace {

struct Lot
{
    Id<Lot> id;
    QString name;
    Money price;
    Quantity stock;
    PayoutStatus status = PayoutStatus::Requested;
    Instant addedAt;

    FIELDS(Lot, FIELD(id), FIELD(name, .label = QT_TRANSLATE_NOOP("fields", "Lot")), FIELD(price), FIELD(stock),
           FIELD(status), FIELD(addedAt))
};

Lot lot(int number, qint64 paise = 75'000)
{
    return {.id = {QUuid(QStringLiteral("0192f7a0-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')))},
            .name = QStringLiteral("Copper %1").arg(number),
            .price = {paise},
            .stock = {46'500},
            .status = PayoutStatus::Approved,
            .addedAt = {1'795'171'860'000}};
}

} // namespace

class TestKit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en_IN"))); }

    void aTableShowsMembersAsPeopleReadThem()
    {
        kit::ContractTable<Lot> table;
        QAbstractItemModelTester tester(&table);
        table.show(&Lot::name, &Lot::price, &Lot::stock, &Lot::status);

        table.setRows({lot(1, 123'456'750)});

        QCOMPARE(table.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), "Lot");
        QCOMPARE(table.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), "Price");
        QCOMPARE(table.index(0, 1).data().toString(), "₹12,34,567.50");
        QCOMPARE(table.index(0, 2).data().toString(), "46.5");
        QCOMPARE(table.index(0, 3).data().toString(), "Approved");
        QCOMPARE(table.index(0, 3).data(Qt::AccessibleTextRole).toString(), "Approved");
        QCOMPARE(table.index(0, 3).data(kit::TableModel::CellRole).value<kit::Cell>().chip, kit::Tone::Success);
        QCOMPARE(table.index(0, 1).data(Qt::TextAlignmentRole).toInt(), int(Qt::AlignRight | Qt::AlignVCenter));
    }

    void pagesAreFetchedWhileOneScrolls()
    {
        kit::ContractTable<Lot> table;
        table.show(&Lot::name);
        QStringList cursors;
        table.from([&](const std::optional<QString> &cursor) {
            cursors += cursor.value_or(QStringLiteral("first"));
            const int from = cursor ? 3 : 1;
            return QtFuture::makeReadyFuture(
                Result<Page<Lot>>(Page<Lot>{.items = {lot(from), lot(from + 1)},
                                            .nextCursor = cursor ? std::nullopt : std::optional<QString>("c2")}));
        });

        table.refresh();
        QCOMPARE(table.rowCount(), 2);
        QVERIFY(table.canFetchMore({}));
        table.fetchMore({});

        QCOMPARE(table.rowCount(), 4);
        QVERIFY(!table.canFetchMore({}));
        QCOMPARE(cursors, (QStringList{"first", "c2"}));
    }

    void anAnswerToAnOlderFilterIsDropped()
    {
        kit::ContractTable<Lot> table;
        table.show(&Lot::name);
        QList<std::shared_ptr<QPromise<Result<Page<Lot>>>>> asked;
        table.from([&](const std::optional<QString> &) {
            asked += std::make_shared<QPromise<Result<Page<Lot>>>>();
            asked.last()->start();
            return asked.last()->future();
        });
        table.refresh();
        table.refresh();

        asked[1]->addResult(Page<Lot>{.items = {lot(2)}});
        asked[1]->finish();
        asked[0]->addResult(Page<Lot>{.items = {lot(1)}});
        asked[0]->finish();

        QCOMPARE(table.rowCount(), 1);
        QCOMPARE(table.index(0, 0).data().toString(), "Copper 2");
    }

    // Who has scrolled down is not thrown back by news.
    void aRefreshAsksForAsManyRowsAsThereAre()
    {
        kit::ContractTable<Lot> table;
        table.show(&Lot::name);
        QStringList cursors;
        table.from([&](const std::optional<QString> &cursor) {
            cursors += cursor.value_or(QStringLiteral("first"));
            const int from = cursor ? 3 : 1;
            return QtFuture::makeReadyFuture(
                Result<Page<Lot>>(Page<Lot>{.items = {lot(from), lot(from + 1)},
                                            .nextCursor = cursor ? std::nullopt : std::optional<QString>("c2")}));
        });
        table.refresh();
        table.fetchMore({});
        QSignalSpy reset(&table, &QAbstractItemModel::modelReset);

        table.refresh();

        QCOMPARE(table.rowCount(), 4);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(cursors, (QStringList{"first", "c2", "first", "c2"}));
        table.startOver();
        table.refresh();
        QCOMPARE(table.rowCount(), 2);
    }

    void afterAFailedRefreshNothingIsAppendedToTheOldRows()
    {
        kit::ContractTable<Lot> table;
        table.show(&Lot::name);
        bool isBroken = false;
        table.from([&](const std::optional<QString> &) {
            Result<Page<Lot>> rows(Page<Lot>{.items = {lot(1)}, .nextCursor = QStringLiteral("c2")});
            return QtFuture::makeReadyFuture(isBroken ? Result<Page<Lot>>(failure(ErrorCode::Internal, {})) : rows);
        });
        table.refresh();
        QVERIFY(table.canFetchMore({}));
        isBroken = true;

        table.refresh();

        QCOMPARE(table.rowCount(), 1);
        QVERIFY(!table.canFetchMore({}));
    }

    void theChosenLineStaysChosenWhereverItStands()
    {
        const kit::Theme theme;
        kit::LineList list(theme);
        list.show({{.key = "a", .title = "Asha"}, {.key = "b", .title = "Bina"}});
        list.setCurrentIndex(list.model()->index(1, 0));

        list.show({{.key = "b", .title = "Bina"}, {.key = "c", .title = "Chitra"}});
        QCOMPARE(list.chosen(), "b");
        QCOMPARE(list.currentIndex().row(), 0);
        list.show({{.key = "d", .title = "Divya"}, {.key = "c", .title = "Chitra"}});

        QCOMPARE(list.chosen(), QString());
    }

    void oneWordMeansWhatItsEnumSays()
    {
        QCOMPARE(kit::display::word(AdState::Scheduled).text, "Scheduled");
        QCOMPARE(kit::display::word(AdState::Running).tone, kit::Tone::Success);
        QCOMPARE(kit::display::word(RunStatus::Running).tone, kit::Tone::Info);
        QCOMPARE(kit::display::text(Unit::Ton), "tonne");
        QCOMPARE(kit::display::text(PaymentMethodKind::Cod), "Cash on delivery");
    }

    // A check of FIELDS may fail on what the form does not show; saying nothing would look like a dead button.
    void whatTheFormDoesNotShowIsSaidInWords()
    {
        const kit::Theme theme;
        kit::ContractForm<PutVendor> form(theme);
        form.ask(&PutVendor::storeName);
        form.fill({.storeName = "Sharma Metals",
                   .ownerName = "Ravi",
                   .businessPhone = "+919800000000",
                   .streetAddress = "1 Main Road",
                   .city = "Pune",
                   .pincode = "41103",
                   .state = "Maharashtra"});
        QSignalSpy misplaced(&form, &kit::Form::misplaced);

        QVERIFY(!form.value());

        QCOMPARE(misplaced.size(), 1);
        QCOMPARE(misplaced.first().first().toString(), "Pincode: Must have 6 characters.");
    }

    void lengthsFollowTheZoom()
    {
        kit::Theme theme;
        QWidget pane;
        kit::fixWidth(&pane, theme, 300);
        const int before = pane.minimumWidth();

        theme.zoomTo(1.5);

        QCOMPARE(before, theme.px(300) * 2 / 3);
        QCOMPARE(pane.maximumWidth(), theme.px(300));
    }

    void theSameRowsOnlyChangeTheirCells()
    {
        kit::ContractTable<Lot> table;
        table.show(&Lot::name, &Lot::price);
        table.setRows({lot(1), lot(2)});
        QSignalSpy reset(&table, &QAbstractItemModel::modelReset);

        table.setRows({lot(1, 99), lot(2)});

        QCOMPARE(reset.size(), 0);
        QCOMPARE(table.index(0, 1).data().toString(), "₹0.99");
    }

    void aTooltipNeverBecomesRichText()
    {
        kit::ContractTable<Lot> table;
        table.show(&Lot::name);
        Lot evil = lot(1);
        evil.name = QStringLiteral("<img src=x>");

        table.setRows({evil});

        QCOMPARE(table.index(0, 0).data(Qt::ToolTipRole).toString(), "&lt;img src=x&gt;");
    }

    void aFormChecksBeforeItSends()
    {
        const kit::Theme theme;
        kit::ContractForm<PutVendor> form(theme);
        form.ask(&PutVendor::storeName, &PutVendor::ownerName, &PutVendor::businessPhone, &PutVendor::streetAddress,
                 &PutVendor::city, &PutVendor::pincode, &PutVendor::state);
        form.askAtLength(&PutVendor::description);
        PutVendor store{.storeName = "Sharma Metals",
                        .ownerName = "Ravi",
                        .businessPhone = "+919800000000",
                        .streetAddress = "1 Main Road",
                        .city = "Pune",
                        .pincode = "41103",
                        .state = "Maharashtra"};
        form.fill(store);

        QVERIFY(!form.value());
        QCOMPARE(form.editor("pincode")->accessibleDescription(), "Must have 6 characters");

        qobject_cast<QLineEdit *>(form.editor("pincode"))->setText(QStringLiteral("411038"));
        const auto value = form.value();
        QVERIFY(value);
        QCOMPARE(value->pincode, "411038");
        QVERIFY(!value->description);
        QVERIFY(form.editor("pincode")->accessibleDescription().isEmpty());
        QVERIFY(form.isTouched());
    }

    void moneyIsNeverRoundedThroughAFloat_data()
    {
        QTest::addColumn<qint64>("paise");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rounded");
        QTest::newRow("nothing") << qint64(0) << "₹0.00"
                                 << "₹0";
        QTest::newRow("a debt") << qint64(-155'250) << "−₹1,552.50"
                                << "−₹1,553";
        QTest::newRow("a lakh") << qint64(4'160'000'00) << "₹41,60,000.00"
                                << "₹41.6 L";
        QTest::newRow("crores") << qint64(89'400'000'00) << "₹8,94,00,000.00"
                                << "₹8.94 Cr";
        QTest::newRow("more than a double holds") << qint64(9'007'199'254'740'993) << "₹9,00,71,99,25,47,409.93"
                                                  << "₹9007199.25 Cr";
    }
    void moneyIsNeverRoundedThroughAFloat()
    {
        QFETCH(qint64, paise);
        QFETCH(QString, text);
        QFETCH(QString, rounded);

        QCOMPARE(kit::display::text(Money{paise}), text);
        QCOMPARE(kit::display::rounded(Money{paise}).remove(u','), rounded.remove(u','));
    }

    void textIsReadableOnEveryGround_data()
    {
        QTest::addColumn<kit::Theme::Shade>("shade");
        QTest::newRow("light") << kit::Theme::Shade::Light;
        QTest::newRow("dark") << kit::Theme::Shade::Dark;
    }
    void textIsReadableOnEveryGround()
    {
        QFETCH(kit::Theme::Shade, shade);
        kit::Theme theme;
        theme.wear(shade);
        constexpr double readable = 4.5; // WCAG AA

        for (const QColor &ground : {theme.canvas, theme.surface, theme.surfaceAlt, theme.side}) {
            for (const QColor &ink : {theme.text, theme.text2, theme.text3})
                QVERIFY(kit::Theme::contrast(ink, ground) >= readable);
        }
        QVERIFY(kit::Theme::contrast(theme.onAccent, theme.accent) >= readable);
        QVERIFY(kit::Theme::contrast(theme.accentText, theme.accentSoft) >= readable);
        QVERIFY(kit::Theme::contrast(theme.sideActiveText, theme.sideActive) >= readable);
        QVERIFY(kit::Theme::contrast(theme.onTipAccent, theme.tip) >= readable);
        for (int tone = 0; tone < 7; ++tone) {
            const auto colors = theme.tone(kit::Tone(tone));
            QVERIFY(kit::Theme::contrast(colors.ink, colors.ground) >= readable);
        }
    }

    void whatCanBeTickedIsSeenOnEveryGround_data()
    {
        QTest::addColumn<kit::Theme::Shade>("shade");
        QTest::newRow("light") << kit::Theme::Shade::Light;
        QTest::newRow("dark") << kit::Theme::Shade::Dark;
    }
    void whatCanBeTickedIsSeenOnEveryGround()
    {
        QFETCH(kit::Theme::Shade, shade);
        kit::Theme theme;
        theme.wear(shade);
        QListWidget list;
        list.resize(200, 60);
        auto *item = new QListWidgetItem(QString(), &list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        QCheckBox box;
        box.resize(40, 30);
        constexpr double visible = 3; // WCAG 1.4.11

        for (QWidget *widget : {static_cast<QWidget *>(&list), static_cast<QWidget *>(&box)}) {
            widget->ensurePolished();
            const QImage image = widget->grab().toImage();
            const QColor ground = image.pixelColor(image.width() - 4, image.height() / 2);
            double most = 1;
            for (int x = 0; x < 30; ++x)
                for (int y = 0; y < 28; ++y)
                    most = qMax(most, kit::Theme::contrast(image.pixelColor(x, y), ground));
            QVERIFY2(most >= visible, qPrintable(QString::number(most)));
        }
        theme.wear(kit::Theme::Shade::Light);
    }

    // On a laptop's screen the words of a line need the room more than its bar does.
    void theBarGivesWayBeforeWordsAreCut()
    {
        const kit::Theme theme;
        const kit::LineDelegate delegate(theme, nullptr);
        kit::LineModel lines;
        lines.show({{.title = "Out for delivery", .figure = "12", .note = "on time", .bar = 5'000},
                    {.title = "Delivered", .figure = "9", .note = "await confirm", .bar = 3'000}});
        const QFontMetrics metrics(theme.font(kit::Type::Small));

        for (const int width : {207, 292, 600}) {
            const auto columns = delegate.columns(lines, width);
            QVERIFY(columns.title >= metrics.horizontalAdvance("Out for delivery"));
            QVERIFY(columns.note >= metrics.horizontalAdvance("await confirm"));
            QVERIFY(columns.title + columns.figure + columns.note <= width);
        }
    }

    void everyIconThatIsNamedExists()
    {
        const kit::Theme theme;
        for (const kit::PageEntry &entry : kit::pages())
            QVERIFY2(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(entry.icon)), qPrintable(entry.icon));
    }

    // A narrow sidebar shows nothing else.
    void noTwoPagesOfARoleShareAnIcon()
    {
        QSet<QString> seen;
        for (const kit::PageEntry &entry : kit::pages()) {
            const QString icon = names::text(entry.role) + u' ' + entry.icon;
            QVERIFY2(!seen.contains(icon), qPrintable(icon));
            seen.insert(icon);
        }
    }
};

CONSOLE_TEST(TestKit)
#include "tst_kit.moc"
