#include "console/pages/products/page.h"

#include "console/kit/display.h"
#include "console/kit/phrases.h"
#include "console/pages/products/detail.h"

#include <QShortcut>

namespace products {

using kit::Cell;
using kit::Tone;

namespace {

constexpr int revealPagesMax = 10;

} // namespace

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_detail(new Detail(kit, this))
    , m_export(addHeadButton(QStringLiteral("download")))
    , m_add(addHeadButton(QStringLiteral("plus"), "primary"))
    , m_category(filters()->addChoice())
{
    m_add->setObjectName(QStringLiteral("add"));
    m_export->setObjectName(QStringLiteral("export"));
    // Not the button's own shortcut, which is cleared whenever its text is said.
    auto *adding = new QShortcut(QKeySequence::New, this);
    adding->setContext(Qt::WidgetWithChildrenShortcut);
    connect(adding, &QShortcut::activated, m_add, &QPushButton::click);
    addColumns();
    m_table.from(
        [this](const std::optional<QString> &cursor) { return m_kit.api.call(api::listOwnProducts, query(cursor)); });
    list(m_table);
    setDetail(m_detail);
    connect(&m_table, &kit::TableModel::loaded, this, &Page::warn);
    connect(m_add, &QPushButton::clicked, this, &Page::add);
    connect(m_export, &QPushButton::clicked, this, &Page::exportList);
    connect(banner(), &kit::Banner::acted, this, [this] {
        if (banner()->text() == warning()) // and not an error
            m_kit.navigator.open(QStringLiteral("vendor.onboarding"));
    });
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    connect(m_detail, &Detail::editWanted, this, &Page::edit);
    connect(m_detail, &Detail::stockWanted, this, &Page::changeStock);
    connect(m_detail, &Detail::switchWanted, this, &Page::switchActive);
    connect(m_detail, &Detail::removeWanted, this, &Page::remove);
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&Product::title, &Product::categoryId, &Product::price, &Product::stockQuantity,
                 &Product::minimumOrderQuantity, &Product::isActive, &Product::ordersCount);
    const auto quantity = [](Quantity amount, const Product &product) {
        return kit::display::text(amount, kit::display::text(product.unit));
    };
    auto &title = m_table.column(&Product::title);
    title.heading.width = 230;
    title.heading.stretches = true;
    title.cell = [](const Product &product) { return Cell{.text = product.title, .second = product.sku}; };
    auto &category = m_table.column(&Product::categoryId);
    category.heading.label = QT_TRANSLATE_NOOP("fields", "Category");
    category.heading.width = 140;
    category.heading.priority = 3;
    category.cell = [this](const Product &product) {
        return Cell{.text = categoryOf(product), .look = Cell::Look::Quiet};
    };
    auto &price = m_table.column(&Product::price);
    price.cell = [](const Product &product) {
        return Cell{.text = kit::display::text(product.price),
                    .second = tr("per %1").arg(kit::display::text(product.unit)),
                    .look = Cell::Look::Strong,
                    .alignment = Qt::AlignRight};
    };
    auto &stock = m_table.column(&Product::stockQuantity);
    stock.heading.width = 130;
    stock.cell = [quantity](const Product &product) {
        Cell cell{.text = quantity(product.stockQuantity, product), .alignment = Qt::AlignRight};
        if (product.stockQuantity.milli == 0)
            cell.tone = Tone::Danger;
        else if (product.stockQuantity <= product.minStockLevel)
            cell.tone = Tone::Warning;
        if (cell.tone)
            cell.second = product.stockQuantity.milli == 0 ? tr("sold out") : tr("low stock");
        return cell;
    };
    auto &least = m_table.column(&Product::minimumOrderQuantity);
    least.heading.priority = 2;
    least.cell = [quantity](const Product &product) {
        return Cell{.text = quantity(product.minimumOrderQuantity, product), .alignment = Qt::AlignRight};
    };
    auto &active = m_table.column(&Product::isActive);
    active.heading.width = 110;
    active.cell = [](const Product &product) {
        return Cell{.text = kit::phrase::onSale(product.isActive),
                    .chip = product.isActive ? Tone::Success : Tone::Neutral};
    };
    auto &sold = m_table.column(&Product::ordersCount);
    sold.heading.width = 80;
    sold.heading.priority = 4;
    m_table.settle();
}

ListOwnProducts Page::query(const std::optional<QString> &cursor) const
{
    ListOwnProducts query{.limit = 50, .cursor = cursor};
    if (const QString words = filters()->search()->text().trimmed(); !words.isEmpty())
        query.q = words;
    if (!m_category->value().isEmpty())
        query.category = Id<Category>::parse(m_category->value());
    switch (views()->currentIndex()) {
    case 1: query.isActive = true; break;
    case 2: query.isActive = false; break;
    case 3: query.lowStock = true; break;
    default: break;
    }
    return query;
}

void Page::refresh()
{
    m_table.refresh();
    fetchCategories();
    fetchStore();
}

void Page::narrow(const kit::Narrowing &by)
{
    const QSignalBlocker filtersQuiet(filters());
    const QSignalBlocker viewsQuiet(views());
    filters()->clear();
    views()->setCurrentIndex(by.value(QStringLiteral("stock")) == QLatin1StringView("low") ? 3 : 0);
    m_table.startOver();
}

void Page::fetchCategories()
{
    whenDone(this, m_kit.api.call(api::listCategories), [this](const Result<QList<Category>> &categories) {
        if (!categories)
            return;
        m_categories = *categories;
        m_categoryNames.clear();
        for (const Category &category : m_categories)
            m_categoryNames.insert(category.id.text(), category.name);
        offerCategories();
        m_table.retranslate();
    });
}

// Also before the categories are there, so that the filter has its name from the start.
void Page::offerCategories()
{
    QList<kit::ChoiceFilter::Choice> choices;
    for (const Category &category : m_categories)
        choices += {category.id.text(), category.name};
    m_category->offer(kit::display::label(&PutProduct::categoryId), choices);
}

void Page::fetchStore()
{
    whenDone(this, m_kit.api.call(api::readVendorProfile), [this](const Result<Vendor> &store) {
        if (!store)
            return;
        m_maySell = store->canSell;
        warn();
    });
}

void Page::warn()
{
    if (!m_maySell)
        banner()->say(warning(), Tone::Warning, tr("To my documents"));
}

QString Page::warning() const
{
    return tr("Your store is not approved yet. You can prepare products once the documents are approved.");
}

QString Page::categoryOf(const Product &product) const
{
    return m_categoryNames.value(product.categoryId.text(), QStringLiteral("–"));
}

void Page::showDetail(const QString &id)
{
    if (const Product *product = m_table.find(id))
        m_detail->show(*product, categoryOf(*product));
}

// The public address of a product does not tell all that its owner sees, so that the own list is gone through.
void Page::revealUnknown(const QString &id)
{
    findOwn(id, {}, revealPagesMax);
}

void Page::findOwn(const QString &id, const std::optional<QString> &cursor, int pagesLeft)
{
    const auto look = [this, id, pagesLeft](const Result<::Page<Product>> &page) {
        if (!page) {
            banner()->say(kit::display::trouble(page.error()), Tone::Danger);
            return;
        }
        for (const Product &product : page->items) {
            if (product.id.text() != id)
                continue;
            m_table.put(product);
            reveal(id);
            return;
        }
        if (page->nextCursor && pagesLeft > 1)
            findOwn(id, page->nextCursor, pagesLeft - 1);
        else
            banner()->say(kit::display::trouble({ErrorCode::NotFound}), Tone::Warning);
    };
    whenDone(this, m_kit.api.call(api::listOwnProducts, {.limit = pageLimitMax, .cursor = cursor}), look);
}

void Page::take(const Product &product)
{
    m_table.put(product);
    if (isDetailOpen())
        m_detail->show(product, categoryOf(product));
}

void Page::retranslate()
{
    offerCategories();
    setTitle(kit::titleOf(QLatin1StringView("vendor.products")), tr("What buyers find in your store"));
    setViews({kit::phrase::all(), kit::phrase::onSale(true), kit::phrase::onSale(false), tr("Low stock")});
    m_add->say(tr("Add product"));
    m_export->say(tr("Export CSV"));
    filters()->search()->say(tr("Title or SKU"));
    setEmptyText(QStringLiteral("package"), tr("Add your first product"),
                 tr("Say what you sell, at which price, and how much of it you have."), tr("Add product"));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace products
