#pragma once

// Every store: found by standing, documents, city and text, suspended, let sell again, its radius and commission set.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "console/kit/statustabs.h"
#include "shared/base/cities.h"
#include "shared/contract/vendors.h"

namespace vendors {

class Detail;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void narrow(const kit::Narrowing &by) override; // status, kyc, city, q
    void hear(const LiveEvent &event) override;

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override { openUnlisted(id); }

private:
    ListVendors query(const std::optional<QString> &cursor) const;
    void addColumns();
    void offerFilters();

    const Cities m_cities;
    kit::StatusTabs<StoreStatus> m_tabs;
    kit::ContractTable<Vendor> m_table;
    Detail *m_detail;
    kit::ChoiceFilter *m_kyc, *m_city;
};

} // namespace vendors
