// What holds of every amount that the rules of tax reckon, and of every pack that they come from.

#include "server/tax/rulebook.h"
#include "server/tax/rules.h"
#include "shared/base/indiatime.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <numeric>
#include <stdexcept>

namespace {

QByteArray pack(const QByteArray &entry)
{
    return "{\"pack\":\"test\",\"rules\":[" + entry + "]}";
}

// A good entry, with one thing changed.
QByteArray entry(const QByteArray &was = {}, const QByteArray &is = {})
{
    QByteArray good =
        R"({"rule":"gst_tcs_operator","kind":"gst_tcs","title":"T","title_hi":"T","basis":"B",)"
        R"("valid_from":"2024-07-10","rate_basis_points":50,"certainty":"confirmed","note":"N","note_hi":"N",)"
        R"("source":"S","is_on":true})";
    return was.isEmpty() ? good : good.replace(was, is);
}

QString complaintOf(const QList<tax::PackFile> &files)
{
    try {
        const tax::Rulebook book(files);
    } catch (const std::runtime_error &fault) {
        return QString::fromUtf8(fault.what());
    }
    return {};
}

Money sumOf(const QList<Money> &each)
{
    return std::accumulate(each.begin(), each.end(), Money{});
}

} // namespace

class TestOfTaxSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPackThatIsWrongIsRefusedByFileAndField_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &text, const char *place) {
            QTest::newRow(name) << text << QString::fromLatin1(place);
        };
        row("no JSON", "{", "bad.json");
        row("no rules", "{\"pack\":\"test\",\"rules\":[]}", "bad.json: rules");
        row("an unknown field", pack(entry("\"title\"", "\"surprise\":1,\"title\"")), "bad.json: rules.0.surprise");
        row("a missing field", pack(entry("\"basis\":\"B\",", "")), "bad.json: rules.0.basis");
        row("an unknown kind", pack(entry("\"gst_tcs\"", "\"magic\"")), "bad.json: rules.0.kind");
        row("no such day", pack(entry("2024-07-10", "2024-02-30")), "bad.json: rules.0.valid_from");
        row("ends before it begins", pack(entry("\"rate", "\"valid_until\":\"2024-07-10\",\"rate")),
            "bad.json: rules.0.valid_until");
        row("a rate of nothing", pack(entry(":50", ":0")), "bad.json: rules.0.rate_basis_points");
        row("a rate above the whole", pack(entry(":50", ":10001")), "bad.json: rules.0.rate_basis_points");
        row("a part of a basis point", pack(entry(":50", ":0.5")), "bad.json: rules.0.rate_basis_points");
        row("a rate without halves", pack(entry(":50", ":51")), "bad.json: rules.0.rate_basis_points");
        row("no rate", pack(entry("\"rate_basis_points\":50,", "")), "bad.json: rules.0.rate_basis_points");
        row("a figure that says nothing", pack(entry(":50", ":50,\"days\":3")), "bad.json: rules.0.days");
        row("unsettled but on", pack(entry("confirmed", "unsettled")), "bad.json: rules.0.is_on");
        row("one day twice", pack(entry() + ',' + entry("2024-07-10", "2025-01-01")), "bad.json: rules.1.valid_from");
        row("two kinds of one rule",
            pack(entry(":50", ":50,\"valid_until\":\"2025-01-01\"") + ',' +
                 entry("2024-07-10", "2025-01-01").replace("\"kind\":\"gst_tcs\"", "\"kind\":\"income_tcs\"")),
            "bad.json: rules.1.kind");
    }
    void aPackThatIsWrongIsRefusedByFileAndField()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);

        const QString complaint = complaintOf({{QStringLiteral("bad.json"), text}});

        QVERIFY2(complaint.contains(place), qPrintable(complaint));
        QCOMPARE(complaintOf({{QStringLiteral("good.json"), pack(entry())}}), QString());
    }

    // ORD-20: price and tax are the whole, whatever the amount, the rate and the place.
    void thePartsOfAPriceAreTheWhole()
    {
        HOLDS([](quint32 paise, quint16 rate, bool isWithin) {
            const Money gross{paise};
            const BasisPoints points{2 * (rate % 5'001)};
            const tax::Parts parts =
                tax::partsOf(gross, points, isWithin ? tax::Territory::WithinState : tax::Territory::AcrossStates);
            RC_ASSERT(parts.taxable + parts.tax.whole() == gross);
            RC_ASSERT(parts.taxable >= Money{});
            RC_ASSERT(parts.tax.igst >= Money{});
            RC_ASSERT(parts.tax.cgst == parts.tax.sgst);
            RC_ASSERT(parts.tax.cgst >= Money{});
            RC_ASSERT((isWithin ? parts.tax.igst : parts.tax.cgst) == Money{});
            const __int128 exact = __int128(parts.taxable.minor) * points.value / 10'000;
            RC_ASSERT(qAbs(parts.tax.whole().minor - qint64(exact)) <= 3);
        });
    }

    void theHalvesOfATaxAreEqual()
    {
        HOLDS([](quint32 paise, quint16 rate) {
            const BasisPoints points{2 * (rate % 5'001)};
            const tax::Split within = tax::split({paise}, points, tax::Territory::WithinState);
            const tax::Split across = tax::split({paise}, points, tax::Territory::AcrossStates);
            RC_ASSERT(within.cgst == within.sgst);
            RC_ASSERT(within.whole() >= Money{});
            RC_ASSERT(qAbs(within.whole().minor - across.whole().minor) <= 1);
        });
    }

    void whatIsSpreadIsTheWhole()
    {
        HOLDS([](quint32 paise, const std::vector<quint32> &parts) {
            QList<Money> weights;
            for (const quint32 part : parts)
                weights += Money{part};
            const QList<Money> shares = spread({paise}, weights);
            RC_ASSERT(shares.size() == weights.size());
            RC_ASSERT(sumOf(shares) == (sumOf(weights) == Money{} ? Money{} : Money{paise}));
            for (qsizetype i = 0; i < shares.size(); ++i) {
                RC_ASSERT(shares[i] >= Money{});
                const __int128 exact = __int128(paise) * weights[i].minor;
                const qint64 sum = std::max(qint64(1), sumOf(weights).minor);
                RC_ASSERT(qAbs(shares[i].minor - qint64(exact / sum)) <= 1);
            }
            RC_ASSERT(spread(sumOf(weights), weights) == weights);
        });
    }

    // However a year is cut into months, they come to what the whole year does, and none is negative.
    void theMonthsOfADeductionAddUpToTheYear()
    {
        const auto rules = tax::Rulebook().rules();
        HOLDS([&](std::array<quint32, 12> sales, quint8 who) {
            const auto holder = PanHolder(who % 4);
            QList<tax::Turnover> year;
            Money months;
            for (int i = 0; i < 12; ++i) {
                const qint64 first = india::dayNumber(QDate(2024, 4, 1).addMonths(i));
                year += tax::Turnover{first, {sales[std::size_t(i)] % 10'000'000}};
                const tax::Deduction month = tax::deductionOf(rules, year, first, holder);
                RC_ASSERT(month.tax >= Money{});
                RC_ASSERT(month.base >= Money{});
                months = months + month.tax;
            }
            const tax::Deduction whole = tax::deductionOf(rules, year, year.constFirst().day, holder);
            RC_ASSERT(whole.tax == months);
        });
    }
};

TEST_CLASS(TestOfTaxSums)

#include "tst_taxsums.moc"
