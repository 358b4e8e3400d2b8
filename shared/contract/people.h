#pragma once

// What admins see of people and do to them: bans, suspensions, locks, sessions, roles and the staff itself (ACC-09…16).
// Admins may do this to those who trade here; only super-admins to other admins; nobody to himself.

#include "shared/base/endpoint.h"
#include "shared/base/page.h"
#include "shared/base/values.h"
#include "shared/contract/audit.h"
#include "shared/contract/auth.h"

// The first that is true of somebody: banned, never verified, suspended, waiting for approval, locked by wrong guesses.
NAMED_ENUM(PersonStatus, Active, Unverified, Inactive, Banned, DistributorPending, Locked)

// What was done; the audit log says it as "people.banned".
NAMED_ENUM(PersonAct, Banned, Unbanned, Suspended, Activated, Verified, Unlocked, SessionsEnded, ResetSent, RoleChanged,
           PowersChanged, DistributorApproved, DistributorRejected, Invited)

struct Person
{
    Id<Account> id;
    QString username;
    std::optional<QString> fullName;
    std::optional<QString> email;
    std::optional<QString> phone;
    Role role = Role::Buyer;
    PersonStatus status = PersonStatus::Active;
    DistributorStatus distributorStatus = DistributorStatus::None;
    bool isSuperAdmin = false;
    bool isActive = false;
    bool isVerified = false;
    bool isBanned = false;
    std::optional<QString> banReason;
    std::optional<Instant> lockedUntil;
    QList<Permission> permissions; // of an admin
    std::optional<Id<Vendor>> vendorId;
    Instant dateJoined;
    std::optional<Instant> lastLogin;

    FIELDS(Person, FIELD(id), FIELD(username, .label = QT_TRANSLATE_NOOP("fields", "Username")),
           FIELD(fullName, .label = QT_TRANSLATE_NOOP("fields", "Full name")),
           FIELD(email, .label = QT_TRANSLATE_NOOP("fields", "E-mail")),
           FIELD(phone, .label = QT_TRANSLATE_NOOP("fields", "Phone")),
           FIELD(role, .label = QT_TRANSLATE_NOOP("fields", "Role")),
           FIELD(status, .label = QT_TRANSLATE_NOOP("fields", "Status")), FIELD(distributorStatus), FIELD(isSuperAdmin),
           FIELD(isActive), FIELD(isVerified), FIELD(isBanned), FIELD(banReason), FIELD(lockedUntil),
           FIELD(permissions, .label = QT_TRANSLATE_NOOP("fields", "Permissions")), FIELD(vendorId),
           FIELD(dateJoined, .label = QT_TRANSLATE_NOOP("fields", "Joined")),
           FIELD(lastLogin, .label = QT_TRANSLATE_NOOP("fields", "Last sign-in")))
};

struct ListPeople
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> q; // anywhere in username, name, e-mail or phone
    std::optional<Role> role;
    std::optional<PersonStatus> status;
    std::optional<Instant> from; // who joined since
    std::optional<Instant> to;   // and before

    FIELDS(ListPeople, PAGE_FIELDS, FIELD(q, .lengthMax = 100), FIELD(role), FIELD(status), FIELD(from), FIELD(to))
};

struct ListStaff
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;
    std::optional<QString> q;

    FIELDS(ListStaff, PAGE_FIELDS, FIELD(q, .lengthMax = 100))
};

struct ListPersonActivity
{
    int limit = pageLimitDefault;
    std::optional<QString> cursor;

    FIELDS(ListPersonActivity, PAGE_FIELDS)
};

// Why: it goes to the audit log, and of a ban or a refusal also to the person.
struct PersonReason
{
    QString reason;

    FIELDS(PersonReason,
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 2000))
};

struct ChangeRole
{
    Role role = Role::Buyer;
    QString reason;

    FIELDS(ChangeRole, FIELD(role, .label = QT_TRANSLATE_NOOP("fields", "Role")),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 2000))
};

// Of an admin. A super-admin has every permission, whatever the list says.
struct ChangePowers
{
    QList<Permission> permissions;
    bool isSuperAdmin = false;
    QString reason;

    FIELDS(ChangePowers, FIELD(permissions, .label = QT_TRANSLATE_NOOP("fields", "Permissions"), .countMax = 50),
           FIELD(isSuperAdmin, .label = QT_TRANSLATE_NOOP("fields", "Super-admin")),
           FIELD(reason, .label = QT_TRANSLATE_NOOP("fields", "Reason"), .lengthMin = 5, .lengthMax = 2000))
};

// The account becomes active when the password is set by the mail that goes out.
struct InviteStaff
{
    QString username;
    QString email;
    QList<Permission> permissions;
    std::optional<QString> language;

    FIELDS(InviteStaff,
           FIELD(username, .label = QT_TRANSLATE_NOOP("fields", "Username"), .lengthMin = 3, .lengthMax = 150,
                 .pattern = "[A-Za-z0-9][A-Za-z0-9_.-]*"),
           FIELD(email, .label = QT_TRANSLATE_NOOP("fields", "E-mail"), .lengthMin = 3, .lengthMax = 254),
           FIELD(permissions, .label = QT_TRANSLATE_NOOP("fields", "Permissions"), .countMax = 50),
           FIELD(language, .lengthMin = 2, .lengthMax = 5, .pattern = "[a-z]{2}(-[A-Z]{2})?"))
};

// Events.

struct AccountBanned
{
    static constexpr auto topic = "people.banned";

    Id<Account> accountId;
    QString reason;

    FIELDS(AccountBanned, FIELD(accountId), FIELD(reason))
};

struct DistributorDecided
{
    static constexpr auto topic = "people.distributor_decided";

    Id<Account> accountId;
    DistributorStatus status = DistributorStatus::Approved;
    std::optional<QString> reason;

    FIELDS(DistributorDecided, FIELD(accountId), FIELD(status), FIELD(reason))
};

// For the consoles of other admins.
struct PersonChanged
{
    static constexpr auto topic = "people.changed";

    Id<Account> accountId;
    PersonAct act = PersonAct::Banned;

    FIELDS(PersonChanged, FIELD(accountId), FIELD(act))
};

namespace api {

inline constexpr Endpoint<ListPeople, Page<Person>> listPeople{.method = Method::Get,
                                                               .path = "/api/v1/admin/users",
                                                               .access = Access::Admin,
                                                               .owner = Owner::Nobodys,
                                                               .rate = Rate::Account,
                                                               .summary =
                                                                   "People by role, state and text, newest first",
                                                               .permission = Permission::ManageUsers,
                                                               .aliases = "/api/v1/owner/users"};

inline constexpr Endpoint<Nothing, Person, Id<Account>> readPerson{.method = Method::Get,
                                                                   .path = "/api/v1/admin/users/{id}",
                                                                   .access = Access::Admin,
                                                                   .owner = Owner::Anyones,
                                                                   .rate = Rate::Account,
                                                                   .summary = "One person",
                                                                   .permission = Permission::ManageUsers};

inline constexpr Endpoint<Nothing, QList<Session>, Id<Account>> listPersonSessions{
    .method = Method::Get,
    .path = "/api/v1/admin/users/{id}/sessions",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "Where somebody is signed in",
    .permission = Permission::ManageUsers,
    .most = 50};

inline constexpr Endpoint<ListPersonActivity, Page<AuditEntry>, Id<Account>> listPersonActivity{
    .method = Method::Get,
    .path = "/api/v1/admin/users/{id}/activity",
    .access = Access::Admin,
    .owner = Owner::Anyones,
    .rate = Rate::Account,
    .summary = "What somebody did and what was done to the account, newest first",
    .permission = Permission::ManageUsers};

// Every act is one Endpoint of this shape.
template <class In>
consteval Endpoint<In, Person, Id<Account>> onPerson(Method method, std::string_view path, std::string_view summary,
                                                     Access access = Access::Admin, std::string_view aliases = {})
{
    return {.method = method,
            .path = path,
            .access = access,
            .owner = Owner::Anyones,
            .rate = Rate::Account,
            .summary = summary,
            .permission = access == Access::Admin ? Permission::ManageUsers : Permission::None,
            .repeat = Repeat::Keyed,
            .aliases = aliases};
}

inline constexpr auto banPerson = onPerson<PersonReason>(Method::Post, "/api/v1/admin/users/{id}/ban",
                                                         "Ban somebody; ends all sessions, and a vendor sells no more");
inline constexpr auto unbanPerson =
    onPerson<PersonReason>(Method::Post, "/api/v1/admin/users/{id}/unban", "Take a ban back");
inline constexpr auto suspendPerson =
    onPerson<PersonReason>(Method::Post, "/api/v1/admin/users/{id}/suspend", "Make an account inactive");
inline constexpr auto activatePerson =
    onPerson<PersonReason>(Method::Post, "/api/v1/admin/users/{id}/activate", "Make a suspended account active again");
inline constexpr auto verifyPersonEmail =
    onPerson<PersonReason>(Method::Post, "/api/v1/admin/users/{id}/verify-email",
                           "Take the e-mail address as verified; the account becomes active");
inline constexpr auto unlockPerson = onPerson<Nothing>(Method::Post, "/api/v1/admin/users/{id}/unlock",
                                                       "Let somebody try again who was locked by wrong passwords");
inline constexpr auto endPersonSessions =
    onPerson<Nothing>(Method::Post, "/api/v1/admin/users/{id}/sessions/revoke", "End all sessions of somebody");
inline constexpr auto sendPersonReset =
    onPerson<Nothing>(Method::Post, "/api/v1/admin/users/{id}/password-reset", "Mail somebody a reset token");
inline constexpr auto changeRole =
    onPerson<ChangeRole>(Method::Put, "/api/v1/admin/users/{id}/role", "Give somebody another role; ends all sessions",
                         Access::Admin, "/api/v1/owner/users/{id}/role");
inline constexpr auto approveDistributor =
    onPerson<Nothing>(Method::Post, "/api/v1/admin/distributors/{id}/approve", "Approve a distributor");
inline constexpr auto rejectDistributor =
    onPerson<PersonReason>(Method::Post, "/api/v1/admin/distributors/{id}/reject", "Refuse a distributor");
inline constexpr auto changePowers =
    onPerson<ChangePowers>(Method::Put, "/api/v1/admin/users/{id}/permissions",
                           "What an admin may do; ends all sessions of that admin", Access::SuperAdmin);

inline constexpr Endpoint<ListStaff, Page<Person>> listStaff{.method = Method::Get,
                                                             .path = "/api/v1/admin/staff",
                                                             .access = Access::SuperAdmin,
                                                             .owner = Owner::Nobodys,
                                                             .rate = Rate::Account,
                                                             .summary = "The admins, newest first"};

inline constexpr Endpoint<InviteStaff, Person> inviteStaff{
    .method = Method::Post,
    .path = "/api/v1/admin/staff",
    .access = Access::SuperAdmin,
    .owner = Owner::Nobodys,
    .rate = Rate::Account,
    .summary = "Open an admin's account and mail a token to set its password",
    .repeat = Repeat::Keyed,
    .status = 201,
    .hashes = true};

inline constexpr auto people = std::tuple{
    listPeople,    readPerson,         listPersonSessions, listPersonActivity, banPerson,         unbanPerson,
    suspendPerson, activatePerson,     verifyPersonEmail,  unlockPerson,       endPersonSessions, sendPersonReset,
    changeRole,    approveDistributor, rejectDistributor,  changePowers,       listStaff,         inviteStaff};

} // namespace api
