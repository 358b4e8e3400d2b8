#pragma once

// One store: where it stands, how it trades, when it is open, and what an admin does about it.

#include "console/kit/banner.h"
#include "console/kit/kit.h"
#include "console/kit/pagestate.h"
#include "console/pages/vendors/acts.h"

class QGridLayout;
class QMenu;
class QStackedWidget;

namespace vendors {

class Detail : public QWidget
{
    Q_OBJECT

public:
    explicit Detail(kit::Kit &kit, QWidget *parent = nullptr);

    void open(const Id<Vendor> &id);
    void reload();
    void retranslate();

Q_SIGNALS:
    void changed(const Vendor &vendor);
    void closed();

private:
    void build();
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildFoot();
    void show(const VendorDetail &detail);
    void fillStanding(const VendorDetail &detail);
    void fillFigures(const VendorFigures &figures);
    void fillTerms(const VendorDetail &detail);
    void addFact(QGridLayout *grid, const QString &name, const QString &value, const char *ink = "");
    void offerActs(const Vendor &vendor);
    void take(const VendorDetail &detail, const QString &toast);

    kit::Kit &m_kit;
    Acts m_acts;
    std::optional<Id<Vendor>> m_id;
    std::optional<VendorDetail> m_shown;
    QStackedWidget *m_stack;
    kit::PageState *m_state;
    kit::Banner *m_trouble;
    kit::Label *m_name, *m_place, *m_tradeTitle, *m_termsTitle, *m_hoursTitle, *m_hours;
    kit::Chip *m_status, *m_kyc, *m_open;
    kit::IconButton *m_close;
    QGridLayout *m_facts, *m_trade, *m_terms;
    kit::Button *m_good, *m_bad, *m_more;
    QMenu *m_menu;
};

} // namespace vendors
