#pragma once

// Shows recovery codes, this once.

#include "console/kit/calldialog.h"
#include "console/kit/kit.h"
#include "shared/contract/factors.h"

namespace security {

class RecoveryDialog : public kit::CallDialog
{
    Q_OBJECT

public:
    RecoveryDialog(kit::Kit &kit, const RecoveryCodes &codes, QWidget *parent);

    // Only saying that they are kept closes it.
    void reject() override {}
};

} // namespace security
