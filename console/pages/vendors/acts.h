#pragma once

// What an admin may do to a store as it is now, each asked for with its reason before it is done.

#include "console/kit/askdialog.h"
#include "console/kit/kit.h"
#include "shared/contract/vendors.h"

namespace vendors {

// The name of one act on buttons and in the menu.
QString nameOf(VendorAct act);
// The good one and the bad one first, then what can always be set.
QList<VendorAct> actsOn(const Vendor &vendor);
// Whether it lets the store sell, stops it or neither.
enum class Kind { Opens, Closes, Other };
Kind kindOf(VendorAct act);

class Acts : public QObject
{
    Q_OBJECT

public:
    Acts(kit::Kit &kit, QWidget *parent);

    void ask(VendorAct act, const VendorDetail &detail);

Q_SIGNALS:
    void done(const VendorDetail &detail, const QString &toast);

private:
    void askWhy(const Endpoint<VendorReason, VendorDetail, Id<Vendor>> &endpoint, VendorAct act, const Vendor &vendor,
                const QString &text);
    void askRadius(const VendorDetail &detail);
    void askCommission(const VendorDetail &detail);
    void finish(VendorAct act, const VendorDetail &changed);

    kit::Kit &m_kit;
    QWidget *m_parent;
};

} // namespace vendors
