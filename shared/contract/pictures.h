#pragma once

// Pictures of products (MED-01 to MED-06): handed in like every file, shown in several sizes to everybody. A picture
// never changes, so that it may be kept for a year; another one has another address.

#include "shared/base/visits.h"
#include "shared/contract/catalog.h"
#include "shared/contract/storage.h"

#include <array>

constexpr int productImagesMax = 10; // of one product

// How wide they are drawn (C25); one that was smaller stays as wide as it was.
inline constexpr std::array<int, 4> productImageWidths = {200, 400, 800, 1600};
constexpr int productImageUsual = 800;

struct ImageSource
{
    int width = 0;
    QString url;

    FIELDS(ImageSource, FIELD(width), FIELD(url))
};

struct ProductImage
{
    Id<ProductImage> id;
    Id<Product> productId;
    QString altText;
    int displayOrder = 0;
    QString url;                // of the usual width
    QList<ImageSource> sources; // of every width, for srcset
    Instant addedAt;

    FIELDS(ProductImage, FIELD(id), FIELD(productId), FIELD(altText), FIELD(displayOrder), FIELD(url), FIELD(sources),
           FIELD(addedAt))
};

// A file that was handed in as a picture of the store's (store_banner).
struct AddProductImage
{
    Id<StoredFile> fileId;
    std::optional<QString> altText;  // the product's title when nothing is said
    std::optional<int> displayOrder; // behind the others when nothing is said

    FIELDS(AddProductImage, FIELD(fileId), FIELD(altText, .lengthMin = 1, .lengthMax = 200),
           FIELD(displayOrder, .min = 0, .max = 1000))
};

struct ImageWidth
{
    int w = productImageUsual;

    FIELDS(ImageWidth, FIELD(w, .min = 1, .max = 10'000, .standard = true))
};

namespace api {

inline constexpr Endpoint<Nothing, QList<ProductImage>, Id<Product>> listProductImages{
    .method = Method::Get,
    .path = "/api/v1/products/{id}/images",
    .access = Access::Public,
    .owner = Owner::Everybodys,
    .rate = Rate::Browse,
    .summary = "The pictures of a product in their order, each in several widths",
    .most = productImagesMax};

inline constexpr Endpoint<AddProductImage, ProductImage, Id<Product>> addProductImage{
    .method = Method::Post,
    .path = "/api/v1/products/{id}/images",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Upload,
    .summary = "Show a picture that was handed in with an own product",
    .status = 201,
    .heavy = true,
    .aliases = "/api/v1/owner/products/{id}/images"};

inline constexpr Endpoint<Nothing, Nothing, Id<Product>, Id<ProductImage>> removeProductImage{
    .method = Method::Delete,
    .path = "/api/v1/products/{id}/images/{imageId}",
    .access = Access::Vendor,
    .owner = Owner::Stores,
    .rate = Rate::Account,
    .summary = "Show a picture of an own product no more",
    .aliases = "/api/v1/owner/products/{id}/images/{imageId}"};

inline constexpr Endpoint<ImageWidth, PublicFile, Id<ProductImage>> readProductImage{
    .method = Method::Get,
    .path = "/api/v1/product-images/{id}",
    .access = Access::Public,
    .owner = Owner::Everybodys,
    .rate = Rate::Browse,
    .summary = "The picture itself, so wide or in the next width above it"};

inline constexpr auto pictures = std::tuple{listProductImages, addProductImage, removeProductImage, readProductImage};

} // namespace api
