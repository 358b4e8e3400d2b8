#include "console/pages/vendors/detail.h"

#include "console/kit/display.h"
#include "console/kit/hours.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>

namespace vendors {

using kit::Tone;
using kit::Type;

Detail::Detail(kit::Kit &kit, QWidget *parent)
    : DetailPane(kit, parent)
    , m_acts(kit, this)
    , m_name(new kit::Label(kit.theme, Type::Heading2, "", this))
    , m_place(new kit::Label(kit.theme, Type::Small, "text2", this))
    , m_tradeTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_termsTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_hoursTitle(new kit::Label(kit.theme, Type::Overline, "text3", this))
    , m_hours(new kit::Label(kit.theme, Type::Body, "", this))
    , m_status(new kit::Chip(kit.theme, this))
    , m_kyc(new kit::Chip(kit.theme, this))
    , m_open(new kit::Chip(kit.theme, this))
    , m_facts(newFacts())
    , m_trade(newFacts())
    , m_terms(newFacts())
    , m_good(new kit::Button(kit.theme, QStringLiteral("check"), "primary", this))
    , m_bad(new kit::Button(kit.theme, QStringLiteral("pause"), "danger", this))
    , m_more(new kit::Button(kit.theme, QStringLiteral("ellipsis"), "", this))
    , m_menu(new QMenu(this))
{
    m_good->setObjectName(QStringLiteral("good"));
    m_bad->setObjectName(QStringLiteral("bad"));
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setMenu(m_menu);
    auto *chips = kit::row(8);
    for (kit::Chip *chip : {m_status, m_kyc, m_open})
        chips->addWidget(chip);
    chips->addStretch(1);
    put(newHead(m_name, m_place, chips), buildBody(), newFoot({m_good, m_bad, m_more}));
    retranslate();

    connect(&m_acts, &Acts::done, this, &Detail::take);
    for (kit::Button *button : {m_good, m_bad}) {
        connect(button, &QPushButton::clicked, this,
                [this, button] { m_acts.ask(VendorAct(button->property("act").toInt()), *shown()); });
    }
}

QWidget *Detail::buildBody()
{
    auto *body = new kit::PaneBody(m_kit.theme, this);
    body->add(m_facts);
    body->addLine();
    body->add(m_tradeTitle);
    body->add(m_trade);
    body->addLine();
    body->add(m_termsTitle);
    body->add(m_terms);
    body->addLine();
    body->add(m_hoursTitle);
    body->add(m_hours->wrapping());
    body->end();
    return body;
}

void Detail::retranslate()
{
    m_more->say(tr("More…"));
    m_tradeTitle->say(tr("HOW IT TRADES"));
    m_termsTitle->say(tr("RADIUS AND COMMISSION"));
    m_hoursTitle->say(tr("OPENING HOURS"));
    DetailPane::retranslate();
}

QFuture<Result<VendorDetail>> Detail::fetch(const Id<Vendor> &id)
{
    return m_kit.api.call(api::readVendor, id);
}

void Detail::fill(const VendorDetail &detail)
{
    const Vendor &vendor = detail.vendor;
    m_name->say(vendor.storeName);
    QStringList place;
    for (const auto &part : {vendor.city, vendor.state})
        if (part)
            place += *part;
    m_place->say(place.join(QStringLiteral(", ")));
    m_place->setVisible(!place.isEmpty());
    const kit::display::Word status = kit::display::word(vendor.status);
    m_status->say(status.text, status.tone, status.icon);
    const kit::display::Word kyc = kit::display::word(vendor.kycStatus);
    // Beside the store's own standing "approved" alone would not say what was.
    m_kyc->say(QStringLiteral("%1: %2").arg(kit::display::label(&Vendor::kycStatus), kyc.text), kyc.tone, kyc.icon);
    m_open->say(detail.isOpenNow ? tr("Open now") : tr("Closed now"), detail.isOpenNow ? Tone::Success : Tone::Neutral);
    fillStanding(detail);
    fillFigures(detail.figures);
    fillTerms(detail);
    m_hours->say(kit::hoursText(vendor.businessHours));
    offerActs(vendor);
}

void Detail::fillStanding(const VendorDetail &detail)
{
    const Vendor &vendor = detail.vendor;
    kit::empty(m_facts);
    addFact(m_facts, kit::display::label(&Vendor::ownerName), kit::display::text(vendor.ownerName));
    addFact(m_facts, kit::display::label(&Vendor::businessEmail),
            vendor.businessEmail && !vendor.isBusinessEmailVerified ? tr("%1 (not verified)").arg(*vendor.businessEmail)
                                                                    : kit::display::text(vendor.businessEmail));
    addFact(m_facts, kit::display::label(&Vendor::businessPhone), kit::display::text(vendor.businessPhone));
    if (vendor.businessType)
        addFact(m_facts, kit::display::label(&Vendor::businessType), kit::display::text(*vendor.businessType));
    if (vendor.category)
        addFact(m_facts, kit::display::label(&Vendor::category), kit::display::text(*vendor.category));
    if (vendor.kycReason)
        addFact(m_facts, tr("Documents refused because"), *vendor.kycReason, "danger");
    if (!vendor.canSell)
        addFact(m_facts, tr("Sells"), tr("Not now"), "warning");
}

void Detail::fillFigures(const VendorFigures &figures)
{
    kit::empty(m_trade);
    const auto add = [this](const QString &name, const QString &value) { addFact(m_trade, name, value); };
    add(kit::display::label(&VendorFigures::productsOnOffer), kit::display::text(figures.productsOnOffer));
    add(kit::display::label(&VendorFigures::openOrders), kit::display::text(figures.openOrders));
    add(kit::display::label(&VendorFigures::completedOrders), kit::display::text(figures.completedOrders));
    add(kit::display::label(&VendorFigures::cancelledOrders), kit::display::text(figures.cancelledOrders));
    add(kit::display::label(&VendorFigures::settledSales), kit::display::text(figures.settledSales));
    add(kit::display::label(&VendorFigures::commission), kit::display::text(figures.commission));
    add(kit::display::label(&VendorFigures::inEscrow), kit::display::text(figures.inEscrow));
}

void Detail::fillTerms(const VendorDetail &detail)
{
    kit::empty(m_terms);
    const QString km = tr("%1 km").arg(kit::display::text(detail.effectiveRadiusKm));
    addFact(m_terms, kit::display::label(&Vendor::radiusKm),
            detail.vendor.radiusKm ? km : tr("%1 (the platform's)").arg(km));
    addFact(m_terms, kit::display::label(&VendorFigures::addressesInReach),
            kit::display::text(detail.figures.addressesInReach));
    const QString rate = kit::display::text(detail.effectiveCommission);
    addFact(m_terms, kit::display::label(&Vendor::commissionRate),
            detail.commissionLevel == CommissionLevel::Vendor ? tr("%1 (its own)").arg(rate)
                                                              : tr("%1 or the category's").arg(rate));
}

// The good act and the bad one are buttons, the others stand in the menu.
void Detail::offerActs(const Vendor &vendor)
{
    QList<VendorAct> acts = actsOn(vendor);
    for (const auto &[button, kind] : {std::pair(m_good, Kind::Opens), std::pair(m_bad, Kind::Closes)}) {
        const auto first =
            std::find_if(acts.cbegin(), acts.cend(), [kind = kind](VendorAct act) { return kindOf(act) == kind; });
        button->setVisible(first != acts.cend());
        if (first == acts.cend())
            continue;
        button->setProperty("act", int(*first));
        button->say(nameOf(*first));
        acts.erase(first);
    }
    m_menu->clear();
    for (const VendorAct act : acts)
        m_menu->addAction(nameOf(act), this, [this, act] { m_acts.ask(act, *shown()); });
}

void Detail::take(const VendorDetail &detail, const QString &toast)
{
    m_kit.notices.toast(toast);
    renew(detail.vendor.id, detail);
    Q_EMIT changed(detail.vendor);
}

} // namespace vendors
