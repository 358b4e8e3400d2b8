#pragma once

// The admins and what each may do, as a matrix; new ones are invited. For super-admins only.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "shared/contract/people.h"

namespace staff {

class Powers;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void hear(const LiveEvent &event) override;

protected:
    void showDetail(const QString &id) override;
    void begin() override { invite(); }

private:
    void addColumns();
    void invite();

    kit::ContractTable<Person> m_table;
    Powers *m_powers;
    kit::Button *m_invite;
};

} // namespace staff
