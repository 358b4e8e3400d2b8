#include "shared/base/rupeewords.h"
#include "tests/support/runner.h"

class TestOfRupeeWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // REP-08: the amount of an invoice in words.
    void anAmountIsSaidInLakhAndCrore_data()
    {
        QTest::addColumn<qint64>("paise");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("hindi");
        const auto add = [](qint64 paise, const char *english, const char *hindi) {
            QTest::addRow("%lld", paise) << paise << QString::fromUtf8(english) << QString::fromUtf8(hindi);
        };
        add(0, "Zero rupees only", "शून्य रुपये मात्र");
        add(100, "One rupee only", "एक रुपया मात्र");
        add(150'000, "One thousand five hundred rupees only", "एक हज़ार पाँच सौ रुपये मात्र");
        add(9'999, "Ninety-nine rupees and ninety-nine paise only", "निन्यानवे रुपये और निन्यानवे पैसे मात्र");
        add(12'345'678'901,
            "Twelve crore thirty-four lakh fifty-six thousand seven hundred eighty-nine rupees and one "
            "paise only",
            "बारह करोड़ चौंतीस लाख छप्पन हज़ार सात सौ नवासी रुपये और एक पैसे मात्र");
        add(100'000'000'000'000, "One lakh crore rupees only", "एक लाख करोड़ रुपये मात्र");
    }
    void anAmountIsSaidInLakhAndCrore()
    {
        QFETCH(qint64, paise);

        QTEST(rupeesInWords({paise}, QStringLiteral("en")), "english");
        QTEST(rupeesInWords({paise}, QStringLiteral("hi")), "hindi");
    }
};

TEST_CLASS(TestOfRupeeWords)

#include "tst_rupeewords.moc"
