// What only the platform's analytics show.

#include "console/kit/display.h"
#include "console/kit/marketwords.h"
#include "console/pages/analytics/page.h"

#include <QDate>

namespace analytics {

using kit::Figures;
namespace market = kit::market;

namespace {

constexpr qint64 whole = 10'000;
// The strongest tint is reached by half of a month's buyers coming back; few markets see more.
constexpr qint64 strongestHeat = 5000;

} // namespace

Figures Page::figuresOf(const Cohorts &cohorts)
{
    qsizetype longest = 0;
    for (const Cohort &cohort : cohorts.cohorts)
        longest = qMax(longest, cohort.cells.size());
    Figures out{.headings = {tr("First order"), tr("Buyers")}};
    for (qsizetype i = 1; i < longest; ++i)
        out.headings += tr("+%1 mo").arg(i);
    for (const Cohort &cohort : cohorts.cohorts) {
        const QDate month = QDate::fromString(cohort.month + QStringLiteral("-01"), Qt::ISODate);
        QList<Figures::Cell> row{{.text = QLocale().toString(month, QStringLiteral("MMM yyyy")), .plain = cohort.month},
                                 market::cell(cohort.buyers)};
        for (qsizetype i = 1; i < longest; ++i) {
            Figures::Cell cell{.isNumber = true};
            if (i < cohort.cells.size()) {
                cell = market::cell(std::optional(cohort.cells.at(i).retained));
                cell.heat = qMin(whole, cohort.cells.at(i).retained.value * whole / strongestHeat);
            }
            row += cell;
        }
        out.rows += row;
    }
    return out;
}

namespace {

// Outside of the class, where lupdate takes Page for the one of this room.
Figures::Cell cellOf(const std::optional<qint64> &ms)
{
    return {.text = ms ? Page::tr("%1 ms").arg(kit::display::text(*ms)) : QStringLiteral("–"),
            .plain = ms ? QString::number(*ms) : QString(),
            .isNumber = true};
}

// One line of the operations: its name, its figures, and what they are made of.
class Lines
{
public:
    explicit Lines(Figures &out)
        : m_out(out)
    {}

    void rate(const QString &name, const QString &why, const RateFigure &figure)
    {
        add(name, why, market::cell(figure.figure), market::cell(figure.previous),
            figure.target ? market::cell(figure.target) : none);
    }
    void money(const QString &name, const QString &why, const MoneyFigure &figure)
    {
        Figures::Cell now = market::cell(figure.figure);
        Figures::Cell before = market::cell(figure.previous);
        now.text = kit::display::rounded(figure.figure);
        before.text = kit::display::rounded(figure.previous);
        add(name, why, now, before, none);
    }
    void count(const QString &name, const QString &why, const CountFigure &figure)
    {
        add(name, why, market::cell(figure.figure), market::cell(figure.previous), none);
    }
    void number(const QString &name, const QString &why, qint64 figure)
    {
        add(name, why, market::cell(figure), none, none);
    }
    void time(const QString &name, const QString &why, const TimeFigure &figure)
    {
        add(name, why, cellOf(figure.figureMs), cellOf(figure.previousMs), cellOf(figure.targetMs));
    }

private:
    void add(const QString &name, const QString &why, const Figures::Cell &now, const Figures::Cell &before,
             const Figures::Cell &target)
    {
        Figures::Cell first = market::cell(name);
        first.explained = why;
        m_out.rows += {first, now, before, target};
    }

    const Figures::Cell none{.text = QStringLiteral("–"), .isNumber = true};
    Figures &m_out;
};

void addPayments(Lines &lines, const Operations &of)
{
    lines.rate(Page::tr("Payments that succeeded"),
               Page::tr("Paid divided by paid and failed together. Source: gateway payments."), of.paymentSuccess);
    lines.count(Page::tr("Payments"), Page::tr("Payments that the books took on these days. Source: gateway payments."),
                of.paymentsPaid);
    lines.count(Page::tr("Failed payments"),
                Page::tr("Payments opened on these days that failed. Source: gateway payments."), of.paymentsFailed);
    lines.money(Page::tr("Paid in"),
                Page::tr("The total of the payments that the books took. Source: gateway "
                         "payments."),
                of.paidIn);
    lines.count(Page::tr("Payouts"), Page::tr("Payouts that were processed on these days. Source: payouts."),
                of.payoutsProcessed);
    lines.money(Page::tr("Paid out"), Page::tr("The total of the payouts processed on these days. Source: payouts."),
                of.paidOut);
}

void addBuyers(Lines &lines, const Operations &of)
{
    lines.rate(Page::tr("Buyers of the month before who came back"),
               Page::tr("Buyers of the last complete month that had also ordered in the month before, divided by the "
                        "buyers of that month. Source: orders."),
               of.monthlyRetention);
    lines.number(Page::tr("Active buyers a day"),
                 Page::tr("Different buyers that placed an order, the average of the period's days. Source: orders."),
                 of.dailyActiveBuyers);
    lines.number(Page::tr("Active buyers in 30 days"),
                 Page::tr("Different buyers that placed an order in the 30 days up to the period's end. Source: "
                          "orders."),
                 of.monthlyActiveBuyers);
    lines.count(Page::tr("New buyers"), Page::tr("Buyers' accounts opened on these days. Source: accounts."),
                of.buyersJoined);
    lines.count(Page::tr("First orders"), Page::tr("Buyers whose first order was on these days. Source: orders."),
                of.firstTimeBuyers);
    lines.count(Page::tr("New distributors"),
                Page::tr("Distributors' accounts opened on these days. Source: accounts."), of.distributorsJoined);
}

void addStores(Lines &lines, const Operations &of)
{
    lines.count(Page::tr("New vendors"), Page::tr("Vendors' accounts opened on these days. Source: accounts."),
                of.vendorsJoined);
    lines.count(Page::tr("Stores that applied"),
                Page::tr("Stores that sent in their documents for the first time on these days. Source: KYC."),
                of.storesApplied);
    lines.count(Page::tr("Stores approved"), Page::tr("Stores approved on these days. Source: KYC."),
                of.storesApproved);
    lines.rate(Page::tr("Applications approved"),
               Page::tr("Stores approved divided by stores that applied on these days. Source: KYC."),
               of.onboardingRate);
    lines.rate(Page::tr("Orders completed"),
               Page::tr("Settled orders divided by settled and cancelled together. Source: orders."),
               of.orderCompletion);
    lines.count(Page::tr("Looks at stores"),
                Page::tr("How often stores' pages were looked at, not by their owners. Source: views."), of.storeViews);
}

} // namespace

Figures Page::figuresOf(const Operations &operations)
{
    Figures out{.headings = {tr("Figure"), tr("Now"), tr("Before"), tr("Target")}};
    Lines lines(out);
    addPayments(lines, operations);
    addBuyers(lines, operations);
    addStores(lines, operations);
    lines.time(tr("Average response of the server"),
               tr("The time to answer, the average of all answers on these days. Source: the server's own clock."),
               operations.responseTime);
    lines.rate(tr("Minutes in which the server was up"),
               tr("Minutes in which a server was up divided by all minutes since this is measured. Source: the "
                  "server's heartbeat."),
               operations.uptime);
    return out;
}

} // namespace analytics
