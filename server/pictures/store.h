#pragma once

// SQL of the pictures of products.

#include "server/core/db.h"
#include "shared/contract/pictures.h"

namespace pictures {

struct ImageRow
{
    Id<ProductImage> id;
    Id<Product> productId;
    QString altText;
    int displayOrder = 0;
    Id<StoredFile> small;
    Id<StoredFile> medium;
    Id<StoredFile> large;
    Id<StoredFile> largest;
    Instant addedAt;

    FIELDS(ImageRow, FIELD(id), FIELD(productId), FIELD(altText), FIELD(displayOrder), FIELD(small), FIELD(medium),
           FIELD(large), FIELD(largest), FIELD(addedAt))

    // By width, as productImageWidths has them.
    QList<Id<StoredFile>> files() const { return {small, medium, large, largest}; }
};

class Store
{
public:
    void insert(Tx &tx, const ImageRow &row);
    std::optional<ImageRow> find(Tx &tx, Id<ProductImage> id);
    QList<ImageRow> ofProduct(Tx &tx, Id<Product> id); // in their order
    bool remove(Tx &tx, Id<ProductImage> id);
    bool names(Tx &tx, Id<StoredFile> file);
};

} // namespace pictures
