// PAYO-08: files for the bank that were opened, and what its answers look like.

#include "tests/money/office.h"
#include "tests/support/runner.h"

namespace {

const QString head = QStringLiteral("payout_number,status,reference,reason,amount,remarks\n");

ErrorCode codeOf(const auto &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

class TestOfBankFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestDb::bothEngines(); }

    // PAYO-08: what was opened may lie with the bank.
    void anOpenedFileIsWithdrawnByOtherHandsAndWithTheBanksReference()
    {
        Office office;
        payouts::Service &payouts = office.world.payouts;
        const Caller &first = office.world.admin;
        const Caller second = office.world.addAdmin(QStringLiteral("second"));
        const WithdrawPayoutBatch wish{QStringLiteral("HDFC-WD-7")};
        const Id<Payout> id = office.approved();
        const PayoutBatch made = office.batch({id}).value();
        QVERIFY(!made.openedAt);
        QCOMPARE(codeOf(payouts.withdrawPayoutBatch(second, made.id, wish)), ErrorCode::IllegalTransition);
        QVERIFY(payouts.openPayoutBatch(first, made.id));
        const auto before = office.world.traces();

        QCOMPARE(codeOf(payouts.cancelPayoutBatch(first, made.id)), ErrorCode::IllegalTransition);
        QCOMPARE(codeOf(payouts.cancelPayoutBatch(second, made.id)), ErrorCode::IllegalTransition);
        QCOMPARE(codeOf(payouts.withdrawPayoutBatch(first, made.id, wish)), ErrorCode::IllegalTransition);
        QCOMPARE(office.world.traces(), before);
        QCOMPARE(office.read(id).batchNumber, made.batchNumber);
        const auto withdrawn = payouts.withdrawPayoutBatch(second, made.id, wish);

        QCOMPARE(withdrawn->status, PayoutBatchStatus::Cancelled);
        QCOMPARE(withdrawn->openedAt, std::optional(made.createdAt));
        QCOMPARE(withdrawn->withdrawnReference, QStringLiteral("HDFC-WD-7"));
        QVERIFY(!office.read(id).batchNumber);
        QCOMPARE(office.world.db.number("count(*) FROM audit_log WHERE action = 'payouts.batch_withdrawn'"
                                        " AND CAST(details AS TEXT) LIKE '%HDFC-WD-7%'"),
                 1);
        QVERIFY(office.batch({id}));
    }
};

TEST_CLASS(TestOfBankFiles)
#include "tst_bankfiles.moc"
