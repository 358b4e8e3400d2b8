#include "console/app/agreement.h"
#include "tests/console/pages/press.h"
#include "tests/console/registry.h"
#include "tests/support/paperconsole.h"

#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

// PRIV-04: what holds now is asked for at sign-in, until it is agreed to.
class TestAgreement : public QObject
{
    Q_OBJECT

    inline static const QString version = QStringLiteral("2026-11-01");

    static LegalText text(LegalDocument document)
    {
        const QString title =
            document == LegalDocument::Terms ? QStringLiteral("Terms of use") : QStringLiteral("Privacy notice");
        return {.document = document,
                .version = version,
                .language = QStringLiteral("en"),
                .title = title,
                .text = QStringLiteral("Each side keeps its word.\n\n## What holds\n\nAll of it.")};
    }

    static Consents consents(const QList<LegalDocument> &open)
    {
        Consents out;
        for (const LegalDocument each : {LegalDocument::Terms, LegalDocument::Privacy})
            out.documents += ConsentState{each, version, !open.contains(each)};
        return out;
    }

    static void enter(PaperConsole &house)
    {
        for (const LegalDocument each : {LegalDocument::Terms, LegalDocument::Privacy})
            house.server.answer(api::readLegal, text(each), each);
        house.console.start();
        house.console.show();
        house.enter(Role::Vendor);
    }

    static app::AgreementDialog *dialog(const PaperConsole &house)
    {
        for (auto *each : house.console.findChildren<app::AgreementDialog *>())
            if (each->isVisible())
                return each;
        return nullptr;
    }

private Q_SLOTS:
    void eachDocumentIsShownAndAgreedToInItsTurn()
    {
        PaperConsole house;
        house.server.answer(api::listConsents, consents({LegalDocument::Terms, LegalDocument::Privacy}));
        house.server.answer(api::acceptLegal, Consent{LegalDocument::Terms, version, house.clock.at, {}});

        enter(house);

        QVERIFY(dialog(house));
        QCOMPARE(dialog(house)->windowTitle(), QStringLiteral("Terms of use, version 2026-11-01"));
        QCOMPARE(found<QTextBrowser>(*dialog(house), "legalText")->toPlainText(),
                 QStringLiteral("Each side keeps its word.\nWhat holds\nAll of it."));
        found<QPushButton>(*dialog(house), "verb")->click();
        QCOMPARE(house.server.lastBody(api::acceptLegal), "{\"document\":\"terms\",\"version\":\"2026-11-01\"}");
        QTRY_VERIFY(dialog(house) && dialog(house)->windowTitle().startsWith(u"Privacy notice"));
        found<QPushButton>(*dialog(house), "verb")->click();
        QCOMPARE(house.server.lastBody(api::acceptLegal), "{\"document\":\"privacy\",\"version\":\"2026-11-01\"}");
        QTRY_VERIFY(!dialog(house));
        QVERIFY(house.console.shell());
    }

    void whoHasAgreedIsNotAsked()
    {
        PaperConsole house;
        house.server.answer(api::listConsents, consents({}));

        enter(house);

        QVERIFY(!dialog(house));
        QCOMPARE(house.server.timesAsked(api::listConsents), 1);
    }

    // WAL-13: they are agreed to where a wallet is recharged
    void theTermsOfTheWalletAreNotAskedForHere()
    {
        PaperConsole house;
        Consents said = consents({});
        said.documents += ConsentState{LegalDocument::Wallet, version, false};
        house.server.answer(api::listConsents, said);

        enter(house);

        QVERIFY(!dialog(house));
        QCOMPARE(house.server.timesAsked(api::listConsents), 1);
    }

    void whatIsPutOffIsAskedAtTheNextSignIn()
    {
        PaperConsole house;
        house.server.answer(api::listConsents, consents({LegalDocument::Privacy}));
        enter(house);

        found<QPushButton>(*dialog(house), "dismiss")->click();
        QTRY_VERIFY(!dialog(house));
        QCOMPARE(house.server.timesAsked(api::acceptLegal), 0);
        QVERIFY(house.console.shell());
        house.console.session().leave();
        QVERIFY(!house.console.shell());
        house.enter(Role::Vendor);

        QVERIFY(dialog(house));
        QCOMPARE(dialog(house)->windowTitle(), QStringLiteral("Privacy notice, version 2026-11-01"));
    }

    void aRefusalStaysInSight()
    {
        PaperConsole house;
        house.server.answer(api::listConsents, consents({LegalDocument::Terms}));
        house.server.refuse(api::acceptLegal,
                            Error{.code = ErrorCode::TooManyRequests, .message = QStringLiteral("Too often.")});
        enter(house);

        found<QPushButton>(*dialog(house), "verb")->click();

        QVERIFY(dialog(house));
        QVERIFY(dialog(house)->findChild<kit::Banner *>()->isVisible());
        QVERIFY(found<QPushButton>(*dialog(house), "verb")->isEnabled());
    }

    void whenTheServerDoesNotSayWhatIsOpenNobodyIsStopped()
    {
        PaperConsole house;
        house.server.refuse(api::listConsents, ErrorCode::Unavailable);

        enter(house);

        QVERIFY(!dialog(house));
        QVERIFY(house.console.shell());
    }
};

CONSOLE_TEST(TestAgreement)
#include "tst_agreement.moc"
