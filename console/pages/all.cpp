// Every page of the console, in the order of the sidebar. A page is one line here and one folder beside this file.

#include "console/kit/page.h"
#include "console/pages/orders/page.h"
#include "console/pages/payouts/page.h"

#include <QCoreApplication>

namespace kit {

namespace {

template <class T>
Page *make(Kit &kit)
{
    return new T(kit);
}

} // namespace

const std::vector<PageEntry> &pages()
{
    static const std::vector<PageEntry> all = {
        // clang-format off
        {.id = "admin.orders", .icon = "shopping-bag", .title = QT_TRANSLATE_NOOP("pages", "Orders"),
         .section = QT_TRANSLATE_NOOP("pages", "Commerce"),
         .role = Role::Admin, .chord = 'O', .make = make<orders::Page>},
        {.id = "admin.payouts", .icon = "landmark", .title = QT_TRANSLATE_NOOP("pages", "Payouts"),
         .section = QT_TRANSLATE_NOOP("pages", "Money"),
         .role = Role::Admin, .chord = 'P', .make = make<payouts::Page>},
        // clang-format on
    };
    return all;
}

} // namespace kit
