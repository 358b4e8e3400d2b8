#include "server/heatmap/rules.h"
#include "tests/support/property.h"
#include "tests/support/runner.h"

#include <set>

using namespace heatmap;

namespace {

constexpr qint64 minimum = 3;
constexpr Instant firstHour{1'793'471'400'000}; // 1 November 2026, 00:00 in India

Id<Account> person(int number)
{
    return {QUuid(uint(number + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)};
}

int cellAt(int row, int column)
{
    return geocell::Cell{1'090 + row, 2'520 + column}.id();
}

// A few people in a few neighbouring cells on a few days, so that some cells just have enough of them.
Happenings randomMonth()
{
    Happenings out;
    const int count = *rc::gen::inRange(0, 120);
    const int people = *rc::gen::inRange(1, 30);
    for (int i = 0; i < count; ++i)
        out.push_back({.hour = firstHour.after(*rc::gen::inRange(0, 4) * dayMs + *rc::gen::inRange(0, 3) * hourMs),
                       .cell = *rc::gen::inRange(0, 20) == 0
                                   ? 0
                                   : cellAt(*rc::gen::inRange(0, 3) * 3, *rc::gen::inRange(0, 4) * 4),
                       .person = person(*rc::gen::inRange(0, people)),
                       .amount = {*rc::gen::inRange(1, 100'000)}});
    return out;
}

Happenings within(const Happenings &all, HeatStep step, Instant start)
{
    Happenings out;
    for (const Happening &each : all)
        if (startOf(step, each.hour) == start)
            out.push_back(each);
    return out;
}

std::set<qint64> starts(const Happenings &all, HeatStep step)
{
    std::set<qint64> out;
    for (const Happening &each : all)
        out.insert(startOf(step, each.hour).ms);
    return out;
}

Cells cellsOfDays(const Happenings &all, Share &share)
{
    for (const qint64 day : starts(all, HeatStep::Day))
        share.add(shareOfDay(within(all, HeatStep::Day, {day}), minimum));
    return share.shown;
}

Cells cellsOfHours(const Happenings &all)
{
    Cells out;
    for (const qint64 hour : starts(all, HeatStep::Hour))
        add(out, shareOfHour(within(all, HeatStep::Hour, {hour}), minimum).shown);
    return out;
}

qint64 countOf(const Cells &cells)
{
    qint64 out = 0;
    for (const Sum &sum : cells)
        out += sum.count;
    return out;
}

// The people who did something in this cell.
qint64 peopleIn(const Happenings &all, const Spot &spot)
{
    std::set<QUuid> out;
    for (const Happening &each : all) {
        const auto cell = geocell::raise(geocell::Cell::of(each.cell), geocell::Level::Fine, gridOf(spot.level));
        if (each.cell != 0 && cell.id() == spot.cell)
            out.insert(each.person.uuid);
    }
    return qint64(out.size());
}

// What the second says more than the first, cell by cell, must be nothing or of enough people. As many happenings as
// the minimum are the least that so many people can have done.
bool differSafely(const Cells &less, const Cells &more)
{
    for (auto each = more.cbegin(); each != more.cend(); ++each) {
        const qint64 difference = each->count - less.value(each.key()).count;
        if (difference != 0 && difference < minimum)
            return false;
    }
    return std::all_of(less.keyBegin(), less.keyEnd(), [&](const Spot &spot) { return more.contains(spot); });
}

} // namespace

class TestOfHeatRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // AN-04, SRCH-13: no answer shows a cell with fewer people.
    void nobodyCanBeToldFromACell()
    {
        HOLDS("a cell that is shown has enough people, at every level and for every length of time", [] {
            const Happenings all = randomMonth();
            Share share;
            const Cells days = cellsOfDays(all, share);
            const Cells month = cellsOfMonth(std::move(share), minimum);
            for (const Cells &cells : {cellsOfHours(all), days, month})
                for (const HeatLevel level : {HeatLevel::Fine, HeatLevel::Middle, HeatLevel::Coarse}) {
                    const Cells answer = raised(cells, level);
                    for (auto each = answer.cbegin(); each != answer.cend(); ++each)
                        RC_ASSERT(peopleIn(all, each.key()) >= minimum);
                }
        });
    }

    // Neither can anybody be told from what two answers differ by.
    void answersDifferByWholeSumsOnly()
    {
        HOLDS("hours, days and the month, and the levels, differ by enough people or not at all", [] {
            const Happenings all = randomMonth();
            Share share;
            const Cells hours = cellsOfHours(all);
            const Cells days = cellsOfDays(all, share);
            const Cells month = cellsOfMonth(std::move(share), minimum);
            RC_ASSERT(differSafely(hours, days));
            RC_ASSERT(differSafely(days, month));
            RC_ASSERT(differSafely(hours, month));
            for (const Cells &cells : {hours, days, month}) {
                Cells fine;
                for (auto each = cells.cbegin(); each != cells.cend(); ++each)
                    if (each.key().level == HeatLevel::Fine)
                        fine[each.key()] = *each;
                RC_ASSERT(differSafely(raised(fine, HeatLevel::Middle), raised(cells, HeatLevel::Middle)));
                RC_ASSERT(raised(raised(cells, HeatLevel::Middle), HeatLevel::Coarse) ==
                          raised(cells, HeatLevel::Coarse));
            }
        });
    }

    void eachHappeningIsPartOfOneSumAtMost()
    {
        HOLDS("what is shown and what is left is everything", [] {
            const Happenings all = randomMonth();
            Share share;
            const qint64 shown = countOf(cellsOfDays(all, share));
            qint64 rest = 0;
            for (const Happening &each : share.rest)
                rest += each.count;
            RC_ASSERT(shown + rest == qint64(all.size()));
            RC_ASSERT(countOf(cellsOfMonth(std::move(share), minimum)) <= qint64(all.size()));
        });
    }

    void whatIsTooFewForAnHourIsShownWithTheDay()
    {
        Happenings all;
        for (int i = 0; i < 3; ++i)
            all.push_back({.hour = firstHour.after(i * hourMs), .cell = cellAt(0, 0), .person = person(i)});
        const Spot spot{HeatLevel::Fine, cellAt(0, 0)};

        QCOMPARE(cellsOfHours(all), Cells());
        QCOMPARE(shareOfDay(all, minimum).shown, (Cells{{spot, {3, {}}}}));
    }

    void neighboursAreAddedUpIntoTheCellAroundThem()
    {
        const Happenings all{{.hour = firstHour, .cell = cellAt(0, 0), .person = person(0)},
                             {.hour = firstHour, .cell = cellAt(1, 1), .person = person(1)},
                             {.hour = firstHour, .cell = cellAt(2, 2), .person = person(2)}};

        const Share share = shareOfHour(all, minimum);

        QCOMPARE(share.shown.size(), 1);
        QCOMPARE(share.shown.begin().key().level, HeatLevel::Middle);
        QCOMPARE(share.shown.begin()->count, 3);
        QVERIFY(share.rest.empty());
    }

    void onePersonIsNoCrowd()
    {
        Happenings all;
        for (int i = 0; i < 50; ++i)
            all.push_back({.hour = firstHour, .cell = cellAt(0, 0), .person = person(1)});
        Share share = shareOfDay(all, minimum);

        QCOMPARE(share.shown, Cells());
        QCOMPARE(cellsOfMonth(std::move(share), minimum), Cells());
    }

    void aTimeIsPutTogetherWithoutHolesAndOverlaps()
    {
        HOLDS("whole months, days and hours cover the time once", [] {
            const Instant from = firstHour.after(*rc::gen::inRange(-2'000, 2'000) * hourMs);
            const Span span{from, from.after(*rc::gen::inRange(1, 3'000) * hourMs)};
            std::vector<Span> open{span};
            qint64 coveredMs = 0;
            for (const HeatStep step : {HeatStep::Month, HeatStep::Day, HeatStep::Hour}) {
                std::vector<Instant> starts;
                for (const Span &each : open) {
                    const Span whole = wholeIn(step, each);
                    for (Instant start = whole.from; start < whole.to; start = nextStart(step, start)) {
                        RC_ASSERT(each.from <= start);
                        RC_ASSERT(nextStart(step, start) <= each.to);
                        starts.push_back(start);
                        coveredMs += nextStart(step, start).ms - start.ms;
                    }
                }
                open = without(open, step, starts);
            }
            RC_ASSERT(open.empty());
            RC_ASSERT(coveredMs == span.to.ms - span.from.ms);
        });
    }

    void cellsSurviveTheirCompactForm()
    {
        HOLDS("packed cells are read back", [] {
            Cells cells;
            for (int i = *rc::gen::inRange(0, 40); i > 0; --i)
                cells[{HeatLevel(*rc::gen::inRange(0, 3)), *rc::gen::inRange(1, 7'000'000)}] = {
                    *rc::gen::arbitrary<qint64>(), {*rc::gen::arbitrary<qint64>()}};
            Cells back;
            unpack(packed(cells), back);
            RC_ASSERT(back == cells);
        });
    }
};

TEST_CLASS(TestOfHeatRules)
#include "tst_heatrules.moc"
