#pragma once

// The last step of a complete profile: how the owner hears of news.

#include "console/kit/banner.h"
#include "console/kit/contractform.h"
#include "console/kit/kit.h"
#include "shared/contract/preferences.h"

namespace onboarding {

class Reach : public QFrame
{
    Q_OBJECT

public:
    Reach(kit::Kit &kit, QWidget *parent);

    void refresh();
    void retranslate();

Q_SIGNALS:
    void known(const Preferences &preferences); // read or saved

private:
    void build();
    void show(const Preferences &preferences);
    void save();
    void describe();

    kit::Kit &m_kit;
    std::optional<Preferences> m_preferences;
    kit::Label *m_title, *m_text;
    kit::ContractForm<PutPreferences> *m_form;
    kit::Banner *m_trouble;
    kit::Button *m_save;
};

} // namespace onboarding
