#pragma once

// What the rules are asked about one settled order. Only for the parts of Service.

#include "server/kyc/service.h"
#include "server/orders/service.h"
#include "server/tax/service.h"

namespace tax {

struct Service::Case
{
    orders::SoldOrder sold;
    Vendor vendor;
    std::optional<kyc::TaxIdentity> seller;
    QString buyerGstin; // empty: none that we know
    QString buyerRegion;
    QString day;
    QList<TaxRule> rules;
    QList<LineRow> lines;
    std::optional<InvoiceRow> invoice;
    Money soldBefore; // by the store in the financial year
};

} // namespace tax
