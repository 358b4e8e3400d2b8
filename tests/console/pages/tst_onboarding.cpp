#include "console/kit/filedrop.h"
#include "console/pages/onboarding/page.h"
#include "tests/console/pages/names.h"
#include "tests/console/pages/press.h"
#include "tests/console/pages/samples.h"
#include "tests/console/registry.h"
#include "tests/support/consolekit.h"

#include <QCheckBox>
#include <QTemporaryDir>

namespace {

struct Fixture
{
    ConsoleKit console{Role::Vendor};
    QTemporaryDir folder;
    std::unique_ptr<kit::Page> page;

    Fixture()
    {
        Vendor store = samples::store();
        store.canSell = false;
        console.server.answer(api::readVendorProfile, store);
        console.server.answer(api::readKyc, VendorKyc{});
        console.server.answer(api::readPreferences, Preferences{.language = QStringLiteral("en")});
    }
    void open()
    {
        page = std::make_unique<onboarding::Page>(console.kit);
        page->resize(1280, 900);
        page->show();
        page->refresh();
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    kit::FileDrop *slot(const char *name) { return page->findChild<kit::FileDrop *>(QString::fromLatin1(name)); }
    void upload(const char *name, int number)
    {
        console.server.answer(api::uploadFile, StoredFile{.id = samples::id<StoredFile>(number),
                                                          .name = QStringLiteral("scan.pdf"),
                                                          .contentType = QStringLiteral("application/pdf"),
                                                          .size = 12});
        slot(name)->send(file(QStringLiteral("scan.pdf"), "%PDF-1.4\n%%EOF"));
    }
    void typeBank()
    {
        type(*page, "pan", QStringLiteral("ABCPS1234K"));
        type(*page, "gstin", QStringLiteral("27ABCPS1234K1Z5"));
        type(*page, "bank_account_holder", QStringLiteral("RAVI SHARMA"));
        type(*page, "bank_account_number", QStringLiteral("501000123456"));
        type(*page, "bank_ifsc", QStringLiteral("HDFC0000123"));
    }
    KycSubmission submission(SubmissionStatus status)
    {
        KycSubmission one = samples::kycReview(samples::kycCases().first()).submission;
        one.status = status;
        return one;
    }
};

} // namespace

class TestOnboardingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFormWaitsForItsFiles()
    {
        Fixture given;
        given.open();
        given.typeBank();
        given.upload("gstinFile", 2);
        given.console.server.hold();
        given.upload("panFile", 1);

        QVERIFY(!press(*given.page, "handIn"));

        given.console.server.release();
        QVERIFY(press(*given.page, "handIn"));
        QCOMPARE(given.console.server.timesAsked(api::submitKyc), 1);
        QVERIFY(given.console.server.lastBody(api::submitKyc).contains(samples::id<StoredFile>(1).text().toLatin1()));
    }

    // The first file may arrive after it was replaced or taken away.
    void aFileThatWasReplacedDoesNotComeBack()
    {
        Fixture given;
        given.open();
        given.console.server.hold();
        given.upload("panFile", 1);
        given.slot("panFile")->clear();

        given.console.server.release();

        QVERIFY(!given.slot("panFile")->file());
        QVERIFY(!given.slot("panFile")->isSending());
    }

    // VEN-09
    void openingHoursAreTypedDayByDay()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::updateVendorProfile, samples::store());

        type(*given.page, "hours.monday", QStringLiteral("9:00-13:00, 15:00–18:00"));
        type(*given.page, "hours.sunday", QStringLiteral("whenever"));
        QVERIFY(press(*given.page, "saveStore"));
        QVERIFY(shows(*given.page, QStringLiteral("Sunday: this is not read as times.")));
        QCOMPARE(given.console.server.timesAsked(api::updateVendorProfile), 0);
        type(*given.page, "hours.sunday", {});
        QVERIFY(press(*given.page, "saveStore"));

        QVERIFY(given.console.server.lastBody(api::updateVendorProfile)
                    .contains(json::bytes(StoreHours{{{Weekday::Monday, {{540, 780}, {900, 1080}}}}})));
    }

    void theStoreIsSavedAsTyped()
    {
        Fixture given;
        given.open();
        given.console.server.answer(api::updateVendorProfile, samples::store());

        type(*given.page, "store_name", QStringLiteral("Sharma Metals"));
        QVERIFY(press(*given.page, "saveStore"));

        const QByteArray body = given.console.server.lastBody(api::updateVendorProfile);
        QVERIFY(body.contains("\"store_name\":\"Sharma Metals\""));
        QVERIFY(body.contains("\"pincode\":\"411026\""));
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("Your store is saved")});
    }

    // CVEN-01
    void documentsAreHandedInWithTheirFiles()
    {
        Fixture given;
        given.open();
        given.typeBank();
        given.upload("panFile", 71);
        given.upload("gstinFile", 72);
        given.console.server.answer(api::submitKyc, given.submission(SubmissionStatus::Pending));
        given.console.server.answer(api::readKyc, VendorKyc{.current = given.submission(SubmissionStatus::Pending)});

        QVERIFY(press(*given.page, "handIn"));

        QCOMPARE(given.console.server.lastBody(api::submitKyc),
                 json::bytes(SubmitKyc{.pan = QStringLiteral("ABCPS1234K"),
                                       .gstin = QStringLiteral("27ABCPS1234K1Z5"),
                                       .bankAccountNumber = QStringLiteral("501000123456"),
                                       .bankIfsc = QStringLiteral("HDFC0000123"),
                                       .bankAccountHolder = QStringLiteral("RAVI SHARMA"),
                                       .panFileId = samples::id<StoredFile>(71),
                                       .gstinFileId = samples::id<StoredFile>(72)}));
        QVERIFY(shows(*given.page, QStringLiteral("being reviewed")));
        QVERIFY(!found<QAbstractButton>(*given.page, "handIn"));
    }

    void withoutItsFilesNothingIsSent()
    {
        Fixture given;
        given.open();
        given.typeBank();

        QVERIFY(press(*given.page, "handIn"));

        QCOMPARE(given.console.server.timesAsked(api::submitKyc), 0);
        QVERIFY(shows(*given.page, QStringLiteral("This file is needed.")));
    }

    void otherKindsOfFilesAreNotEvenSent()
    {
        Fixture given;
        given.open();

        given.slot("panFile")->send(given.file(QStringLiteral("card.pdf"), "#!/bin/sh\necho hello\n"));

        QCOMPARE(given.console.server.timesAsked(api::uploadFile), 0);
        QVERIFY(shows(*given.page, QStringLiteral("Only these kinds of files are accepted: JPG, PNG, PDF.")));
    }

    void aRejectionShowsItsReasonAndOpensTheFormAgain()
    {
        Fixture given;
        KycSubmission rejected = given.submission(SubmissionStatus::Rejected);
        rejected.reason = QStringLiteral("The PAN card is not readable.");
        given.console.server.answer(api::readKyc, VendorKyc{.current = rejected, .earlier = {rejected}});

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("The PAN card is not readable.")));
        QVERIFY(found<QAbstractButton>(*given.page, "handIn"));
        // PRIV-06: numbers come back masked and are typed again; the rest stands there.
        QCOMPARE(given.page->findChild<QLineEdit *>("pan")->text(), QString());
        QCOMPARE(given.page->findChild<QLineEdit *>("gstin")->text(), QString());
        QCOMPARE(given.page->findChild<QLineEdit *>("bank_account_number")->text(), QString());
        QCOMPARE(given.page->findChild<QLineEdit *>("bank_ifsc")->text(), QStringLiteral("HDFC0000123"));
    }

    void whatTheServerRefusesStandsBesideItsField()
    {
        Fixture given;
        given.open();
        given.typeBank();
        given.upload("panFile", 71);
        given.upload("gstinFile", 72);
        given.console.server.refuse(api::submitKyc,
                                    Error{ErrorCode::ValidationFailed,
                                          QStringLiteral("The request has invalid fields."),
                                          {{QStringLiteral("gstin"), QStringLiteral("has a wrong check digit")}}});

        QVERIFY(press(*given.page, "handIn"));

        QVERIFY(given.page->findChild<QLineEdit *>("gstin")->property("wrong").toBool());
        QCOMPARE(given.page->findChild<QLineEdit *>("pan")->text(), QStringLiteral("ABCPS1234K"));
        QVERIFY(given.slot("panFile")->file());
    }

    void anApprovedStoreMaySell()
    {
        Fixture given;
        given.console.server.answer(api::readVendorProfile, samples::store());
        given.console.server.answer(api::readKyc, VendorKyc{.current = given.submission(SubmissionStatus::Verified)});

        given.open();

        QVERIFY(shows(*given.page, QStringLiteral("Your store is approved. You can sell.")));
    }

    // AUTH-30, ACC-05
    void howSomebodyIsReachedIsTheLastStepOfTheProfile()
    {
        Fixture given;
        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Choose once, so that your profile is complete.")));
        const Preferences saved{.sms = false, .language = QStringLiteral("hi"), .savedAt = samples::now};
        given.console.server.answer(api::savePreferences, saved);

        given.page->findChild<QCheckBox *>(QStringLiteral("sms"))->setChecked(false);
        QVERIFY(press(*given.page, "savePreferences"));

        QCOMPARE(given.console.server.lastBody(api::savePreferences),
                 json::bytes(PutPreferences{.sms = false, .language = QStringLiteral("en")}));
        QCOMPARE(given.console.notices.toasts, QStringList{QStringLiteral("Your choices are saved")});
        QVERIFY(shows(*given.page, QStringLiteral("You can change this whenever you like.")));
    }

    // AUTH-13, AUTH-30: signing in again opens nothing as long as a step is left.
    void anApprovedStoreIsToldWhichStepIsLeft()
    {
        Fixture given;
        given.console.me.isLimited = true;
        given.console.server.answer(api::readVendorProfile, samples::store());

        given.open();
        QVERIFY(shows(*given.page, QStringLiteral("Choose how we reach you, then every page opens.")));
        given.console.server.answer(api::savePreferences,
                                    Preferences{.language = QStringLiteral("en"), .savedAt = samples::now});
        QVERIFY(press(*given.page, "savePreferences"));

        QVERIFY(shows(*given.page, QStringLiteral("Sign in with your password to open every page.")));
    }

    void everyControlHasAName()
    {
        Fixture given;
        given.open();

        QCOMPARE(nameless(*given.page), QString());
    }
};

CONSOLE_TEST(TestOnboardingPage)
#include "tst_onboarding.moc"
