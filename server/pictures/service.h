#pragma once

// Pictures of products: drawn in several widths from what a store has handed in, and shown to everybody.

#include "server/core/db.h"
#include "server/pictures/store.h"

class Ids;

namespace audit {
class Service;
}
namespace catalog {
class Service;
}
namespace storage {
class Service;
}

namespace pictures {

class Service
{
public:
    Service(Db &db, const Ids &ids, catalog::Service &catalog, storage::Service &storage, audit::Service &audit)
        : m_db(db)
        , m_ids(ids)
        , m_catalog(catalog)
        , m_storage(storage)
        , m_audit(audit)
    {}

    Result<QList<ProductImage>> listProductImages(const Caller &caller, Id<Product> product);
    Result<ProductImage> addProductImage(const Caller &caller, Id<Product> product, const AddProductImage &wish);
    Result<> removeProductImage(const Caller &caller, Id<Product> product, Id<ProductImage> id);
    Result<PublicFile> readProductImage(const Caller &caller, Id<ProductImage> id, const ImageWidth &wish);

private:
    Result<Product> ownProduct(Tx &tx, Id<Vendor> vendor, Id<Product> id);
    Result<> draw(const Caller &caller, Id<StoredFile> picture, QList<Id<StoredFile>> &files);
    Result<ProductImage> show(const Caller &caller, Id<Product> product, const AddProductImage &wish,
                              const QList<Id<StoredFile>> &files);

    Db &m_db;
    const Ids &m_ids;
    catalog::Service &m_catalog;
    storage::Service &m_storage;
    audit::Service &m_audit;
    Store m_store;
};

} // namespace pictures
