#pragma once

// The documents that a vendor hands in for review: what has to be typed, and the files that prove it.

#include "console/kit/banner.h"
#include "console/kit/contractform.h"
#include "console/kit/filedrop.h"
#include "console/kit/kit.h"
#include "shared/contract/kyc.h"

namespace onboarding {

class Hand : public QFrame
{
    Q_OBJECT

public:
    Hand(kit::Kit &kit, QWidget *parent);

    void show(const VendorKyc &kyc);
    void retranslate();

Q_SIGNALS:
    void handedIn(const KycSubmission &submission);

private:
    void build();
    void send();
    void check();
    void describe();

    kit::Kit &m_kit;
    std::optional<VendorKyc> m_kyc;
    kit::Label *m_title, *m_text, *m_summary;
    kit::Banner *m_trouble;
    QWidget *m_entry;
    kit::ContractForm<SubmitKyc> *m_form;
    kit::FileDrop *m_pan, *m_gstin, *m_cheque;
    kit::Button *m_send;
    bool m_isSending = false;
};

} // namespace onboarding
