#pragma once

// Invoices and credit notes: of the own store with what the market has invoiced to it, and of all stores for admins.

#include "console/kit/contracttable.h"
#include "console/kit/form.h"
#include "console/kit/listcard.h"
#include "console/kit/page.h"
#include "shared/contract/invoices.h"

namespace invoices {

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void hear(const LiveEvent &event) override;

private:
    void addColumns();
    void build();
    void listen();
    bool isForAdmin() const { return m_kit.me.role == Role::Admin; }
    QFuture<Result<::Page<Invoice>>> ask(const std::optional<QString> &cursor, int limit);
    void offerMonths();
    void offerKinds();
    void startOver();
    void fetch();
    void save();
    void collect(const QList<Invoice> &sofar, const std::optional<QString> &cursor = {});

    kit::ContractTable<Invoice> m_table;
    kit::Label *m_title, *m_subtitle;
    kit::Banner *m_trouble;
    kit::ChoiceBox *m_month, *m_kind;
    kit::Button *m_pdf, *m_export;
    kit::ListCard *m_card;
};

} // namespace invoices
