#include "server/buyers/rules.h"
#include "tests/money/home.h"
#include "tests/support/runner.h"

namespace {

SaveMethod upi(const QString &id, const QString &label = QStringLiteral("My bank"))
{
    return {.kind = SavedMethodKind::Upi, .reference = id, .label = label};
}

SaveMethod token(const QString &name)
{
    return {.kind = SavedMethodKind::Token,
            .provider = QStringLiteral("razorpay"),
            .reference = name,
            .label = QStringLiteral("Blue card")};
}

QStringList labelsOf(const Result<QList<SavedMethod>> &methods)
{
    QStringList out;
    for (const SavedMethod &each : methods.value())
        out += each.isDefault ? each.label + u'*' : each.label;
    return out;
}

} // namespace

// ACC-04: how buyers like to pay.
class TestOfSavedMethods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // ACC-04
    void aWayToPayIsKeptMaskedAndTheFirstIsTheDefault()
    {
        Home home;
        const Caller &asha = home.buyer.caller;

        const auto bank = home.buyers.saveMethod(asha, upi(QStringLiteral("asha.rao@okbank")));
        const auto card = home.buyers.saveMethod(asha, token(QStringLiteral("token_4lsdksD31GaZ09")));

        QCOMPARE(bank->masked, QStringLiteral("a•••o@okbank"));
        QVERIFY(bank->isDefault);
        QVERIFY(!bank->provider);
        QCOMPARE(card->masked, QStringLiteral("•••• aZ09"));
        QCOMPARE(card->provider, QStringLiteral("razorpay"));
        QVERIFY(!card->isDefault);
        QCOMPARE(labelsOf(home.buyers.listSavedMethods(asha)),
                 (QStringList{QStringLiteral("My bank*"), QStringLiteral("Blue card")}));
        QVERIFY(!json::bytes(*home.buyers.listSavedMethods(asha)).contains("sdksD31"));
    }

    void savingTwiceIsSavingOnceWithTheNewestLabel()
    {
        Home home;
        const Caller &asha = home.buyer.caller;
        const auto first = home.buyers.saveMethod(asha, upi(QStringLiteral("asha@okbank")));

        const auto again = home.buyers.saveMethod(asha, upi(QStringLiteral("asha@okbank"), QStringLiteral("Salary")));

        QCOMPARE(again->id, first->id);
        QCOMPARE(labelsOf(home.buyers.listSavedMethods(asha)), QStringList{QStringLiteral("Salary*")});
    }

    void thereIsOneDefaultAndTheNewestTakesItsPlace()
    {
        Home home;
        const Caller &asha = home.buyer.caller;
        QVERIFY(home.buyers.saveMethod(asha, upi(QStringLiteral("one@okbank"), QStringLiteral("one"))));
        QVERIFY(home.buyers.saveMethod(asha, upi(QStringLiteral("two@okbank"), QStringLiteral("two"))));
        SaveMethod wish = upi(QStringLiteral("three@okbank"), QStringLiteral("three"));
        wish.isDefault = true;

        const auto third = home.buyers.saveMethod(asha, wish);
        QCOMPARE(labelsOf(home.buyers.listSavedMethods(asha)),
                 (QStringList{QStringLiteral("three*"), QStringLiteral("two"), QStringLiteral("one")}));
        QVERIFY(home.buyers.removeSavedMethod(asha, third->id));

        QCOMPARE(labelsOf(home.buyers.listSavedMethods(asha)),
                 (QStringList{QStringLiteral("two*"), QStringLiteral("one")}));
    }

    // ACC-04: never the data of a card.
    void whatIsNoWayToPayIsRefusedByItsField_data()
    {
        QTest::addColumn<SaveMethod>("wish");
        QTest::addColumn<QString>("field");
        SaveMethod unnamed = token(QStringLiteral("token_4lsdksD31GaZ09"));
        unnamed.provider.reset();
        SaveMethod provided = upi(QStringLiteral("asha@okbank"));
        provided.provider = QStringLiteral("razorpay");
        QTest::newRow("a card") << token(QStringLiteral("4111111111111111")) << "reference";
        QTest::newRow("a card in groups") << token(QStringLiteral("4111-1111-1111-1111")) << "reference";
        QTest::newRow("a card within") << token(QStringLiteral("tok_94111111111111111")) << "reference";
        QTest::newRow("a card as label") << upi(QStringLiteral("asha@okbank"), QStringLiteral("4111 1111 1111 1111"))
                                         << "label";
        QTest::newRow("a card between colons") << token(QStringLiteral("4111:1111:1111:1111")) << "reference";
        QTest::newRow("a card at a bank") << upi(QStringLiteral("4111111111111111@icici")) << "reference";
        QTest::newRow("a card that a bank pays") << upi(QStringLiteral("ccpay.4111111111111111@icici")) << "reference";
        QTest::newRow("a card between letters") << upi(QStringLiteral("4111x1111x1111x1111@icici")) << "reference";
        for (const char *written : {"4111,1111,1111,1111", "4111\u00a01111\u00a01111\u00a01111",
                                    "4111\u20131111\u20131111\u20131111", "card 4111 and 1111 and 1111 and 1111",
                                    "\u096a\u0967\u0967\u0967 \u0967\u0967\u0967\u0967 \u0967\u0967\u0967\u0967 "
                                    "\u0967\u0967\u0967\u0967",
                                    "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11"
                                    "\uff11\uff11\uff11\uff11"})
            QTest::addRow("a label %s", written)
                << upi(QStringLiteral("asha@okbank"), QString::fromUtf8(written)) << "label";
        QTest::newRow("a mail") << upi(QStringLiteral("asha@example.com")) << "reference";
        QTest::newRow("no bank") << upi(QStringLiteral("asha")) << "reference";
        QTest::newRow("a sentence") << token(QStringLiteral("my blue card")) << "reference";
        QTest::newRow("nobody's token") << unnamed << "provider";
        QTest::newRow("a provider of UPI") << provided << "provider";
    }
    void whatIsNoWayToPayIsRefusedByItsField()
    {
        QFETCH(SaveMethod, wish);
        QFETCH(QString, field);
        Home home;

        const auto saved = home.buyers.saveMethod(home.buyer.caller, wish);

        QCOMPARE(saved.error().code, ErrorCode::ValidationFailed);
        QCOMPARE(saved.error().fields.constFirst().field, field);
        QCOMPARE(home.db.number("count(*) FROM saved_methods"), 0);
    }

    void aNumberThatIsNoCardMayStandThere()
    {
        QVERIFY(!buyers::looksLikeCard(QStringLiteral("4111111111111112")));
        QVERIFY(!buyers::looksLikeCard(QStringLiteral("ends with 1111")));
        QVERIFY(buyers::looksLikeCard(QStringLiteral("378282246310005")));
        QVERIFY(!buyers::looksLikeCard(QStringLiteral("pay_4111x1111y1111z1111"), buyers::Letters::EndARow));
        QVERIFY(!buyers::methodProblem(upi(QStringLiteral("9876543210@okbank"), QStringLiteral("Salary 2026"))));
    }

    // ACC-04, C58
    void aWayToPayIsItsOwnersOnly()
    {
        Home home;
        const Customer ravi = home.addBuyer(QStringLiteral("ravi"));
        const auto kept = home.buyers.saveMethod(home.buyer.caller, upi(QStringLiteral("asha@okbank")));

        const auto foreign = home.buyers.removeSavedMethod(ravi.caller, kept->id);
        const auto unknown = home.buyers.removeSavedMethod(ravi.caller, home.ids.next<SavedMethod>());

        QCOMPARE(foreign.error().code, ErrorCode::NotFound);
        QCOMPARE(foreign.error().message, unknown.error().message);
        QCOMPARE(home.buyers.listSavedMethods(ravi.caller)->size(), 0);
        QCOMPARE(home.buyers.listSavedMethods(home.buyer.caller)->size(), 1);
        QVERIFY(home.buyers.saveMethod(ravi.caller, upi(QStringLiteral("asha@okbank"))));
        QCOMPARE(home.buyers.saveMethod(home.store.caller, upi(QStringLiteral("x@okbank"))).error().code,
                 ErrorCode::Forbidden);
    }

    void nobodyKeepsMoreThanThereIsRoomFor()
    {
        Home home;
        for (int i = 0; i < savedMethodsMax; ++i)
            QVERIFY(home.buyers.saveMethod(home.buyer.caller, upi(QStringLiteral("asha%1@okbank").arg(i))));

        const auto more = home.buyers.saveMethod(home.buyer.caller, upi(QStringLiteral("asha@okbank")));
        const auto again = home.buyers.saveMethod(home.buyer.caller, upi(QStringLiteral("asha0@okbank")));

        QCOMPARE(more.error().code, ErrorCode::Conflict);
        QVERIFY(again);
        QCOMPARE(home.buyers.listSavedMethods(home.buyer.caller)->size(), savedMethodsMax);
    }

    // PRIV-02, PRIV-03
    void itIsGivenToItsOwnerAndForgottenWithHim()
    {
        Home home;
        const Caller &asha = home.buyer.caller;
        QVERIFY(home.buyers.saveMethod(asha, upi(QStringLiteral("asha.rao@okbank"))));

        const personal::Parts parts = home.db->read([&](Tx &tx) { return home.buyers.exportOf(tx, asha.id); });
        const Result<> erased = home.db->write([&](Tx &tx) -> Result<> {
            home.buyers.eraseOf(tx, asha.id);
            return {};
        });

        QCOMPARE(parts.constLast().name, QStringLiteral("payment_methods"));
        QVERIFY(parts.constLast().json.contains("a•••o@okbank"));
        QVERIFY(erased);
        QCOMPARE(home.db.number("count(*) FROM saved_methods"), 0);
    }
};

TEST_CLASS(TestOfSavedMethods)

#include "tst_savedmethods.moc"
