#pragma once

// One product in full, and what its vendor can do with it.

#include "console/kit/controls.h"
#include "console/kit/kit.h"
#include "shared/contract/catalog.h"

class QGridLayout;

namespace products {

class Detail : public QWidget
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void show(const Product &product, const QString &category);
    void retranslate();

Q_SIGNALS:
    void closed();
    void editWanted(const Product &product);
    void stockWanted(const Product &product);
    void switchWanted(const Product &product);
    void removeWanted(const Product &product);

private:
    void build();
    void addFact(const QString &name, const QString &value);

    kit::Kit &m_kit;
    std::optional<Product> m_product;
    QString m_category;
    kit::Label *m_title, *m_sku, *m_description;
    kit::Chip *m_active;
    kit::IconButton *m_close;
    QGridLayout *m_facts;
    kit::Button *m_edit, *m_stock, *m_switch, *m_remove;
};

} // namespace products
