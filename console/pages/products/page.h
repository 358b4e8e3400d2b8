#pragma once

// What the store sells: prices, stock, and whether buyers see it.

#include "console/kit/contracttable.h"
#include "console/kit/listpage.h"
#include "shared/contract/accounts.h"
#include "shared/contract/storeproducts.h"

namespace products {

class Detail;

class Page : public kit::ListPage
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void narrow(const kit::Narrowing &by) override; // stock: low

protected:
    void showDetail(const QString &id) override;
    void revealUnknown(const QString &id) override;
    void begin() override { add(); }

private:
    void addColumns();
    ListOwnProducts query(const std::optional<QString> &cursor) const;
    void fetchCategories();
    void offerCategories();
    void fetchStore();
    void warn();
    QString warning() const;
    void findOwn(const QString &id, const std::optional<QString> &cursor, int pagesLeft);
    QString categoryOf(const Product &product) const;

    void add();
    void edit(const Product &product);
    void changeStock(const Product &product);
    QFuture<Result<PutProduct>> reread(const Product &old);
    void switchActive(const Product &product);
    void remove(const Product &product);
    void exportList();
    void take(const Product &product);

    kit::ContractTable<Product> m_table;
    QList<Category> m_categories;
    QHash<QString, QString> m_categoryNames;
    bool m_maySell = true;
    Detail *m_detail;
    kit::Button *m_export, *m_add;
    kit::ChoiceFilter *m_category;
};

} // namespace products
