#include "console/pages/vendors/page.h"

#include "console/kit/phrases.h"
#include "console/pages/vendors/detail.h"

namespace vendors {

using kit::Cell;

Page::Page(kit::Kit &kit, QWidget *parent)
    : ListPage(kit, parent)
    , m_tabs(views(), {std::nullopt, StoreStatus::Active, StoreStatus::Suspended, StoreStatus::Inactive})
    , m_detail(new Detail(kit, this))
    , m_kyc(filters()->addChoice())
    , m_city(filters()->addChoice())
{
    addColumns();
    m_table.from(
        [this](const std::optional<QString> &cursor) { return m_kit.api.call(api::listVendors, query(cursor)); });
    list(m_table);
    setDetail(m_detail);
    connect(m_detail, &Detail::closed, this, [this] { closeDetail(); });
    connect(m_detail, &Detail::changed, this, [this](const Vendor &vendor) { m_table.put(vendor); });
    retranslate();
}

void Page::addColumns()
{
    m_table.show(&Vendor::storeName, &Vendor::city, &Vendor::kycStatus, &Vendor::status, &Vendor::radiusKm,
                 &Vendor::commissionRate, &Vendor::businessPhone);
    const auto shape = [this](auto member, int width, int priority) -> auto &
    {
        auto &column = m_table.column(member);
        column.heading.width = width;
        column.heading.priority = priority;
        return column;
    };
    auto &name = shape(&Vendor::storeName, 220, 0);
    name.heading.stretches = true;
    name.cell = [](const Vendor &vendor) {
        return Cell{
            .text = vendor.storeName, .second = vendor.ownerName.value_or(QString()), .look = Cell::Look::Avatar};
    };
    shape(&Vendor::city, 130, 2);
    shape(&Vendor::kycStatus, 128, 1);
    shape(&Vendor::status, 120, 0);
    shape(&Vendor::radiusKm, 84, 4).cell = [](const Vendor &vendor) {
        return Cell{.text = vendor.radiusKm ? Detail::tr("%1 km").arg(kit::display::text(*vendor.radiusKm))
                                            : kit::display::text(vendor.radiusKm),
                    .alignment = Qt::AlignRight};
    };
    shape(&Vendor::commissionRate, 110, 3);
    shape(&Vendor::businessPhone, 136, 5);
    m_table.settle();
}

ListVendors Page::query(const std::optional<QString> &cursor) const
{
    ListVendors query{.limit = 50, .cursor = cursor, .status = m_tabs.chosen()};
    if (const QString words = filters()->search()->text().trimmed(); !words.isEmpty())
        query.q = words;
    query.kyc = names::fromText<KycStatus>(m_kyc->value());
    if (!m_city->value().isEmpty())
        query.city = m_city->value();
    return query;
}

void Page::refresh()
{
    m_table.refresh();
    if (isDetailOpen())
        m_detail->reload();
}

void Page::showDetail(const QString &id)
{
    m_detail->open(Id<Vendor>::parse(id));
}

void Page::narrow(const kit::Narrowing &by)
{
    const QSignalBlocker filtersQuiet(filters());
    filters()->clear();
    filters()->search()->setText(by.value(QStringLiteral("q")));
    m_kyc->pick(by.value(QStringLiteral("kyc")));
    m_city->pick(by.value(QStringLiteral("city")));
    m_tabs.choose(std::nullopt);
    m_tabs.narrow(by);
    m_table.startOver();
}

void Page::hear(const LiveEvent &event)
{
    if (event.kind == LiveKind::VendorChanged || event.kind == LiveKind::KycUpdated)
        noteNews();
}

void Page::offerFilters()
{
    QList<kit::ChoiceFilter::Choice> states;
    for (const KycStatus status : {KycStatus::None, KycStatus::Pending, KycStatus::Approved, KycStatus::Rejected})
        states += {QString(names::text(status)), kit::display::text(status)};
    m_kyc->offer(kit::display::label(&Vendor::kycStatus), states);
    const bool isHindi = QLocale().language() == QLocale::Hindi;
    QList<kit::ChoiceFilter::Choice> cities;
    for (const City &city : m_cities.all())
        cities += {city.name, isHindi ? city.hindi : city.name};
    m_city->offer(kit::display::label(&Vendor::city), cities);
}

void Page::retranslate()
{
    setTitle(kit::titleOf(QLatin1StringView("admin.vendors")), tr("Every store, newest first"));
    QStringList names;
    for (const auto &tab : m_tabs.states())
        names += tab ? kit::display::text(*tab) : kit::phrase::all();
    setViews(names);
    filters()->search()->say(tr("Store, owner, e-mail or phone"));
    offerFilters();
    setEmptyText(QStringLiteral("store"), tr("No store here"), tr("Stores appear as soon as a vendor has registered."));
    m_detail->retranslate();
    ListPage::retranslate();
}

} // namespace vendors
