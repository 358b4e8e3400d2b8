#include "server/pictures/routes.h"

#include "server/http/router.h"
#include "server/pictures/service.h"

void pictures::routes(http::Router &router, Service &pictures)
{
    router.on(api::listProductImages,
              [&](const Caller &caller, Id<Product> product) { return pictures.listProductImages(caller, product); });
    router.on(api::addProductImage, [&](const Caller &caller, Id<Product> product, const AddProductImage &wish) {
        return pictures.addProductImage(caller, product, wish);
    });
    router.on(api::removeProductImage, [&](const Caller &caller, Id<Product> product, Id<ProductImage> id) {
        return pictures.removeProductImage(caller, product, id);
    });
    router.on(api::readProductImage, [&](const Caller &caller, Id<ProductImage> id, const ImageWidth &wish) {
        return pictures.readProductImage(caller, id, wish);
    });
}
