// Every page of the console, in the order of the sidebar. A page is one line here and one folder beside this file.

#include "console/kit/page.h"
#include "console/pages/ads/page.h"
#include "console/pages/analytics/page.h"
#include "console/pages/analytics/storepage.h"
#include "console/pages/audit/page.h"
#include "console/pages/books/page.h"
#include "console/pages/chat/page.h"
#include "console/pages/commissions/page.h"
#include "console/pages/customers/page.h"
#include "console/pages/dashboard/page.h"
#include "console/pages/disputes/page.h"
#include "console/pages/earnings/page.h"
#include "console/pages/gateways/page.h"
#include "console/pages/heatmap/page.h"
#include "console/pages/invoices/page.h"
#include "console/pages/kyc/page.h"
#include "console/pages/onboarding/page.h"
#include "console/pages/orderboard/page.h"
#include "console/pages/orders/page.h"
#include "console/pages/payouts/page.h"
#include "console/pages/products/page.h"
#include "console/pages/reconciliation/page.h"
#include "console/pages/refunds/page.h"
#include "console/pages/reports/page.h"
#include "console/pages/security/page.h"
#include "console/pages/settings/page.h"
#include "console/pages/staff/page.h"
#include "console/pages/store/page.h"
#include "console/pages/tax/page.h"
#include "console/pages/users/page.h"
#include "console/pages/vendors/page.h"
#include "console/pages/weighing/page.h"

#include <QCoreApplication>

namespace kit {

namespace {

template <class T>
Page *make(Kit &kit)
{
    return new T(kit);
}

constexpr const char *money = QT_TRANSLATE_NOOP("pages", "Money");

// clang-format off
std::vector<PageEntry> pagesOfAdmins()
{
    return {
        {.id = "admin.dashboard", .icon = "layout-dashboard", .title = QT_TRANSLATE_NOOP("pages", "Dashboard"),
         .role = Role::Admin, .chord = 'D', .make = make<dashboard::Page>},
        {.id = "admin.kyc", .icon = "badge-check", .title = QT_TRANSLATE_NOOP("pages", "KYC review"),
         .section = QT_TRANSLATE_NOOP("pages", "Trust"), .role = Role::Admin, .chord = 'K', .make = make<kyc::Page>},
        {.id = "admin.audit", .icon = "scroll-text", .title = QT_TRANSLATE_NOOP("pages", "Audit log"),
         .section = QT_TRANSLATE_NOOP("pages", "Trust"), .role = Role::Admin, .chord = 'L', .make = make<audit::Page>},
        {.id = "admin.users", .icon = "users", .title = QT_TRANSLATE_NOOP("pages", "Users"),
         .section = QT_TRANSLATE_NOOP("pages", "Trust"), .role = Role::Admin, .chord = 'U', .make = make<users::Page>},
        {.id = "admin.vendors", .icon = "store", .title = QT_TRANSLATE_NOOP("pages", "Vendors"),
         .section = QT_TRANSLATE_NOOP("pages", "Trust"),
         .role = Role::Admin, .chord = 'V', .make = make<vendors::Page>},
        {.id = "admin.staff", .icon = "user-cog", .title = QT_TRANSLATE_NOOP("pages", "Staff"),
         .section = QT_TRANSLATE_NOOP("pages", "Trust"),
         .role = Role::Admin, .isForSuperAdmins = true, .chord = 'S', .make = make<staff::Page>},
        {.id = "admin.orders", .icon = "shopping-bag", .title = QT_TRANSLATE_NOOP("pages", "Orders"),
         .section = QT_TRANSLATE_NOOP("pages", "Commerce"),
         .role = Role::Admin, .chord = 'O', .make = make<orders::Page>},
        {.id = "admin.disputes", .icon = "triangle-alert", .title = QT_TRANSLATE_NOOP("pages", "Disputes"),
         .section = QT_TRANSLATE_NOOP("pages", "Commerce"),
         .role = Role::Admin, .chord = 'I', .make = make<disputes::Page>},
        {.id = "admin.ads", .icon = "megaphone", .title = QT_TRANSLATE_NOOP("pages", "Ad schedule"),
         .section = QT_TRANSLATE_NOOP("pages", "Commerce"), .role = Role::Admin, .chord = 'A', .make = make<ads::Page>},
        {.id = "admin.payouts", .icon = "landmark", .title = QT_TRANSLATE_NOOP("pages", "Payouts"),
         .section = money, .role = Role::Admin, .chord = 'P', .make = make<payouts::Page>},
        {.id = "admin.refunds", .icon = "undo-2", .title = QT_TRANSLATE_NOOP("pages", "Refunds"),
         .section = money, .role = Role::Admin, .chord = 'F', .make = make<refunds::Page>},
        {.id = "admin.books", .icon = "book-open", .title = QT_TRANSLATE_NOOP("pages", "Books"),
         .section = QT_TRANSLATE_NOOP("pages", "Money"), .role = Role::Admin, .chord = 'B', .make = make<books::Page>},
        {.id = "admin.commissions", .icon = "percent", .title = QT_TRANSLATE_NOOP("pages", "Commission"),
         .section = money, .role = Role::Admin, .chord = 'C', .make = make<commissions::Page>},
        {.id = "admin.reconciliation", .icon = "arrow-left-right",
         .title = QT_TRANSLATE_NOOP("pages", "Reconciliation"),
         .section = money, .role = Role::Admin, .chord = 'N', .make = make<reconciliation::Page>},
        {.id = "admin.gateways", .icon = "plug", .title = QT_TRANSLATE_NOOP("pages", "Payment providers"),
         .section = money, .role = Role::Admin, .isForSuperAdmins = true, .chord = 'W', .make = make<gateways::Page>},
        {.id = "admin.tax", .icon = "receipt-indian-rupee", .title = QT_TRANSLATE_NOOP("pages", "Tax"),
         .section = QT_TRANSLATE_NOOP("pages", "Money"), .role = Role::Admin, .chord = 'X', .make = make<tax::Page>},
        {.id = "admin.invoices", .icon = "receipt-text", .title = QT_TRANSLATE_NOOP("pages", "Invoices"),
         .section = money, .role = Role::Admin, .chord = 'E', .make = make<invoices::Page>},
        {.id = "admin.heatmap", .icon = "map", .title = QT_TRANSLATE_NOOP("pages", "Heatmap"),
         .section = QT_TRANSLATE_NOOP("pages", "Insight"),
         .role = Role::Admin, .chord = 'H', .make = make<heatmap::Page>},
        {.id = "admin.analytics", .icon = "chart-line", .title = QT_TRANSLATE_NOOP("pages", "Analytics"),
         .section = QT_TRANSLATE_NOOP("pages", "Insight"),
         .role = Role::Admin, .chord = 'Y', .make = make<analytics::Page>},
        {.id = "admin.reports", .icon = "file-text", .title = QT_TRANSLATE_NOOP("pages", "Reports & exports"),
         .section = QT_TRANSLATE_NOOP("pages", "Insight"),
         .role = Role::Admin, .chord = 'R', .make = make<reports::Page>},
        {.id = "admin.settings", .icon = "sliders-horizontal", .title = QT_TRANSLATE_NOOP("pages", "Settings"),
         .section = QT_TRANSLATE_NOOP("pages", "System"),
         .role = Role::Admin, .chord = 'T', .make = make<settings::Page>},
        {.id = "admin.security", .icon = "shield-check", .title = QT_TRANSLATE_NOOP("pages", "My security"),
         .section = QT_TRANSLATE_NOOP("pages", "Me"), .role = Role::Admin, .isOnboarding = true, .chord = 'M',
         .make = make<security::Page>},
    };
}

std::vector<PageEntry> pagesOfVendors()
{
    return {
        {.id = "vendor.dashboard", .icon = "layout-dashboard", .title = QT_TRANSLATE_NOOP("pages", "Dashboard"),
         .role = Role::Vendor, .chord = 'D', .make = make<store::Page>},
        {.id = "vendor.orders", .icon = "shopping-bag", .title = QT_TRANSLATE_NOOP("pages", "Orders"),
         .section = QT_TRANSLATE_NOOP("pages", "Sell"),
         .role = Role::Vendor, .chord = 'O', .make = make<orderboard::Page>},
        {.id = "vendor.weighing", .icon = "scale", .title = QT_TRANSLATE_NOOP("pages", "Weigh desk"),
         .section = QT_TRANSLATE_NOOP("pages", "Sell"),
         .role = Role::Vendor, .chord = 'W', .make = make<weighing::Page>, .isOwing = weighing::hasWaiting},
        {.id = "vendor.chat", .icon = "message-square", .title = QT_TRANSLATE_NOOP("pages", "Chat"),
         .section = QT_TRANSLATE_NOOP("pages", "Sell"), .role = Role::Vendor, .chord = 'C', .make = make<chat::Page>},
        {.id = "vendor.disputes", .icon = "triangle-alert", .title = QT_TRANSLATE_NOOP("pages", "Disputes"),
         .section = QT_TRANSLATE_NOOP("pages", "Sell"),
         .role = Role::Vendor, .chord = 'I', .make = make<disputes::Page>},
        {.id = "vendor.customers", .icon = "users", .title = QT_TRANSLATE_NOOP("pages", "Customers"),
         .section = QT_TRANSLATE_NOOP("pages", "Sell"),
         .role = Role::Vendor, .chord = 'U', .make = make<customers::Page>},
        {.id = "vendor.products", .icon = "package", .title = QT_TRANSLATE_NOOP("pages", "Products"),
         .section = QT_TRANSLATE_NOOP("pages", "Catalog"),
         .role = Role::Vendor, .chord = 'R', .make = make<products::Page>},
        {.id = "vendor.payouts", .icon = "landmark", .title = QT_TRANSLATE_NOOP("pages", "Payouts and earnings"),
         .section = money, .role = Role::Vendor, .chord = 'P', .make = make<earnings::Page>},
        {.id = "vendor.refunds", .icon = "undo-2", .title = QT_TRANSLATE_NOOP("pages", "Refunds"),
         .section = money, .role = Role::Vendor, .chord = 'F', .make = make<refunds::Page>},
        {.id = "vendor.invoices", .icon = "receipt-text", .title = QT_TRANSLATE_NOOP("pages", "Invoices"),
         .section = money, .role = Role::Vendor, .chord = 'E', .make = make<invoices::Page>},
        {.id = "vendor.analytics", .icon = "chart-line", .title = QT_TRANSLATE_NOOP("pages", "Analytics"),
         .section = money, .role = Role::Vendor, .chord = 'Y', .make = make<analytics::StorePage>},
        {.id = "vendor.onboarding", .icon = "store", .title = QT_TRANSLATE_NOOP("pages", "Profile and documents"),
         .section = QT_TRANSLATE_NOOP("pages", "Store"), .role = Role::Vendor, .isOnboarding = true, .chord = 'S',
         .make = make<onboarding::Page>},
        {.id = "vendor.security", .icon = "shield-check", .title = QT_TRANSLATE_NOOP("pages", "My security"),
         .section = QT_TRANSLATE_NOOP("pages", "Me"), .role = Role::Vendor, .chord = 'M', .make = make<security::Page>},
    };
}
// clang-format on

} // namespace

const std::vector<PageEntry> &pages()
{
    static const std::vector<PageEntry> all = [] {
        std::vector<PageEntry> out = pagesOfAdmins();
        std::vector<PageEntry> ofVendors = pagesOfVendors();
        for (PageEntry &page : ofVendors)
            out.push_back(std::move(page));
        return out;
    }();
    return all;
}

QString titleOf(const PageEntry &entry)
{
    return QCoreApplication::translate("pages", entry.title);
}

QString titleOf(QLatin1StringView page)
{
    for (const PageEntry &entry : pages()) {
        if (entry.id == page)
            return titleOf(entry);
    }
    return {};
}

} // namespace kit
