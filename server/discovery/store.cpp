#include "server/discovery/store.h"

#include "shared/base/searchtext.h"

namespace discovery {

namespace {

constexpr std::string_view sellingShops = "FROM vendors WHERE can_sell = 1";

// The lists' statements differ only in constant text, so that each variant is prepared once.
constexpr std::string_view buyerOffers = "FROM products WHERE is_active = 1 AND deleted_at IS NULL";
constexpr std::string_view distributorOffers =
    "FROM (SELECT id, title, category_id, unit, coalesce(distributor_price, price) AS price, stock_quantity,"
    " minimum_order_quantity, vendor_id, search_text, is_active, deleted_at FROM products) AS offers"
    " WHERE is_active = 1 AND deleted_at IS NULL";
constexpr std::string_view inBranch =
    " AND category_id IN (WITH RECURSIVE below (id) AS (SELECT id FROM categories WHERE id = ? UNION ALL"
    " SELECT c.id FROM categories c JOIN below ON c.parent_id = below.id) SELECT id FROM below)";

class Question
{
public:
    explicit Question(std::string_view from)
        : m_from(from)
    {}
    void narrow(std::string_view condition) { m_from += condition; }
    template <class T>
    void narrow(std::string_view condition, const T &value)
    {
        m_from += condition;
        m_values.push_back(sql::value(value));
    }
    template <class T>
    void narrowIf(std::string_view condition, const std::optional<T> &value)
    {
        if (value)
            narrow(condition, *value);
    }
    template <class Of>
    void narrowToAny(std::string_view column, const QList<Id<Of>> &ids)
    {
        for (qsizetype i = 0; i < ids.size(); ++i) {
            if (i == 0)
                m_from.append(" AND ").append(column).append(" IN (?");
            else
                m_from += ", ?";
            m_values.push_back(sql::value(ids[i]));
        }
        if (!ids.isEmpty())
            m_from += ')';
    }
    template <fields::Contract T>
    QList<T> answer(Tx &tx) const
    {
        return tx.all<T>(m_from, m_values);
    }

private:
    std::string m_from;
    sql::Values m_values;
};

void orderBy(Question &question, ProductSort sort, const std::optional<OfferPlace> &after)
{
    const bool isRising = sort == ProductSort::PriceAsc;
    if (sort != ProductSort::PriceAsc && sort != ProductSort::PriceDesc) {
        if (after)
            question.narrow(" AND id < ?", after->id);
        return question.narrow(" ORDER BY id DESC");
    }
    if (after) {
        question.narrow(isRising ? " AND (price, id) > (?," : " AND (price, id) < (?,", after->price);
        question.narrow(" ?)", after->id);
    }
    question.narrow(isRising ? " ORDER BY price, id" : " ORDER BY price DESC, id DESC");
}

} // namespace

QList<Shop> Store::shops(Tx &tx, int limit)
{
    return tx.all<Shop>(std::string(sellingShops) + " ORDER BY id LIMIT ?", limit);
}

std::optional<Shop> Store::shop(Tx &tx, Id<Vendor> id)
{
    return tx.one<Shop>(std::string(sellingShops) + " AND id = ?", id);
}

QList<ShopFront> Store::fronts(Tx &tx, const QList<Id<Vendor>> &vendors)
{
    Question question("FROM (SELECT id, description, business_type, category, (SELECT count(*) FROM products p WHERE "
                      "p.vendor_id = vendors.id"
                      " AND p.is_active = 1 AND p.deleted_at IS NULL) AS products_count FROM vendors) AS fronts"
                      " WHERE TRUE");
    question.narrowToAny("id", vendors);
    return question.answer<ShopFront>(tx);
}

QList<Offer> Store::offersAmong(Tx &tx, const QList<Id<Product>> &products, Role priceRole)
{
    if (products.isEmpty())
        return {};
    Question question(priceRole == Role::Distributor ? distributorOffers : buyerOffers);
    question.narrowToAny("id", products);
    return question.answer<Offer>(tx);
}

QList<Offer> Store::offers(Tx &tx, const FindProducts &wish, Role priceRole, const QList<Id<Vendor>> &vendors,
                           const std::optional<OfferPlace> &after, int limit)
{
    Question question(priceRole == Role::Distributor ? distributorOffers : buyerOffers);
    question.narrowToAny("vendor_id", vendors);
    question.narrowIf(inBranch, wish.category);
    question.narrowIf(" AND unit = ?", wish.unit);
    question.narrowIf(" AND price >= ?", wish.priceMin);
    question.narrowIf(" AND price <= ?", wish.priceMax);
    if (wish.inStock)
        question.narrow(*wish.inStock ? " AND stock_quantity >= minimum_order_quantity"
                                      : " AND stock_quantity < minimum_order_quantity");
    for (const QString &pattern : searchtext::patterns(wish.q.value_or(QString())))
        question.narrow(" AND search_text LIKE ?", pattern);
    orderBy(question, wish.sort.value_or(ProductSort::Newest), after);
    question.narrow(" LIMIT ?", limit);
    return question.answer<Offer>(tx);
}

} // namespace discovery
