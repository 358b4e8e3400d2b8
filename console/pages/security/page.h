#pragma once

// What guards the own account: the password, the app that shows codes, and where one is signed in.

#include "console/kit/card.h"
#include "console/kit/contracttable.h"
#include "console/kit/listcard.h"
#include "console/kit/page.h"
#include "shared/contract/auth.h"
#include "shared/contract/factors.h"

namespace security {

class PrivacyCard;

class Page : public kit::Page
{
    Q_OBJECT

public:
    explicit Page(kit::Kit &kit, QWidget *parent = nullptr);

    void refresh() override;
    void retranslate() override;

private:
    void addColumns();
    void build();
    QWidget *buildApp();
    void show(const Security &security);
    void showTrouble(const Error &error);
    void changePassword();
    void setUp();
    void turnOff();
    void renewCodes();
    void showCodes(const RecoveryCodes &codes);
    void endSession();
    void settle();
    // The outcome of something that asked who it is; a refusal stands in the banner.
    template <class T, class React>
    void follow(QFuture<Result<T>> answer, React react);

    kit::Label *m_title, *m_subtitle;
    kit::Banner *m_banner;
    kit::Card *m_password, *m_app;
    PrivacyCard *m_privacy;
    kit::Label *m_passwordText;
    kit::Button *m_change;
    kit::Chip *m_state;
    kit::Label *m_appText;
    kit::Button *m_setUp, *m_codes, *m_turnOff;
    kit::Label *m_sessionsTitle;
    kit::Button *m_end;
    kit::ContractTable<Session> m_sessions;
    kit::ListCard *m_sessionsCard;
    std::optional<Security> m_security;
};

} // namespace security
