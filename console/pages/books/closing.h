#pragma once

// The balance of a wallet back to where it came from: says by which ways it goes, asks why and for the bank's
// reference.

#include "console/kit/kit.h"
#include "shared/contract/closures.h"

namespace books {

class Closing : public QObject
{
    Q_OBJECT

public:
    Closing(kit::Kit &kit, QWidget *page);

    void ask(const Id<Account> &wallet);
    void drop(); // what is asked for is not wanted any more: the page shows another wallet

Q_SIGNALS:
    void answered(); // it can be asked for anew
    void done(const WalletClosure &closure);
    void failed(const Error &error);

private:
    void take(const Result<WalletClosure> &closure);
    bool isAskedByMe(const WalletClosure &closure) const;
    void tellToWait(const WalletClosure &closure);
    void show(const WalletClosure &closure);

    kit::Kit &m_kit;
    QWidget *m_page;
    int m_asked = 0;
};

} // namespace books
