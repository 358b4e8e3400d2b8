// What every dialog that asks the server for something has in common.

#include "console/kit/askdialog.h"
#include "console/kit/formdialog.h"
#include "console/kit/proof.h"
#include "shared/contract/factors.h"
#include "shared/contract/payouts.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QLayout>

namespace {

struct Fixture
{
    ConsoleKit console;
    QWidget page;
    Id<Payout> payout{QUuid(QStringLiteral("0192f7a0-0000-7000-8000-000000000701"))};

    Fixture() { page.show(); }

    QDialog *reject()
    {
        auto *dialog = new kit::AskDialog(console.theme,
                                          {.title = QStringLiteral("Reject payout"),
                                           .text = QStringLiteral("The store is told why, and may ask for it again "
                                                                  "when it has put right what is wrong with it."),
                                           .verb = QStringLiteral("Reject"),
                                           .words = kit::Ask::Words::Lines,
                                           .label = QStringLiteral("Reason"),
                                           .lengthMin = 3},
                                          &page);
        dialog->perform(
            [this](const QString &words) { return console.kit.api.call(api::rejectPayout, {.reason = words}, payout); },
            [](const Payout &) {});
        type(*dialog, "words", QStringLiteral("the wrong holder"));
        return dialog;
    }
    static QAbstractButton *again(QWidget &dialog)
    {
        return dialog.findChild<kit::Banner *>()->findChild<QAbstractButton *>();
    }
};

} // namespace

class TestCallDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en_IN"))); }

    void aRefusalNamesItsFieldsAndNothingIsCutByIt()
    {
        Fixture given;
        QDialog *dialog = given.reject();
        given.console.server.refuse(api::rejectPayout,
                                    Error{.code = ErrorCode::ValidationFailed,
                                          .message = QStringLiteral("The request has invalid fields."),
                                          .fields = {{QStringLiteral("lines.2.amount"), QStringLiteral("is required")},
                                                     {QStringLiteral("bank_file"), QStringLiteral("is no table")}}},
                                    given.payout);

        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(
            dialog->findChild<kit::Banner *>()->text(),
            QStringLiteral("The request has invalid fields. Lines 2 amount: Is required. Bank file: Is no table."));
        dialog->layout()->activate();
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisibleTo(dialog) && label->hasHeightForWidth())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }

    void onlyWhatMayPassIsTriedAgain_data()
    {
        QTest::addColumn<ErrorCode>("refusal");
        QTest::addColumn<bool>("mayPass");
        QTest::newRow("not possible now") << ErrorCode::IllegalTransition << false;
        QTest::newRow("changed meanwhile") << ErrorCode::Conflict << false;
        QTest::newRow("not allowed") << ErrorCode::Forbidden << false;
        QTest::newRow("not without a permission") << ErrorCode::PermissionMissing << false;
        QTest::newRow("not reached") << ErrorCode::Unavailable << true;
        QTest::newRow("too often") << ErrorCode::TooManyRequests << true;
    }
    void onlyWhatMayPassIsTriedAgain()
    {
        QFETCH(ErrorCode, refusal);
        QFETCH(bool, mayPass);
        Fixture given;
        QDialog *dialog = given.reject();
        given.console.server.refuse(api::rejectPayout, refusal, given.payout);

        QVERIFY(press(*dialog, "verb"));

        QCOMPARE(Fixture::again(*dialog)->isVisibleTo(dialog), mayPass);
        QVERIFY(dialog->isVisible());
    }

    void aFormIsTypedInAtOnce()
    {
        Fixture given;
        auto *form = new kit::ContractForm<ProcessPayout>(given.console.theme);
        form->ask(&ProcessPayout::transactionReference);
        form->fill({});

        kit::FormDialog dialog(given.console.theme, {.title = QStringLiteral("Paid"), .verb = QStringLiteral("Enter")},
                               form, &given.page);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();

        QVERIFY(dialog.focusWidget());
        QCOMPARE(dialog.focusWidget()->objectName(), QStringLiteral("transaction_reference"));
    }

    void aProofIsNotOptional()
    {
        Fixture given;
        given.console.server.answer(api::reauthenticate, {given.console.clock.at});

        kit::askProof(given.console.kit, Error{ErrorCode::ReauthenticationNeeded}, &given.page, [](bool) {});
        QDialog *dialog = dialogOf(given.page);
        QVERIFY(press(*dialog, "verb"));

        QVERIFY(shows(*dialog, QStringLiteral("Password")));
        QVERIFY(!shows(*dialog, QStringLiteral("optional")));
        QVERIFY(shows(*dialog, QStringLiteral("Is required")));
        QCOMPARE(dialog->focusWidget()->objectName(), QStringLiteral("password"));
        QCOMPARE(given.console.server.timesAsked(api::reauthenticate), 0);
        type(*dialog, "password", QStringLiteral("Kabaad#2026"));
        QVERIFY(press(*dialog, "verb"));
        QCOMPARE(given.console.server.timesAsked(api::reauthenticate), 1);
    }

    void anAmountIsReadAsItIsWritten_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<std::optional<Money>>("amount");
        QTest::newRow("plain") << QStringLiteral("1000.50") << std::optional(Money{100'050});
        QTest::newRow("thousands") << QStringLiteral(" 1,000.50") << std::optional(Money{100'050});
        QTest::newRow("lakhs, with the sign") << QStringLiteral("₹12,34,567") << std::optional(Money{123'456'700});
        QTest::newRow("a comma for a point") << QStringLiteral("1,5") << std::optional<Money>();
        QTest::newRow("words") << QStringLiteral("all") << std::optional<Money>();
    }
    void anAmountIsReadAsItIsWritten()
    {
        QFETCH(QString, typed);
        QFETCH(std::optional<Money>, amount);

        QCOMPARE(kit::display::amountOf(typed), amount);
    }
};

CONSOLE_TEST(TestCallDialog)
#include "tst_calldialog.moc"
