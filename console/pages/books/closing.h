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

Q_SIGNALS:
    void done(const WalletClosure &closure);
    void failed(const Error &error);

private:
    void show(const WalletClosure &closure);

    kit::Kit &m_kit;
    QWidget *m_page;
};

} // namespace books
