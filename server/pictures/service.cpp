#include "server/pictures/service.h"

#include "server/audit/service.h"
#include "server/catalog/service.h"
#include "server/core/ids.h"
#include "server/core/permit.h"
#include "server/pictures/rules.h"
#include "server/storage/service.h"

#include <algorithm>

namespace pictures {

namespace {

constexpr int keptSeconds = 365 * 86'400; // by caches (MED-12)
constexpr QLatin1StringView imageWord("product image"), productWord("product");

ProductImage shown(const ImageRow &row)
{
    ProductImage out{.id = row.id,
                     .productId = row.productId,
                     .altText = row.altText,
                     .displayOrder = row.displayOrder,
                     .url = addressOf(row.id, productImageUsual),
                     .addedAt = row.addedAt};
    for (const int width : productImageWidths)
        out.sources += ImageSource{width, addressOf(row.id, width)};
    return out;
}

Result<> roomBeside(const QList<ImageRow> &others)
{
    if (others.size() >= productImagesMax)
        return failure(ErrorCode::Conflict, QStringLiteral("There are too many pictures already."));
    return {};
}

} // namespace

Result<Product> Service::ownProduct(Tx &tx, Id<Vendor> vendor, Id<Product> id)
{
    const auto product = m_catalog.productOf(tx, id);
    if (!product || product->vendorId != vendor)
        return notFound(productWord);
    return *product;
}

// What is not on offer shows its pictures to its store and to admins only, as it shows everything.
Result<QList<ProductImage>> Service::listProductImages(const Caller &caller, Id<Product> product)
{
    return m_db.read([&](Tx &tx) -> Result<QList<ProductImage>> {
        const auto offered = m_catalog.productOf(tx, product);
        const bool isOwn = offered && caller.vendorId == offered->vendorId;
        if (!offered || !(offered->isActive || isOwn || caller.isAdmin()))
            return notFound(productWord);
        QList<ProductImage> out;
        const QList<ImageRow> rows = m_store.ofProduct(tx, product);
        for (const ImageRow &row : rows)
            out += shown(row);
        return out;
    });
}

// Every width is a file of our own, so that nothing else that the store does with its picture touches them. What was
// drawn before one fails is told, too.
Result<> Service::draw(const Caller &caller, Id<StoredFile> picture, QList<Id<StoredFile>> &files)
{
    for (const int width : productImageWidths) {
        LET(file, m_storage.fitted(picture, caller.id, {.width = width}));
        files += file;
    }
    return {};
}

// Drawn before the transaction begins, because programs are started for it; whose product it is and whether it has room
// is asked before that. What was drawn for nothing goes at once, and so does what it was drawn of when nothing else
// uses it: both would count as files that wait to be used.
Result<ProductImage> Service::addProductImage(const Caller &caller, Id<Product> product, const AddProductImage &wish)
{
    LET(vendor, storeOf(caller));
    MUST(m_db.read([&](Tx &tx) -> Result<> {
        MUST(ownProduct(tx, vendor, product));
        return roomBeside(m_store.ofProduct(tx, product));
    }));
    QList<Id<StoredFile>> files;
    const Result<> drawn = draw(caller, wish.fileId, files);
    const auto added = drawn ? show(caller, product, wish, files) : Result<ProductImage>(tl::unexpected(drawn.error()));
    files.removeAll(wish.fileId); // where nobody draws it stands for its drawings
    m_storage.forgetUnused(added ? QList<Id<StoredFile>>{wish.fileId} : files, caller.id);
    return added;
}

Result<ProductImage> Service::show(const Caller &caller, Id<Product> product, const AddProductImage &wish,
                                   const QList<Id<StoredFile>> &files)
{
    LET(vendor, storeOf(caller));
    return m_db.write(caller, [&](Tx &tx) -> Result<ProductImage> {
        LET(own, ownProduct(tx, vendor, product));
        const QList<ImageRow> others = m_store.ofProduct(tx, product);
        MUST(roomBeside(others));
        for (const Id<StoredFile> file : files)
            MUST(m_storage.claim(tx, file, caller.id, FilePurpose::StoreBanner));
        constexpr int lastPlace = 1000;
        const int behind = others.isEmpty() ? 0 : std::min(others.constLast().displayOrder + 1, lastPlace);
        const QString words = wish.altText.value_or(QString()).trimmed();
        const ImageRow row{.id = m_ids.next<ProductImage>(),
                           .productId = product,
                           .altText = words.isEmpty() ? own.title : words,
                           .displayOrder = wish.displayOrder.value_or(behind),
                           .small = files[0],
                           .medium = files[1],
                           .large = files[2],
                           .largest = files[3],
                           .addedAt = tx.now()};
        m_store.insert(tx, row);
        m_audit.record(tx, caller, "catalog.image_added", "product", product.text());
        return shown(row);
    });
}

Result<> Service::removeProductImage(const Caller &caller, Id<Product> product, Id<ProductImage> id)
{
    LET(vendor, storeOf(caller));
    QList<Id<StoredFile>> gone;
    MUST(m_db.write(caller, [&](Tx &tx) -> Result<> {
        gone.clear(); // a unit of work may be tried again
        const auto row = m_store.find(tx, id);
        if (!row || row->productId != product || !ownProduct(tx, vendor, product) || !m_store.remove(tx, id))
            return notFound(imageWord);
        // Without a program that draws, the picture itself stands for all widths, and for two products perhaps.
        for (const Id<StoredFile> file : row->files())
            if (!gone.contains(file) && !m_store.names(tx, file))
                gone += file;
        m_storage.erase(tx, gone);
        m_audit.record(tx, caller, "catalog.image_removed", "product", product.text());
        return {};
    }));
    m_storage.removeBytes(gone);
    return {};
}

Result<PublicFile> Service::readProductImage(const Caller &, Id<ProductImage> id, const ImageWidth &wish)
{
    return m_db.read([&](Tx &tx) -> Result<PublicFile> {
        const auto row = m_store.find(tx, id);
        if (!row)
            return notFound(imageWord);
        auto body = m_storage.body(tx, row->files()[qsizetype(placeOf(wish.w))]);
        if (!body)
            return notFound(imageWord);
        body->name.clear(); // shown in place, not saved
        body->cacheSeconds = keptSeconds;
        return PublicFile{*body};
    });
}

} // namespace pictures
