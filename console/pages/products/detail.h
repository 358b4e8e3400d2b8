#pragma once

// One product in full, and what its vendor can do with it.

#include "console/kit/controls.h"
#include "console/kit/detailpane.h"
#include "shared/contract/catalog.h"

namespace products {

class Detail : public kit::DetailFrame
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void show(const Product &product, const QString &category);
    void reload() override {} // the page shows it what is new
    void retranslate() override;

Q_SIGNALS:
    void editWanted(const Product &product);
    void stockWanted(const Product &product);
    void switchWanted(const Product &product);
    void removeWanted(const Product &product);

private:
    QWidget *newBody();
    QWidget *newButtons();
    void fill(const Product &product);
    void addStrong(const QString &name, const QString &value);

    std::optional<Product> m_product;
    QString m_category;
    kit::Label *m_title, *m_sku, *m_price, *m_description;
    kit::Chip *m_active;
    QGridLayout *m_facts;
    kit::Button *m_edit, *m_stock, *m_switch, *m_remove;
};

} // namespace products
