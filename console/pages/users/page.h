#pragma once

// Everybody who has an account: found by role, state and text, banned, suspended, let in again.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "shared/contract/people.h"

namespace users {

class Detail;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void narrow(const kit::Narrowing &by) override; // status, role, q
    void hear(const LiveEvent &event) override;

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override { openUnlisted(id); }

private:
    ListPeople query(const std::optional<QString> &cursor) const;
    void addColumns();
    void offerFilters();

    kit::ContractTable<Person> m_table;
    Detail *m_detail;
    kit::ChoiceFilter *m_role, *m_joined;
};

} // namespace users
