#pragma once

// One store: where it stands, how it trades, when it is open, and what an admin does about it.

#include "console/kit/detailpane.h"
#include "console/pages/vendors/acts.h"

class QMenu;

namespace vendors {

class Detail : public kit::DetailPane<VendorDetail, Vendor>
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void retranslate() override;

Q_SIGNALS:
    void changed(const Vendor &vendor);

private:
    QWidget *buildBody();
    QFuture<Result<VendorDetail>> fetch(const Id<Vendor> &id) override;
    void fill(const VendorDetail &detail) override;
    void fillStanding(const VendorDetail &detail);
    void fillFigures(const VendorFigures &figures);
    void fillTerms(const VendorDetail &detail);
    void offerActs(const Vendor &vendor);
    void take(const VendorDetail &detail, const QString &toast);

    Acts m_acts;
    kit::Label *m_name, *m_place, *m_tradeTitle, *m_termsTitle, *m_hoursTitle, *m_hours;
    kit::Chip *m_status, *m_kyc, *m_open;
    QGridLayout *m_facts, *m_trade, *m_terms;
    kit::Button *m_good, *m_bad, *m_more;
    QMenu *m_menu;
};

} // namespace vendors
