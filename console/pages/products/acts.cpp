// What a vendor does with products: add, edit, count, show and hide, remove.

#include "console/kit/askdialog.h"
#include "console/kit/display.h"
#include "console/kit/formdialog.h"
#include "console/kit/phrases.h"
#include "console/kit/savefile.h"
#include "console/pages/products/page.h"

namespace products {

namespace {

PutProduct wishOf(const Product &product)
{
    return {.categoryId = product.categoryId,
            .title = product.title,
            .description = product.description,
            .unit = product.unit,
            .price = product.price,
            .distributorPrice = product.distributorPrice,
            .minimumOrderQuantity = product.minimumOrderQuantity,
            .minStockLevel = product.minStockLevel,
            .sku = product.sku,
            .hsnCode = product.hsnCode,
            .gstRate = product.gstRate,
            .tags = product.tags,
            .specifications = product.specifications,
            .isActive = product.isActive,
            .version = product.version};
}

enum class Purpose { New, Change };

kit::ContractForm<PutProduct> *formFor(Purpose purpose, const kit::Theme &theme, const QList<Category> &categories)
{
    auto *form = new kit::ContractForm<PutProduct>(theme);
    form->ask(&PutProduct::title);
    QList<std::pair<QString, QString>> offers;
    for (const Category &category : categories)
        offers += {category.id.text(), category.name};
    form->askFrom(&PutProduct::categoryId, offers);
    form->askAtLength(&PutProduct::description);
    form->ask(&PutProduct::unit, &PutProduct::price);
    if (purpose == Purpose::New)
        form->ask(&PutProduct::stockQuantity);
    form->ask(&PutProduct::minimumOrderQuantity, &PutProduct::minStockLevel, &PutProduct::distributorPrice,
              &PutProduct::sku, &PutProduct::hsnCode, &PutProduct::gstRate, &PutProduct::isActive);
    return form;
}

} // namespace

void Page::add()
{
    auto *form = formFor(Purpose::New, m_kit.theme, m_categories);
    PutProduct wish;
    wish.stockQuantity = Quantity{};
    if (!m_categories.isEmpty())
        wish.categoryId = m_categories.first().id;
    form->fill(wish);
    auto *dialog = new kit::FormDialog(
        m_kit.theme, {.title = tr("Add product"), .verb = tr("Add product"), .width = 520, .height = 620}, form, this);
    dialog->perform(
        *form, [this](const PutProduct &wish) { return m_kit.api.call(api::addProduct, wish); },
        [this](const Product &product) {
            m_kit.notices.toast(tr("%1 is in your store").arg(product.title));
            m_table.refresh();
        });
}

void Page::edit(const Product &product)
{
    auto *form = formFor(Purpose::Change, m_kit.theme, m_categories);
    form->fill(wishOf(product));
    auto *dialog = new kit::FormDialog(
        m_kit.theme, {.title = tr("Edit %1").arg(product.title), .verb = tr("Save"), .width = 520, .height = 620}, form,
        this);
    dialog->amend(
        *form, [this, id = product.id](const PutProduct &wish) { return m_kit.api.call(api::updateProduct, wish, id); },
        [this, old = product] { return reread(old); },
        [this](const Product &changed) {
            m_kit.notices.toast(kit::phrase::saved());
            take(changed);
        });
}

// As the store sees it: with what only distributors pay, and also while it is hidden.
QFuture<Result<PutProduct>> Page::reread(const Product &old)
{
    const ListOwnProducts query{.limit = pageLimitMax, .q = old.sku};
    return m_kit.api.call(api::listOwnProducts, query)
        .then([id = old.id](const Result<::Page<Product>> &found) -> Result<PutProduct> {
            if (!found)
                return tl::unexpected(found.error());
            for (const Product &each : found->items)
                if (each.id == id)
                    return wishOf(each);
            return notFound(QLatin1StringView("product"));
        });
}

// A change instead of a new total, so that a sale in the same minute is not counted twice.
void Page::changeStock(const Product &product)
{
    auto *form = new kit::ContractForm<ChangeStock>(m_kit.theme);
    form->ask(&ChangeStock::delta, &ChangeStock::reason);
    form->fill({});
    auto *dialog = new kit::FormDialog(
        m_kit.theme,
        {.title = tr("Change stock of %1").arg(product.title),
         .text = tr("In stock: %1. Type what came in, or with a minus what went out.")
                     .arg(kit::display::text(product.stockQuantity, kit::display::text(product.unit))),
         .verb = tr("Change stock")},
        form, this);
    dialog->perform(
        *form, [this, id = product.id](const ChangeStock &wish) { return m_kit.api.call(api::changeStock, wish, id); },
        [this](const Product &changed) {
            m_kit.notices.toast(tr("%1: now %2").arg(changed.title, kit::display::text(changed.stockQuantity)));
            take(changed);
        });
}

void Page::switchActive(const Product &product)
{
    PutProduct wish = wishOf(product);
    wish.isActive = !product.isActive;
    whenDone(this, m_kit.api.call(api::updateProduct, wish, product.id), [this](const Result<Product> &changed) {
        if (!changed) {
            banner()->showTrouble(changed.error());
            return;
        }
        m_kit.notices.toast(changed->isActive ? tr("%1 is on sale").arg(changed->title)
                                              : tr("%1 is hidden").arg(changed->title));
        take(*changed);
    });
}

void Page::remove(const Product &product)
{
    auto *dialog = new kit::AskDialog(m_kit.theme,
                                      {.title = tr("Remove this product?"),
                                       .text = tr("Buyers no longer find it. Old orders keep it."),
                                       .facts = {{kit::display::label(&Product::title), product.title},
                                                 {kit::display::label(&Product::sku), product.sku}},
                                       .verb = tr("Remove product"),
                                       .look = "dangerFilled"},
                                      this);
    dialog->perform([this, id = product.id](const QString &) { return m_kit.api.call(api::removeProduct, id); },
                    [this, product](const Nothing &) {
                        m_table.drop(product.id.text());
                        closeDetail();
                        m_kit.notices.toast(tr("%1 is removed").arg(product.title));
                        m_table.refresh();
                    });
}

// What the list shows, all of it.
void Page::exportList()
{
    m_export->setEnabled(false);
    whenDone(this, m_kit.api.call(api::exportVendorProducts, query({})), [this](const Result<FileBody> &file) {
        m_export->setEnabled(true);
        if (file)
            kit::saveFile(m_kit, this, file->name, file->bytes);
        else
            banner()->showTrouble(file.error());
    });
}

} // namespace products
