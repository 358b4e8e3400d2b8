#include "server/pictures/store.h"

namespace pictures {

void Store::insert(Tx &tx, const ImageRow &row)
{
    tx.insert("product_images", row);
}

std::optional<ImageRow> Store::find(Tx &tx, Id<ProductImage> id)
{
    return tx.one<ImageRow>("FROM product_images WHERE id = ?", id);
}

QList<ImageRow> Store::ofProduct(Tx &tx, Id<Product> id)
{
    return tx.all<ImageRow>("FROM product_images WHERE product_id = ? ORDER BY display_order, id LIMIT ?", id,
                            productImagesMax);
}

bool Store::remove(Tx &tx, Id<ProductImage> id)
{
    return tx.run("DELETE FROM product_images WHERE id = ?", id) == 1;
}

bool Store::names(Tx &tx, Id<StoredFile> file)
{
    return tx.number("count(*) FROM product_images WHERE largest = ?", file) > 0;
}

} // namespace pictures
