#pragma once

// What the jobs of this capability carry.

#include "shared/contract/privacy.h"

struct Account;
struct StoredFile;
struct Vendor;

namespace privacy {

struct CopyJob
{
    Id<PersonalCopy> id;

    FIELDS(CopyJob, FIELD(id))
};

// The bytes that somebody who was erased has left on the disk.
struct FilesJob
{
    QList<Id<StoredFile>> files;
    QList<Id<PersonalCopy>> copies;

    FIELDS(FilesJob, FIELD(files), FIELD(copies))
};

struct Papers
{
    Id<Vendor> vendor;

    FIELDS(Papers, FIELD(vendor))
};

struct LateTraces
{
    Id<Account> account;

    FIELDS(LateTraces, FIELD(account))
};

} // namespace privacy
