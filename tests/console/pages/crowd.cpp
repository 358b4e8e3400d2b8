#include "tests/console/pages/crowd.h"

namespace samples {

Person person(int number, const QString &username, const QString &name, Role role, PersonStatus status)
{
    Person out{.id = id<Account>(500 + number),
               .username = username,
               .fullName = name,
               .email = username + QStringLiteral("@example.in"),
               .phone = QStringLiteral("+9198123%1").arg(45600 + number),
               .role = role,
               .status = status,
               .isActive = status != PersonStatus::Inactive && status != PersonStatus::Unverified,
               .isVerified = status != PersonStatus::Unverified,
               .isBanned = status == PersonStatus::Banned,
               .dateJoined = now.after(-number * 26 * hourMs),
               .lastLogin = now.after(-number * 3 * hourMs)};
    if (out.isBanned)
        out.banReason = QStringLiteral("Sold stolen railway cable twice, reported by two buyers");
    if (status == PersonStatus::Locked)
        out.lockedUntil = now.after(18 * minuteMs);
    if (role == Role::Distributor)
        out.distributorStatus =
            status == PersonStatus::DistributorPending ? DistributorStatus::Pending : DistributorStatus::Approved;
    return out;
}

QList<Person> crowd()
{
    using enum PersonStatus;
    return {person(1, QStringLiteral("asha.rao"), QStringLiteral("Asha Rao"), Role::Buyer),
            person(2, QStringLiteral("factory.feeds"), QStringLiteral("Devendra Singh"), Role::Distributor,
                   DistributorPending),
            person(3, QStringLiteral("sharma.metals"), QStringLiteral("Ramesh Sharma"), Role::Vendor),
            person(4, QStringLiteral("quick.cable"), QStringLiteral("Mahesh Yadav"), Role::Vendor, Banned),
            person(5, QStringLiteral("bela.shah"), QStringLiteral("Bela Shah"), Role::Buyer, Locked),
            person(6, QStringLiteral("new.one"), QStringLiteral("Nilesh Patel"), Role::Buyer, Unverified),
            person(7, QStringLiteral("imran.khan"), QStringLiteral("Imran Khan"), Role::Buyer, Inactive),
            person(8, QStringLiteral("kochi.copper"), QStringLiteral("Thomas Kurian"), Role::Distributor)};
}

QList<Person> staff()
{
    using enum Permission;
    Person root = person(1, QStringLiteral("ananya"), QStringLiteral("Ananya Rao"), Role::Admin);
    root.id = id<Account>(1); // who looks at it
    root.isSuperAdmin = true;
    Person kyc = person(12, QStringLiteral("vikram.kyc"), QStringLiteral("Vikram Menon"), Role::Admin);
    kyc.permissions = {ReviewKyc, ManageUsers};
    Person books = person(13, QStringLiteral("shalini.books"), QStringLiteral("Shalini Bhat"), Role::Admin);
    books.permissions = {ManagePayouts, ReadReports, ReadAudit};
    Person invited =
        person(14, QStringLiteral("meena.new"), QStringLiteral("Meena Iyer"), Role::Admin, PersonStatus::Unverified);
    invited.permissions = {ManageOrders};
    return {invited, books, kyc, root};
}

QList<Session> sessionsOf(const Person &)
{
    return {{.id = id<Session>(700),
             .device = QStringLiteral("Firefox on Android"),
             .ip = QStringLiteral("103.21.58.4"),
             .createdAt = now.after(-30 * hourMs),
             .lastSeenAt = now.after(-4 * minuteMs),
             .expiresAt = now.after(100 * hourMs)},
            {.id = id<Session>(701),
             .ip = QStringLiteral("49.36.112.90"),
             .createdAt = now.after(-90 * hourMs),
             .lastSeenAt = now.after(-50 * hourMs),
             .expiresAt = now.after(10 * hourMs)}};
}

QList<AuditEntry> activityOf(const Person &person)
{
    const auto entry = [&](int number, const QString &action, bool isOwn) {
        return AuditEntry{.id = id<AuditEntry>(800 + number),
                          .actorId = isOwn ? person.id : id<Account>(1),
                          .actorRole = isOwn ? QString(names::text(person.role)) : QStringLiteral("admin"),
                          .action = action,
                          .objectType = QStringLiteral("account"),
                          .objectId = person.id.text(),
                          .details = {"{}"},
                          .ip = QStringLiteral("103.21.58.4"),
                          .createdAt = now.after(-number * 5 * hourMs)};
    };
    return {entry(1, QStringLiteral("auth.signed_in"), true), entry(2, QStringLiteral("people.unlocked"), false),
            entry(3, QStringLiteral("auth.password_changed"), true), entry(4, QStringLiteral("auth.activated"), true)};
}

} // namespace samples
