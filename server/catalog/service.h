#pragma once

// What is for sale: the tree of categories, the vendors' products and their stock.

#include "server/catalog/history.h"
#include "server/catalog/store.h"
#include "server/core/clock.h"
#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/tally.h"
#include "shared/contract/catalog.h"
#include "shared/contract/discovery.h"
#include "shared/contract/inventory.h"
#include "shared/contract/prices.h"
#include "shared/contract/storeproducts.h"

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace settings {
class Service;
}

namespace catalog {

// What an order takes from the shelf.
struct Reserved
{
    Product product; // with the stock that is left
    Vendor vendor;
    Money unitPrice; // of the buyer's role
    Quantity listed; // what the offer showed before
    CategoryPath categories;
    Commission commission = {}; // by setCommission()
};

// What a store pays where no product has a rate of its own.
struct GeneralRates
{
    struct OfCategory
    {
        Category category;
        BasisPoints rate;
    };

    std::optional<BasisPoints> vendor;
    BasisPoints global;
    QList<OfCategory> categories; // those with a rate

    Commission general() const { return commissionFor(vendor, std::nullopt, std::nullopt, global); }
};

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, accounts::Service &accounts, settings::Service &settings,
            audit::Service &audit);

    Result<QList<Category>> listCategories(const Caller &caller);
    Result<Category> addCategory(const Caller &caller, const PutCategory &wish);
    Result<Category> updateCategory(const Caller &caller, Id<Category> id, const PutCategory &wish);
    Result<Page<Product>> listOwnProducts(const Caller &caller, const ListOwnProducts &wish);
    Result<Product> addProduct(const Caller &caller, const PutProduct &wish);
    // The list as a file. One that would be longer than a file may be is refused, and never cut.
    Result<FileBody> exportVendorProducts(const Caller &caller, const ListOwnProducts &wish);
    Result<Page<Product>> listAllProducts(const Caller &caller, const ListAllProducts &wish);
    Result<Product> readProductByCode(const Caller &caller, const QString &code);
    Result<Product> readProduct(const Caller &caller, Id<Product> id);
    Result<StockLevel> readStock(const Caller &caller, Id<Product> id);
    Result<QList<StockAnswer>> checkStock(const Caller &caller, const CheckStock &wish);
    Result<InventorySummary> summarizeInventory(const Caller &caller);
    Result<Product> updateProduct(const Caller &caller, Id<Product> id, const PutProduct &wish);
    Result<> removeProduct(const Caller &caller, Id<Product> id);
    Result<Product> changeStock(const Caller &caller, Id<Product> id, const ChangeStock &wish);
    Result<QList<Product>> changeStocks(const Caller &caller, const ChangeStocks &wish);
    Result<Page<CommissionRate>> listCommissionRates(const Caller &caller, const ListCommissionRates &wish);
    Result<CommissionRate> addCommissionRate(const Caller &caller, const AddCommissionRate &wish);
    Result<CommissionRate> endCommissionRate(const Caller &caller, Id<CommissionRate> id,
                                             const EndCommissionRate &wish);
    Result<CommissionAnswer> askCommission(const Caller &caller, const AskCommission &wish);
    Result<CommissionAnswer> askOwnCommission(const Caller &caller, const AskOwnCommission &wish);
    Result<Product> overridePrice(const Caller &caller, Id<Product> id, const OverridePrice &wish);

    // Building blocks for orders. The condition stands in the UPDATE, so two buyers never get the same last kilogram.
    // OutOfStock carries details {"product_id","available"}; actor is written to the stock movements.
    Result<Reserved> reserve(Tx &tx, Id<Product> id, Quantity quantity, Role priceRole, Id<Account> actor = {});
    // What reserve() would say of it; nothing is taken.
    Result<Reserved> offer(Tx &tx, Id<Product> id, Quantity quantity, Role priceRole);
    void restore(Tx &tx, Id<Product> id, Quantity quantity, StockCause cause, Id<Account> actor = {});
    void noteSold(Tx &tx, Id<Product> id);
    std::optional<Product> productOf(Tx &tx, Id<Product> id) { return m_store.product(tx, id); } // not when removed
    bool isKnown(Tx &tx, Id<Product> id) { return m_store.stock(tx, id).has_value(); }           // sold still or not
    // What each of these costs its store now, when all of them were taken (COM-02).
    void setCommission(Tx &tx, QList<std::optional<Reserved>> &taken);
    GeneralRates generalRatesOf(Tx &tx, const Vendor &vendor);
    std::optional<BasisPoints> commissionOf(Tx &tx, Id<Category> id); // that always stands there
    QList<Category> categories(Tx &tx) { return m_store.categories(tx); }
    qint64 countOnOffer(Tx &tx, Id<Vendor> vendor) { return m_store.countOnOffer(tx, vendor); }

    // A category and those above it; empty when there is no such category.
    QList<Id<Category>> lineage(Tx &tx, Id<Category> id) { return m_store.lineage(tx, id); }

    // The store may have moved to another region; its products are found where it is.
    Result<> onVendorChanged(Tx &tx, const VendorChanged &event);

    // Takes in a product from another system (history.h). Its store has to be there.
    Result<> adopt(Tx &tx, const PastProduct &past);

    // The role whose price the caller sees and pays: Distributor only when approved, else Buyer.
    Role priceRoleOf(Tx &tx, const Caller &caller);

    // How often products were looked at, since the last time; discovery tells the others.
    QList<ProductViews> takeViews();
    void giveBackViews(const QList<ProductViews> &taken);

private:
    struct View
    {
        Id<Product> productId;
        qint64 hourMs = 0;

        friend bool operator==(const View &, const View &) = default;
        friend size_t qHash(const View &view, size_t seed) { return qHashMulti(seed, view.productId, view.hourMs); }
    };

    Result<QString> subjectNamed(Tx &tx, CommissionLevel level, const std::optional<QString> &id);
    RatesOfDay ratesAt(Tx &tx, const QList<Id<RateSubject>> &subjects, Instant at);
    Commission commissionOf(const RatesOfDay &rates, const Vendor &vendor, const std::optional<Id<Product>> &product,
                            const CategoryPath &categories) const;
    BasisPoints globalRate(const RatesOfDay &rates) const;
    CommissionAnswer explained(Tx &tx, const Vendor &vendor, const std::optional<Product> &product, Instant at);
    Result<Category> arranged(const QList<Category> &tree, Id<Category> id, const PutCategory &wish) const;
    Result<> renameBelow(Tx &tx, QList<Category> tree, Id<Category> id);
    Result<> store(Tx &tx, Category &category);
    Result<Vendor> sellingStore(Tx &tx, const Caller &caller) const;
    Result<Product> moveStock(Tx &tx, const Caller &caller, Id<Product> id, const ChangeStock &wish);
    Result<Product> ownProduct(Tx &tx, const Caller &caller, Id<Product> id);
    Result<> check(Tx &tx, const PutProduct &wish);
    void applyTo(Product &product, const PutProduct &wish) const;
    void recordPrices(Tx &tx, const Caller &caller, const Product &before, const Product &after);
    void recordMovement(Tx &tx, const Stock &after, Quantity delta, StockCause cause, Id<Account> actor,
                        const std::optional<QString> &reason = {});
    Result<Reserved> offered(Tx &tx, Product product, Quantity quantity, Role priceRole);
    static tl::unexpected<Error> outOfStock(Id<Product> id, Quantity available);
    void publishWhenBuyableChanged(Tx &tx, const Stock &after, Quantity delta);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    accounts::Service &m_accounts;
    settings::Service &m_settings;
    audit::Service &m_audit;
    Store m_store;
    Tally<View> m_views;
};

} // namespace catalog
