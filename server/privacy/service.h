#pragma once

// What people may ask of the market about themselves: a copy of everything that is kept about them, and to be
// forgotten. Each capability gives and forgets its own part (privacy.cpp there); this one asks them all.

#include "server/core/db.h"
#include "server/core/ids.h"
#include "server/core/personal.h"
#include "server/privacy/rules.h"
#include "server/privacy/store.h"

#include <functional>
#include <mutex>

class Clock;
class Secrets;
struct StoredFile;

namespace accounts {
class Service;
}
namespace audit {
class Service;
}
namespace auth {
class Service;
}
namespace buyers {
class Service;
}
namespace chat {
class Service;
}
namespace invoices {
class Service;
}
namespace jobs {
class Service;
}
namespace kyc {
class Service;
}
namespace ledger {
class Service;
}
namespace notifications {
class Service;
}
namespace orders {
class Service;
}
namespace payments {
class Service;
}
namespace payouts {
class Service;
}
namespace refunds {
class Service;
}
namespace storage {
class Service;
}
namespace vendors {
class Service;
}
namespace weighing {
class Service;
}

namespace privacy {

// Who keeps something about people.
struct Keepers
{
    accounts::Service &accounts;
    auth::Service &auth;
    kyc::Service &kyc;
    storage::Service &storage;
    ledger::Service &ledger;
    payments::Service &payments;
    orders::Service &orders;
    weighing::Service &weighing;
    buyers::Service &buyers;
    refunds::Service &refunds;
    payouts::Service &payouts;
    vendors::Service &vendors;
    chat::Service &chat;
    notifications::Service &notifications;
    invoices::Service &invoices;
};

class Service
{
public:
    Service(Db &db, const Clock &clock, const Ids &ids, const Secrets &secrets, audit::Service &audit,
            jobs::Service &jobs, const Keepers &keepers);

    Result<PersonalCopy> requestCopy(const Caller &caller);
    Result<QList<PersonalCopy>> listCopies(const Caller &caller);
    Result<FileBody> downloadCopy(const Caller &caller, Id<PersonalCopy> id, const CopyLink &link);
    Result<ErasureOutlook> readErasure(const Caller &caller);
    Result<Erased> eraseMe(const Caller &caller);
    Result<QList<PersonalColumn>> listPersonalColumns(const Caller &caller) const;

    // Jobs. makeCopy() makes one; sweep() removes those whose end has come, and says how many that were.
    Result<> makeCopy(const QByteArray &payload);
    int sweep();
    // Seals anew what an older master sealed, at most that many copies, and says how many those were.
    int reseal(int most, const std::function<void(int)> &progress);
    Result<> forgetLateTraces(const QByteArray &payload);
    Result<> forgetPapers(const QByteArray &payload);
    Result<> removeFiles(const QByteArray &payload);

private:
    struct Contents;

    PersonalCopy described(const CopyRow &row) const;
    QString linkTo(const CopyRow &row) const;
    Contents contentsOf(Tx &tx, const Account &account);
    QByteArray written(const Contents &contents) const;
    void shelve(Id<PersonalCopy> id, const QByteArray &content) const;
    Result<> keep(const CopyRow &row, const QByteArray &content);
    bool renew(const CopyRow &row) const;
    QList<ErasureBlocker> blockersOf(Tx &tx, const Account &account);
    void removeLater(Tx &tx, const QList<Id<StoredFile>> &files);
    KycHeld forget(Tx &tx, const Account &account);
    PayoutAccountHeld payoutAccountOf(Tx &tx, const Account &account);

    Db &m_db;
    const Clock &m_clock;
    const Ids &m_ids;
    const Secrets &m_secrets;
    audit::Service &m_audit;
    jobs::Service &m_jobs;
    const Keepers m_keepers;
    const QList<QByteArray> m_linkKeys; // the first one signs
    const QList<PersonalColumn> m_inventory;
    Store m_store;
    mutable std::mutex m_sealing; // held by who has a whole copy in memory
};

} // namespace privacy
