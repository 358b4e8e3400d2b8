// The page of invoices in front of a paper server.

#include "console/pages/invoices/page.h"
#include "tests/console/pages/invoicespage.h"
#include "tests/console/pages/stages.h"

namespace {

kit::Page *invoicesPage(ConsoleKit &console)
{
    samples::invoices(console.server);
    return new invoices::Page(console.kit);
}

} // namespace

std::vector<Stage> invoiceStages()
{
    return {{"invoices", Role::Admin, invoicesPage}, {"invoices-store", Role::Vendor, invoicesPage}};
}
