#include "console/pages/books/sides.h"

#include "console/kit/display.h"

#include <QCoreApplication>

namespace books {

namespace {

struct Sides
{
    Q_DECLARE_TR_FUNCTIONS(books::Sides)
};

} // namespace

QString sided(Money creditsLessDebits)
{
    if (creditsLessDebits == Money{})
        return kit::display::text(creditsLessDebits);
    if (creditsLessDebits > Money{})
        return Sides::tr("%1 Cr").arg(kit::display::text(creditsLessDebits));
    return Sides::tr("%1 Dr").arg(kit::display::text(Money{} - creditsLessDebits));
}

QString sidesHelp()
{
    return Sides::tr("Dr is what the market has, is owed or has spent; Cr is what it owes or has earned.");
}

} // namespace books
