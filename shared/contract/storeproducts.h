#pragma once

// What is asked of a store's products beside their list: the list as a file (VEN-16), and one product by the code on
// its label (CAT-23).

#include "shared/contract/catalog.h"

constexpr int productExportMax = 20'000; // products in one file

// Of every store, also what is not on offer.
struct ListAllProducts
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> q;
    std::optional<Id<Vendor>> vendor;
    std::optional<Id<Category>> category;
    std::optional<bool> isActive;
    std::optional<bool> lowStock;

    FIELDS(ListAllProducts, PAGE_FIELDS, FIELD(q, .lengthMax = 100), FIELD(vendor), FIELD(category), FIELD(isActive),
           FIELD(lowStock))
};

namespace api {

inline constexpr Endpoint<ListOwnProducts, FileBody> exportVendorProducts{
    .method = Method::Get,
    .path = "/api/v1/vendor/export/products",
    .access = Access::Vendor,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The products of the own store as CSV, by the filters of the list",
    .heavy = true};

inline constexpr Endpoint<Nothing, Product, QString> readProductByCode{
    .method = Method::Get,
    .path = "/api/v1/barcodes/{code}",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Account,
    .summary = "The own product with this SKU, which is what its label shows",
    .aliases = "/api/v1/products/barcode/{code}"};

inline constexpr Endpoint<ListAllProducts, Page<Product>> listAllProducts{
    .method = Method::Get,
    .path = "/api/v1/admin/products",
    .access = Access::Admin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "The products of all stores, newest first",
    .permission = Permission::ManageCatalog};

inline constexpr auto storeProducts = std::tuple{exportVendorProducts, readProductByCode, listAllProducts};

} // namespace api
