#pragma once

// How a store comes to sell: its profile, the documents and what became of them, and how its owner hears of news.

#include "console/kit/banner.h"
#include "console/kit/contractform.h"
#include "console/kit/filedrop.h"
#include "console/kit/page.h"
#include "console/kit/pagestate.h"
#include "shared/contract/accounts.h"
#include "shared/contract/kyc.h"
#include "shared/contract/preferences.h"

class QStackedWidget;

namespace onboarding {

class Hand;
class HoursForm;
class Progress;
class Reach;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;
    void hear(const LiveEvent &event) override;

private:
    void build();
    QWidget *buildStore();
    QWidget *buildSide();
    void show(const Vendor &store);
    void show(const VendorKyc &kyc);
    void showFailure(const Error &error);
    void describe();
    void fillHistory();
    void saveStore();
    void checkStore();
    void namePictures();

    kit::Label *m_title, *m_subtitle, *m_storeTitle, *m_storeText, *m_historyTitle;
    kit::Banner *m_banner, *m_storeTrouble;
    QStackedWidget *m_stack;
    kit::PageState *m_state;
    kit::ContractForm<PutVendor> *m_store;
    HoursForm *m_hours;
    kit::Button *m_save;
    Hand *m_hand;
    Reach *m_reach;
    Progress *m_progress;
    QVBoxLayout *m_history;
    std::optional<Vendor> m_vendor;
    std::optional<VendorKyc> m_kyc;
    std::optional<Preferences> m_preferences;
    bool m_leadsToDoor = false; // what the banner offers
    bool m_isSaving = false;
    kit::FileDrop *m_logo, *m_face; // the face is the banner above the store's page
};

} // namespace onboarding
