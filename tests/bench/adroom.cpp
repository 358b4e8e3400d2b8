// How long it takes to say whether a slot has room, and from when, among as many campaigns as the server looks at: once
// with wide targets that all meet each other, once with as many kinds of viewers as there can be.
// Usage: bench_adroom [campaigns]

#include "shared/contract/adroom.h"

#include <QElapsedTimer>

#include <cstdio>

namespace {

constexpr int regions = 36;
constexpr int categories = 20;
constexpr int roles = 3;

Id<Category> categoryOf(int number)
{
    return {QUuid(1, 0, quint16(number), 0, 0, 0, 0, 0, 0, 0, 1)};
}

QList<ads::Booking> plan(int count, bool isNarrow)
{
    QList<ads::Booking> out;
    for (int i = 0; i < count; ++i) {
        ads::Booking booking{.place = {QUuid(0, 0, quint16(i), 0, 0, 0, 0, 0, 0, 0, 1)},
                             .start = {i * dayMs / 8},
                             .end = {i * dayMs / 8 + 30 * dayMs}};
        if (isNarrow || i % 3 == 0)
            booking.target.region = QStringLiteral("IN-%1").arg(i % regions);
        if (isNarrow || i % 3 == 1)
            booking.target.categories = {categoryOf(i % categories)};
        if (isNarrow || i % 3 == 2)
            booking.target.audience = Role(i % roles);
        out += booking;
    }
    return out;
}

void measure(const char *name, const QList<ads::Booking> &bookings)
{
    const ads::Booking &last = bookings.constLast();
    QElapsedTimer timer;
    timer.start();
    const int heaviest = ads::heaviestBetween(bookings, {0}, last.end);
    const double roomMs = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    const Instant free = ads::firstFree(bookings, 1, {0}, 365 * dayMs);
    const double freeMs = double(timer.nsecsElapsed()) / 1e6;
    if (free != last.end)
        qFatal("a plan without gaps is said to have one");
    std::printf("%-8s %lld campaigns, %d meet: %.1f ms; first free: %.1f ms\n", name, qlonglong(bookings.size()),
                heaviest, roomMs, freeMs);
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? atoi(argv[1]) : 2000;
    measure("wide", plan(count, false));
    measure("narrow", plan(count, true));
}
