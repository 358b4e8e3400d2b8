#pragma once

// Sets up an app that shows codes: a square for its camera, the same as text, and the first code it shows.

#include "console/kit/calldialog.h"
#include "console/kit/kit.h"
#include "shared/contract/factors.h"

class QLineEdit;

namespace security {

class AppDialog : public kit::CallDialog
{
    Q_OBJECT

public:
    AppDialog(kit::Kit &kit, const TotpOffer &offer, QWidget *parent);

Q_SIGNALS:
    void confirmed(const RecoveryCodes &codes);

private:
    QWidget *buildSecret(const TotpOffer &offer);
    bool isReady() const override;
    void showTrouble(const Error &error) override;
    void confirm();

    kit::Kit &m_kit;
    QLineEdit *m_code;
};

} // namespace security
