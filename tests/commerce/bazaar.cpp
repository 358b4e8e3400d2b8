#include "tests/commerce/bazaar.h"

Caller Bazaar::person(const accounts::NewAccount &account)
{
    const auto made = db->write([&](Tx &tx) { return accounts.create(tx, account); });
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().message));
    return {.id = made->id,
            .role = account.role,
            .known = true,
            .superAdmin = account.isSuperAdmin,
            .permissions = account.permissions,
            .vendorId = made->vendorId,
            .language = account.language};
}

Caller Bazaar::admin()
{
    return person({.username = QStringLiteral("root"),
                   .email = QStringLiteral("root@example.in"),
                   .role = Role::Admin,
                   .isActive = true,
                   .isVerified = true,
                   .isSuperAdmin = true});
}

Caller Bazaar::buyer(const QString &name)
{
    return person({.username = name, .email = name + QStringLiteral("@example.in"), .isActive = true});
}

Caller Bazaar::buyerAt(const QString &name, const GeoPoint &home)
{
    const Caller caller = buyer(name);
    const auto address = accounts.addAddress(caller, {.recipientName = name,
                                                      .recipientPhone = QStringLiteral("+919800000000"),
                                                      .streetAddress = QStringLiteral("1 Main Road"),
                                                      .city = QStringLiteral("Mumbai"),
                                                      .pincode = QStringLiteral("400001"),
                                                      .state = QStringLiteral("Maharashtra"),
                                                      .location = home});
    if (!address)
        qFatal("%s", qUtf8Printable(address.error().message));
    return caller;
}

Caller Bazaar::distributor(const QString &name, DistributorStatus status)
{
    return person({.username = name,
                   .email = name + QStringLiteral("@example.in"),
                   .role = Role::Distributor,
                   .distributorStatus = status,
                   .isActive = true});
}

Caller Bazaar::applicant(const QString &name)
{
    return person(
        {.username = name, .email = name + QStringLiteral("@example.in"), .role = Role::Vendor, .isActive = true});
}

Caller Bazaar::vendor(const QString &name, const GeoPoint &place)
{
    const Caller caller = applicant(name);
    const auto profile = accounts.updateVendorProfile(caller, {.storeName = name + QStringLiteral(" Metals"),
                                                               .ownerName = name,
                                                               .businessPhone = QStringLiteral("+919800000001"),
                                                               .streetAddress = QStringLiteral("1 Main Road"),
                                                               .city = QStringLiteral("Mumbai"),
                                                               .pincode = QStringLiteral("400001"),
                                                               .state = QStringLiteral("Maharashtra"),
                                                               .location = place});
    if (!profile)
        qFatal("%s", qUtf8Printable(profile.error().message));
    decideKyc(caller, KycStatus::Approved);
    return caller;
}

void Bazaar::decideKyc(const Caller &vendor, KycStatus status)
{
    const Result<> decided =
        db->write([&](Tx &tx) { return accounts.setKycStatus(tx, *vendor.vendorId, status, std::nullopt); });
    if (!decided)
        qFatal("%s", qUtf8Printable(decided.error().message));
}

void Bazaar::sql(std::string_view statement)
{
    const Result<> done = db->write([&](Tx &tx) -> Result<> {
        tx.run(statement);
        return {};
    });
    Q_ASSERT(done);
}

Id<Category> Bazaar::category(const QString &name, const std::optional<Id<Category>> &parent)
{
    const Caller boss{.role = Role::Admin, .known = true, .superAdmin = true};
    const auto made = catalog.addCategory(boss, {.parentId = parent, .name = name});
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().message));
    return made->id;
}

PutProduct Bazaar::wish(const QString &title)
{
    if (metals.isNull())
        metals = category(QStringLiteral("Metals"));
    return {.categoryId = metals,
            .title = title,
            .description = QStringLiteral("Bare bright, without insulation"),
            .price = {72'000},
            .stockQuantity = Quantity{100'000}};
}

Product Bazaar::product(const Caller &vendor, const PutProduct &wish)
{
    const auto made = catalog.addProduct(vendor, wish);
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().message));
    return *made;
}
