#pragma once

// What the market is told about keeping the money of its wallets: the notice of the mode until somebody says that it
// was read, and in mirror mode the difference between the account outside and the books. It takes no room otherwise.

#include "console/kit/banner.h"
#include "console/kit/kit.h"
#include "shared/contract/custody.h"

namespace kit {

class CustodyNotice : public Banner
{
    Q_OBJECT

public:
    explicit CustodyNotice(Kit &kit, QWidget *parent = nullptr);

    // Asks the server. Whoever may not know gets nothing to see.
    void refresh();

Q_SIGNALS:
    void known(const Custody &custody);

private:
    void tell(const Custody &custody);
    void acknowledge();

    Kit &m_kit;
    Custody m_custody;
};

} // namespace kit
