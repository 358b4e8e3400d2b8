#include "console/pages/vendors/acts.h"

#include "console/kit/formdialog.h"
#include "console/kit/phrases.h"

namespace vendors {

using kit::Ask;

QString nameOf(VendorAct act)
{
    switch (act) {
    case VendorAct::Suspended: return Acts::tr("Suspend…");
    case VendorAct::Activated: return Acts::tr("Activate again…");
    case VendorAct::Deactivated: return Acts::tr("Make inactive…");
    case VendorAct::RadiusChanged: return Acts::tr("Set radius…");
    case VendorAct::CommissionChanged: return Acts::tr("Set commission…");
    }
    return {};
}

QList<VendorAct> actsOn(const Vendor &vendor)
{
    using enum VendorAct;
    switch (vendor.status) {
    case StoreStatus::Active: return {Suspended, Deactivated, RadiusChanged, CommissionChanged};
    case StoreStatus::Inactive: return {Activated, Suspended, RadiusChanged, CommissionChanged};
    case StoreStatus::Suspended: return {Activated, RadiusChanged, CommissionChanged};
    }
    return {};
}

Kind kindOf(VendorAct act)
{
    switch (act) {
    case VendorAct::Activated: return Kind::Opens;
    case VendorAct::Suspended: return Kind::Closes;
    case VendorAct::Deactivated:
    case VendorAct::RadiusChanged:
    case VendorAct::CommissionChanged: break;
    }
    return Kind::Other;
}

Acts::Acts(kit::Kit &kit, QWidget *parent)
    : QObject(parent)
    , m_kit(kit)
    , m_parent(parent)
{}

void Acts::finish(VendorAct act, const VendorDetail &changed)
{
    const QString &name = changed.vendor.storeName;
    const auto said = [&] {
        switch (act) {
        case VendorAct::Suspended: return tr("%1 is suspended").arg(name);
        case VendorAct::Activated: return tr("%1 is active again").arg(name);
        case VendorAct::Deactivated: return tr("%1 is inactive").arg(name);
        case VendorAct::RadiusChanged: return tr("%1 reaches %2 km").arg(name).arg(changed.effectiveRadiusKm);
        case VendorAct::CommissionChanged:
            return tr("%1 pays %2 commission").arg(name, kit::display::text(changed.effectiveCommission));
        }
        return QString();
    };
    Q_EMIT done(changed, said());
}

void Acts::askWhy(const Endpoint<VendorReason, VendorDetail, Id<Vendor>> &endpoint, VendorAct act, const Vendor &vendor,
                  const QString &text)
{
    QString verb = nameOf(act);
    verb.remove(QChar(0x2026));
    auto *dialog =
        new kit::AskDialog(m_kit.theme,
                           {.title = QStringLiteral("%1: %2").arg(vendor.storeName, verb),
                            .text = text,
                            .facts = {{kit::display::label(&Vendor::ownerName), kit::display::text(vendor.ownerName)},
                                      {kit::display::label(&Vendor::city), kit::display::text(vendor.city)}},
                            .verb = verb,
                            .look = kindOf(act) == Kind::Opens ? "primary" : "dangerFilled",
                            .words = Ask::Words::Lines,
                            .label = kit::phrase::reasonForVendor(),
                            .lengthMin = 5,
                            .lengthMax = 2000},
                           m_parent);
    dialog->perform([this, &endpoint,
                     id = vendor.id](const QString &words) { return m_kit.api.call(endpoint, {.reason = words}, id); },
                    [this, act](const VendorDetail &changed) { finish(act, changed); });
}

void Acts::askRadius(const VendorDetail &detail)
{
    auto *form = new kit::ContractForm<SetRadius>(m_kit.theme);
    form->ask(&SetRadius::radiusKm);
    form->askAtLength(&SetRadius::reason);
    form->fill({.radiusKm = detail.vendor.radiusKm});
    auto *dialog = new kit::FormDialog(
        m_kit.theme,
        {.title = tr("How far %1 reaches").arg(detail.vendor.storeName),
         .text = tr("Left empty the platform's radius applies; a larger one than that has no effect."),
         .verb = tr("Set radius")},
        form, m_parent);
    dialog->perform(
        *form,
        [this, id = detail.vendor.id](const SetRadius &wish) { return m_kit.api.call(api::setVendorRadius, wish, id); },
        [this](const VendorDetail &changed) { finish(VendorAct::RadiusChanged, changed); });
}

void Acts::askCommission(const VendorDetail &detail)
{
    auto *form = new kit::ContractForm<SetCommission>(m_kit.theme);
    form->ask(&SetCommission::rate);
    form->askAtLength(&SetCommission::reason);
    form->fill({.rate = detail.vendor.commissionRate});
    auto *dialog = new kit::FormDialog(
        m_kit.theme,
        {.title = tr("What %1 pays").arg(detail.vendor.storeName),
         .text = tr("Left empty the rates of the categories apply, and the general one. Placed orders keep theirs."),
         .verb = tr("Set commission")},
        form, m_parent);
    dialog->perform(
        *form,
        [this, id = detail.vendor.id](const SetCommission &wish) {
            return m_kit.api.call(api::setVendorCommission, wish, id);
        },
        [this](const VendorDetail &changed) { finish(VendorAct::CommissionChanged, changed); });
}

void Acts::ask(VendorAct act, const VendorDetail &detail)
{
    switch (act) {
    case VendorAct::Suspended:
        return askWhy(api::suspendVendor, act, detail.vendor,
                      tr("Nothing is offered and nothing is paid out. %1 open orders go on and their buyers are told.")
                          .arg(kit::display::text(detail.figures.openOrders)));
    case VendorAct::Activated:
        return askWhy(api::activateVendor, act, detail.vendor,
                      tr("The store sells again if its documents are approved; payouts go on."));
    case VendorAct::Deactivated:
        return askWhy(api::deactivateVendor, act, detail.vendor,
                      tr("Nothing is offered until the store is active again; payouts go on."));
    case VendorAct::RadiusChanged: return askRadius(detail);
    case VendorAct::CommissionChanged: return askCommission(detail);
    }
}

} // namespace vendors
