#include "tests/console/pages/stores.h"

namespace samples {

namespace {

Vendor shop(int number, const QString &name, const QString &owner, const QString &city, KycStatus kyc,
            StoreStatus status = StoreStatus::Active)
{
    Vendor out = store();
    out.id = id<Vendor>(300 + number);
    out.accountId = id<Account>(300 + number);
    out.storeName = name;
    out.ownerName = owner;
    out.city = city;
    out.businessEmail = QStringLiteral("store%1@example.in").arg(number);
    out.businessPhone = QStringLiteral("+9198000%1").arg(12340 + number);
    out.isBusinessEmailVerified = number != 3;
    out.kycStatus = kyc;
    out.status = status;
    out.canSell = kyc == KycStatus::Approved && status == StoreStatus::Active;
    return out;
}

} // namespace

QList<Vendor> stores()
{
    using enum KycStatus;
    QList<Vendor> out{
        shop(1, QStringLiteral("Sharma Metals & Alloys"), QStringLiteral("Ravi Sharma"), QStringLiteral("Pune"),
             Approved),
        shop(2, QStringLiteral("Quick Cable"), QStringLiteral("Mahesh Yadav"), QStringLiteral("Delhi NCR"), Approved,
             StoreStatus::Suspended),
        shop(3, QStringLiteral("Kanpur Paper Traders"), QStringLiteral("Nilesh Patel"), QStringLiteral("Kanpur"),
             Pending),
        shop(4, QStringLiteral("Coastal Copper Works"), QStringLiteral("Thomas Kurian"), QStringLiteral("Kochi"),
             Approved, StoreStatus::Inactive),
        shop(5, QStringLiteral("GreenScrap Co."), QStringLiteral("Anita Rao"), QStringLiteral("Bengaluru"), Rejected)};
    out[0].businessHours = StoreHours{{{Weekday::Monday, {{540, 1080}}},
                                       {Weekday::Tuesday, {{540, 1080}}},
                                       {Weekday::Wednesday, {{540, 1080}}},
                                       {Weekday::Thursday, {{540, 1080}}},
                                       {Weekday::Friday, {{540, 780}, {900, 1080}}},
                                       {Weekday::Saturday, {{600, 840}}}}};
    out[0].businessType = BusinessType::Proprietorship;
    out[0].category = StoreCategory::ScrapDealer;
    out[0].radiusKm = 60;
    out[0].commissionRate = BasisPoints{150};
    out[4].kycReason = QStringLiteral("The PAN card is not readable.");
    return out;
}

VendorDetail storeDetail(const Vendor &vendor)
{
    return {.vendor = vendor,
            .isOpenNow = vendor.canSell,
            .effectiveRadiusKm = vendor.radiusKm.value_or(250),
            .commissionLevel = vendor.commissionRate ? CommissionLevel::Vendor : CommissionLevel::Global,
            .effectiveCommission = vendor.commissionRate.value_or(BasisPoints{200}),
            .figures = {.productsOnOffer = 42,
                        .openOrders = 7,
                        .completedOrders = 318,
                        .cancelledOrders = 11,
                        .settledSales = {4'812'340'00},
                        .commission = {72'185'10},
                        .inEscrow = {312'900'00},
                        .addressesInReach = 1'284}};
}

} // namespace samples
